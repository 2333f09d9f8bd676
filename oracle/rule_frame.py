"""What stands around the jobs: the name, the triggers, concurrency, variables, permissions of the workflow."""

from .contexts import EVENTS, replaced
from .finding import Finding
from .matching import Match
from .workflow import Workflow, written
from .yaml12 import TYPED

DEFAULT_ON = {"push": {"branches": ["main"]}, "pull_request": {}, "workflow_dispatch": {}}
LISTS = {"branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore", "types"}
KNOWN = {"name", "on", "permissions", "concurrency", "env", "jobs"}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    data = workflow.data
    if data.get("name") != manifest.data.get("name", "CI"):
        yield Finding("name", "workflow", f"is called {data.get('name')}")
    if extra := set(data) - KNOWN:
        yield Finding("unasked", "workflow", f"says {', '.join(sorted(extra))}")
    wanted = triggers(manifest.data.get("on", DEFAULT_ON), forge)
    if (found := triggers(data.get("on"), None)) != wanted:
        yield Finding("triggers", "workflow", f"runs on {found} instead of {wanted}")
    if _texts(data.get("env")) != _texts(manifest.data.get("env")):
        yield Finding("env", "workflow", f"has the variables {data.get('env')}")
    if data.get("permissions") != ({} if forge == "github" else None):
        yield Finding("permissions", "workflow", f"may do {data.get('permissions')}")
    yield from _concurrency(manifest.data.get("concurrency"), data.get("concurrency"), "pull_request" in wanted)


def triggers(said, forge: str | None) -> dict:
    """`on` in one form. On Forgejo without what is never sent there: merge_group, and time zones."""
    names = [said] if isinstance(said, str) else said
    events = dict(said) if isinstance(said, dict) else {name: None for name in names}
    found = {}
    for name, filters in events.items():
        if name == "schedule":
            found[name] = [{key: value for key, value in each.items() if key == "cron" or forge != "forgejo"}
                           for each in filters]
        elif name == "workflow_dispatch" and filters and filters.get("inputs"):
            found[name] = filters | {"inputs": {key: _asked(each) for key, each in filters["inputs"].items()}}
        elif name != "merge_group" or forge != "forgejo":
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


def _concurrency(said, found, pulls):
    """The default: a newer push to a pull request cancels the older run; every other run is alone and finishes."""
    if said is False:
        if found is not None:
            yield Finding("concurrency", "workflow", "excludes other runs, which nobody asked for")
        return
    if said is not None:
        wanted = {"group": said} if isinstance(said, str) else {"cancel-in-progress": False} | said
        if {"cancel-in-progress": False} | _concurrency_map(found) != {"cancel-in-progress": False} | wanted:
            yield Finding("concurrency", "workflow", f"{found} instead of {wanted}")
        return
    push, pull = EVENTS[0], EVENTS[1]
    others = (push, replaced(push, "github", sha="c" * 40), replaced(push, "github", workflow="another"))
    same = (pull, replaced(pull, "github", sha="c" * 40)) if pulls else ()
    groups = [written(_concurrency_map(found).get("group"), contexts) for contexts in others + same]
    if len(set(groups)) != (4 if pulls else 3) or len(set(groups[:3])) != 3:
        yield Finding("concurrency", "workflow", f"the groups are {groups}")
    for contexts in (push, pull) if pulls else (push,):
        cancels = written(_concurrency_map(found).get("cancel-in-progress", False), contexts) == "true"
        if cancels != (contexts is pull):
            yield Finding("concurrency", "workflow", f"cancels runs of {contexts['github']['event_name']}: {cancels}")


def _concurrency_map(found) -> dict:
    return found if isinstance(found, dict) else {"group": found}
