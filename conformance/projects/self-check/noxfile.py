"""A session that costs nothing: what is tried is the job beside it."""

import nox

nox.options.default_venv_backend = "none"


@nox.session
def greet(session: nox.Session) -> None:
    """Say hello."""
    session.log("hello")
