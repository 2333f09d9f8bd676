"""Changed files: what the patterns of a session mean, and what the job that finds out says of real commits.

The patterns are those of Actions, matched here by regular expressions; the script of the workflow asks git.
"""

import os
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .contexts import replaced
from .workflow import filled, written

MOST_FILES = 20
GONE, NEVER = "f" * 40, "0" * 40


def filter_of(session) -> tuple | None:
    """The patterns of a session, each with whether it adds; None where it runs whatever has changed."""
    if said := session.values.get("paths"):
        said = said if isinstance(said, list) else [said]
        return tuple((not each.startswith("!"), each.removeprefix("!")) for each in said)
    if said := session.values.get("paths-ignore"):
        said = said if isinstance(said, list) else [said]
        return ((True, "**"), *((False, each) for each in said))
    return None


def matches(patterns: tuple, file: str) -> bool:
    """Whether a file counts: by the last pattern that matches it."""
    found = False
    for adds, pattern in patterns:
        if re.fullmatch(_regex(pattern), file, re.S):
            found = adds
    return found


@lru_cache(maxsize=1000)
def _regex(pattern: str) -> str:
    return "".join(_regexes(pattern))


def _regexes(pattern):
    for kind, text in _tokens(pattern):
        yield {"folders": "(?:.*/)?", "any": ".*", "name": "[^/]*"}.get(kind) or re.escape(text)


def _tokens(pattern: str):
    """A whole part of a path that is `**` stands for any number of folders, also none; else it is any text."""
    for found in re.finditer(r"(?P<folders>(?:(?<=/)|^)\*{2,}/)|(?P<any>\*{2,})|(?P<name>\*)|\\(?P<escaped>.)|(?P<plain>.)", pattern, re.S):
        yield found.lastgroup, found[found.lastgroup]


def files(filters) -> tuple[str, ...]:
    """Names that the patterns match, each in a simple and a deep way, and others that they nearly match."""
    found: dict[str, None] = {"other.txt": None}
    for patterns in filters:
        for _, pattern in patterns:
            for depth, fillings in enumerate(({"folders": "", "any": "u", "name": "w"}, {"folders": "u/v/", "any": "u/v", "name": "ww"})):
                name = "".join(fillings.get(kind, text) for kind, text in _tokens(pattern))
                found |= dict.fromkeys([name, f"q/{name}" if depth else f"{name}x"])
    good: list[str] = []
    for name in sorted(found, key=len, reverse=True):  # a file is no folder of another
        parts = name.split("/")
        if all(part not in ("", ".", "..", ".git") for part in parts) and not any(each.startswith(name + "/") for each in good):
            good.append(name)
    return tuple(sorted(good)[:MOST_FILES])


@dataclass(frozen=True)
class Change:
    """A commit, by its branch, and the files that differ from the one before."""

    branch: str
    files: tuple


@lru_cache(maxsize=1000)
def changes(filters: tuple) -> tuple[Change, ...]:
    """Nothing, one file each, and a file that was moved."""
    names = files(filters)
    return (Change("same", ()), *(Change(f"file-{place}", (name,)) for place, name in enumerate(names)),
            Change("moved", (names[0], _moved(names[0]))))


def kinds(filters: tuple) -> dict[tuple, Change]:
    """Changes of which each means something else to the filters, by which of them it touches."""
    found: dict = {}
    for each in changes(filters):
        found.setdefault(tuple(any(matches(one, file) for file in each.files) for one in filters), each)
    return found


def _moved(name: str) -> str:
    return f"moved to/{name}"


@lru_cache(maxsize=200)
def _repository(names: tuple) -> tuple[tempfile.TemporaryDirectory, dict]:
    """A repository with a branch for each change; `main` has gone on since."""
    folder = tempfile.TemporaryDirectory(prefix="oracle-git-")
    stream: list[str] = []

    def commit(branch, *edits):
        stream.extend([f"commit refs/heads/{branch}", "committer A <a@example.org> 0 +0000", "data 0", ""])
        stream.extend(["from refs/heads/base"] * (branch != "base"))
        stream.extend(edits)

    def write(name, text):
        return f"M 100644 inline {name}\ndata {len(text)}\n{text}"

    commit("base", *(write(name, f"1 {name.encode().hex()}") for name in names))
    commit("same")
    for place, name in enumerate(names):
        commit(f"file-{place}", f"D {name}" if place % 2 else write(name, "2"))
    commit("moved", f"D {names[0]}", write(_moved(names[0]), f"1 {names[0].encode().hex()}"))
    commit("main", *(write(name, "3") for name in names), write("more/of it", "3"))
    environment = {"GIT_DIR": folder.name, "PATH": os.defpath, "HOME": folder.name}
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main"], env=environment, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], input="\n".join(stream) + "\n", encoding="utf-8", env=environment, check=True)
    told = subprocess.run(["git", "for-each-ref", "--format=%(refname:short) %(objectname)"], env=environment, check=True,
                          capture_output=True, text=True).stdout
    return folder, dict(line.split(" ") for line in told.splitlines())


def commits(filters: tuple) -> dict[str, str]:
    """The commits of the branches, by name."""
    return _repository(files(filters))[1]


def said(job, contexts: dict, filters: tuple) -> dict[str, str]:
    """The outputs of the job after a run of its script in the repository."""
    step = next(step for step in job.steps if "run" in step)
    github = contexts["github"]
    variables = filled(step.get("env"), contexts) | {
        "GITHUB_EVENT_NAME": github["event_name"], "GITHUB_REF": github["ref"], "GITHUB_REF_NAME": github["ref_name"]}
    outputs = _outputs(step["run"], tuple(sorted(variables.items())), files(filters))
    steps = {"steps": {step.get("id", ""): {"outputs": dict(outputs)}}}
    return {name: written(value, contexts | steps) for name, value in job.data.get("outputs", {}).items()}


@lru_cache(maxsize=20000)
def _outputs(script: str, variables: tuple, names: tuple) -> tuple:
    repository = _repository(names)[0]
    with tempfile.TemporaryDirectory(prefix="oracle-") as folder:
        output = Path(folder, "output")
        given = {"PATH": os.defpath, "GIT_DIR": repository.name, "HOME": folder, "GITHUB_OUTPUT": str(output)}
        subprocess.run(["/bin/sh", "-e", "-c", script], env=given | dict(variables), cwd=folder, stdin=subprocess.DEVNULL,
                       capture_output=True, check=False)
        lines = output.read_text(encoding="utf-8").splitlines() if output.exists() else []
    return tuple(line.partition("=")[::2] for line in lines)


def pushed(contexts: dict, before: str, after: str, **more) -> dict:
    """The contexts of a push to a branch that is not the default one."""
    event = {"before": before, "repository": {"default_branch": "main"}}
    return replaced(contexts, "github", **({"event_name": "push", "ref": "refs/heads/topic", "ref_name": "topic", "ref_type": "branch",
                                            "sha": after, "event": event} | more))


def proposed(contexts: dict, base: str, head: str) -> dict:
    """The contexts of a pull request; its run is on a commit that merges both."""
    event = {"pull_request": {"number": 12, "base": {"sha": base}, "head": {"sha": head}}, "before": GONE,
             "repository": {"default_branch": "main"}}
    return replaced(contexts, "github", event_name="pull_request", ref="refs/pull/12/merge", ref_name="12/merge", sha=base, event=event)
