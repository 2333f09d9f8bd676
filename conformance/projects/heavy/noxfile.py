"""One session with a heavy environment, to measure what a cache saves."""

import nox


@nox.session
def analysis(session: nox.Session) -> None:
    """Compute something with large libraries."""
    session.install("pandas", "mypy", "pytest")
    session.run("python", "-c", "import pandas")
