"""What runs in a repository of several packages when some of its files have changed: `samples/monorepo`."""

from .project import with_a_bug
from .report import jobs_table, log_of

SAMPLE = "monorepo"
PACKAGES = ("measures", "kitchen")
ASKED = ["changes", *PACKAGES, "together", "ci-ok"]  # lint is green by itself
NOWHERE = "0" * 40


def everything(trial):
    """A push to the default branch, also if it changes nothing."""
    run = trial.first = trial.runner.play(trial.variant, github=_push(trial, "main"))
    jobs_table(trial.report, f"{trial.project.name}, a push to the default branch", run)
    trial.expect(
        "a push to the default branch runs everything",
        set(run.results.values()) == {"success"} and len(run.nox_rows()) == 4,
        log_of(run.rows),
    )
    ends = {row.job: row.finished for row in run.rows}
    trial.expect(
        "a session waits for those that it needs",
        run.row("together").started >= max(ends[name] for name in PACKAGES),
        log_of(run.rows),
    )


def one_package(trial):
    """A push to another branch that touches the folder of one package."""
    variant = trial.changed(files={"packages/kitchen/src/kitchen/__init__.py": _with_a_comment})
    run = trial.runner.play(variant, only=ASKED, github=_push(trial, "topic"))
    jobs_table(trial.report, f"{trial.project.name}, a push that touches one folder", run)
    trial.expect(
        "a push that touches one folder runs what is of it, and skips the rest",
        _ran(run) == {"kitchen", "together"} and run.results["measures"] == "skipped",
        str(run.results),
    )
    trial.expect("a skip for this reason leaves the final job green", run.final == "success", log_of(run.rows))


def no_package(trial):
    """Nothing on which one of these sessions depends."""
    variant = trial.changed(files={".gitignore": _with_a_comment})
    run = trial.runner.play(variant, only=ASKED, github=_push(trial, "topic"))
    trial.expect(
        "a push that touches none of the folders skips what depends on them",
        not _ran(run) and run.final == "success",
        str(run.results),
    )


def pull_request(trial):
    """The changes are those since it left its base, whatever its last commit has changed."""
    variant = trial.changed(files={"tests/test_together.py": _with_a_comment})
    github = {
        "event_name": "pull_request",
        "ref": "refs/pull/7/merge",
        "ref_name": "7/merge",
        "event": {"pull_request": {"number": 7, "base": {"sha": trial.project.base}, "head": {"sha": variant.commit}}},
    }
    run = trial.runner.play(variant, only=ASKED, github=github)
    trial.expect(
        "a pull request runs what it has changed, also behind sessions that were skipped",
        _ran(run) == {"together"} and run.final == "success",
        str(run.results),
    )


def new_branch(trial):
    """There is nothing to compare with."""
    run = trial.runner.play(trial.variant, only=["changes"], github=_push(trial, "new", NOWHERE))
    found = run.row("changes").answer["outputs"]
    trial.expect("the first push of a branch runs everything", set(found.values()) == {"true"}, str(found))


def a_failure(trial):
    """A bug in the library, which both packages use."""
    broken = trial.changed(files={"packages/measures/src/measures/__init__.py": with_a_bug})
    run = trial.runner.play(broken, only=ASKED, github=_push(trial, "topic"))
    jobs_table(trial.report, f"{trial.project.name}, with a bug in the library", run)
    trial.expect(
        "a failure skips what needs it, and fails the final job",
        [run.results[name] for name in (*PACKAGES, "together")] == ["failure", "failure", "skipped"] and run.final == "failure",
        log_of(run.rows),
    )


def _push(trial, branch, before=None):
    event = {"before": before or trial.project.base, "repository": {"default_branch": "main"}}
    return {"ref": f"refs/heads/{branch}", "ref_name": branch, "event": event}


def _ran(run):
    """The jobs of sessions that were played."""
    return {row.job for row in run.nox_rows()}


def _with_a_comment(text):
    return f"# One more line.\n{text}"


ALL = (everything, one_package, no_package, pull_request, new_branch, a_failure)
