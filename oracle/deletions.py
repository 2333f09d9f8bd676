"""Takes away one key or item of a workflow at a time: each must be missed, or be known to do no harm."""

import copy
import json
from collections.abc import Iterator

# The ends of paths that do no harm. Names of steps, and of jobs that are called like their id, are for people.
HARMLESS = ("name", "NEEDS", "no-project", "venv-path", "enable-cache")


def deletions(workflow: dict) -> Iterator[tuple[str, str]]:
    """(path, the workflow without it) for every place; steps that several jobs share are looked at once."""
    data = json.loads(json.dumps(workflow))  # without aliases
    seen: list = []
    for path in _paths(data):
        if path[-1] in HARMLESS or len(path) > 3 and path[2] == "steps" and _shared(data, path[1], seen):
            continue
        smaller = copy.deepcopy(data)
        inner = smaller
        for step in path[:-1]:
            inner = inner[step]
        del inner[path[-1]]
        yield "/".join(map(str, path)), json.dumps(smaller, ensure_ascii=False, indent=1)


def _shared(data, job, seen) -> bool:
    steps = data["jobs"][job]["steps"]
    first = next((name for name, known in seen if known == steps), None)
    if first is None:
        seen.append((job, steps))
    return first not in (None, job)


def _paths(value, before=()) -> Iterator[tuple]:
    places = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for place in places:
        yield (*before, place)
        yield from _paths(value[place], (*before, place))
