"""Who needs whom among the sessions that run on one forge."""


class Graph:
    """A session that is left out there passes on what it waits for."""

    def __init__(self, manifest, here: set):
        self._manifest, self._here = manifest, here
        self._needs: dict = {}
        self._ancestors: dict = {}

    def needs(self, session) -> list:
        if session not in self._needs:
            found: dict = {}
            for each in self._manifest.needs(session):
                found |= dict.fromkeys([each] if each in self._here else self.needs(each))
            found.pop(session, None)
            self._needs[session] = list(found)
        return self._needs[session]

    def ancestors(self, session) -> set:
        """Everything that a session waits for, directly or not."""
        if session not in self._ancestors:
            needs = self.needs(session)
            self._ancestors[session] = set(needs).union(*(self.ancestors(each) for each in needs))
        return self._ancestors[session]

    def depth(self, session) -> int:
        return 1 + max((self.depth(each) for each in self.needs(session)), default=0)

    def may_skip(self, session) -> bool:
        """A session with an `if` may be skipped, and so may whatever needs it."""
        return any(each.condition is not None for each in {session, *self.ancestors(session)})

    def sorted(self) -> list:
        """The sessions, each after those that it needs."""
        return sorted(self._here, key=lambda each: (self.depth(each), each.place))
