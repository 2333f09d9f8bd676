"""What must be seen on act: order, failure, skips and the final job. Of the cache nothing: workspaces are random."""

from . import asked


def good_run(trial, act):
    rows = act.play(trial.variant)
    _table(trial, "on act", rows)
    manifest = trial.variant.manifest
    trial.expect("on act every job is green", all(row.result == "success" for row in rows), _log(rows))
    times = {row.session: (row.began, row.ended) for row in rows if row.session}
    mistakes = asked.mistakes_in_time(manifest, times)
    trial.expect("on act all sessions ran, in the order that was asked for", not mistakes, "\n".join(mistakes))
    last = max(rows, key=lambda row: row.began)
    trial.expect(
        "on act the final job comes last", all(row.ended < last.began for row in rows if row is not last), _log(rows)
    )
    trial.final, trial.sessions = last.job, set(times)


def run_with_a_bug(trial, act):
    rows = act.play(trial.buggy())
    _table(trial, "on act, with a bug in the package's source (act calls later rows of a matrix failed, too)", rows)
    manifest = trial.variant.manifest
    failed = {asked.of(manifest, row.session) for row in rows if row.verdict == "failed"}
    final = [row for row in rows if row.job == trial.final]
    red = bool(failed) and [row.result for row in final] == ["failure"]
    trial.expect("on act a failing session fails the final job", red, _log(rows))
    waiting = {after for before, after in asked.order(manifest) if before in failed}
    ended = {row.session for row in rows if row.verdict}
    wanted = {session for session in trial.sessions if asked.of(manifest, session) not in waiting}
    trial.expect(
        "on act the other rows still finish", bool(wanted) and wanted <= ended, f"did not: {sorted(wanted - ended)}"
    )
    if waiting:
        began = sorted(row.session for row in rows if row.session and asked.of(manifest, row.session) in waiting)
        names = ", ".join(sorted(waiting))
        trial.expect(f"on act what needs a failing session is skipped ({names})", not began, str(began))


def _table(trial, title, rows):
    trial.report.say(f"\n{trial.project.name}, {title}")
    trial.report.table(("job", "result", "nox says"), [(row.name, row.result, row.verdict or "-") for row in rows])
    trial.report.say()


def _log(rows):
    return lambda: "\n".join(f"{row.name} ({row.result}) {line}" for row in rows for line in row.lines[-12:])
