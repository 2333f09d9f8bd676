"""Plays a workflow on act, in host mode: every job is a process of this machine, in a random workspace."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field

from lib import tools

from . import actions, machine

STARTS = re.compile(r"nox > Running session (\S+)")
ENDS = re.compile(r"nox > Session (\S+) (was successful|failed)")
NOT_HANDED_ON = {"PATH", "HOME", "PWD", "OLDPWD", "SHLVL", "_"}


@dataclass
class ActRow:
    """What act printed about one row of a job; places are line numbers of its log."""

    job: str
    name: str
    began: int
    ended: int = 0
    result: str = ""
    session: str = ""
    verdict: str = ""
    lines: list = field(default_factory=list)


class Act:
    def __init__(self, scratch, workflow):
        self.scratch = scratch
        self.standing_in, self.real, reasons = {}, {}, []
        ours = actions.stand_ins(scratch)
        for name, commit in actions.used(workflow).items():
            folder, reason = actions.real(name, commit, scratch)
            (self.real if folder else self.standing_in)[name] = folder or ours[name]
            reasons += [] if folder else [f"{name} ({reason})"]
        self.says = f"real: {', '.join(self.real) or 'none'}; stand-ins: {', '.join(reasons) or 'none'}"
        self.path = _node_for_real_actions() if self.real else os.environ["PATH"]
        caches = scratch / "act"
        caches.mkdir()
        # act gives each job this folder as its tool cache.
        (caches / "tool_cache").symlink_to(machine.TOOL_CACHE)
        (scratch / "cache-of-act").mkdir()

    def play(self, variant):
        """The rows that ran, in the order in which they began."""
        workflow = self.scratch / "workflow-for-act.yml"
        workflow.write_text(variant.workflow, encoding="utf-8")
        artifacts = self.scratch / "artifacts"  # of this run only
        shutil.rmtree(artifacts, ignore_errors=True)
        artifacts.mkdir()
        settings = {
            "STAND_IN_REPOSITORY": str(variant.repository),
            "STAND_IN_COMMIT": variant.commit,
            "STAND_IN_CACHE": str(self.scratch / "cache-of-act"),
            "STAND_IN_ARTIFACTS": str(artifacts),
        }
        env = machine.variables() | settings | {"PATH": self.path, "XDG_CACHE_HOME": str(self.scratch / "xdg")}
        command = [tools.binary("go", "act"), "push", "--json", "--workflows", str(workflow)]
        command += ["--use-new-action-cache", "--action-offline-mode", "--no-skip-checkout"]
        command += [
            f"--action-cache-path={self.scratch / 'act'}",
            f"--cache-server-path={self.scratch / 'cache-server'}",
        ]
        command += ["--cache-server-addr=127.0.0.1", "--artifact-server-addr=127.0.0.1"]
        for label in sorted(set(re.findall(r"^ +runs-on: (\S+)$", variant.workflow, re.MULTILINE))):
            command += ["--platform", f"{label}=-self-hosted"]
        for name, commit in actions.used(variant.workflow).items():
            command += ["--local-repository", f"{name}@{commit}={(self.real | self.standing_in)[name]}"]
        for name in sorted(set(env) - NOT_HANDED_ON):
            command += ["--env", f"{name}={env[name]}"]
        done = subprocess.run(
            command, cwd=variant.repository, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        rows = read(done.stdout)
        if not rows:
            raise RuntimeError(f"act played nothing: {done.stderr.strip()[-2000:]}")
        return rows


def read(log):
    rows = {}
    for number, line in enumerate(log.splitlines()):
        try:
            entry = json.loads(line)
        except ValueError:
            continue  # a line of act's own, before it knows how it is to print
        if not isinstance(entry, dict) or "jobID" not in entry:
            continue
        key = entry["jobID"], json.dumps(entry.get("matrix"), sort_keys=True)
        row = rows.setdefault(key, ActRow(entry["jobID"], entry["job"].partition("/")[2], number))
        text = entry.get("msg", "").rstrip()
        row.lines.append(f"{entry.get('step', '')}: {text}")
        if found := STARTS.search(text):
            row.session = found[1]
        if found := ENDS.search(text):
            row.verdict = found[2]
        if "jobResult" in entry:
            row.result, row.ended = entry["jobResult"], number
    return list(rows.values())


def _node_for_real_actions():
    """The PATH with a node in front that is new enough for the actions of others; npm brings it where it lacks."""
    wanted = tools.version("node")
    found = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    if int(found.strip().removeprefix("v").split(".")[0]) >= int(wanted.split(".")[0]):
        return os.environ["PATH"]
    folder = machine.HOME / f"node-{wanted}"
    node = folder / "node_modules/node/bin"
    with machine.ONE_AT_A_TIME:
        if not node.exists():
            _install(f"node@{wanted}", folder)
    return f"{node}{os.pathsep}{os.environ['PATH']}"


def _install(package, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", package]
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise machine.Lacking(f"{package} for the real actions could not be installed: {done.stderr.strip()}")
