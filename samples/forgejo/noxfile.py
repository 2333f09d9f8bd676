"""The sessions of this project: `nox` runs the default ones, as CI does."""

import os

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = [
    "lint",
    "typecheck",
    "security_scan",
    "integration_tests",
    "coverage_report",
    "unit_tests",
    "migrations",
    "api_tests",
]

PYTHONS = ["3.11", "3.12", "3.13"]

# A file stands in for the team's database server, which two sessions share.
DATABASE = {"GUESTBOOK_DATABASE": os.environ.get("GUESTBOOK_DATABASE", "guestbook.db")}


def dependencies(group: str) -> tuple[str, ...]:
    """What pyproject.toml lists in this dependency group."""
    pyproject = nox.project.load_toml("pyproject.toml")
    return nox.project.dependency_groups(pyproject, group)


@nox.session(tags=["checks"])
def lint(session: nox.Session) -> None:
    """Lint and check the format with Ruff."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session(tags=["checks"])
def typecheck(session: nox.Session) -> None:
    """Check types with mypy."""
    session.install("-e", ".", *dependencies("typecheck"))
    session.run("mypy")


@nox.session(tags=["checks"])
def security_scan(session: nox.Session) -> None:
    """Look for unsafe code with Bandit."""
    session.install(*dependencies("security"))
    session.run("bandit", "--quiet", "--recursive", "src")


@nox.session(tags=["checks"])
def integration_tests(session: nox.Session) -> None:
    """Test the store with a real database."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/integration", *session.posargs)


@nox.session(tags=["checks"])
def coverage_report(session: nox.Session) -> None:
    """Measure what the quick tests cover."""
    session.install("-e", ".", *dependencies("coverage"))
    session.run("coverage", "run", "-m", "pytest", "tests/unit", "tests/integration")
    session.run("coverage", "report")


@nox.session(python=PYTHONS)
def unit_tests(session: nox.Session) -> None:
    """Run the unit tests on every Python."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/unit", *session.posargs)


@nox.session
def migrations(session: nox.Session) -> None:
    """Migrate the database up and down."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/migrations", *session.posargs, env=DATABASE)


@nox.session
def api_tests(session: nox.Session) -> None:
    """Test the service with the database."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/api", *session.posargs, env=DATABASE)
