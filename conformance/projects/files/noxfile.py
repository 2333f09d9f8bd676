"""Sessions without environments that leave each other files: what they print shows what has reached them."""

from pathlib import Path

import nox

nox.options.default_venv_backend = "none"


@nox.session
def measure(session: nox.Session) -> None:
    """Leave a file; the second group fails after that."""
    (group,) = session.posargs
    Path(f"measured-{group}.txt").touch()
    Path(f"passed-{group}.txt").touch()
    if group == "2":
        session.error("a planted failure")


@nox.session
def join(session: nox.Session) -> None:
    """Tell which files are there."""
    session.log("joined: %s", " ".join(sorted(path.stem for path in Path().glob("*-*.txt"))))


@nox.session
def publish(session: nox.Session) -> None:
    """Wait for the join."""
    session.log("published")


@nox.session
def leave(session: nox.Session) -> None:
    """Leave a file in the workspace."""
    Path("left.txt").write_text("by the first call", encoding="utf-8")


@nox.session
def find(session: nox.Session) -> None:
    """Read that file."""
    session.log("left: %s", Path("left.txt").read_text(encoding="utf-8"))
