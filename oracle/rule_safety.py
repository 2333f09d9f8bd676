"""What no workflow may lack, whatever its manifest says: pins, time-outs, no text pasted into
scripts."""

import re

import yaml

from .finding import Finding
from .forges import FORGES, Forge
from .matching import Match
from .workflow import Workflow

_USES = re.compile(r"^\s*(?:- )?uses: (.*)$", re.M)
_PINNED = re.compile(r"(https://[a-z.]+/)?([\w.-]+/[\w.-]+)(/[\w./-]+)?@([0-9a-f]{40}) # (v?\d+[\w.+-]*)")
KNOWN = {"name", "if", "needs", "runs-on", "timeout-minutes", "permissions", "strategy", "env", "steps"}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    yield from _pins(manifest, workflow, FORGES[forge])
    yield from _target(manifest.target(forge), workflow, forge)
    for name, job in workflow.jobs.items():
        yield from (Finding(rule, name, text) for rule, text in _job(manifest, job, {"outputs"} if name == match.changes else set()))


def _pins(manifest, workflow, forge: Forge):
    """Every action stands there with its host, a commit and a version: the manifest's, where it has one."""
    seen: dict[str, str] = {}
    for used in _USES.findall(workflow.text):
        used = used.strip("\"'")
        if used.startswith("./") or used.startswith("$/") and forge.hosts is None or re.fullmatch(r"docker://\S+@sha256:[0-9a-f]{64}", used):
            continue
        if not (match := _PINNED.fullmatch(used)):
            yield Finding("pin", "workflow", f"not pinned: {used}")
            continue
        host, name, _, commit, version = match.groups()
        wanted = forge.host(name.split("/")[0])
        if host != wanted:
            yield Finding("host", "workflow", f"{used} is not from {wanted}")
        pin = f"{commit} # {version}"
        if seen.setdefault(name, pin) != pin or (manifest.data.get("pins") or {}).get(name, pin) != pin:
            yield Finding("pin", "workflow", f"{name} is {pin}, elsewhere {seen[name]} or by the manifest another")


def _target(target, workflow, forge):
    """What a target asks for: no anchors, and the forge's own actions for artifacts."""
    if not target["anchors"] and any(getattr(each, "anchor", None) for each in yaml.parse(workflow.text)):
        yield Finding("anchors", "workflow", "has anchors")
    owner = "forgejo" if forge == "forgejo" and target["artifacts"] == "v4" else "actions"
    for found, name in re.findall(r"uses: \S*?(\w+)/((?:up|down)load-artifact)@", workflow.text):
        if found != owner:
            yield Finding("artifacts", "workflow", f"{name} is that of {found}, not of {owner}")


def _job(manifest, job, more):
    given = manifest.jobs.get(job.id)
    shell = {"defaults"} if job.data.get("defaults") == {"run": {"shell": "bash"}} else set()
    if not given and (extra := set(job.data) - KNOWN.union(manifest.passed, shell, more)):
        yield "unasked", f"says {', '.join(sorted(extra))}"
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]{0,98}", job.id):
        yield "id", "is no id"
    if "uses" in job.data:
        return
    if not job.data.get("timeout-minutes"):
        yield "timeout", "has no time-out"
    if not job.data.get("runs-on"):
        yield "runner", "has no runner"
    if len(job.rows) > 256:
        yield "matrix", f"has {len(job.rows)} rows"
    seen = [step["id"] for step in job.steps if "id" in step]
    if len(set(seen)) < len(seen):
        yield "step-id", "two steps have one id"
    for step in job.steps:
        yield from _step(step)


def _step(step):
    """Nothing is pasted into a script."""
    if "${{" in step.get("run", "") or "${{" in step.get("shell", ""):
        yield "script", f"an expression stands in a script: {step['run'].strip().splitlines()[0]}"
    if len(step.get("run", "")) > 21000:
        yield "script", "is too long for GitHub"
    if ("run" in step) == ("uses" in step):
        yield "step", "a step has either run or uses"
