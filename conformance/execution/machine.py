"""The machine that jobs run on: interpreters in a tool cache, as a forge's images have them, and the variables.

An interpreter in the tool cache is a virtual environment with the workflow's nox in it. It is kept from run to run, as
on a self-hosted runner: the step that installs nox then finds it there, and no two jobs install into one folder.
"""

import functools
import os
import platform
import re
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lib import tools

HOME = tools.TOOLS / "machine"
TOOL_CACHE = HOME / "tool-cache"
ARCH = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(platform.machine(), platform.machine())
UV = str(HOME / "uv/bin/uv")
ONE_AT_A_TIME = threading.Lock()
NOX_NEEDS = (3, 10)

# Variables of whoever started this that would change what a job does.
STRANGE = (
    "GITHUB_",
    "ACTIONS_",
    "RUNNER_",
    "INPUT_",
    "STATE_",
    "GIT_",
    "NOX",
    "VIRTUAL_ENV",
    "PYTHON",
    "PYENV_VERSION",
    "FORCE_COLOR",
)


class Lacking(Exception):
    """The machine has not what a job needs, and it cannot be had."""


def variables():
    """The variables of a machine before a job begins."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(STRANGE)}
    constraint = HOME / "constraint.txt"
    return kept | {
        "PIP_CACHE_DIR": str(HOME / "pip-cache"),
        "PIP_CONSTRAINT": str(constraint),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "UV_CACHE_DIR": str(HOME / "uv-cache"),
        "UV_CONSTRAINT": str(constraint),
        # Machines share no files: tar complains of one that gets another link while it is read.
        "UV_LINK_MODE": "copy",
        "UV_PYTHON_DOWNLOADS": "never",
        "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }


def prepare(pythons, nox):
    """Puts interpreters such as 3.12 into the tool cache, each with this requirement of nox."""
    with ONE_AT_A_TIME:
        _bootstrap()
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda version: _shelve(version, nox), pythons))


def _bootstrap():
    HOME.mkdir(parents=True, exist_ok=True)
    pins = [f"{name}=={number}\n" for client, name, number in tools.versions() if client == "job"]
    constraint = HOME / "constraint.txt"
    if not constraint.exists() or constraint.read_text(encoding="utf-8") != "".join(pins):
        constraint.write_text("".join(pins), encoding="utf-8")  # not while jobs read it
    if not os.path.exists(UV):
        _call([sys.executable, "-m", "venv", str(HOME / "uv")])
        _call([str(HOME / "uv/bin/python"), "-m", "pip", "install", "--quiet", "uv"])


def is_at_hand(version):
    """Whether an interpreter such as 3.12 is on this machine, or could be brought before. Only releases of CPython are."""
    return bool(_installed(version))


def another(python):
    """The version of an interpreter that is not this one, one that is on this machine if there is any."""
    others = [version for version in ("3.13", "3.12", "3.11", "3.14", "3.10") if version != python]
    return next((version for version in others if _installed(version)), others[0])


@functools.cache
def _shelve(version, nox):
    if tuple(int(part) for part in version.split(".")[:2]) < NOX_NEEDS:
        raise Lacking(f"Python {version}: jobs on a Python that nox cannot run on are not played here")
    base, release = _installed(version) or _downloaded(version)
    home = TOOL_CACHE / "Python" / release / ARCH
    complete = home.with_name(f"{ARCH}.complete")
    wanted = "\n".join([str(home), base, nox, (HOME / "constraint.txt").read_text(encoding="utf-8")])
    if complete.exists() and complete.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(home.parent, ignore_errors=True)
    home.parent.mkdir(parents=True)
    print(f"preparing Python {release} with {nox}", file=sys.stderr, flush=True)
    _call([UV, "venv", "--quiet", "--seed", "--python", base, str(home)])
    # The tools of both backends, so that jobs of either kind find theirs.
    _call([UV, "pip", "install", "--quiet", "--python", str(home / "bin/python"), nox, "virtualenv", "uv"])
    complete.write_text(wanted, encoding="utf-8")


@functools.cache
def _installed(version):
    """(executable, release) of an interpreter of this machine: on the PATH, made by pyenv, or made by uv for us."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    candidates = [f"python{version}", "python3"]
    for folder in (pyenv / "versions", HOME / "pythons"):
        candidates += sorted(str(path) for path in folder.glob(f"*/bin/python{version}"))
    for candidate in candidates:
        try:
            words = _call([candidate, "-c", "import platform, sys; print(sys.executable, platform.python_version())"])
        except Lacking:
            continue
        executable, release = words.split()
        if release.startswith(f"{version}."):
            return executable, release
    return None


def _downloaded(version):
    """Lets uv bring an interpreter: its builds come from GitHub, so this does not work everywhere."""
    try:
        _call([UV, "python", "install", "--no-bin", "--install-dir", str(HOME / "pythons"), version])
    except Lacking as problem:
        raise Lacking(
            f"Python {version} is not on this machine, and uv could not bring it. Install it (pyenv, uv or a package "
            f"of the system), so that python{version} is on the PATH.\n{problem}"
        ) from problem
    _installed.cache_clear()
    if found := _installed(version):
        return found
    raise Lacking(f"uv installed Python {version}, but it is not in {HOME / 'pythons'}")


def _call(command):
    env = variables() | {"UV_PYTHON_DOWNLOADS": "automatic"}
    try:
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Lacking(f"{command[0]}: {problem}") from problem
    if done.returncode:
        raise Lacking(
            f"`{' '.join(command)}` ended with {done.returncode}: {(done.stderr or done.stdout).strip()[-1000:]}"
        )
    return done.stdout


def requirement(workflow):
    """The nox that a workflow installs, such as nox==2026.10.20; the usual one if the project brings its own."""
    found = set(re.findall(r"pip install '?(nox)(?:\[\w+\])?(==[\d.]+)'?$", workflow, re.MULTILINE))
    if not found:
        return f"nox=={tools.version('nox')}"
    if len(found) != 1:
        raise Lacking(f"the workflow installs nox in {len(found)} ways; exactly one is played here")
    return "".join(found.pop())
