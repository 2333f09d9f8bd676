"""Security. utils.scan_environment stands in for safety, which needs an account."""

import nox

from nox_sessions.utils import dependencies, scan_environment


@nox.session(tags=["gate"])
def security(session: nox.Session) -> None:
    """Run safety and bandit security checks."""
    session.install(".", *dependencies("security"))
    scan_environment(session)
    session.run("bandit", "--quiet", "--recursive", "src")


@nox.session
def safety(session: nox.Session) -> None:
    """Run only safety vulnerability scan."""
    session.install(".", *dependencies("test"))
    scan_environment(session)
