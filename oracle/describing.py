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
def outputs(program: str, session: str, asked: str, python: str, days: int) -> dict[str, str]:
    """What the step's outputs are for a nox session that asks for a Python, on `python`, so many days after a Monday.

    A program that fails has none.
    """
    moment = (MONDAY + datetime.timedelta(days=days)).utctimetuple()
    written = io.StringIO()
    with (
        mock.patch.dict(os.environ, {"NOX_SESSION": session, "NOX_PYTHON": asked}),
        mock.patch.object(platform, "python_implementation", lambda: "PyPy" if "pypy" in python else "CPython"),
        mock.patch.object(platform, "python_version", lambda: python.lstrip("pyobrac-") + ".7"),
        mock.patch.object(sysconfig, "get_platform", lambda: "linux-x86_64"),
        mock.patch.object(time, "gmtime", lambda: moment),
        redirect_stdout(written),
    ):
        try:
            exec(compile(program, "describe", "exec"), {})  # noqa: S102: the program of our own workflow
        except Exception:  # noqa: BLE001: whatever it is, the step fails
            return {}
    return dict(line.split("=", 1) for line in written.getvalue().splitlines())
