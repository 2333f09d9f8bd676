"""What concerns all packages. What concerns one is in the noxfile of its folder."""

import nox

nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "together"]


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of all packages with Ruff."""
    session.install("ruff>=0.12")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def together(session: nox.Session) -> None:
    """Test the installed packages together."""
    session.install("pytest>=8.4")
    session.install("--force-reinstall", "./packages/measures", "./packages/kitchen")
    session.run("pytest", "tests", *session.posargs)
