"""Runs the program that describes an environment, on an interpreter and at a time of our choice."""

import datetime
import io
import os
import platform
import sysconfig
import time
from contextlib import redirect_stdout
from functools import lru_cache
from unittest import mock

MONDAY = datetime.datetime(2026, 11, 2, 12, tzinfo=datetime.timezone.utc)


@lru_cache(maxsize=50000)
def outputs(program: str, session: str, asked: str, python: str, days: int, image: str, linux: bool, container: str | None) -> dict[str, str]:
    """What the step's outputs are for a nox session that asks for a Python, on `python`, so many days after a Monday.

    `container` is the image of the job's container, as the step gets it, None where it does not. `image` is what a system says of itself: on Linux a file does, elsewhere the version of the kernel.

    A program that fails has none.
    """
    moment = (MONDAY + datetime.timedelta(days=days)).utctimetuple()
    written = io.StringIO()
    with (
        mock.patch.dict(os.environ, {"NOX_SESSION": session, "NOX_PYTHON": asked, "GITHUB_WORKSPACE": "/container/space"}
                        | ({} if container is None else {"IMAGE": container})),
        mock.patch.object(platform, "python_implementation", lambda: "PyPy" if "pypy" in python else "CPython"),
        mock.patch.object(platform, "python_version", lambda: python.lstrip("pyobrac-").rstrip("td") + ".7"),
        # Builds without the lock, and builds for debugging, have names of their own for what was compiled for them.
        mock.patch.object(sysconfig, "get_config_var", {"EXT_SUFFIX": f".{python}-x86_64.so"}.get),
        mock.patch.object(platform, "version", lambda: "a kernel" if linux else image),
        mock.patch.object(os.path, "exists", lambda path: linux and path == "/etc/os-release"),
        mock.patch.object(sysconfig, "get_platform", lambda: "linux-x86_64"),
        mock.patch.object(time, "gmtime", lambda: moment),
        redirect_stdout(written),
    ):
        try:
            exec(compile(program, "describe", "exec"), {"open": lambda *_: io.BytesIO(image.encode())})  # noqa: S102: the program of our own workflow
        except Exception:  # noqa: BLE001: whatever it is, the step fails
            return {}
    return dict(line.split("=", 1) for line in written.getvalue().splitlines())
