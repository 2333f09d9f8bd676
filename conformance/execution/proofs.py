"""Claims that the samples do not show, each with a small project of its own that really runs on the runner."""

from lib import tools

from . import wheel
from .report import jobs_table, log_of

FILES = tools.HERE / "projects/files"
LOGS = tools.HERE / "projects/logs"
OWN_NOX = tools.HERE / "projects/own-nox"
SELF_CHECK = tools.HERE / "projects/self-check"
WORKFLOW = ".github/workflows/ci.yml"
RELEASE_OF_ITS_OWN = "2026.8.10"


def files_between_jobs(trial):
    """Three rows leave files, the second fails; one session joins them, another one waits for that."""
    run = trial.runner.play(trial.variant)
    jobs_table(trial.report, f"{trial.project.name}, of three rows one fails", run)
    trial.expect(
        "one of three rows fails, the others succeed",
        [row.result for row in run.rows if row.job == "measure"] == ["success", "failure", "success"],
        log_of(run.rows),
    )
    joined = "joined: measured-1 measured-2 measured-3 passed-1 passed-3$"
    trial.expect(
        "the join runs all the same, and has every file that a row has left",
        run.results["join"] == "success" and run.row("join").says(joined),
        log_of(run.rows),
    )
    trial.expect("what needs the join is skipped", run.results["publish"] == "skipped", str(run.results))
    trial.expect("the failed row fails the final job", run.final == "failure", str(run.results))
    trial.expect(
        "of two calls in one job the second reads what the first has left",
        run.results["calls"] == "success" and run.row("calls").says("left: by the first call"),
        log_of(run.rows),
    )


def no_files(trial):
    """All rows have failed before they could leave anything; only the join is played."""
    run = trial.runner.play(trial.variant, only=["join"], results={"measure": "failure"})
    row = run.row("join")
    trial.expect(
        "a join of rows that have left nothing fails and says so, before nox runs",
        row.result == "failure" and row.says("There are no files") and not row.says("joined:"),
        log_of(run.rows),
    )


def logs_and_reports(trial):
    """One session fails, one succeeds, one skips itself."""
    run = trial.runner.play(trial.variant)
    jobs_table(trial.report, trial.project.name, run)
    log = trial.runner.artifacts / "ci-logs-failing/nox.log"
    trial.expect(
        "a failure leaves the log as an artifact, and stays a failure",
        run.row("failing").result == "failure" and log.is_file() and "a planted failure" in log.read_text(encoding="utf-8"),
        log_of(run.rows),
    )
    passing = run.row("passing")
    trial.expect(
        "a success leaves none, and shows which sessions ran",
        passing.result == "success"
        and passing.says(r"^\| passing \| success \| \d+\.\d \|$")
        and not (trial.runner.artifacts / "ci-logs-passing").exists(),
        log_of(run.rows),
    )
    idle = run.row("idle")
    trial.expect(
        "a report that shows that nothing ran fails the job, although nox succeeds",
        idle.result == "failure" and idle.step("Run nox")["outcome"] == "success" and idle.says("No session ran"),
        log_of(run.rows),
    )


def nox_of_the_project(trial):
    """`nox.command: uv run nox`, with the release that the project asks for, outside of any container."""
    run = trial.runner.play(trial.variant)
    jobs_table(trial.report, trial.project.name, run)
    row = run.row("tell")
    trial.expect(
        "the project's own nox runs, in the project's environment",
        run.final == "success" and row.says(f"nox {RELEASE_OF_ITS_OWN} of {row.answer['workspace']}/.venv$"),
        log_of(run.rows),
    )


def workflows_checked(trial, setups=("setup-python", "uv")):
    """The job that checks the workflows, with pip and with uv, and only it: on a current file, and on one that was edited."""
    for setup in setups:
        target = {"github": {"file": WORKFLOW, "python-setup": setup}}
        workflow = trial.changed(manifest=lambda tree: tree.update(targets=target)).workflow
        current, edited = (
            trial.changed(manifest=lambda tree: tree.update(targets=target), files={WORKFLOW: lambda _: text})
            for text in (workflow, workflow.replace("timeout-minutes: 30", "timeout-minutes: 31"))
        )
        _checked(trial, setup, current, edited)


def _checked(trial, setup, current, edited):
    how = {"only": ["gen-ci", "ci-ok"], "results": {"greet": "success"}, "env": wheel.variables(trial.runner.scratch)}
    run = trial.runner.play(current, **how)
    trial.expect(
        f"with {setup}, the job that checks the workflows finds them current",
        run.row("gen-ci").says(rf"^{WORKFLOW}: current$") and run.final == "success",
        log_of(run.rows),
    )
    run = trial.runner.play(edited, **how)
    row = run.row("gen-ci")
    trial.expect(
        f"with {setup}, it finds an edited one, and shows the difference",
        row.result == "failure" and row.says(r"^\+ +timeout-minutes: 30$") and row.says("^To fix it, run: gen-ci -w$"),
        log_of(run.rows),
    )
    trial.expect(f"with {setup}, that makes the final job red", run.final == "failure", str(run.results))


ALL = (
    (FILES, (files_between_jobs, no_files)),
    (LOGS, (logs_and_reports,)),
    (OWN_NOX, (nox_of_the_project,)),
    (SELF_CHECK, (workflows_checked,)),
)
