"""Plays a workflow under a forge's rules: which jobs start, and how each ends.

By which rules a job starts is a row of `forges.py`.
"""

from dataclasses import dataclass, field

from . import expressions, verdicts
from .contexts import EVENTS
from .forges import Starts
from .running import play as play_row
from .workflow import tolerates


@dataclass(frozen=True)
class Scenario:
    """What goes wrong. `ends`: how rows end that do not succeed: failure, timeout or cancelled. `skipped`: jobs that the
    forge skips. `outputs`: of the job that finds out what has changed. `cancelled`: the job during which somebody cancels the run; the jobs after it see that."""

    contexts: dict
    ends: dict = field(default_factory=dict)
    skipped: frozenset = frozenset()
    cancelled: str | None = None
    outputs: tuple = ()

    def __str__(self):
        told = [f"{job}[{number}] {end}" for (job, number), end in self.ends.items()]
        told += [f"{name}: {word!r}" for name, word in self.outputs]
        told += [f"{job} skipped" for job in self.skipped] + [f"run cancelled in {self.cancelled}"] * bool(self.cancelled)
        github = self.contexts["github"]
        return f"{github['event_name']} of {github['ref']}: {', '.join(told) or 'nothing fails'}"


class Stage:
    """A workflow made ready for many plays."""

    def __init__(self, workflow, match):
        self.workflow, self.match = workflow, match
        self.conditions = {name: _parsed(job) for name, job in workflow.jobs.items()}
        self.asks_status = {name: bool(tree and expressions.calls(tree) & expressions.STATUS_FUNCTIONS)
                            for name, tree in self.conditions.items()}
        self.tolerant = {row.key: _tolerates(workflow, row, place) for row, place in match.pairs()}

    def play(self, rules: Starts, scenario: Scenario) -> "Played":
        played = Played({}, {}, {self.match.changes: dict(scenario.outputs)})
        for name in self.workflow.order:
            job = self.workflow.jobs[name]
            if name in scenario.skipped or not self._starts(rules, name, played, scenario):
                played.rows[name] = ["skipped"] * len(job.rows)
            elif name in self.match.others:
                green = verdicts.verdict(job, scenario.contexts | {"needs": played.needs(job)})
                played.rows[name] = ["success" if green else "failure"]
            else:
                played.rows[name] = [self._ends(name, number, scenario) for number in range(len(job.rows))]
            played.results[name] = together(played.rows[name])
        return played

    def _starts(self, rules, name, played, scenario) -> bool:
        needs = self.workflow.jobs[name].needs
        before = self.workflow.ancestors[name] if rules.far else needs
        cancelled = scenario.cancelled in self.workflow.ancestors[name] if scenario.cancelled else False
        views = [played.results]
        if rules.twice:
            views.append({each: played.rows[each][-1] for each in needs})
        return all(self._decides(name, before, view, played.seen(view, needs), cancelled, scenario.contexts) for view in views)

    def _decides(self, name, before, results, seen, cancelled, contexts) -> bool:
        good = not cancelled and all(results[each] == "success" for each in before)
        tree = self.conditions[name]
        if tree is None or not self.asks_status[name] and not good:
            return good
        functions = {"always": lambda: True, "cancelled": lambda: cancelled, "success": lambda: good,
                     "failure": lambda: any(results[each] == "failure" for each in before)}
        return expressions.truth(expressions.run(tree, contexts | {"needs": seen}, functions))

    def _ends(self, name, number, scenario) -> str:
        end = scenario.ends.get((name, number), "success")
        row = self.match.row_of.get((name, number))
        tolerates, own_time = self.tolerant.get(row.key, (False, False)) if row else (False, False)
        if end == "timeout":
            end = "failure" if own_time else "cancelled"
        return "success" if end == "failure" and tolerates else end


@dataclass
class Played:
    """How each job ended, and each of its rows; what it has put out."""

    results: dict
    rows: dict
    outputs: dict

    def needs(self, job) -> dict:
        return self.seen(self.results, job.needs)

    def seen(self, results, needs) -> dict:
        return {each: {"result": results[each], "outputs": self.outputs.get(each, {}) if results[each] != "skipped" else {}}
                for each in needs}


def _parsed(job):
    return expressions.parse(expressions.unwrapped(job.condition)) if job.condition is not None else None


def _tolerates(workflow, row, place) -> tuple[bool, bool]:
    """Whether a failure of nox, or of the command, leaves the job green, and whether that step has a time of its own."""
    running = play_row(workflow, place, EVENTS[0], row.session)
    main = [each[0] for each in running.nox_calls] or running.commands
    step = place.job.steps[main[0]] if main else {}
    return tolerates(step, running.contexts) is True, "timeout-minutes" in step


def together(results: list[str]) -> str:
    """How a job ended whose rows ended so."""
    return next((each for each in ("failure", "cancelled", "skipped") if each in results), "success")
