"""Status jobs and the final job: there, always run, complete, and asking each result for success."""

from . import expressions, verdicts
from .contexts import EVENTS
from .finding import Finding
from .forges import FORGES
from .matching import Match, runner_of
from .rows import image, is_unix, is_windows, on_target, runner
from .workflow import Job, Workflow, written


def check(manifest, workflow: Workflow, forge: str, match: Match):
    jobs = {workflow.jobs[name].name: workflow.jobs[name] for name in match.others}
    wanted = looked_at(manifest, match)
    for name, sessions in wanted.items():
        title = manifest.title(name)
        if title not in jobs:
            yield Finding("status-missing", name, f"there is no job called {title} that decides")
            continue
        job = jobs[title]
        if name == manifest.final_job:
            left_out = {match.job_of(row) for row, _ in match.everything() if not row.session.counts}
            needs = set(workflow.jobs) - {job.id} - left_out
            if match.changes and not any(each.filter for each in sessions):
                needs.discard(match.changes)
        else:
            needs = {match.job_of(row) for row, _ in match.everything() if row.session in sessions}
            if match.changes and any(each.filter for each in sessions):
                needs.add(match.changes)
        rule = "final-needs" if name == manifest.final_job else "status-needs"
        for each in sorted(needs - set(job.needs)):
            yield Finding(rule, job.id, f"does not look at {each}")
        for each in sorted(set(job.needs) - needs):
            yield Finding(rule, job.id, f"looks at {each} without reason")
        yield from (Finding(rule, job.id, text) for rule, text in _decides(manifest, workflow, name, job, forge))
    for name in sorted(jobs.keys() - {manifest.title(each) for each in wanted}, key=str):
        yield Finding("row-unasked", str(name), "nobody asked for this job")


def looked_at(manifest, match: Match) -> dict[str, list]:
    """The sessions that each status job stands for, the final job, if there is one, for all. A member brings what it joins, for it may succeed
    after a failure there, and what may be skipped brings everything that it waits for. A status job none of whose members runs here is left out."""
    here = {row.session for row in match.wanted} | set(match.given)
    found = {}
    for name, members in manifest.status_jobs().items():
        sessions = set(members) & here
        for each in set(sessions):
            sessions |= match.graph.joined(each)
        for each in set(sessions):
            if match.graph.may_skip(each):
                sessions |= match.graph.ancestors(each)
        if sessions:
            found[name] = sorted(sessions, key=lambda each: each.place)
    if manifest.final_job is None:
        return found
    return found | {manifest.final_job: sorted((each for each in here if each.counts), key=lambda each: each.place)}


def _decides(manifest, workflow: Workflow, name: str, job: Job, forge: str):
    condition = expressions.unwrapped(job.condition or "")
    if condition.replace(" ", "") != "always()":
        yield "status-if", f"runs if {condition or 'everything before it succeeded'}"
    if workflow.may(job) != ({} if FORGES[forge].permissions else None):
        yield "permissions", f"may do {workflow.may(job)}"
    if job.data.get("timeout-minutes") != 5:
        yield "timeout", f"{job.data.get('timeout-minutes')} minutes instead of 5"
    settings, asked = manifest.target(forge), manifest.runs_on(name)
    asked = asked and runner(asked)
    asked = asked if on_target(asked, settings) else None
    where = on_target(asked, settings) or runner(settings["default label"])
    if runner_of(job.data.get("runs-on"), EVENTS[0]) != tuple(written(each, EVENTS[0]) or None for each in where):
        yield "runner", f"runs on {job.data.get('runs-on')} instead of {image(where)}"
    if len(job.rows) != 1 or len(job.steps) != 1 or set(job.steps[0]) - {"name", "env", "run", "shell"}:
        yield "status-step", "does not decide in one step that always runs"
        return
    usual = ("ubuntu-24.04",) * isinstance(settings["runs-on"], dict)
    may_be_windows = not is_unix(where) and (is_windows(where) or not is_unix(asked or usual))
    if may_be_windows and job.steps[0].get("shell") != "bash":
        yield "shell", "may run on Windows without shell: bash"
    try:
        verdicts.examine(job.steps[0]["run"], tuple(job.steps[0].get("env") or ()))
    except verdicts.Unsound as problem:
        yield "status-script", str(problem)
        return
    if not verdicts.tells(job.steps[0]["run"], tuple(job.steps[0].get("env") or ())):
        yield "status-log", "does not tell in its log, line by line, which jobs did not succeed and how they ended"
