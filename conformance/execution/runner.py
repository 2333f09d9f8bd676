"""Plays a workflow on the runner of our own, and reads what came of it."""

import json
import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass, field
from pathlib import Path

from lib import tools

from . import machine

MAIN = tools.HERE / "runner/main.mjs"
MARKER = "untouched-by-nox"
# nox's own words, and the commands by which it makes an environment; what comes after them is the session's work.
REUSES = re.compile(r"nox > Reusing existing virtual environment")
CREATES = re.compile(r"nox > Creating virtual environment")
SETS_UP = re.compile(r"nox > (Running session|Reusing|Creating|(python -m |uv )pip install) ?")


@dataclass(frozen=True)
class Row:
    """One machine's work: a row of a job."""

    job: str
    name: str
    result: str
    answer: dict = field(repr=False)

    @property
    def played(self):
        return not self.answer.get("forced") and bool(self.answer.get("steps"))

    @property
    def session(self):
        return self.answer.get("env", {}).get("NOX_SESSION")

    @property
    def started(self):
        return self.answer["started"]

    @property
    def finished(self):
        return self.answer["finished"]

    @property
    def seconds(self):
        return (self.finished - self.started) / 1000 if self.played else 0

    def step(self, name):
        return next((step for step in self.answer.get("steps", []) if step["name"] == name), None)

    def lines(self, step=None):
        return [line for line in self.answer.get("log", []) if step in (None, line["step"])]

    def says(self, pattern):
        return any(re.search(pattern, line["text"]) for line in self.lines())

    @property
    def cached(self):
        """hit, miss, other (a key that only begins alike), or None: this row has no cache."""
        for step in self.answer.get("steps", []):
            restores = re.match(r"actions/cache(/restore)?@", step.get("uses") or "")
            if restores and not step["name"].startswith("Post ") and step["outcome"] != "skipped":
                return {"true": "hit", "false": "other"}.get(step["outputs"].get("cache-hit"), "miss")
        return None

    @property
    def key(self):
        for line in self.lines():
            if found := re.match(r"Cache (?:restored from key|not found for input keys): ([^,]*)", line["text"]):
                return found[1]
        return None

    @property
    def saved(self):
        return self.says(r"^Cache saved with key: ")

    @property
    def reused(self):
        """nox says that it took what was there, and the file that was put into the environment is still there."""
        markers = list(Path(self.answer["workspace"]).glob(f".nox/*/{MARKER}"))
        return self.says(REUSES) and not self.says(CREATES) and len(markers) == 1

    @property
    def saving(self):
        """Seconds for saving the environment, or for seeing that it need not be."""
        return sum(
            step.get("seconds", 0) for step in self._cache_steps() if step["name"].startswith(("Post ", "Save "))
        )

    @property
    def set_up(self):
        """Seconds until the environment is there: to look for it in the cache, make or take it, and save it."""
        work = [line for line in self.lines("Run nox") if line["text"].startswith("nox > ")]
        ready = next((line["seconds"] for line in work if not SETS_UP.match(line["text"])), 0)
        return ready + sum(step.get("seconds", 0) for step in self._cache_steps())

    def _cache_steps(self):
        return [step for step in self.answer.get("steps", []) if (step.get("uses") or "").startswith("actions/cache")]


@dataclass(frozen=True)
class Run:
    """What came of one run: the jobs' results, and all rows."""

    results: dict
    rows: tuple

    @property
    def final(self):
        return self.results[list(self.results)[-1]]

    def nox_rows(self):
        return [row for row in self.rows if row.played and row.session]

    def row(self, name):
        return next(row for row in self.rows if row.name == name)


class Runner:
    """One scratch place for runs: a cache store and the machines."""

    def __init__(self, scratch, actions, slots=2):
        self.scratch, self.actions, self.slots = scratch, actions, slots
        self.store = scratch / "cache"
        self.store.mkdir()
        self.artifacts = scratch / "artifacts"  # of the last run

    def play(self, variant, machines="machines", only=None, results=None, cancel=None, env=None, github=None):
        workflow = self.scratch / "workflow.yml"
        workflow.write_text(variant.workflow, encoding="utf-8")
        shutil.rmtree(self.artifacts, ignore_errors=True)
        self.artifacts.mkdir()
        settings = {
            "STAND_IN_REPOSITORY": str(variant.repository),
            "STAND_IN_COMMIT": variant.commit,
            "STAND_IN_CACHE": str(self.store),
            "STAND_IN_ARTIFACTS": str(self.artifacts),
            "STAND_IN_UV": machine.UV,
        }
        order = {
            "workflow": str(workflow),
            "machines": str(self.scratch / machines),
            "actions": {name: str(folder) for name, folder in self.actions.items()},
            "toolCache": str(machine.TOOL_CACHE),
            "env": machine.variables() | settings | (env or {}),
            "repository": {"owner": "gen-ci", "name": "sample"},
            "github": {
                "event_name": "push",
                "ref": "refs/heads/main",
                "ref_name": "main",
                "ref_type": "branch",
                "sha": variant.commit,
            }
            | (github or {}),
            "slots": self.slots,
            "only": only,
            "results": results,
            "cancel": cancel,
        }
        done = subprocess.run([tools.node(), str(MAIN)], input=json.dumps(order), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"the runner could not play {workflow}:\n{done.stderr.strip()[-3000:]}")
        jobs = json.loads(done.stdout)["jobs"]
        rows = [Row(job["id"], row["name"], row["result"], row) for job in jobs for row in job["rows"]]
        return Run({job["id"]: job["result"] for job in jobs}, tuple(rows))

    def keys(self):
        """The keys in the cache store."""
        return sorted(json.loads(path.read_text(encoding="utf-8"))["key"] for path in self.store.glob("*/*.json"))

    def forget(self, key):
        """Drops an entry, as a forge does after some days."""
        for path in self.store.glob("*/*.json"):
            if json.loads(path.read_text(encoding="utf-8"))["key"] == key:
                path.unlink()
                path.with_suffix(".tar").unlink()

    def empty(self):
        shutil.rmtree(self.store)
        self.store.mkdir()

    def mark(self):
        """Puts a file into every saved environment: it is gone if nox makes the environment anew."""
        marker = self.scratch / MARKER
        marker.touch()
        for path in self.store.glob("*/*.tar"):
            with tarfile.open(path, "a:") as archive:
                for config in [name for name in archive.getnames() if re.fullmatch(r"\.nox/[^/]+/pyvenv\.cfg", name)]:
                    archive.add(marker, config.replace("pyvenv.cfg", MARKER))
