"""What is judged: workflows, manifests and the scripts of templates, found in the repository; workflows are copied out of it.

Judges look around: for settings in the folders above, for `.github`, for ignore files. So that none of this decides,
every workflow is judged as a copy in an empty repository, one for each folder that holds a `.github` or its like.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
# Folder to the forge whose workflows lie there, and to the kind of its workflows: which judges take them, and how.
FORGES = {
    ".github/workflows": ("github", "github"),
    ".forgejo/workflows": ("forgejo", "forgejo"),
    ".gitea/workflows": ("forgejo", "forgejo"),
}
# Both are read by the forges.
ENDINGS = ("yml", "yaml")
WORKFLOWS = (
    *(f"samples/*/{folder}/*.{end}" for folder in FORGES for end in ENDINGS),
    *(f"src/test/cases/ok/*/*/expected/**/*.{end}" for end in ENDINGS),
    *(f"{folder}/*.{end}" for folder in FORGES for end in ENDINGS),
)
MANIFESTS = (
    "sessions.yaml",
    ".ci/sessions.yaml",
    "samples/*/sessions.yaml",
    "samples/*/.ci/sessions.yaml",
    "src/test/cases/ok/*/*/sessions.yaml",
    "src/test/cases/ok/*/*/.ci/sessions.yaml",
)
SCRIPTS = ("templates/scripts/*",)
IMAGES = ("packaging/Containerfile",)
# What is judged where it is, by its name: nothing is looked for around it.
IN_PLACE = {"sessions.yaml": "manifest", ".sh": "shell", "Containerfile": "image"}


@dataclass(frozen=True)
class Input:
    """One file to judge: `name` is what people call it, `copy` what a judge reads, `kind` who judges it."""

    name: str
    copy: Path
    kind: str
    # Forgejo's file as GitHub would write it: `uses: https://host/owner/name@sha` without the host. GitHub's: itself.
    github_copy: Path = field(default=None)
    # The repository that it was copied into, if it belongs to a whole project rather than to a golden case.
    project: Path | None = None


def find(patterns):
    """All files of the repository that match, sorted, each once."""
    return sorted({path for pattern in patterns for path in REPOSITORY.glob(pattern) if path.is_file()})


def kind_in_place(path):
    """The kind of a file that is judged where it is; None for a workflow."""
    return IN_PLACE.get(path.name) or IN_PLACE.get(path.suffix)


def forge_of(path):
    """The forge whose folder a workflow lies in; a file in no folder of workflows counts as GitHub's."""
    return _row(path)[0]


def kind_of(path):
    """Who judges a workflow."""
    return _row(path)[1]


def _row(path):
    folder = re.search(r"/(\.[a-z]+/workflows)/", path.resolve().as_posix())
    if folder and folder[1] not in FORGES:
        sys.exit(f"{name_of(path)}: nobody knows whose workflows lie in {folder[1]}; name it in {name_of(Path(__file__))}")
    return FORGES[folder[1] if folder else ".github/workflows"]


def name_of(path):
    path = path.resolve()
    return path.relative_to(REPOSITORY).as_posix() if path.is_relative_to(REPOSITORY) else str(path)


def copy_workflows(paths, scratch, kind=None):
    """Copies workflows into empty repositories below `scratch`. `kind` overrules what their folder says."""
    repositories, inputs = {}, []
    for path in paths:
        path, own = path.resolve(), kind or kind_of(path)
        home = path.parents[2] if path.parent.name == "workflows" and path.parents[1].name.startswith(".") else path
        if home not in repositories:
            repositories[home] = scratch / f"r{len(repositories)}"
        top, text = repositories[home], path.read_text(encoding="utf-8")
        copy = _write(top / f".{own}/workflows" / path.name, text)
        github_copy = copy
        if own == "forgejo":
            bare = re.sub(r"""(\buses: *["']?)https://[^/\s]+/""", r"\1", text)
            github_copy = _write(top.with_name(top.name + "-github") / ".github/workflows" / path.name, bare)
        whole = "/src/test/cases/" not in path.as_posix()
        inputs.append(Input(name_of(path), copy, own, github_copy, top if whole else None))
    return inputs


def in_place(paths):
    return [Input(name_of(path), path.resolve(), kind_in_place(path)) for path in paths]


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path
