"""Asks nox, in this process: `nox --list --json` with the arguments of a call, in a folder that holds a noxfile alone.

The noxfile lies where the call says (`--noxfile`), perhaps above, or where nox looks for it.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nox import _cli

# What nox reads from the environment; NOX_SESSION and the like are gen-ci's own.
VARIABLES = ("NOXSESSION", "NOXPYTHON", "NOXEXTRAPYTHON", "NOXFORCEPYTHON", "NOX_DEFAULT_VENV_BACKEND", "NO_COLOR",
             "FORCE_COLOR")


@dataclass(frozen=True)
class Listed:
    """The sessions that nox would run, as its JSON has them; `status` is nox's own if it refuses, and `said` what it says."""

    sessions: tuple
    status: int
    said: str

    def names(self) -> str:
        return ", ".join(each["session"] for each in self.sessions)


@lru_cache(maxsize=20000)
def ask(noxfile: str, arguments: tuple[str, ...], variables: tuple[tuple[str, str], ...]) -> Listed:
    """What a call selects. `arguments` begin with `nox`; `variables` are those of the job that nox reads."""
    place, known = os.getcwd(), dict(os.environ)
    out, log = io.StringIO(), io.StringIO()
    with tempfile.TemporaryDirectory(prefix="names-") as folder:
        folder = Path(folder, *"deeper" * 2)  # a call may go up, to a noxfile of the whole repository
        folder.mkdir(parents=True)
        file = folder / _noxfile(arguments)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(noxfile, encoding="utf-8")
        try:
            os.chdir(folder)
            for name in VARIABLES:
                os.environ.pop(name, None)
            os.environ.update(variables)
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(log):
                status = _nox([*arguments[:1], "--list", "--json", *arguments[1:]])
        finally:
            os.chdir(place)
            os.environ.clear()
            os.environ.update(known)
    last = out.getvalue().strip().splitlines()[-1:]
    sessions = json.loads(last[0]) if status == 0 and last else []
    said = " ".join((log.getvalue() or out.getvalue()).split())
    return Listed(tuple(sessions), status, said.rsplit("nox: error: ", 1)[-1])  # argparse prints all options first


def _noxfile(arguments) -> str:
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for option, value in zip(own, own[1:]):
        if option in ("-f", "--noxfile"):
            return value
    return next((each.split("=", 1)[1] for each in own if each.startswith("--noxfile=")), "noxfile.py")


def _nox(arguments) -> int:
    known, sys.argv = sys.argv, arguments
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        _cli.main()
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    finally:
        sys.argv, sys.dont_write_bytecode = known, bytecode


def release() -> str:
    return _cli.get_nox_version()
