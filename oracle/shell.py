"""Runs the scripts of a workflow for real, in a bash in which every program only notes how it was called.

So a rule says which call must be made, and no rule needs to know how a script is written.
"""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_NOTES = r"""
command_not_found_handle() {
  local input=
  IFS= read -rd '' input || :
  printf '%s\0' "$#" "$@" "$input" >> "$CALLS"
}
cat() { case $1 in "$RUNNER_TEMP"/*) printf '%s' "$(< "$1")" ;; esac; }; cksum() { :; }; date() { :; }; sed() { :; }; uname() { :; }
tee() { local line; while IFS= read -r line; do printf '%s\n' "$line"; done; }
function /temp/nox/bin/python { command_not_found_handle /temp/nox/bin/python "$@"; }
uv() {
  if [ "$1 $2 $3" = 'python find --directory' ]; then printf '%s' "path-of:file:${4//\//|}|.python-version"
  elif [ "$1 $2" = 'python find' ]; then printf '%s' "path-of:${3:-file:.python-version}"; else command_not_found_handle uv "$@"; fi
}
"""


@dataclass(frozen=True)
class Ran:
    """`calls` are (arguments, standard input); `path` what was added to GITHUB_PATH."""

    calls: tuple
    path: str
    output: str
    status: int


def path_of(version: str) -> str:
    """Where an interpreter lies: a command without a slash, so that calls of it are noted."""
    return f"path-of:{version.replace('/', '|')}"


def run(script: str, variables: dict) -> Ran:
    """Runs a script as a forge does without `shell`. Only variables that it mentions are set."""
    mentioned = {name: value for name, value in variables.items() if re.search(rf"\$\{{?{name}\b", script)}
    return _run(script, tuple(sorted(mentioned.items())))


@lru_cache(maxsize=50000)
def _run(script, variables) -> Ran:
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        calls, path = Path(folder, "calls"), Path(folder, "path")
        environment = {"CALLS": str(calls), "GITHUB_OUTPUT": os.devnull, "GITHUB_PATH": str(path), "PATH": "/nowhere",
                       "RUNNER_TEMP": folder}
        notes = _NOTES.replace("/temp/", folder + "/")
        done = subprocess.run(["/bin/bash", "-e", "-c", notes + script], env=environment | dict(variables), cwd=folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True, check=False)
        noted = calls.read_text(encoding="utf-8").replace(folder, "/temp").split("\0") if calls.exists() else []
        added = path.read_text(encoding="utf-8").strip().replace(folder, "/temp") if path.exists() else ""
    return Ran(tuple(_calls(noted)), added, done.stdout, done.returncode)


_LOGGED = r"""
command_not_found_handle() { echo "what nox says"; echo "and its complaint" >&2; return "$STATUS"; }
cat() { printf '%s' "$(< "$1")"; }
tee() { local line; while IFS= read -r line; do printf '%s\n' "$line"; printf '%s\n' "$line" >> "${@: -1}"; done; }
"""


def logged(script: str, variables: dict, status: int) -> tuple[int, bool, bool]:
    """A script that calls nox, which ends so: how the script ends, whether it shows what nox says, whether a file has that,
    too."""
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        given = {"PATH": "/nowhere", "RUNNER_TEMP": folder, "STATUS": str(status)}
        done = subprocess.run(["/bin/bash", "-e", "-c", _LOGGED + script], env=variables | given, cwd=folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        log = Path(folder, "nox.log")
        said = "what nox says\nand its complaint\n"
        return done.returncode, done.stdout == said, log.exists() and log.read_text(encoding="utf-8") == said


@lru_cache(maxsize=1000)
def reported(script: str, reports: tuple) -> tuple[int, list[str], list[str]]:
    """A script that shows reports: how it ends, the lines that it shows, and those of the summary."""
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        for number, report in enumerate(reports):
            Path(folder, f"nox-report-{number}.json").write_text(report, encoding="utf-8")
        summary = Path(folder, "summary")
        done = subprocess.run(["/bin/sh", "-e", "-c", script], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env={"PATH": os.defpath, "RUNNER_TEMP": folder, "GITHUB_STEP_SUMMARY": str(summary)}, check=False)
        return done.returncode, done.stdout.splitlines(), summary.read_text(encoding="utf-8").splitlines() if summary.exists() else []


def _calls(noted):
    place = 0
    while place < len(noted) - 1:
        count = int(noted[place])
        yield tuple(noted[place + 1 : place + 1 + count]), noted[place + 1 + count]
        place += count + 2


def statuses(script: str, cases: list[dict], program: str) -> list[int]:
    """The exit codes of a script, in `program`, for many sets of variables; one process for all."""
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        Path(folder, "script").write_text(script, encoding="utf-8")
        lines = []
        for case in cases:
            given = " ".join(f"{name}='{value}'" for name, value in case.items())
            lines.append(f"( export {given}; set -e; . ./script ) > /dev/null 2>&1; echo $?")
        done = subprocess.run([program], input="\n".join(lines), cwd=folder, capture_output=True, text=True, check=True)
    return [int(each) for each in done.stdout.split()]


def printed(script: str, variables: dict, program: str) -> str:
    """What a script prints, in `program` with its usual tools."""
    return subprocess.run([program, "-e", "-c", script], env={"PATH": os.defpath} | variables, capture_output=True, text=True,
                          check=False).stdout
