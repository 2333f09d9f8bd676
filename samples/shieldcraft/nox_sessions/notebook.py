"""Notebooks."""

import nox

from nox_sessions.utils import dependencies


@nox.session(tags=["gate"])
def notebooks(session: nox.Session) -> None:
    """Test Jupyter notebooks with nbval."""
    session.install("-e", ".", *dependencies("notebook"))
    session.run("pytest", "--nbval", "notebooks")


@nox.session
def notebook_lint(session: nox.Session) -> None:
    """Lint/format notebooks."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check", "notebooks")
    session.run("ruff", "format", "--check", "notebooks")
