"""The actions of a workflow: stand-ins of our own, or the real ones where they can be had.

The runner of our own always takes the stand-ins: the real cache action speaks with a forge's server, while a store on
disk can be looked into. On act the real ones are taken from the folder in EXECUTE_ACTIONS, which holds git repositories
`owner/name` (bare or not, the pinned commit in them), or cloned from GitHub. checkout stays a stand-in: what runs is a
scratch repository that lies on no forge. So do those of artifacts: the store of a run is a folder.
"""

import os
import re
import shutil
import subprocess
import threading

from lib import tools

STAND_INS = tools.HERE / "actions"
NEVER_REAL = {
    "actions/checkout": "the scratch repository is on no forge",
    "actions/upload-artifact": "the store is a folder",
    "actions/download-artifact": "the store is a folder",
}
CLONED = tools.TOOLS / "actions"
UNREACHABLE = set()
ONE_AT_A_TIME = threading.Lock()
USES = re.compile(r"^ +(?:- )?uses: ([\w.-]+/[\w.-]+)(?:/[\w./-]+)?@([0-9a-f]{40})\b", re.MULTILINE)


def used(workflow):
    """The pinned actions of a workflow: {owner/name: commit}."""
    return dict(USES.findall(workflow))


def stand_ins(scratch):
    """Copies the stand-ins; gives {owner/name: folder}."""
    folders = {}
    for folder in sorted(STAND_INS.glob("*/*")):
        name = f"{folder.parent.name}/{folder.name}"
        folders[name] = scratch / "stand-ins" / name
        shutil.copytree(folder, folders[name])
        shutil.copy(STAND_INS / "toolkit.mjs", folders[name])
    return folders


def real(name, commit, scratch):
    """The folder of an action as its authors wrote it, at this commit; or None and the reason."""
    if name in NEVER_REAL:
        return None, NEVER_REAL[name]
    given = os.environ.get("EXECUTE_ACTIONS")
    repository = os.path.join(given, name) if given else _cloned(name, commit)
    if not repository:
        return None, "cannot be cloned from here"
    if not _git(repository, "cat-file", "-e", f"{commit}^{{commit}}"):
        return None, f"{repository} has not the commit {commit}"
    folder = scratch / "real" / name
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", repository, "archive", commit], capture_output=True, check=True
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    return folder, ""


def _cloned(name, commit):
    """A repository with this commit of an action, or None where GitHub cannot be reached."""
    repository = str(CLONED / name)
    with ONE_AT_A_TIME:
        if _git(repository, "cat-file", "-e", commit):
            return repository
        if name in UNREACHABLE:
            return None
        os.makedirs(repository, exist_ok=True)
        fetch = ("fetch", "--quiet", "--depth=1", f"https://github.com/{name}", commit)
        if _git(repository, "init", "--quiet", "--bare") and _git(repository, *fetch):
            return repository
        UNREACHABLE.add(name)
        return None


def _git(repository, *words):
    """Whether a command of git's succeeded."""
    env = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-c", "safe.directory=*", "-C", repository, *words]
    try:
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
