"""What several sessions share. Nothing here is a session."""

import functools
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import nox
from packaging.specifiers import SpecifierSet

type SessionFunction = Callable[[nox.Session], None]

# The stand-in for the service that safety asks, which wants an account and a
# network: package, the versions that are affected, and why.
ADVISORIES = (
    ("jinja2", "<3.1.6", "CVE-2025-27516"),
    ("pygments", "<2.15.1", "CVE-2022-40896"),
    ("pyyaml", "<5.4", "CVE-2020-14343"),
)


def nox_session_guard(function: SessionFunction) -> SessionFunction:
    """Decorator for robust error handling: a missing or unreadable file ends the
    session with one line that says so, instead of a traceback."""

    @functools.wraps(function)
    def guarded(session: nox.Session) -> None:
        try:
            function(session)
        except (OSError, ValueError) as error:
            session.error(f"{type(error).__name__}: {error}")

    return guarded


def file_hash(path: Path) -> str:
    """Compute SHA-256 hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def dependencies(*groups: str) -> tuple[str, ...]:
    """What pyproject.toml lists in these dependency groups."""
    pyproject = nox.project.load_toml("pyproject.toml")
    return nox.project.dependency_groups(pyproject, *groups)


def scan_environment(session: nox.Session) -> None:
    """Fail when the session's environment holds a package that is affected."""
    listing = session.run("python", "-m", "pip", "list", "--format=json", silent=True)
    versions = {
        package["name"].lower(): package["version"]
        for package in json.loads(str(listing))
    }
    affected = [
        f"{name} {versions[name]}: {why}"
        for name, range_, why in ADVISORIES
        if name in versions and versions[name] in SpecifierSet(range_)
    ]
    if affected:
        session.error("; ".join(affected))
    session.log(f"{len(versions)} packages, none affected by a known advisory")
