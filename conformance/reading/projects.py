"""Generated workflows beside those that people wrote by hand for the same projects.

`hand-written.tsv` has the code lines of each part of the hand-written ones: a job, or what stands around the jobs. A project's
case is `src/test/cases/ok/projects/NAME`. A generated workflow stands for the hand-written one of its file name; one
with a name of its own stands for all of the project's.
"""

import statistics
from pathlib import Path

import yaml

from oracle import yaml12

from .measures import child, code_lines

FILE = Path(__file__).resolve().parent.parent / "hand-written.tsv"
CASES = "src/test/cases/ok/projects/"
FRAME = "(frame)"


def count(path: Path, jobs: list[str]) -> list[tuple]:
    """(file, part, code lines) of the frame of a workflow, and of the jobs that are named."""
    text = path.read_text(encoding="utf-8")
    found = child(yaml.compose(text, yaml12.Loader), "jobs")
    keys = [key for key, _ in found.value]
    if unknown := set(jobs) - {key.value for key in keys}:
        raise SystemExit(f"{path}: no such job: {', '.join(sorted(unknown))}")
    lines = text.splitlines()
    starts = [key.start_mark.line for key in keys]
    ends = [*starts[1:], found.end_mark.line if found.end_mark.line > starts[-1] else len(lines)]
    sizes = {key.value: len(code_lines("\n".join(lines[start:end]))) for key, start, end in zip(keys, starts, ends)}
    frame = len(code_lines(text)) - sum(sizes.values())
    return [(path.name, FRAME, frame), *((path.name, job, sizes[job]) for job in jobs)]


def hand_written(text: str) -> dict[str, dict[str, int]]:
    """{project: {file: lines}}; a project is its name alone, in lower case."""
    found: dict = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            project, file, _, lines = line.split("\t")
            files = found.setdefault(project.split("/")[1].lower(), {})
            files[file] = files.get(file, 0) + int(lines)
    return found


def ratios(generated: dict[str, int], written: dict[str, dict[str, int]]) -> tuple[dict[str, tuple], list[str]]:
    """{project: (generated lines, hand-written lines)} and the cases of unknown projects, from {GitHub file: code lines}."""
    sums: dict = {}
    for name, lines in generated.items():
        if name.startswith(CASES) and "/.github/" in name:
            project, file = name.removeprefix(CASES).split("/")[0].lower(), name.split("/")[-1]
            sums.setdefault(project, {})[file] = lines
    known = {project: files for project, files in sums.items() if project in written}
    found = {}
    for project, files in known.items():
        beside = written[project]
        counterpart = sum(map(beside.get, files)) if files.keys() <= beside.keys() else sum(beside.values())
        found[project] = sum(files.values()), counterpart
    return found, sorted(sums.keys() - known.keys())


def median(found: dict[str, tuple]) -> float:
    return statistics.median(lines / by_hand for lines, by_hand in found.values())
