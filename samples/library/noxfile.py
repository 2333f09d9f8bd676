"""The sessions of this library: `nox` runs them on the interpreters that it finds."""

from pathlib import Path

import nox

nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "typecheck", "tests", "coverage", "docs", "build", "try_package"]

PYTHONS = ["3.12", "3.13", "3.14", "3.15", "3.15t", "pypy3.11"]
NEXT_PYTHON = "3.16"


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


@nox.session(python=[*PYTHONS, NEXT_PYTHON])
def tests(session: nox.Session) -> None:
    """Run the tests, and measure what they cover; CI says in COVERAGE_FILE where."""
    session.install("-e", ".", *dependencies("measure"))
    data = {"COVERAGE_FILE": session.env.get("COVERAGE_FILE") or f".coverage.{session.python}"}
    session.run("coverage", "run", "-m", "pytest", *session.posargs, env=data)


@nox.session
def coverage(session: nox.Session) -> None:
    """Combine what all tests have measured; no test runs again."""
    session.install(*dependencies("report"))
    session.run("coverage", "combine", "--keep")
    session.run("coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """Try the examples, and build the manual."""
    session.install("-e", ".", *dependencies("docs"))
    session.run("python", "-m", "doctest", "src/keepsake/__init__.py")
    session.run("pdoc", "keepsake", "--output-directory", "site")


@nox.session
def build(session: nox.Session) -> None:
    """Build the package."""
    session.install(*dependencies("build"))
    session.run("python", "-m", "build", "--no-isolation")


@nox.session
def try_package(session: nox.Session) -> None:
    """Test the built package in place of the sources."""
    session.install(*map(str, Path("dist").glob("*.whl")), *dependencies("test"))
    session.run("pytest")
