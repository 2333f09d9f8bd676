"""A wheel of gen-ci in a folder, from which jobs install it as they would from an index."""

import subprocess
import sys

from lib.workflows import REPOSITORY


def variables(scratch):
    """Builds the wheel, once for each scratch place; gives what pip and uv need to find it before any other."""
    folder = scratch / "wheels"
    if not folder.exists():
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(REPOSITORY)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"the wheel cannot be built: {done.stderr.strip()[-1000:]}")
    return {
        "PIP_FIND_LINKS": str(folder),
        "UV_FIND_LINKS": str(folder),
        # The interpreters of the tool cache stay: an earlier wheel of the same version may be in one.
        "PIP_FORCE_REINSTALL": "1",
        "XDG_CACHE_HOME": str(scratch / "user-cache"),
    }
