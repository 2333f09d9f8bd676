"""Runs the script that describes an environment, on an interpreter, on a system and at a time of our choice."""

import datetime
import io
import platform
import re
import shutil
import subprocess
import sysconfig
import tempfile
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path
from unittest import mock

MONDAY = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.timezone.utc)
PROGRAM = re.compile(r" -c '([^']*)'")

_TOOLS = "".join(f'{name}() {{ {shutil.which(name)} "$@"; }}\n' for name in ("cksum", "sed")) + rf"""
date() {{ {shutil.which("date")} -d "@$MOMENT" "$@"; }}
cat() {{ if [ "$1 $LINUX" = "/etc/os-release yes" ]; then printf '%s\n' "$SYSTEM"; else return 1; fi; }}
uname() {{ if [ "$LINUX" = yes ]; then echo a kernel; else printf '%s\n' "$SYSTEM"; fi; }}
uv() {{ printf '%s\n' an-interpreter; }}
command_not_found_handle() {{ if [ "$2" = -c ]; then printf '%s\n' "$ANSWER"; else return 127; fi; }}
"""


def release(python: str) -> str:
    """An exact release of a version, as setup-python puts it out."""
    number = python.lstrip("pyobrac-").rstrip("td")
    if "pypy" in python:
        return f"pypy{number}.7-v7.3.19"
    return f"{number}.7{'t' if python.endswith('t') else ''}"


def outputs(script: str, session: str, asked: str, python: str, days: int, image: str, linux: bool,
            container: str | None) -> dict[str, str]:
    """What the step's outputs are for a nox session that asks for a Python, on `python`, so many days after a Monday.

    `container` is the image of the job's container, as the step gets it, None where it does not. `image` is what a system says
    of itself: on Linux a file does, elsewhere the version of the kernel.

    A script that fails has none.
    """
    given = {"NOX_SESSION": session, "NOX_PYTHON": asked}
    programs = PROGRAM.findall(script)
    if len(programs) > 1:
        return {}
    answer = _printed(programs[0], python) if programs else ""
    moment = MONDAY + datetime.timedelta(days=days)
    variables = {name: value for name, value in given.items() if name in script} | {
        "ANSWER": answer, "MOMENT": f"{moment.timestamp():.0f}" if "date" in script else "",
        "SYSTEM": image if "image" in script else "", "LINUX": "yes" if linux else ""}
    variables |= {} if container is None else {"IMAGE": container}
    return dict(_run(script, tuple(sorted(variables.items()))))


@lru_cache(maxsize=50000)
def _printed(program: str, python: str) -> str:
    """What a program prints on an interpreter; nothing if it fails."""
    written = io.StringIO()
    with (
        mock.patch.object(platform, "python_version", lambda: release(python).removeprefix("pypy").rstrip("t")),
        # Builds without the lock, and builds for debugging, have names of their own for what was compiled for them.
        mock.patch.object(sysconfig, "get_config_var", {"EXT_SUFFIX": f".{python}-x86_64.so"}.get),
        redirect_stdout(written),
    ):
        try:
            exec(compile(program, "describe", "exec"), {})  # noqa: S102: the program of our own workflow
        except Exception:  # noqa: BLE001: whatever it is, the step fails
            return ""
    return written.getvalue().strip()


@lru_cache(maxsize=50000)
def _run(script: str, variables: tuple) -> tuple:
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        file = Path(folder, "outputs")
        done = subprocess.run(["/bin/bash", "-e", "-c", _TOOLS + script], cwd=folder, capture_output=True, check=False,
                              env={"PATH": "/nowhere", "GITHUB_OUTPUT": str(file), "GITHUB_WORKSPACE": "/container/space"} | dict(variables))
        written = file.read_text(encoding="utf-8") if file.exists() and not done.returncode else ""
    return tuple(tuple(line.split("=", 1)) for line in written.splitlines() if "=" in line)
