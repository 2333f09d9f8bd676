"""The sessions of the library."""

import nox

nox.options.reuse_venv = "yes"


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests of the library."""
    session.install("-e", ".", "pytest>=8.4")
    session.run("pytest", *session.posargs)
