"""Whatever fails, is skipped, runs out of time or is cancelled: exactly the right sessions run, and the status jobs and
the final job say how it went."""

from itertools import combinations

from . import changes
from .contexts import deciding
from .expressions import STATUS_FUNCTIONS, calls, parse, run, truth, unwrapped
from .finding import Finding
from .forges import FORGES, Forge
from .matching import Match
from .plays import Played, Scenario, Stage, together
from .rule_status import looked_at
from .workflow import Workflow

PAIRS = 30
VECTORS = 5


def check(manifest, workflow: Workflow, forge: str, match: Match):
    gated = [each for each in match.graph.sorted() if each.filter]
    # Without all rows in place, or words about what has changed, every play would only say so again.
    if match.findings or gated and (match.changes is None or any(each.filter not in match.outputs for each in gated)):
        return
    stage = Stage(workflow, match)
    for name, tree in stage.conditions.items():
        if not FORGES[forge].cancelled and "cancelled" in calls(tree):
            yield Finding("asks-cancelled", name, "asks cancelled(), which this forge does not take there")
    expectation = Expectation(manifest, workflow, match)
    for scenario in scenarios(manifest, workflow, match, FORGES[forge]):
        for rules in FORGES[forge].starts:
            if problem := expectation.differs(stage.play(rules, scenario), scenario):
                yield Finding(*problem, f"{rules.name}, {scenario}")
                return  # what follows from one mistake would be said for every scenario


