"""Downloads the artifacts of a row as the actions would, into a folder of our own, where the scripts between them really run."""

import os
import subprocess
import tempfile
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path


def fetch(running, present) -> list[tuple[str, str]] | None:
    """Where the files of each artifact are in the end, sorted; None if the job fails before. `present`: the artifacts that the
    workflow has left."""
    inputs = dict(running.downloads)
    steps = tuple((running.job.steps[place].get("run"), tuple(inputs.get(place, {}).items()),
                   bool(running.job.steps[place].get("continue-on-error"))) for place in sorted([*inputs, *running.moves]))
    return _fetch(steps, frozenset(present))


@lru_cache(maxsize=50000)
def _fetch(steps, present):
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        for script, inputs, tolerated in steps:
            good = _download(dict(inputs), present, Path(folder)) if script is None else _run(script, folder)
            if not good and not tolerated:
                return None
        found = [(each.name, str(each.parent.relative_to(folder))) for each in Path(folder).rglob("*") if each.is_file()]
    return sorted(found)


def _run(script, folder) -> bool:
    return subprocess.run(["/bin/bash", "-e", "-c", script], cwd=folder, env={"PATH": os.defpath}, capture_output=True,
                          check=False).returncode == 0


def _download(inputs, present, folder) -> bool:
    """Of a pattern it is no failure that nothing matches; what it finds alone gets no folder."""
    path, one = inputs.get("path", "."), inputs.get("name")
    found = [name for name in present if name == one or one is None and fits(name, inputs.get("pattern", ""))]
    apart = len(found) > 1 and inputs.get("merge-multiple") != "true"
    for name in found:
        place = folder / path / (name if apart else "")
        place.mkdir(parents=True, exist_ok=True)
        (place / name).touch()
    return one is None or one in present


def fits(name: str, pattern: str) -> bool:
    """Whether the action's pattern, which may hold alternatives in braces, matches a name."""
    before, brace, rest = pattern.partition("{")
    inside, end, after = rest.partition("}")
    if not brace or not end or "," not in inside:
        return fnmatchcase(name, pattern)
    return any(fits(name, before + each + after) for each in inside.split(","))
