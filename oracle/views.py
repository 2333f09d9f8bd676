"""More than one workflow: what a manifest says to each of them.

`docs/manifest.md`, workflows. Every other file here knows a manifest of one workflow only.
"""

from pathlib import PurePosixPath

TOP = "ci"
OWN = ("name", "run-name", "on", "concurrency", "final-job")
MERGED = ("env", "permissions", "cache")
# Of the defaults: what is merged by key, what is added, and what stands in place of each other.
INSIDE = ("env", "permissions", "cache", "checkout", "log", "nox")
ADDED = ("tags",)
ONE_OF = (("os", "runs-on"), ("paths", "paths-ignore"))


def ids(data: dict) -> list[str]:
    return [TOP, *(data.get("workflows") or {})]


def of_entry(entry: dict) -> list[str]:
    """The workflows that a session or a job belongs to."""
    said = entry.get("workflow", TOP)
    return said if isinstance(said, list) else [said]


def view(data: dict, workflow: str) -> dict:
    """The top level of a manifest that has this workflow alone; its sessions and jobs are all that there are."""
    if workflow == TOP:
        return data
    own = data["workflows"][workflow]
    seen = {key: value for key, value in data.items() if key not in OWN}
    seen |= {"name": workflow, "final-job": f"{workflow}-ok"} | {key: own[key] for key in OWN if key in own}
    for key in MERGED:
        if key in own:
            seen[key] = _merged(data.get(key), own[key])
    if "defaults" in own:
        seen["defaults"] = defaults(data.get("defaults") or {}, own["defaults"])
    seen["targets"] = targets(data, workflow)
    return seen


def defaults(top: dict, own: dict) -> dict:
    stood_for = {key for one_of in ONE_OF if own.keys() & set(one_of) for key in one_of}
    both = {key: value for key, value in top.items() if key not in stood_for} | own
    both |= {key: _merged(top[key], own[key]) for key in INSIDE if key in top and key in own}
    return both | {key: [*own.get(key, []), *top.get(key, [])] for key in ADDED if key in both}


def _merged(top, own):
    return top | own if isinstance(top, dict) and isinstance(own, dict) else own


def targets(data: dict, workflow: str) -> dict:
    """The targets of a workflow, each with its file; the other settings are the top level's."""
    top = {forge: said if isinstance(said, dict) else {"file": said}
           for forge, said in (data.get("targets") or {"github": {}}).items()}
    said = (data["workflows"][workflow] if workflow != TOP else {}).get("targets", list(top))
    said = [said] if isinstance(said, str) else said
    found = {}
    for forge in said:
        settings = {"file": f".{forge}/workflows/ci.yml"} | top.get(forge, {})
        if workflow != TOP:
            settings["file"] = said[forge] if isinstance(said, dict) else str(
                PurePosixPath(settings["file"]).parent / f"{workflow}.yml")
        found[forge] = settings
    return found


def of_file(data: dict, path: str) -> str:
    """The workflow that stands in a file, by the end of its path; that of the top level where none has it."""
    return next((workflow for workflow in ids(data)[1:] for settings in targets(data, workflow).values()
                 if f"/{path}".endswith(f"/{settings['file']}")), TOP)


