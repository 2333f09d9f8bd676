"""Sessions without environments: one fails, one succeeds, one skips itself."""

import nox

nox.options.default_venv_backend = "none"


@nox.session
def failing(session: nox.Session) -> None:
    """Fail."""
    session.error("a planted failure")


@nox.session
def passing(session: nox.Session) -> None:
    """Succeed."""
    session.log("all is well")


@nox.session
def idle(session: nox.Session) -> None:
    """Do nothing, which is no success."""
    session.skip("nothing to do")
