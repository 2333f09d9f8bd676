"""The job that checks the workflows: there where it is asked for, with gen-ci at a version that a bot can raise."""

import re

from .contexts import EVENTS
from .finding import Finding
from .forges import FORGES
from .manifest import PYTHON, Session
from .matching import Match, Place, runner_of
from .rows import Row, image, is_unix, is_windows, may_be_early, number, on_target, runner
from .rule_rows import SETUPS
from .running import play
from .workflow import Workflow, action, written

# How Renovate's preset customManagers:githubActionsVersions finds a version.
TOLD = re.compile(r"# renovate: datasource=(\S+) depName=(\S+)\s+[A-Za-z0-9_]+?_VERSION\s*:\s*[\"']?(.+?)[\"']?\s")
# What runs there is no session: it has no steps of the manifest, and no row.
NOBODY = Session("gen-ci", "command", -1, {"first": [], "before": [], "after": []})
ROW = Row(NOBODY, 0, NOBODY.name, None, None, None, False, (), {})


def check(manifest, workflow: Workflow, forge: str, match: Match):
    if not manifest.checks_itself(forge):
        return
    if match.checks is None:
        yield Finding("check-missing", "workflow", "no job checks the workflows")
        return
    job = workflow.jobs[match.checks]
    for rule, text in [*_job(manifest, workflow, job, forge), *_steps(manifest, workflow, job, forge)]:
        yield Finding(rule, job.id, text)


def _job(manifest, workflow, job, forge):
    if job.needs or job.condition is not None:
        yield "order-too-much", "waits for something, or does not always run"
    if job.name != job.id or not re.fullmatch(r"gen-ci(-\d+)?", job.id):
        yield "name", f"is called {job.name}"
    if workflow.may(job) != ({"contents": "read"} if FORGES[forge].permissions else None):
        yield "permissions", f"may do {workflow.may(job)}"
    if job.data.get("timeout-minutes") != 10:
        yield "timeout", f"{job.data.get('timeout-minutes')} minutes instead of 10"
    settings = manifest.target(forge)
    where = on_target(None, settings) or runner(settings["default label"])
    if runner_of(job.data.get("runs-on"), EVENTS[0]) != tuple(written(each, EVENTS[0]) or None for each in where):
        yield "runner", f"runs on {job.data.get('runs-on')} instead of {image(where)}"
    usual = ("ubuntu-24.04",) * isinstance(settings["runs-on"], dict)
    may_be_windows = not is_unix(where) and (is_windows(where) or not is_unix(usual))
    if may_be_windows and any("run" in step and step.get("shell") != "bash" for step in job.steps):
        yield "shell", "may run on Windows without shell: bash"


def _steps(manifest, workflow, job, forge):
    """Check out, set up the interpreter as sessions do, install one version, and check with it."""
    running = play(workflow, Place(job, 0, {}), EVENTS[0], ROW)
    yield from (("check-step", each) for each in running.problems)
    setup, asked = manifest.target(forge)["python-setup"], str(manifest.nox.get("python", PYTHON))
    if len(running.checkout) != 1 or job.steps[running.checkout[0]].get("with") != {"persist-credentials": False}:
        yield "checkout", "does not check out once, without credentials"
    used = sorted({action(step) for step in job.steps} & {*sum(SETUPS.values(), [])})
    if used != SETUPS.get(setup, []) or running.python != (None if setup == "none" else number(asked)):
        yield "python", f"runs on {running.python} from {used}, where {asked} from {setup} is asked for"
    early = any(step.get("with", {}).get("allow-prereleases", False) for step in job.steps)
    if early != (setup == "setup-python" and may_be_early(asked)):
        yield "pre-releases", "asks for pre-releases wrongly, or does not"
    told = TOLD.findall(workflow.text)
    if len(told) != 1 or told[0][:2] != ("pypi", "gen-ci") or not re.fullmatch(r"\d+\.\d+\.\d+", told[0][2]):
        yield "bot", f"a bot finds {told}"
    version = next(step["env"]["GEN_CI_VERSION"] for step in job.steps if "GEN_CI_VERSION" in (step.get("env") or {}))
    installed = [(arguments[-1], python) for _, arguments, python in running.installs]
    if installed != [(f"gen-ci=={version}", running.python)] or not re.fullmatch(r"\d+\.\d+\.\d+", version):
        yield "check-install", f"installs {installed}"
    if [arguments for _, arguments in running.other_calls] != [("gen-ci", "check")]:
        yield "check-call", f"calls {running.other_calls}"
