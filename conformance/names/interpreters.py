"""What the name of an interpreter means to those that bring it and to nox, which looks for it.

nox asks python-discovery whether an interpreter fits a name; so that is asked here, about an interpreter as the set-up would
bring it. uv is asked itself. What setup-python takes is copied from its documents and its sources (v7: find-python.ts,
find-pypy.ts, find-graalpy.ts), for it runs only on a forge.
"""

import copy
import re
import subprocess
from functools import lru_cache

from lib import tools
from python_discovery import PythonInfo, PythonSpec

SETUP_PYTHON = re.compile(
    r"\d+(\.\d+(\.\d+)?)?|\d+\.\d+(\.\d+)?t|\d+\.\d+t?-dev|\d+\.\d+\.\d+(a|b|rc)\d+|pypy-?\d+\.\d+|graalpy-?\d+(\.\d+){0,2}")
NAME = re.compile(r"(?P<impl>[a-z]+)?-?(?P<version>\d+(?:\.\d+)*)(?:a|b|rc)?\d*(?P<threaded>t)?(?:-dev)?")


def brings(setup: str, name: str) -> bool:
    """Whether a set-up knows an interpreter by this name. An image's own (`system`) has what it has."""
    if setup == "setup-python":
        return SETUP_PYTHON.fullmatch(name) is not None
    return setup in ("system", "none") or _uv_knows(name)


@lru_cache
def _uv_knows(name):
    """uv's own list of what it can download for this machine; it is part of uv."""
    command = [tools.binary("pip", "uv"), "python", "list", "--offline", "--no-config", "--only-downloads",
               "--all-versions", "--all-platforms", "--output-format=json", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() not in ("", "[]")


@lru_cache
def nox_finds(name: str, brought: str, setup: str) -> bool:
    """Whether nox, looking for a name, takes the interpreter that a set-up brings for another name, or for the same."""
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
