"""Samples of which this machine plays a part: the rows for its system whose interpreter is at hand.

All other rows are named. For those that wait for them they count as green. Containers are left out, and PostgreSQL runs from the
system's package.
"""

import contextlib

from . import asked, machine, postgres
from .project import Project
from .report import jobs_table, log_of
from .runner import Runner
from .scenarios import Trial

ELSEWHERE = ("windows", "macos")


@contextlib.contextmanager
def trial(sample, scratch, actions, report):
    """A trial that brings the default interpreter, and of the others those that are at hand."""
    project = Project(sample, scratch)
    plain = project.variant()
    default = str(plain.manifest["defaults"]["python"])

    def choose(pythons):
        return {python for python in pythons if python == default or machine.is_at_hand(python)}

    found = Trial(project, Runner(scratch, actions), report, choose)
    with postgres.server() if "    services:\n" in plain.workflow else contextlib.nullcontext() as found.server:
        found.always = (postgres.in_place_of(found.server),) if found.server else ()
        found.spoil_with(*found.always)
        yield found


def rows(trial):
    """Asks for the rows: `trial.here` are those that can be played, `trial.elsewhere` has the reason for each other one."""
    rows = trial.runner.play(trial.variant, only=[]).rows
    reasons = {row.name: _lacking(row) for row in rows}
    trial.here = [row for row in rows if not reasons[row.name]]
    trial.elsewhere = {name: reason for name, reason in reasons.items() if reason}


def _lacking(row):
    label = row.answer["runsOn"]
    if label.startswith(ELSEWHERE):
        return f"it runs on {label}"
    python = row.answer["env"].get("NOX_PYTHON")
    return python and not machine.is_at_hand(python) and f"Python {python} is not on this machine"


def first_run(trial):
    if trial.elsewhere:
        trial.report.table(("not played here", "because"), sorted(trial.elsewhere.items()))
    if trial.server:
        trial.report.say("\nWithout containers; PostgreSQL of this system, one for all jobs, in place of the services")
    run = trial.first = trial.runner.play(trial.variant, only=[row.name for row in trial.here])
    jobs_table(trial.report, f"{trial.project.name}, the rows that this machine can play", run)
    played = [row for row in run.rows if row.played]
    trial.expect(
        "every row that can be played here is green",
        len(played) == len(trial.here) and {row.result for row in played} == {"success"} and run.final == "success",
        log_of(played),
    )
    mistakes = asked.mistakes_in_time(
        trial.variant.manifest, {row.session: (row.started, row.finished) for row in run.nox_rows()}
    )
    trial.expect("each session ran, in the order that was asked for", not mistakes, "\n".join(mistakes))


def coverage_joined(trial):
    """`coverage` has what each row of `tests` has measured, and runs no test again."""
    rows = [row for row in trial.first.nox_rows() if asked.of(trial.variant.manifest, row.session) == "tests"]
    left = list(trial.runner.artifacts.glob("tests-*/.coverage.*"))
    trial.expect(
        f"each of {len(rows)} rows leaves what it has measured", bool(rows) and len(left) == len(rows), "\n".join(map(str, left))
    )
    join = trial.first.row("coverage")
    trial.expect(
        "the join combines and reports what was measured, and runs no test again",
        join.says("^nox > coverage combine") and join.says("^TOTAL .* 100%") and not join.says("test session starts"),
        log_of([join]),
    )


def coverage_of_failures(trial):
    """With a bug in the package every row of `tests` fails; only these, the join and the final job are played."""
    wanted = [row.name for row in trial.here if not row.session or row.session.startswith(("tests-", "coverage"))]
    run = trial.runner.play(trial.buggy(), only=wanted)
    jobs_table(trial.report, f"{trial.project.name}, with a bug in the package's source", run)
    join = run.row("coverage")
    trial.expect(
        "the join runs although rows failed, and reports what they have measured",
        run.results["tests"] == "failure" and join.says("^nox > coverage combine") and join.says("^TOTAL "),
        log_of(run.rows),
    )
    trial.expect("a failed row fails the final job", run.final == "failure", str(run.results))


def database_used(trial):
    """Whatever has DATABASE_URL has really used the server."""
    rows = [row for row in trial.here if "DATABASE_URL" in row.answer["env"]]
    uses = trial.server.connections()
    trial.expect(
        f"the tests of {len(rows)} rows use the database", bool(rows) and uses >= len(rows), f"{uses} connections"
    )


OF_SAMPLES = {"library": (coverage_joined, coverage_of_failures), "services": (database_used,)}


def claims(trial):
    """What is tried of a sample that is played in part."""
    return (rows, first_run, *OF_SAMPLES[trial.project.name])
