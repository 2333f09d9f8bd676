"""Tests, and the meta-sessions: each queues its members, one after the other.
In CI gen-ci runs the members side by side instead."""

import nox

from nox_sessions.utils import dependencies

CHECK = ("lint", "typecheck", "tests", "safety", "precommit")
CI = (
    "docs",
    "docs_lint",
    "lint",
    "format_check",
    "typecheck",
    "precommit",
    "notebooks",
    "notebook_lint",
    "security",
    "safety",
    "tests",
    "test_fast",
    "docker_build",
    "docker_scan",
)
# The server comes last, it ends when somebody presses Ctrl-C.
ALL = ("format", *CI, "checklist", "bump_version", "release", "docs_dev")


@nox.session(tags=["gate"])
def tests(session: nox.Session) -> None:
    """Run all tests with pytest and coverage."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "--cov", *session.posargs)


@nox.session
def test_fast(session: nox.Session) -> None:
    """Run only fast/unit tests."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "-m", "not slow", *session.posargs)


@nox.session(venv_backend="none")
def check(session: nox.Session) -> None:
    """Meta-session: lint, typecheck, tests, safety, precommit."""
    for name in CHECK:
        session.notify(name)


@nox.session(venv_backend="none")
def ci(session: nox.Session) -> None:
    """Meta-session: all CI-required sessions."""
    for name in CI:
        session.notify(name)


@nox.session(name="all", venv_backend="none")
def all_(session: nox.Session) -> None:
    """Meta-session: everything."""
    for name in ALL:
        # Without arguments the releasing sessions change nothing.
        session.notify(name, posargs=[])
