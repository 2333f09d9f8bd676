"""What must be seen when a workflow really runs. Each scenario is one or a few runs, and expectations about them."""

import functools

from . import asked, machine
from .project import with_a_bug
from .report import jobs_table, log_of

NOX_RUNS = "^nox > Running session"
# The environment is there, the session begins to work.
SESSION_WORKS = "^nox > (?!Running session|Reusing|Creating|(python -m |uv )pip install)"


class Trial:
    """A project, a runner with its cache, and a report. `choose` says which of its interpreters must be there."""

    def __init__(self, project, runner, report, choose=set):
        self.project, self.runner, self.report, self.choose = project, runner, report, choose
        self.spoil_with()

    def spoil_with(self, *edits):
        """From now on every workflow is changed by these edits; the self-test does so."""
        self.edits = edits
        self.variant = self.changed()

    def changed(self, **changes):
        """The project with a change; its interpreters are there when this returns."""
        variant = self.project.variant(**changes)
        pythons = {str(each) for entry in asked.sessions(variant.manifest).values() for each in _list(entry["python"])}
        machine.prepare(sorted(self.choose(pythons)), machine.requirement(variant.workflow))
        return variant.with_workflow(functools.reduce(lambda text, edit: edit(text), self.edits, variant.workflow))

    def expect(self, text, holds, detail=""):
        return self.report.expect(f"{self.project.name}: {text}", holds, detail)

    def alone(self, row, variant, **how):
        """Plays one row and the final job, as if all others were green; gives the run and the row."""
        final = list(self.first.results)[-1]
        run = self.runner.play(
            variant, only=[row.name, *(each.name for each in self.first.rows if each.job == final)], **how
        )
        return run, run.row(row.name)

    def looked(self, row, variant, **how):
        """Plays one row until nox runs: by then it has looked into the cache. Nothing is saved."""
        return self.alone(row, variant, cancel={"row": row.name, "words": NOX_RUNS}, **how)[1]

    def one(self):
        """A row whose interpreter is the default one, so that all of the key but the session can be changed."""
        entries = self.variant.manifest["sessions"]
        return next(
            row for row in self.first.nox_rows() if "python" not in (entries.get(row.session) or {"python": ""})
        )

    def buggy(self, **changes):
        """The project with a package that cannot be imported; nothing that a key is made of has changed."""
        return self.changed(files={self.project.package_file(): with_a_bug}, **changes)


def first_run(trial):
    """Nothing is in the cache."""
    trial.runner.empty()
    run = trial.first = trial.runner.play(trial.variant)
    trial.failing = trial.one()  # until a run shows which one fails with a bug
    jobs_table(trial.report, f"{trial.project.name}, first run", run)
    rows = run.nox_rows()
    trial.expect("in the first run every job is green", set(run.results.values()) == {"success"}, log_of(run.rows))
    trial.expect(
        "each row misses the cache and saves", all(row.cached == "miss" and row.saved for row in rows), log_of(rows)
    )
    keys = [key for key in trial.runner.keys() if not key.startswith("downloads-")]
    trial.expect("each row has saved under a key of its own", len(set(keys)) == len(rows), "\n".join(keys))
    mistakes = asked.mistakes_in_time(
        trial.variant.manifest, {row.session: (row.started, row.finished) for row in rows}
    )
    trial.expect("all sessions ran, in the order that was asked for", not mistakes, "\n".join(mistakes))
    trial.runner.mark()


def second_run(trial):
    """The same commit again."""
    keys = trial.runner.keys()
    run = trial.runner.play(trial.variant)
    jobs_table(trial.report, f"{trial.project.name}, second run", run)
    rows = run.nox_rows()
    trial.expect("in the second run every job is green", set(run.results.values()) == {"success"}, log_of(run.rows))
    trial.expect("each row hits the cache", all(row.cached == "hit" for row in rows), log_of(rows))
    trial.expect(
        "nox says that it reuses each environment, and leaves the file in it",
        all(row.reused for row in rows),
        log_of(rows),
    )
    trial.expect(
        "nothing is saved again", trial.runner.keys() == keys and not any(row.saved for row in rows), log_of(rows)
    )


def changed_file(trial):
    """Another pyproject.toml, which says the same."""
    variant = trial.changed(files={"pyproject.toml": lambda text: f"{text}\n# One more line.\n"})
    row = trial.looked(trial.one(), variant)
    trial.expect("a changed pyproject.toml misses", row.cached == "miss", log_of([row]))
    if "/downloads" in variant.workflow:
        trial.expect(
            "then uv finds what it has downloaded before",
            row.says(r"^Cache restored from key: downloads-") and not row.says(r"^Cache restored from key: nox-"),
            log_of([row]),
        )


def other_interpreter(trial):
    before = trial.one()
    python = machine.another(str(trial.variant.manifest["defaults"]["python"]))
    variant = trial.changed(manifest=lambda tree: tree["defaults"].update(python=python))
    row = trial.looked(before, variant)
    trial.expect(f"another interpreter ({python}) misses", row.cached == "miss", log_of([row]))
    if row.key and before.key:
        tail = before.key.rsplit("-", 1)[1]
        trial.expect(
            "another interpreter misses by its part of the key, the hash is the same",
            row.key != before.key and row.key.endswith(tail),
            f"{before.key}\n{row.key}",
        )


def other_workspace(trial):
    before = trial.one()
    row = trial.looked(before, trial.variant, machines="elsewhere")
    trial.expect("another path of the workspace misses", row.cached == "miss", log_of([row]))
    trial.expect(
        "another path of the workspace misses under the same key", row.key == before.key, f"{before.key}\n{row.key}"
    )


