"""What stands around the jobs: the name, the triggers, concurrency, variables, permissions of the workflow."""

from . import rule_concurrency
from .finding import Finding
from .forges import FORGES, Forge
from .matching import Match
from .workflow import Workflow, written
from .yaml12 import TYPED

DEFAULT_ON = {"push": {"branches": ["main"]}, "pull_request": {}, "workflow_dispatch": {}}
LISTS = {"branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore", "types", "workflows"}
STARTED = ("workflow_dispatch", "workflow_call")  # with inputs
KNOWN = {"name", "run-name", "on", "permissions", "concurrency", "env", "jobs"}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    data = workflow.data
    if data.get("name") != manifest.data.get("name", "CI"):
        yield Finding("name", "workflow", f"is called {data.get('name')}")
    if data.get("run-name") != (None if "run-name" in FORGES[forge].ignores else manifest.data.get("run-name")):
        yield Finding("name", "workflow", f"its runs are called {data.get('run-name')}")
    if extra := set(data) - KNOWN:
        yield Finding("unasked", "workflow", f"says {', '.join(sorted(extra))}")
    wanted = triggers(manifest.data.get("on", DEFAULT_ON), FORGES[forge])
    if (found := triggers(data.get("on"), None)) != wanted:
        yield Finding("triggers", "workflow", f"runs on {found} instead of {wanted}")
    if _texts(data.get("env")) != _texts(manifest.data.get("env")):
        yield Finding("env", "workflow", f"has the variables {data.get('env')}")
    may = data.get("permissions")
    if (may is not None) != FORGES[forge].permissions or not set((may or {}).values()) <= {"read", "none"}:
        yield Finding("permissions", "workflow", f"may do {may}, where only single jobs should write")
    yield from rule_concurrency.check(manifest.data.get("concurrency"), data.get("concurrency"), FORGES[forge],
                                      "pull_request" in wanted, [*wanted] == ["workflow_call"])


def triggers(said, forge: Forge | None) -> dict:
    """`on` in one form: without the events that a forge never sends, and without time zones where it knows none."""
    names = [said] if isinstance(said, str) else said
    events = dict(said) if isinstance(said, dict) else {name: None for name in names}
    found = {}
    for name, filters in events.items():
        if name == "schedule":
            found[name] = [{key: value for key, value in each.items() if key == "cron" or not forge or forge.timezone}
                           for each in filters]
        elif name in STARTED and filters and (filters.get("inputs") or "secrets" in filters):
            filters = {key: value for key, value in filters.items() if key != "secrets" or not forge or forge.call_secrets}
            found[name] = filters if not filters.get("inputs") else filters | {"inputs": {key: _asked(each) for key, each in filters["inputs"].items()}}
        elif not forge or name not in forge.never_sent:
            found[name] = {key: [value] if key in LISTS and isinstance(value, str) else value
                           for key, value in (filters or {}).items()}
    return found


def _asked(said):
    """An input in one form: its default is a text, unless it is a number or a boolean."""
    if (said or {}).get("type") in TYPED or "default" not in (said or {}):
        return said
    return said | {"default": written(said["default"], {})}


def _texts(variables):
    return {name: written(value, {}) if "${{" not in str(value) else value for name, value in (variables or {}).items()}
