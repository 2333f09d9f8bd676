"""A project to run: a copy of a sample as a repository of its own, and what becomes of it by a change."""

import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from lib.workflows import REPOSITORY

from . import machine

GEN_CI = REPOSITORY / "gen-ci"
LEFT_OUT = shutil.ignore_patterns(".nox", "__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", "*.db")
GIT = ["git", "-c", "user.name=Execution", "-c", "user.email=execution@example.org", "-c", "init.defaultBranch=main"]


class _Reader(yaml.SafeLoader):
    """As manifests are read: only true and false are booleans, and `on` is a text."""


_Reader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if first in "tTfF" or not tag.endswith(":bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _read(text):
    return yaml.load(text, _Reader)


@dataclass(frozen=True)
class Variant:
    """One state of the project: a commit, and the workflow that gen-ci makes of its manifest."""

    repository: Path
    commit: str
    manifest: dict
    workflow: str

    def with_workflow(self, text):
        return replace(self, workflow=text)


class Project:
    def __init__(self, sample, scratch):
        self.name = sample.resolve().name
        self.folder = scratch / "repository"
        shutil.copytree(sample, self.folder, ignore=LEFT_OUT)
        manifests = [path for path in ("sessions.yaml", ".ci/sessions.yaml") if (self.folder / path).is_file()]
        if not manifests:
            raise FileNotFoundError(f"{sample} has no sessions.yaml")
        self.manifest_file = self.folder / manifests[0]
        self.workflows = {}  # by the manifest's text, which alone decides
        self._git("init", "--quiet")
        self.base = self._commit("Begin")

    def variant(self, manifest=None, files=None):
        """The project with a change: `manifest` edits the manifest's tree, `files` is {path: text → text}."""
        self._git("reset", "--quiet", "--hard", self.base)
        for path, edit in (files or {}).items():
            self._edit(self.folder / path, edit)
        if manifest:
            self._edit(
                self.manifest_file,
                lambda text: yaml.safe_dump(_edited(_read(text), manifest), sort_keys=False),
            )
        tree = _read(self.manifest_file.read_text(encoding="utf-8"))
        return Variant(self.folder, self._commit("Change"), tree, self._workflow())

    def _workflow(self):
        manifest = self.manifest_file.read_text(encoding="utf-8")
        if manifest not in self.workflows:
            self.workflows[manifest] = _run([str(GEN_CI), "--target", "github", str(self.manifest_file)], self.folder)
        return self.workflows[manifest]

    def package_file(self):
        """The file in which a bug hurts everybody who imports the package."""
        files = sorted(self.folder.glob("src/*/__init__.py"))
        if len(files) != 1:
            raise FileNotFoundError(f"{self.name} needs exactly one package below src")
        return str(files[0].relative_to(self.folder))

    def _edit(self, path, edit):
        """A file that is not there yet has no text."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(edit(path.read_text(encoding="utf-8") if path.exists() else ""), encoding="utf-8")

    def _commit(self, message):
        self._git("add", "--all")
        self._git("commit", "--quiet", "--allow-empty", "--message", message)
        return self._git("rev-parse", "HEAD").strip()

    def _git(self, *words):
        return _run([*GIT, *words], self.folder, machine.variables())


def _edited(tree, edit):
    edit(tree)
    return tree


def with_a_bug(text):
    """A module that cannot be imported: found wherever the package is really used, and by no linter."""
    return f'{text}\n\nraise RuntimeError("a planted bug")\n'


def _run(command, cwd, env=None):
    done = subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"`{' '.join(command)}` ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout
