"""Who waits for whom among the sessions that run on one forge."""


class Graph:
    """A session that is left out there passes on what it waits for."""

    def __init__(self, manifest, here: set):
        self._manifest, self._here = manifest, here
        self._edges: dict = {}
        self._ancestors: dict = {}
        self._passing: dict = {}

    def needs(self, session) -> list:
        """What must succeed first: what is asked for, and what that joins, for it may have succeeded after a failure."""
        return self._of(session)[0]

    def takes(self, session) -> set:
        """Those of the needs whose success itself is asked for: a skip, for whatever reason, is none."""
        asked = {*self._manifest.takes(session), *self._manifest.joins(session)}
        return asked & {*self.needs(session)} & self._here

    def joins(self, session) -> list:
        """What must run first, and may fail."""
        return self._of(session)[1]

    def _of(self, session) -> tuple[list, list]:
        if session not in self._edges:
            needs: dict = {}
            joins: dict = {}
            for each in self._manifest.needs(session):
                needs |= dict.fromkeys([each] if each in self._here else [*self.needs(each), *self.joins(each)])
            for each in self._manifest.joins(session):
                if each in self._here:
                    joins[each] = None
                else:  # it would have been skipped unless what it needs had succeeded
                    needs |= dict.fromkeys(self.needs(each))
                    joins |= dict.fromkeys(self.joins(each))
            for each in list(needs):
                needs |= dict.fromkeys(self.joined(each))
            for found in (needs, joins):
                found.pop(session, None)
            self._edges[session] = list(needs), [each for each in joins if each not in needs]
        return self._edges[session]

    def joined(self, session) -> set:
        """Everything that a session joins, also by what it joins."""
        joins = self.joins(session)
        return set(joins).union(*(self.joined(each) for each in joins))

    def waits(self, session) -> list:
        """What must have ended before."""
        return [*self.needs(session), *self.joins(session)]

    def ancestors(self, session) -> set:
        """Everything that a session waits for, directly or not."""
        if session not in self._ancestors:
            waits = self.waits(session)
            found = set(waits).union(*(self.ancestors(each) for each in waits))
            if self.after_final(session):
                found |= {each for each in self._here if each.counts}
            self._ancestors[session] = found
        return self._ancestors[session]

    def after_final(self, session) -> bool:
        return self._manifest.after_final(session)

    def later(self, session) -> bool:
        return self._manifest.later(session)

    def depth(self, session) -> int:
        return 1 + max((self.depth(each) for each in self.waits(session)), default=0)

    def may_skip(self, session) -> bool:
        """A session with an `if` may be skipped, and so may whatever waits for it; one of which nothing has changed, and so may
        whatever takes from it."""
        return session.filter is not None or self._passes_on(session)

    def _passes_on(self, session) -> bool:
        if session not in self._passing:
            self._passing[session] = session.condition is not None or any(map(self._passes_on, self.needs(session))) or any(
                map(self.may_skip, [*self.takes(session), *self.joins(session)]))
        return self._passing[session]

    def dispensable(self, session) -> list:
        """What a session needs, but not if that is skipped only because nothing has changed."""
        return [each for each in self.needs(session) if each.filter and each not in self.takes(session)]

    def behind(self, session) -> set:
        """What must have succeeded before what a session can do without: it must, too, where that is skipped."""
        found, open_ = set(), self.dispensable(session)
        while open_:
            for each in self.waits(open_.pop()):
                if each not in found and each.filter and each not in self.takes(session):
                    open_.append(each)
                found.add(each)
        return found

    def sorted(self) -> list:
        """The sessions, each after those that it waits for."""
        return sorted(self._here, key=lambda each: (self.later(each), self.depth(each), each.place))
