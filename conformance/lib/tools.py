"""Installs the judges named in `versions` into `.tools/`, each by its own client, and knows where they are.

One folder per client (go, pip, npm) with a stamp: the lines of `versions` that it was made from. An equal stamp means
that nothing has to be done, so that a second run starts at once. The three clients work side by side.
"""

import fcntl
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
TOOLS = HERE / ".tools"
OLDEST_NODE = 20  # what GitHub's parser asks for
PORTABLE_NODE = "22"  # npm's package `node`, for machines whose own is older


class InstallError(Exception):
    """A client is missing or did not install its judges."""


def versions():
    """The lines of `versions` as (client, package, version)."""
    lines = (HERE / "versions").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split()) for line in lines if line.strip() and not line.startswith("#")]


def version(package):
    """The pinned version of a package, without Go's leading v; the package may be given by the end of its name."""
    for _, name, number in versions():
        if name == package or name.endswith("/" + package) or name.split("[")[0] == package:
            return number.removeprefix("v")
    raise KeyError(package)


def binary(client, name):
    """The path of an installed executable."""
    folders = {"go": "go/bin", "pip": "pip/bin", "npm": "npm/node_modules/.bin"}
    return str(TOOLS / folders[client] / name)


def node():
    """The Node that runs the npm judges: the one installed beside them where the machine's is too old."""
    own = TOOLS / "npm/node_modules/node/bin/node"
    return str(own) if own.exists() else "node"


def environment():
    """The environment of every judge: no colours, no network look-ups of its own, no settings of this user."""
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("ZIZMOR_", "PRETTIER_", "GH_", "GITHUB_"))}
    return keep | {
        "PATH": os.pathsep.join([binary("npm", ""), os.path.dirname(node()), keep.get("PATH", os.defpath)]),
        "NO_COLOR": "1",
        "FORCE_COLOR": "0",
        "HOME": str(TOOLS / "home"),
        "XDG_CONFIG_HOME": str(TOOLS / "home/.config"),
        "XDG_CACHE_HOME": str(TOOLS / "home/.cache"),
    }


def install():
    """Installs what is missing. Returns what went wrong as {client: text}: the other clients' judges still judge."""
    TOOLS.mkdir(exist_ok=True)
    (TOOLS / "home").mkdir(exist_ok=True)
    with open(TOOLS / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two runs at once must not write the same folder
        # Go compiles on all cores; the other two mostly wait for the network.
        with ThreadPoolExecutor(len(CLIENTS)) as pool:
            results = pool.map(_install_client, CLIENTS)
            return {client: text for client, text in zip(CLIENTS, results) if text}


def _install_client(client):
    packages = [(name, number) for kind, name, number in versions() if kind == client]
    folder, stamp = TOOLS / client, TOOLS / client / "stamp"
    # A Python environment holds absolute paths; so the place is part of the stamp.
    wanted = "\n".join([str(folder), platform.machine(), sys.version, *(" ".join(each) for each in packages)])
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    names = ", ".join(f"{name} {number}" for name, number in packages)
    print(f"installing with {client}: {names}", file=sys.stderr, flush=True)
    try:
        CLIENTS[client](folder, packages)
    except (InstallError, OSError) as problem:
        return str(problem)
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def _go(folder, packages):
    # No C compiler is needed without cgo; without symbol tables the link is faster.
    env = os.environ | {"GOBIN": str(folder / "bin"), "CGO_ENABLED": "0"}
    for name, number in packages:
        _call(["go", "install", "-trimpath", "-ldflags=-s -w", f"{name}@{number}"], env=env)


def _pip(folder, packages):
    _call([sys.executable, "-m", "venv", str(folder)])
    pinned = [f"{name}=={number}" for name, number in packages]
    _call([str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *pinned])


def _npm(folder, packages):
    # An empty manifest of its own keeps npm from looking for one in the folders above.
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    wanted = [f"{name}@{number}" for name, number in packages]
    found = _call(["node", "--version"])
    if int(found.strip().removeprefix("v").split(".")[0]) < OLDEST_NODE:
        wanted.append(f"node@{PORTABLE_NODE}")
    _call(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", *wanted], cwd=folder)


def _call(command, **options):
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
        )
    except FileNotFoundError as missing:
        raise InstallError(f"{command[0]} is not on this machine") from missing
    if done.returncode != 0:
        raise InstallError(f"`{' '.join(command)}` ended with {done.returncode}:\n{done.stdout.strip()}")
    return done.stdout


CLIENTS = {"go": _go, "pip": _pip, "npm": _npm}
