"""What the name of an interpreter means to those that bring it and to nox, which looks for it.

nox asks python-discovery whether an interpreter fits a name; so that is asked here, about an interpreter as the set-up would
bring it. uv is asked itself. What setup-python takes is copied from its documents and its sources (v7: find-python.ts,
find-pypy.ts, find-graalpy.ts), for it runs only on a forge.
"""

import copy
import re
import subprocess
import tempfile
from functools import lru_cache

from lib import tools
from oracle.running import FILE
from python_discovery import PythonInfo, PythonSpec

SETUP_PYTHON = re.compile(
    r"\d+(\.\d+(\.\d+)?)?|\d+\.\d+(\.\d+)?t|\d+\.\d+t?-dev|\d+\.\d+\.\d+(a|b|rc)\d+|3\.x|pypy-?\d+\.\d+(-v\d+(\.\d+)+)?|graalpy-?\d+(\.\d+){0,2}")
NAME = re.compile(r"(?P<impl>[a-z]+)?-?(?P<version>\d+(?:\.\d+)*)(?:a|b|rc)?\d*(?P<threaded>t)?(?:-dev|-v[\d.]+)?(?:\+debug)?")


def brings(setup: str, name: str) -> bool:
    """Whether a set-up knows an interpreter by this name. An image's own (`system`) has what it has."""
    if name.startswith(FILE):  # setup-python reads other files, too
        return setup == "setup-python" or name.removeprefix(FILE).rpartition("/")[2] == ".python-version"
    if setup == "setup-python":
        return SETUP_PYTHON.fullmatch(name) is not None
    return setup in ("system", "none") or _uv_knows(name)


@lru_cache
def _uv_knows(name):
    """uv's own list of what it can download for this machine; it is part of uv. It does not show debug builds: those are
    asked for, without the network, and only one that there is cannot be had for the lack of it."""
    if name.endswith("+debug"):
        with tempfile.TemporaryDirectory() as folder:
            done = _uv("install", "--no-cache", "--install-dir", folder, name)
        return "No download found" not in done.stderr
    done = _uv("list", "--only-downloads", "--all-versions", "--all-platforms", "--output-format=json", name)
    return done.returncode == 0 and done.stdout.strip() not in ("", "[]")


def _uv(verb, *arguments):
    command = [tools.binary("pip", "uv"), "python", verb, "--offline", "--no-config", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@lru_cache
def nox_finds(name: str, brought: str, setup: str) -> bool:
    """Whether nox, looking for a name, takes the interpreter that a set-up brings for another name, or for the same. Of what
    is known only when CI runs, nobody can tell."""
    if brought == "3.x" or brought.startswith(FILE):
        return False
    return _brought(brought, setup).satisfies(PythonSpec.from_string_spec(name), impl_must_match=True)


def _brought(name: str, setup: str) -> PythonInfo:
    """The interpreter behind a name: a build of that version for this machine."""
    read = NAME.fullmatch(name)
    if not read:
        raise ValueError(f"no interpreter's name: {name}")
    info = copy.copy(PythonInfo.current())
    numbers = [int(each) for each in read["version"].split(".")]
    info.implementation = {"pypy": "PyPy", "graalpy": "GraalPy"}.get(read["impl"], "CPython")
    if info.implementation == "GraalPy" and setup == "setup-python":
        numbers = [3]  # it takes GraalPy's own number, not Python's
    info.version_info = (*numbers[:3], *(0,) * (3 - len(numbers)), "final", 0)
    info.free_threaded, info.debug_build = read["threaded"] is not None, False
    return info