def scenarios(manifest, workflow: Workflow, match: Match, forge: Forge):
    """Nothing, each thing alone under every condition, and pairs."""
    conditions = [unwrapped(each.condition) for each in match.graph.sorted() if each.condition is not None]
    conditions = [each for each in conditions if not calls(parse(each)) & STATUS_FUNCTIONS]
    contexts = sorted((each for each, _ in deciding(list(dict.fromkeys(conditions)))), key=str)
    jobs = [name for name in workflow.order if name not in match.others]
    final = {name for name in match.others if workflow.jobs[name].name == manifest.title(manifest.final_job)}
    rows = {name: sorted({0, len(workflow.jobs[name].rows) // 2, len(workflow.jobs[name].rows) - 1}) for name in jobs}
    for each in contexts:
        yield Scenario(each)
        yield from (Scenario(each, skipped=frozenset([name])) for name in workflow.jobs if name not in final)
        for name in jobs:
            for number in rows[name]:
                yield from (Scenario(each, {(name, number): end}) for end in ("failure", "timeout", "cancelled"))
            if forge.cancels:
                yield Scenario(each, {(name, 0): "cancelled"}, cancelled=name)
    pairs = list(combinations(jobs, 2))
    for one, two in pairs[:: len(pairs) // PAIRS + 1]:
        yield Scenario(contexts[0], {(one, rows[one][-1]): "failure", (two, 0): "failure"})
        yield Scenario(contexts[-1], {(one, 0): "failure"}, frozenset([two]))
        yield Scenario(contexts[-1], {(two, 0): "cancelled"}, frozenset([one]))
    for words in _words(match):
        yield Scenario(contexts[-1], outputs=words)
        for name in jobs:
            yield Scenario(contexts[0], {(name, rows[name][-1]): "failure"}, outputs=words)
            yield Scenario(contexts[-1], skipped=frozenset([name]), outputs=words)


def _words(match: Match) -> list[tuple]:
    """What the job that finds out what has changed says in some runs: not twice the same, and never that everything has."""
    if match.changes is None:
        return []
    found = [tuple((match.outputs[one], "true" if here else "false") for one, here in zip(match.outputs, touched))
             for touched in changes.kinds(tuple(match.outputs)) if not all(touched)]
    return found[:VECTORS]


class Expectation:
    """What the manifest says about a scenario."""

    def __init__(self, manifest, workflow, match: Match):
        self.workflow, self.match, self.graph = workflow, match, match.graph
        self.sessions = match.graph.sorted()
        self.may_skip = {each: match.graph.may_skip(each) for each in self.sessions}
        self.rows = {each: match.rows_given.get(each) or [row for row in match.wanted if row.session == each]
                     for each in self.sessions}
        names = {workflow.jobs[name].name: name for name in match.others}
        self.final = names.get(manifest.title(manifest.final_job))
        self.status = {names[manifest.title(name)]: sessions for name, sessions in looked_at(manifest, match).items()
                       if manifest.title(name) in names}

    def differs(self, played: Played, scenario: Scenario):
        """(rule, job) of the first thing that is not as it should be."""
        # session: (all its rows succeeded, they ended in a way that is allowed, all ran, how they ended together)
        ended: dict = {}
        later = [each for each in self.sessions if self.graph.later(each)]
        return (self._differ([each for each in self.sessions if each not in later], played, scenario, ended)
                or self._decide(played, scenario, ended) or self._differ(later, played, scenario, ended))

    def _differ(self, sessions, played, scenario, ended):
        for session in sessions:
            gate = not self.graph.after_final(session) or self._green(self.final, scenario, ended)
            starts = self._starts(session, scenario, ended, gate)
            ends = [self._end(row, starts, scenario) for row in self.rows[session]]
            for row, end in zip(self.rows[session], ends):
                place = self.match.at[row.key]
                if (played.rows[place.job.id][place.number] == "skipped") != (end == "skipped"):
                    return ("runs-wrongly" if end == "skipped" else "runs-not", str(place))
            allowed = ("success", "skipped") if self.may_skip[session] else ("success",)
            ended[session] = (*(all(good(end) for end in ends) for good in (
                lambda end: end == "success", lambda end: end in allowed, lambda end: end != "skipped")), together(ends))
        return None

    def _decide(self, played, scenario, ended):
        for name in self.status:
            if (played.results[name] == "success") != self._green(name, scenario, ended):
                return ("verdict", f"{name} is {played.results[name]}")
        return None

    def _green(self, name, scenario, ended) -> bool:
        """Whether a status job is, once all that it stands for has ended."""
        skipped = scenario.skipped & ({name} if name != self.final else self.status.keys())
        asks = any(each.filter for each in self.status[name])
        checked = name != self.final or self._succeeds(self.match.checks, scenario)
        return not skipped and checked and (not asks or self._changes_succeed(scenario)) and all(ended[each][1] for each in self.status[name])

    def _changes_succeed(self, scenario) -> bool:
        return self._succeeds(self.match.changes, scenario)

    @staticmethod
    def _succeeds(job, scenario) -> bool:
        """Whether a job that waits for nothing does, or is not there."""
        return job not in scenario.skipped and (job, 0) not in scenario.ends

    def _unchanged(self, session, scenario) -> bool:
        return bool(session.filter) and dict(scenario.outputs).get(self.match.outputs[session.filter]) == "false"

    def _satisfied(self, session, scenario, ended) -> bool:
        """Whether who needs a session may run: it has succeeded, or was skipped only because nothing of it has changed."""
        return ended[session][0] or self._unchanged(session, scenario) and (
            session.condition is None or self._holds(session, scenario, ended)) and all(
            self._satisfied(each, scenario, ended) for each in self.graph.waits(session))

    def _starts(self, session, scenario, ended, gate) -> bool:
        if session.condition is not None and not self._holds(session, scenario, ended):
            return False
        if session.condition is not None and calls(parse(unwrapped(session.condition))) & STATUS_FUNCTIONS:
            return True
        if (session.filter or self.graph.dispensable(session)) and not self._changes_succeed(scenario):
            return False
        takes = self.graph.takes(session)
        return gate and not self._unchanged(session, scenario) and all(
            ended[each][0] if each in takes else self._satisfied(each, scenario, ended) for each in self.graph.needs(session)) and all(
            ended[each][2] for each in self.graph.joins(session))

    def _holds(self, session, scenario, ended) -> bool:
        """What a job's own condition asks of others: how they ended. Nothing is put out in a play."""
        before = self.graph.ancestors(session)
        jobs = {self.match.at[row.key].job.id for row in self.rows[session]}
        cancelled = bool(scenario.cancelled) and any(scenario.cancelled in self.workflow.ancestors[each] for each in jobs)
        functions = {"always": lambda: True, "cancelled": lambda: cancelled,
                     "success": lambda: not cancelled and all(ended[each][0] for each in before),
                     "failure": lambda: any(ended[each][3] == "failure" for each in before)}
        needs = {each.name: {"result": ended[each][3], "outputs": {}} for each in self.graph.needs(session)}
        return truth(run(parse(unwrapped(session.condition)), scenario.contexts | {"needs": needs}, functions))

    def _end(self, row, starts, scenario) -> str:
        place = self.match.at[row.key]
        after = scenario.cancelled in self.workflow.ancestors[place.job.id]
        asks = row.session.condition is not None and calls(parse(unwrapped(row.session.condition))) & STATUS_FUNCTIONS
        if not starts or place.job.id in scenario.skipped or after and not asks:
            return "skipped"
        end = scenario.ends.get((place.job.id, place.number), "success")
        return "success" if row.session.may_fail and end in ("failure", "timeout") else end
