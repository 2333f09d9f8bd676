"""The sessions of this project. Those that need the database find it by DATABASE_URL."""

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "typecheck", "unit_tests"]


def dependencies(group: str) -> tuple[str, ...]:
    """What pyproject.toml lists in this dependency group."""
    pyproject = nox.project.load_toml("pyproject.toml")
    return nox.project.dependency_groups(pyproject, group)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style with Ruff."""
    session.install(*dependencies("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def typecheck(session: nox.Session) -> None:
    """Check the types with mypy."""
    session.install("-e", ".", *dependencies("typecheck"))
    session.run("mypy")


@nox.session
def unit_tests(session: nox.Session) -> None:
    """Run the tests that need no database."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/unit", *session.posargs)


@nox.session(python=["3.12", "3.13"])
def database_tests(session: nox.Session) -> None:
    """Test tickets and clerks with a real database."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/database", "-m", "not upgrade", *session.posargs)


@nox.session
def upgrade_tests(session: nox.Session) -> None:
    """Upgrade a database of an older release."""
    session.install("-e", ".", *dependencies("test"))
    session.run("pytest", "tests/database", "-m", "upgrade", *session.posargs)
