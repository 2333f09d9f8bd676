"""A project that has a nox of its own, in another release than gen-ci would install."""

import sys
from importlib.metadata import version

import nox


@nox.session(venv_backend="none")
def tell(session: nox.Session) -> None:
    """Tell which nox runs, and from where."""
    session.log("nox %s of %s", version("nox"), sys.prefix)
