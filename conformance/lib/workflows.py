"""What is judged: workflows and manifests, found in the repository and copied out of it.

Judges look around: for settings in the folders above, for `.github`, for ignore files. So that none of this decides,
every workflow is judged as a copy in an empty repository, one for each folder that holds a `.github` or `.forgejo`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
WORKFLOWS = (
    "samples/*/.github/workflows/*.yml",
    "samples/*/.forgejo/workflows/*.yml",
    "src/test/cases/ok/*/*/expected/**/*.yml",
    ".github/workflows/*.yml",
    ".forgejo/workflows/*.yml",
)
MANIFESTS = (
    "sessions.yaml",
    ".ci/sessions.yaml",
    "samples/*/sessions.yaml",
    "samples/*/.ci/sessions.yaml",
    "src/test/cases/ok/*/*/sessions.yaml",
    "src/test/cases/ok/*/*/.ci/sessions.yaml",
)
# Folder to the forge that judges its workflows; one that is missing here ends the run.
FORGES = {"github": "github", "forgejo": "forgejo", "gitea": "forgejo"}


@dataclass(frozen=True)
class Input:
    """One file to judge: `name` is what people call it, `copy` what a judge reads."""

    name: str
    copy: Path
    forge: str
    # Forgejo's file as GitHub would write it: `uses: https://host/owner/name@sha` without the host. GitHub's: itself.
    github_copy: Path = field(default=None)
    # The repository that it was copied into, if it belongs to a whole project rather than to a golden case.
    project: Path | None = None


def find(patterns):
    """All files of the repository that match, sorted, each once."""
    return sorted({path for pattern in patterns for path in REPOSITORY.glob(pattern) if path.is_file()})


def is_manifest(path):
    return path.name == "sessions.yaml"


def forge_of(path):
    """The forge whose folder a workflow lies in; a file in none of these folders counts as GitHub's."""
    folder = re.search(r"/\.([a-z]+)/workflows/", path.resolve().as_posix())
    return FORGES[folder[1]] if folder else "github"


def name_of(path):
    path = path.resolve()
    return path.relative_to(REPOSITORY).as_posix() if path.is_relative_to(REPOSITORY) else str(path)


def copy_workflows(paths, scratch, forge=None):
    """Copies workflows into empty repositories below `scratch`. `forge` overrules what their folder says."""
    repositories, inputs = {}, []
    for path in paths:
        path, kind = path.resolve(), forge or forge_of(path)
        home = path.parents[2] if path.parent.name == "workflows" and path.parents[1].name.startswith(".") else path
        if home not in repositories:
            repositories[home] = scratch / f"r{len(repositories)}"
        top, text = repositories[home], path.read_text(encoding="utf-8")
        copy = _write(top / f".{kind}/workflows" / path.name, text)
        github_copy = copy
        if kind == "forgejo":
            bare = re.sub(r"""(\buses: *["']?)https://[^/\s]+/""", r"\1", text)
            github_copy = _write(top.with_name(top.name + "-github") / ".github/workflows" / path.name, bare)
        whole = "/src/test/cases/" not in path.as_posix()
        inputs.append(Input(name_of(path), copy, kind, github_copy, top if whole else None))
    return inputs


def manifests(paths):
    """Manifests are judged where they are: nothing is looked for around them."""
    return [Input(name_of(path), path.resolve(), "manifest") for path in paths]


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path
