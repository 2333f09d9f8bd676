"""The one session of this project: `nox -s tests`."""

import nox


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests."""
    session.install("-e", ".", "pytest")
    session.run("pytest", *session.posargs)
