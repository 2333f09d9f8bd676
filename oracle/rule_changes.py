"""The job that finds out what has changed: there where it is needed, and right about real commits, whatever started the run."""

from . import changes
from .contexts import EVENTS
from .finding import Finding
from .forges import FORGES
from .matching import Match, runner_of
from .rows import image, on_target, runner
from .workflow import Workflow, action, written

CHECKOUT = {"fetch-depth": 0, "filter": "blob:none", "persist-credentials": False}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    gated = [each for each in match.graph.sorted() if each.filter]
    if not gated:
        return
    if match.changes is None:
        yield Finding("changes-missing", "workflow", "no job finds out what has changed")
        return
    job = workflow.jobs[match.changes]
    yield from (Finding(rule, job.id, text) for rule, text in _job(manifest, workflow, job, forge))
    filters = tuple(dict.fromkeys(each.filter for each in gated))
    outputs = match.outputs
    for each in gated:
        if each.filter not in outputs:
            yield Finding("changes-word", job.id, f"has no output for {each.name}")
            return
    if len(job.data.get("outputs", {})) != len(filters):
        yield Finding("changes-word", job.id, f"has {len(job.data['outputs'])} outputs for {len(filters)} filters")
    for text, contexts, files in _runs(filters):
        told = changes.said(job, contexts, filters)
        for one in filters:
            wanted = "true" if files is None or any(changes.matches(one, file) for file in files) else "false"
            if told.get(outputs[one]) != wanted:
                yield Finding("changes-word", job.id, f"{text}: says {told.get(outputs[one])!r} of {one} where {files} changed")
                return


def _job(manifest, workflow, job, forge):
    if job.needs or job.condition is not None:
        yield "order-too-much", "waits for something, or does not always run"
    may = {"contents": "read"} if FORGES[forge].permissions else None
    if workflow.may(job) != may:
        yield "permissions", f"may do {workflow.may(job)}"
    where = on_target(None, manifest.target(forge)) or runner(manifest.target(forge)["default label"])
    if runner_of(job.data.get("runs-on"), EVENTS[0]) != tuple(written(each, EVENTS[0]) or None for each in where):
        yield "runner", f"runs on {job.data.get('runs-on')} instead of {image(where)}"
    out, *rest = job.steps
    if action(out) != "actions/checkout" or out.get("with") != CHECKOUT or len(rest) != 1 or set(rest[0]) - {"name", "id", "env", "run", "shell"}:
        yield "step", "does not check out all commits and then find out"


def _runs(filters):
    """(what started a run, its contexts, the files that differ there; None where all must run)"""
    known = changes.commits(filters)
    base, main, same = known["base"], known["main"], known["same"]
    for place, each in enumerate(changes.changes(filters)):
        head = known[each.branch]
        if place % 2 == 0:
            yield "a pull request", changes.proposed(EVENTS[1], main, head), each.files
        else:
            yield "a push", changes.pushed(EVENTS[0], base, head), each.files
    yield "a push of nothing", changes.pushed(EVENTS[0], base, same), ()
    yield "a push to the default branch", changes.pushed(EVENTS[0], base, same, ref="refs/heads/main", ref_name="main"), None
    yield "a push after another history", changes.pushed(EVENTS[0], main, base), (*changes.files(filters), "more/of it")
    yield "a tag", changes.pushed(EVENTS[0], base, same, ref="refs/tags/v1", ref_name="v1", ref_type="tag"), None
    yield "a schedule", changes.pushed(EVENTS[0], base, same, event_name="schedule"), None
    yield "a run by hand", changes.pushed(EVENTS[0], base, same, event_name="workflow_dispatch"), None
    yield "the first push of a branch", changes.pushed(EVENTS[0], changes.NEVER, same), None
    yield "a push after what is gone", changes.pushed(EVENTS[0], changes.GONE, same), None
    yield "a pull request onto what is gone", changes.proposed(EVENTS[1], changes.GONE, same), None
    yield "a pull request of what is not there", changes.proposed(EVENTS[1], main, changes.GONE), None
    nobody = {"before": base, "repository": {}}
    yield "a push where nobody says which branch is the default", changes.pushed(EVENTS[0], base, same, event=nobody), None
    yield "a pull request that does not say onto what", changes.pushed(EVENTS[1], "", same, event_name="pull_request"), None
