"""The sessions of the program."""

import nox

nox.options.reuse_venv = "yes"


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests of the program."""
    session.install("-e", "../measures", "-e", ".", "pytest>=8.4")
    session.run("pytest", *session.posargs)