def bug_on_a_hit(trial):
    keys = trial.runner.keys()
    run = trial.runner.play(trial.buggy())
    jobs_table(trial.report, f"{trial.project.name}, with a bug in the package's source", run)
    rows = run.nox_rows()
    failed = [row for row in rows if row.result == "failure"]
    found = bool(failed) and all(row.cached == "hit" and row.reused and row.says("a planted bug") for row in failed)
    trial.expect("a bug in the package's source is found on a hit, in a reused environment", found, log_of(rows))
    trial.expect("a failing session fails the final job", run.final == "failure", str(run.results))
    trial.failing = failed[0] if failed else trial.failing
    _others(trial, run, rows)
    trial.expect(
        "a failing run saves nothing over what there was", trial.runner.keys() == keys, "\n".join(trial.runner.keys())
    )


def _others(trial, run, rows):
    """Beside a failure everything ends that does not wait for it; what waits is skipped."""
    manifest = trial.variant.manifest
    ended = {
        row.session: row.result
        for row in rows
        if row.result in ("success", "failure") and row.says(r"nox > Session .* (was successful|failed)")
    }
    failed = {asked.of(manifest, row.session) for row in rows if row.result == "failure"}
    waiting = {after for before, after in asked.order(manifest) if before in failed}
    wanted = {row.session for row in trial.first.nox_rows() if asked.of(manifest, row.session) not in waiting}
    trial.expect(
        "the other rows still finish", bool(wanted) and wanted <= set(ended), f"did not: {sorted(wanted - set(ended))}"
    )
    if waiting:
        began = sorted(session for session in ended if asked.of(manifest, session) in waiting)
        trial.expect(
            f"what needs a failing session does not start ({', '.join(sorted(waiting))})", not began, str(began)
        )


def failure_on_a_miss(trial):
    trial.runner.forget(trial.failing.key)
    keys = trial.runner.keys()
    run, row = trial.alone(trial.failing, trial.buggy())
    seen = row.cached == "miss" and row.result == "failure" and run.final == "failure"
    trial.expect("a failing job saves nothing", seen and trial.runner.keys() == keys, log_of([row]))


def cancelled_run(trial):
    """The run is cancelled while nox runs, after it has made the environment."""
    target = trial.failing
    trial.runner.forget(target.key)
    keys = trial.runner.keys()
    run, row = trial.alone(target, trial.variant, cancel={"row": target.name, "words": SESSION_WORKS})
    trial.expect(
        "a job that is cancelled while nox runs fails the final job",
        (row.result, run.final) == ("cancelled", "failure"),
        log_of([row]),
    )
    trial.expect("a cancelled job saves nothing", trial.runner.keys() == keys, "\n".join(trial.runner.keys()))


def verdicts(trial):
    """The final job with each of the others ended in each way; only it is played, with its own script."""
    jobs = list(trial.first.results)[:-1]
    finals = [row.name for row in trial.first.rows if row.job not in jobs]
    green = trial.runner.play(trial.variant, only=finals, results=dict.fromkeys(jobs, "success"))
    trial.expect("the final job is green if every other job is", green.final == "success", log_of(green.rows))
    for result in ("failure", "cancelled", "skipped"):
        wrong = []
        for job in jobs:
            run = trial.runner.play(trial.variant, only=finals, results=dict.fromkeys(jobs, "success") | {job: result})
            if run.final != "failure":
                wrong.append(f"{job}: {result}, but the final job: {run.final}")
        trial.expect(
            f"a job with the result {result} fails the final job ({len(jobs)} tried)", not wrong, "\n".join(wrong)
        )


def allowed_failure(trial):
    variant = trial.buggy(manifest=lambda tree: tree["defaults"].update({"allow-failure": True}))
    run, row = trial.alone(trial.failing, variant)
    failed = row.says("a planted bug") and row.says(r"nox > Session .* failed")
    trial.expect(
        "a session that may fail does, and the run stays green", failed and run.final == "success", log_of([row])
    )
    trial.expect(
        "a failure that is allowed gives a warning",
        any("allowed" in text for text in row.answer["warnings"]),
        log_of([row]),
    )
    trial.expect("what failed is not saved", not row.saved, log_of([row]))


def some_may_fail(trial):
    """Of the rows of one job, that on the last interpreter may fail."""
    for name, entry in trial.variant.manifest["sessions"].items():
        rows = [row for row in trial.first.nox_rows() if asked.of(trial.variant.manifest, row.session) == name]
        pythons = _list(entry.get("python"))
        if len(pythons) < 2 or len(rows) != len(pythons):
            continue
        said = {"include": [{"python": pythons[-1], "allow-failure": True}]}
        variant = trial.buggy(manifest=lambda tree, name=name, said=said: tree["sessions"][name].update(said))
        for row, wanted in ((rows[-1], "success"), (rows[0], "failure")):
            run, played = trial.alone(row, variant)
            failed = played.says(r"nox > Session .* failed")
            trial.expect(
                f"if only the last row of {name} may fail, a failure of {row.name} is a {wanted}",
                failed and played.job == rows[0].job and run.final == wanted,
                log_of([played]),
            )
        return


ALL = (
    first_run,
    second_run,
    changed_file,
    other_interpreter,
    other_workspace,
    bug_on_a_hit,
    failure_on_a_miss,
    cancelled_run,
    verdicts,
    allowed_failure,
    some_may_fail,
)


def _list(value):
    return value if isinstance(value, list) else [value]
