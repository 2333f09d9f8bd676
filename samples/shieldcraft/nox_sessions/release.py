"""Releases and project management: run by a person, never by CI."""

import re
from pathlib import Path

import nox

from nox_sessions.utils import nox_session_guard

CHANGELOG = Path("CHANGELOG.md")
CHECKLIST = Path("docs", "checklist.md")
PYPROJECT = Path("pyproject.toml")
PARTS = ("major", "minor", "patch")
WIDTH = 16


def substitute(path: Path, pattern: str, replacement: str) -> None:
    """Replace the one line of a file that matches."""
    text = path.read_text(encoding="utf-8")
    text, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
    if count != 1:
        raise ValueError(f"{path}: {count} lines match {pattern}")
    path.write_text(text, encoding="utf-8", newline="\n")


def bump(session: nox.Session) -> str:
    """Raise the part of the version that was asked for; gives the new version."""
    if not session.posargs or session.posargs[0] not in PARTS:
        session.skip(f"say which part: nox -s {session.name} -- {'|'.join(PARTS)}")
    if not Path(".git").exists():
        session.error("this folder is not the root of a repository")
    index = PARTS.index(session.posargs[0])
    project = nox.project.load_toml(PYPROJECT)["project"]
    numbers = [int(number) for number in project["version"].split(".")]
    numbers[index:] = [numbers[index] + 1, *[0] * (2 - index)]
    version = ".".join(map(str, numbers))
    substitute(PYPROJECT, r'^version = ".*"$', f'version = "{version}"')
    return version


def git(session: nox.Session, *arguments: str) -> None:
    """Run git."""
    session.run("git", *arguments, external=True)


@nox.session(venv_backend="none")
@nox_session_guard
def bump_version(session: nox.Session) -> None:
    """Bump project version and commit."""
    version = bump(session)
    git(session, "commit", "--message", f"Version {version}", str(PYPROJECT))


@nox.session(venv_backend="none")
@nox_session_guard
def release(session: nox.Session) -> None:
    """Automate version bump, changelog, tag, push."""
    version = bump(session)
    substitute(CHANGELOG, "^## Unreleased$", f"## Unreleased\n\n## {version}")
    message = f"Release {version}"
    git(session, "commit", "--message", message, str(PYPROJECT), str(CHANGELOG))
    git(session, "tag", "--annotate", "--message", message, f"v{version}")
    git(session, "push", "--follow-tags")


@nox.session(venv_backend="none")
@nox_session_guard
def checklist(session: nox.Session) -> None:
    """Update checklist progress bar."""
    boxes = re.findall(r"^- \[([ x])\]", CHECKLIST.read_text("utf-8"), re.MULTILINE)
    done = boxes.count("x")
    bar = "#" * (WIDTH * done // len(boxes))
    progress = f"Progress: `[{bar:-<{WIDTH}}]` {done} of {len(boxes)}"
    substitute(CHECKLIST, "^Progress: .*$", progress)
    session.log(progress)
