"""The sessions of this project: `nox` runs the default ones, as CI does."""

import os

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = [
    "lint",
    "typecheck",
    "security_scan",
    "complexity",
    "build",
    "unit_tests",
    "integration_tests",
    "coverage_report",
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
def complexity(session: nox.Session) -> None:
    """Find functions with many branches."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check", "--select", "C901")


@nox.session
def build(session: nox.Session) -> None:
    """Build the package."""
    session.install(*dependencies("build"))
    session.run("python", "-m", "build", "--no-isolation")


@nox.session(python=PYTHONS, tags=["measured"])
def unit_tests(session: nox.Session) -> None:
    """Run the unit tests on every Python."""
    measure(session, "tests/unit")


@nox.session(tags=["measured"])
def integration_tests(session: nox.Session) -> None:
    """Test the store with a real database."""
    measure(session, "tests/integration")


def measure(session: nox.Session, tests: str) -> None:
    """Run tests, and leave what they cover in a file of the session's name."""
    session.install("-e", ".", *dependencies("coverage"))
    data = {"COVERAGE_FILE": f".coverage.{session.name}"}
    session.run("coverage", "run", "-m", "pytest", tests, *session.posargs, env=data)


@nox.session
def coverage_report(session: nox.Session) -> None:
    """Check that the tests cover enough; they have left their data."""
    session.install(*dependencies("report"))
    session.run("coverage", "combine", "--keep")
    session.run("coverage", "report")


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


@nox.session
def slow_tests(session: nox.Session) -> None:
    """Fill a book with very many entries."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/slow", *session.posargs)
