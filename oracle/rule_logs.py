"""Logs and reports: what nox prints is kept and its exit code stays, both are uploaded when the manifest says so, and a job in
which no session ran fails."""

import json

from . import expressions, shell
from .contexts import EVENTS, replaced
from .finding import Finding
from .running import play
from .workflow import filled, tolerates

TEMPORARY = "/temp"
# What a report says of its sessions, and whether one ran.
REPORTS = ([["success"]], True), ([["failed"]], True), ([["skipped"], ["success"]], True), ([["skipped"]], False), ([[]], False), ([], False)


def check(manifest, workflow, forge, match):
    names: set[str] = set()
    for row, place in match.pairs():
        running = play(workflow, place, EVENTS[0], row)
        yield from (Finding(rule, str(place), text) for rule, text in _row(row, running))
        for _, inputs in running.logs:
            if inputs.get("name", "").lower() in names:
                yield Finding("log", str(place), f"a second artifact is called {inputs['name']}")
            names.add(inputs.get("name", "").lower())


def _row(row, running):
    log, report = log_of(row.session), bool(row.session.values.get("report")) and row.session.kind in ("nox", "calls")
    for place, arguments, _ in running.nox_calls:
        step = running.job.steps[place]
        for status in (0, 1, 3):
            kept = shell.logged(step["run"], filled(step.get("env"), running.contexts), status)
            if kept != (status, True, log is not None):
                yield "log", f"where nox ends with {status}, (status, shown, kept) is {kept}"
    files = [each[each.index("--report") + 1] for _, each, _ in running.nox_calls if "--report" in each]
    if report and (len(set(files)) != len(running.nox_calls) or not all(_is_report(each) for each in files)):
        yield "report", f"the reports are {files}"
    if len(running.reports) != report:
        yield "report", f"{len(running.reports)} steps show reports instead of {int(report)}"
    for place in running.reports:
        yield from _shows(row, running, place)
    yield from _uploads(row, running, log, report)


def log_of(session):
    """What a session's `log` says; None where nothing is kept."""
    return session.values["log"] if session.kind in ("nox", "calls") else None


def _is_report(path):
    return path.startswith(f"{TEMPORARY}/nox-report") and path.endswith(".json")


def _shows(row, running, place):
    step = running.job.steps[place]
    if tolerates(step, running.contexts) is not row.session.may_fail:
        yield "report", f"a report without sessions: continue-on-error is {step.get('continue-on-error')}"
    if not all(_holds(step, running, state) for state in ("success", "failure")):
        yield "report", f"is only shown if {step.get('if')}"
    for reports, ran in REPORTS:
        texts = [json.dumps({"result": 1, "sessions": [_session(result) for result in results]}, indent=2) for results in reports]
        status, shown, summary = shell.reported(step["run"], tuple(texts))
        if (status == 0) != ran:
            yield "report", f"reports that say {reports} end the step with {status}"
        lines = [f"| tests-3.12(a='x\\|y') | {result} | 1.2 |" for results in reports for result in results]
        if [each for each in shown if each.startswith("| tests")] != lines or summary != [each for each in shown if each.startswith("|")]:
            yield "report", f"shows {shown}, and {summary} in the summary, for {reports}"


def _session(result):
    return {"args": {"a": "x|y"}, "name": "tests", "result": result, "result_code": 1, "reason": None,
            "signatures": ["tests-3.12(a='x|y')"], "duration": 1.23}


def _holds(step, running, state):
    functions = {name: (lambda name=name: name == state) for name in ("success", "failure", "cancelled")} | {"always": lambda: True}
    outcome = {"session": {"outcome": "failure" if state == "tolerated" else "success"}}
    functions |= {"success": lambda: state in ("success", "tolerated")}
    contexts = replaced(running.contexts, "steps", **outcome)
    condition = expressions.unwrapped(str(step.get("if", "success()")))
    return expressions.truth(expressions.run(expressions.parse(condition), contexts, functions))


def _uploads(row, running, log, report):
    if len(running.logs) != (log is not None or report):
        yield "log", f"uploads {len(running.logs)} logs"
        return
    for place, inputs in running.logs:
        step = running.job.steps[place]
        prefix = "ci-report-" if log is None else "ci-logs-"
        if not inputs.get("name", "").startswith(prefix) or len(inputs["name"]) == len(prefix):
            yield "log", f"the artifact is called {inputs.get('name')}"
        wanted = [f"{TEMPORARY}/nox.log"] * (log is not None) + [f"{TEMPORARY}/nox-report*.json"] * report
        if inputs.get("path", "").split() != wanted:
            yield "log", f"uploads {inputs.get('path')} instead of {wanted}"
        days = None if log is None else log.get("retention-days")
        kept = {"if-no-files-found": "ignore"} | ({} if days is None else {"retention-days": str(days)})
        if {key: value for key, value in inputs.items() if key not in ("name", "path")} != kept:
            yield "log", f"says {inputs} instead of {kept}"
        always = log is None or log.get("upload", "failure") == "always"
        for state in ("success", "failure", "cancelled") + ("tolerated",) * row.session.may_fail:
            asked = always or state != "success"
            if _holds(step, running, state) != asked:
                yield "log", f"is uploaded if {step.get('if')}, after {state}"
