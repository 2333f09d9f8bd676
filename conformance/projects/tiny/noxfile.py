"""Sessions with environments that cost nothing, for the self-test of `conformance/execute`."""

import nox


@nox.session
def lint(session: nox.Session) -> None:
    """Is in no need of the package."""
    session.run("python", "--version")


@nox.session
def tests(session: nox.Session) -> None:
    """Import the package."""
    session.run("python", "-c", "import tiny", env={"PYTHONPATH": "src"})


@nox.session
def slow_tests(session: nox.Session) -> None:
    """Import the package after all."""
    session.run("python", "-c", "import time; time.sleep(3); import tiny", env={"PYTHONPATH": "src"})


@nox.session
def publish(session: nox.Session) -> None:
    """Wait for the tests."""
    session.run("python", "--version")
