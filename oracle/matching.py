"""Which row of which job is which row of the manifest. Rows are known by their name and their runner."""

from dataclasses import dataclass
from functools import cached_property

from . import changes, expressions
from .contexts import EVENTS
from .finding import Finding
from .forges import FORGES
from .graph import Graph
from .manifest import Session
from .rows import Row, given, image, rows, runner
from .workflow import Job, Workflow, written


@dataclass(frozen=True)
class Place:
    """A row of a job: its number there, and the `matrix` context that it has."""

    job: Job
    number: int
    matrix: dict

    def __str__(self):
        return f"{self.job.id}[{self.number}]" if len(self.job.rows) > 1 else self.job.id


class Match:
    """`at`: the manifest's rows with their places. `others`: the ids of jobs that run no session. `given`: the
    manifest's own jobs that run on this forge, with the runner that the forge has for each. `graph`: the needs of all that
    runs here. `changes`: the id of the job that finds out what has changed; `checks`: of that which checks the workflows."""

    def __init__(self, manifest, workflow: Workflow, forge: str):
        self.wanted: list[Row] = rows(manifest, forge)
        self.given = given(manifest, forge)
        self.graph = Graph(manifest, {*self.given, *(row.session for row in self.wanted)})
        self.at: dict[tuple, Place] = {}
        self.row_of: dict[tuple, Row] = {}
        self.rows_given: dict[Session, list[Row]] = {}
        self.others = [name for name, job in workflow.jobs.items() if name not in manifest.jobs and _only_decides(job)]
        self.changes = next((name for name, job in workflow.jobs.items() if name not in manifest.jobs and "outputs" in job.data), None)
        self.checks = next((name for name, job in workflow.jobs.items() if name not in manifest.jobs and _checks(job)), None)
        self._workflow = workflow
        self.findings: list[Finding] = []
        self.evaluates = FORGES[forge].evaluates
        for name, job in workflow.jobs.items():
            if name in manifest.jobs:
                self._match_given(manifest.jobs[name], job)
            elif name == self.changes:
                if not any(each.filter for each in self.graph.sorted()):
                    self._find("row-unasked", name, "nothing depends on what has changed")
            elif name == self.checks:
                if not manifest.checks_itself(forge):
                    self._find("row-unasked", name, "nobody asked to check the workflows here")
            elif name not in self.others:
                self._match(job)
        for row in self.wanted:
            if row.key not in self.at:
                self._find("row-missing", row.name, f"no job runs this row on {image(row.runner)}")

    @cached_property
    def outputs(self) -> dict[tuple, str]:
        """The output of that job that tells about each filter: the one that is right about a change of each kind."""
        filters = tuple(dict.fromkeys(each.filter for each in self.graph.sorted() if each.filter))
        known = changes.commits(filters)
        job = self._workflow.jobs[self.changes]
        told = [(touched, changes.said(job, changes.pushed(EVENTS[0], known["base"], known[each.branch]), filters))
                for touched, each in changes.kinds(filters).items()]
        found: dict = {}
        for place, one in enumerate(filters):
            for name in job.data.get("outputs", {}):
                if name not in found.values() and all(said[name] == ("true" if touched[place] else "false") for touched, said in told):
                    found.setdefault(one, name)
        return found

    def pairs(self) -> list[tuple[Row, Place]]:
        return [(row, self.at[row.key]) for row in self.wanted if row.key in self.at]

    def everything(self) -> list[tuple[Row, Place]]:
        """Those of the manifest's own jobs, too."""
        return self.pairs() + [(row, self.at[row.key]) for rows in self.rows_given.values() for row in rows]

    def job_of(self, row: Row) -> str:
        return self.at[row.key].job.id

    def jobs(self) -> list[str]:
        """The ids of jobs that run sessions."""
        return list(dict.fromkeys(place.job.id for _, place in self.pairs()))

    def rows_of(self, job: str) -> list[Row]:
        return [row for row, place in self.pairs() if place.job.id == job]

    def _match_given(self, session, job):
        if session not in self.given:
            self._find("row-unasked", job.id, "has no runner here")
            return
        for number, matrix in enumerate(job.rows):
            row = Row(session, number, session.name, None, None, None, False, (), {})
            self.at[row.key], self.row_of[job.id, number] = Place(job, number, matrix), row
            self.rows_given.setdefault(session, []).append(row)

    def _match(self, job):
        names = []
        for number, matrix in enumerate(job.rows):
            if self.evaluates:
                matrix = {name: _evaluated(value) for name, value in matrix.items()}
            place = Place(job, number, matrix)
            contexts = EVENTS[0] | {"matrix": matrix}
            name = written(job.data.get("name", job.id), contexts)
            names.append(name)
            named = [row for row in self.wanted if _is_name(name, row)]
            if not named:
                self._find("row-unasked", str(place), f'nobody asked for "{name}"')
                continue
            there = runner_of(job.data.get("runs-on"), contexts)
            fitting = [row for row in named if self._asked(row) == there]
            if not fitting:
                self._find("runner", str(place), f'"{name}" runs on {image(there)}')
                continue
            free = [row for row in fitting if row.key not in self.at]
            row = max(free or fitting, key=lambda each: len(each.name))
            if row.key in self.at:
                self._find("row-twice", str(place), f'"{name}" is already run by {self.at[row.key]}')
            else:
                self.at[row.key], self.row_of[job.id, number] = place, row
        if len(set(names)) < len(names):
            self._find("name", job.id, "two rows have one name")

    @staticmethod
    def _asked(row):
        group, *labels = (each and expressions.fill(each, EVENTS[0]) for each in row.runner)
        return (group, *(expressions.text(label) for each in labels for label in _list(each)))

    def _find(self, rule, where, text):
        self.findings.append(Finding(rule, where, text))


def _only_decides(job: Job) -> bool:
    """A job that reads how others ended, in its only step, runs no session."""
    return len(job.steps) == 1 and "NEEDS" in (job.steps[0].get("env") or ())


def _checks(job: Job) -> bool:
    """A job that knows a version of gen-ci runs no session."""
    return any("GEN_CI_VERSION" in (step.get("env") or {}) for step in job.steps)


def _is_name(name: str, row: Row) -> bool:
    """A row's title, or the name that it has where the manifest says none."""
    if title := row.session.values.get("title"):
        return name == written(title, {"row": row.fields})
    return name == row.name


def runner_of(value, contexts) -> tuple:
    if isinstance(value, dict):
        return runner({"group": written(value.get("group"), contexts) or None,
                       "labels": [written(each, contexts) for each in _list(value.get("labels", []))]})
    if isinstance(value, list):
        return runner([written(each, contexts) for each in value])
    filled = expressions.fill(value, contexts)
    return runner_of(filled, contexts) if isinstance(filled, (dict, list)) else runner(expressions.text(filled))


def _evaluated(value):
    if isinstance(value, list):
        return [_evaluated(each) for each in value]
    return expressions.fill(value, EVENTS[0])


def _list(value):
    return value if isinstance(value, list) else [value]
