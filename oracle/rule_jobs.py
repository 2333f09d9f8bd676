"""Jobs that the manifest writes as in Actions: there, with everything that they say, and what they leave to gen-ci added."""

from .finding import Finding
from .forges import FORGES
from .matching import Match
from .rows import runner
from .rule_rows import _written as texts
from .workflow import Workflow, action

# What other rules look at: who waits for whom, and when a job runs.
ELSEWHERE = ("needs", "if", "workflow")


def check(manifest, workflow: Workflow, forge: str, match: Match):
    for session, where in match.given.items():
        job = workflow.jobs.get(session.name)
        if job is None:
            yield Finding("job-missing", session.name, "is not there")
            continue
        wanted, found = asked(session, where, forge), {**job.data, "name": job.name}
        if (may := workflow.may(job)) is not None:
            found["permissions"] = may
        said, there = wanted.pop("runs-on", None), found.pop("runs-on", None)
        if (said and runner(said)) != (there and runner(there)):
            yield Finding("given", session.name, f"runs on {there} instead of {said}")
        for key in {*wanted, *found} - {*ELSEWHERE}:
            if _plain(texts({key: found.get(key)})) != _plain(texts({key: wanted.get(key)})):
                yield Finding("given", session.name, f"{key} is {found.get(key)} instead of {wanted.get(key)}")
        if session.condition is None and job.condition is not None and "needs." not in job.condition:
            yield Finding("given", session.name, f"runs if {job.condition}")


def asked(session, where, forge: str) -> dict:
    """A job as the manifest means it on a forge, without what the forge ignores."""
    said = {"name": session.name, "permissions": {"contents": "read"}} | session.values["written"]
    if "steps" in said:
        said = {"timeout-minutes": 30} | said | {"runs-on": said["runs-on"] if where is None else list(where[1:])}
        if where and where[0]:
            said["runs-on"] = {"group": where[0], "labels": list(where[1:])}
    found: dict = {}
    for key, value in said.items():
        if isinstance(value, dict):
            value = {name: each for name, each in value.items() if f"{key}.{name}" not in FORGES[forge].ignores_in_jobs}
        if key not in FORGES[forge].ignores_in_jobs:
            found[key] = value
    return found


def _plain(value):
    """A value without the commits of its actions: another rule looks at those."""
    if isinstance(value, dict):
        return {key: _used(each) if key == "uses" else _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return _used(value) if isinstance(value, str) and value.split("@")[0].endswith((".yml", ".yaml")) else value


def _used(value: str) -> str:
    return action({"uses": value})
