"""Style and types."""

import nox

from nox_sessions.utils import dependencies


@nox.session(tags=["gate"])
def lint(session: nox.Session) -> None:
    """Lint code with ruff and black."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check")
    session.run("black", "--check", "--quiet", ".")


@nox.session
def format_check(session: nox.Session) -> None:
    """Check code formatting."""
    session.install(*dependencies("lint"))
    session.run("black", "--check", "--diff", ".")


@nox.session(name="format")
def format_(session: nox.Session) -> None:
    """Auto-format code."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check", "--fix")
    session.run("black", ".")


@nox.session(tags=["gate"])
def typecheck(session: nox.Session) -> None:
    """Run mypy for static type checking."""
    session.install("-e", ".", *dependencies("typecheck"))
    session.run("mypy")


@nox.session
def precommit(session: nox.Session) -> None:
    """Run all pre-commit hooks."""
    session.install(*dependencies("precommit"))
    # The files of this folder, also when it lies inside a larger repository.
    listing = session.run("git", "ls-files", external=True, silent=True)
    session.run("pre-commit", "run", "--files", *str(listing).splitlines())
