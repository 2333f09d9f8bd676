#!/usr/bin/env python3
"""Forgejo's refusals: `forgejo_check.py FILE…` prints `file:line:column: text [rule]` for each, and ends with 1.

Forgejo has no validator in a package registry, and several of its gates are silent: the server drops keys that it does
not know, and a job without `runs-on` waits for ever. This check holds a workflow against what is known of the server
(15, 16) and the runner: what they refuse, what they ignore (so that nobody believes in it), what they evaluate
differently. It reads YAML events, because an alias must still be seen as one.
"""

import re
import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))
from lib import forgejo_expressions as expressions  # noqa: E402
from lib.positions import Alias, Mapping, Scalar, Sequence, read  # noqa: E402

TOP = {"name", "run-name", "on", "permissions", "env", "defaults", "concurrency", "jobs"}
FILTERS = {"branches", "branches-ignore", "tags", "tags-ignore", "paths", "paths-ignore", "types"}
EVENTS = {
    "push": FILTERS - {"types"},
    "pull_request": FILTERS,
    "pull_request_target": FILTERS,
    "schedule": set(),
    "workflow_dispatch": {"inputs"},
    "workflow_call": {"inputs", "outputs", "secrets"},
    "release": {"types"},
    "issues": {"types"},
    "issue_comment": {"types"},
}
JOB = {"needs", "if", "strategy", "name", "runs-on", "timeout-minutes", "container", "services", "env", "outputs"}
JOB |= {"defaults", "steps", "uses", "with", "secrets"}
STEP = {"name", "id", "if", "timeout-minutes", "continue-on-error", "env"}
SCRIPT = STEP | {"run", "working-directory", "shell"}
ACTION = STEP | {"uses", "with"}
CONTAINER = {"image", "options", "cmd", "env", "volumes", "credentials"}
# Known to its schema and without effect: whoever reads them believes in something that does not happen.
IGNORED_TOP = {"permissions"}
IGNORED_JOB = {"permissions", "continue-on-error", "concurrency", "environment", "cancel-timeout-minutes"}
IGNORED_STRATEGY = {"fail-fast", "max-parallel"}

ID = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
FULL_ACTION = re.compile(r"https://[A-Za-z0-9.-]+/[^/\s@]+/[^/\s@]+(/[^\s@]+)*@[0-9a-f]{40}")
WHOLE = re.compile(r"[1-9][0-9]*")
FROM_ROW = re.compile(r"\$\{\{ *matrix\.([A-Za-z0-9_-]+) *\}\}")


class Check:
    """One file's findings."""

    def __init__(self):
        self.findings = []

    def say(self, node, rule, text):
        self.findings.append((node.line, node.column, f"{text} [{rule}]"))

    def mapping(self, node, what, known, ignored=()):
        """The entries of a mapping; keys that Forgejo refuses or ignores are findings."""
        if not isinstance(node, Mapping):
            self.say(node, "type", f"{what} is not a mapping")
            return {}
        entries = {}
        for key, value in node.entries:
            if key.text in ignored:
                self.say(key, "ignored-key", f"{key.text} of {what} has no effect")
            elif known is not None and key.text not in known | {"<<"}:
                self.say(key, "unknown-key", f"{key.text} is no key of {what}")
            entries.setdefault(key.text, value)
        return entries

    def workflow(self, root):
        self.yaml_features(root)
        top = self.mapping(root, "the workflow", TOP, IGNORED_TOP)
        for key in ("on", "jobs"):
            if key not in top:
                self.say(root, "missing-key", f"{key} is missing")
        if "on" in top:
            self.events(top["on"])
        if isinstance(top.get("concurrency"), Mapping):
            self.mapping(top["concurrency"], "concurrency", {"group", "cancel-in-progress"})
        if "jobs" in top:
            jobs = self.mapping(top["jobs"], "jobs", None)
            for key, job in top["jobs"].entries if jobs else ():
                self.job(key, job, jobs)
            self.names(jobs)

    def yaml_features(self, node, shared=False):
        """Lists of steps and single steps may be shared; elsewhere the server's or the runner's decoder stumbles."""
        if isinstance(node, Alias) and not shared:
            self.say(node, "alias", f"*{node.name}: only steps can be shared")
        keys = set()
        for key, value in getattr(node, "entries", ()):
            if key.text == "<<":
                self.say(key, "merge-key", "merge keys are not resolved")
            elif key.text in keys:
                self.say(key, "duplicate-key", f"{key.text} stands twice")
            keys.add(key.text)
            self.yaml_features(value, shared=key.text == "steps")
        for item in getattr(node, "items", ()):
            self.yaml_features(item, shared)

    def events(self, on):
        if isinstance(on, Mapping):
            for name, event in self.mapping(on, "on", None).items():
                self.event(on, name, event)
        for each in [on] if isinstance(on, Scalar) else getattr(on, "items", ()):
            self.event(each, getattr(each, "text", ""), None)

    def event(self, place, name, event):
        if name not in EVENTS:
            self.say(event or place, "event", f"{name} is never sent")
        elif isinstance(event, Mapping):
            self.mapping(event, name, EVENTS[name])
        elif isinstance(event, Sequence) and name == "schedule":
            for item in event.items:
                self.mapping(item, "schedule", {"cron"})

    def job(self, key, job, jobs):
        if not ID.fullmatch(key.text) or len(key.text) >= 100:
            self.say(key, "id", f"{key.text} is not a job's id")
        entries = self.mapping(job, f"job {key.text}", JOB, IGNORED_JOB)
        runner = entries.get("runs-on")
        if "uses" not in entries and (runner is None or (isinstance(runner, Scalar) and not runner.text)):
            self.say(key, "runs-on", f"job {key.text} has no runner and would wait for ever")
        rows = self.strategy(entries["strategy"]) if "strategy" in entries else {}
        for need in self.texts(entries.get("needs")):
            if need.text not in jobs:
                self.say(need, "needs", f"there is no job {need.text}")
        if "if" in entries:
            for problem in expressions.job_condition(getattr(entries["if"], "text", "")):
                self.say(entries["if"], "job-if", problem)
        for variable in getattr(entries.get("env"), "entries", ()):
            for word in expressions.unknown_in_job_env(getattr(variable[1], "text", "")):
                self.say(variable[1], "job-env", f"{word} is not known in a job's env")
        if isinstance(entries.get("container"), Mapping):
            self.mapping(entries["container"], "container", CONTAINER)
        for name, service in getattr(entries.get("services"), "entries", ()):
            if isinstance(service, Mapping):
                self.mapping(service, f"service {name.text}", CONTAINER | {"ports"})
        self.minutes(entries, rows)
        if "uses" not in entries:
            self.steps(key, entries.get("steps"), rows)

    def strategy(self, node):
        """The values of each axis and row key, by name."""
        entries = self.mapping(node, "strategy", {"matrix"}, IGNORED_STRATEGY)
        matrix = entries.get("matrix")
        if not isinstance(matrix, Mapping):
            self.say(node, "matrix", "strategy without a written matrix")
            return {}
        rows = {}
        for key, value in matrix.entries:
            if not isinstance(value, Sequence):
                self.say(value, "matrix", f"{key.text} is not a sequence")
            elif not value.items:
                self.say(value, "matrix", f"{key.text} is empty: the job would vanish")
            elif key.text in ("include", "exclude"):
                for row in value.items:
                    for name, cell in self.mapping(row, f"a row of {key.text}", None).items():
                        rows.setdefault(name, []).append(cell)
            else:
                rows.setdefault(key.text, []).extend(value.items)
        return rows

    def minutes(self, entries, rows):
        node = entries.get("timeout-minutes")
        if node is None:
            return
        row = FROM_ROW.fullmatch(node.text) if isinstance(node, Scalar) else None
        for value in rows.get(row[1], [node]) if row else [node]:
            if not isinstance(value, Scalar) or not WHOLE.fullmatch(value.text):
                self.say(value, "timeout", "timeout-minutes is not a whole number")

    def steps(self, key, node, rows):
        if isinstance(node, Alias):  # its anchor is looked at, here and below
            return
        if not isinstance(node, Sequence) or not node.items:
            self.say(node or key, "steps", f"job {key.text} has no steps")
            return
        for item in node.items:
            if isinstance(item, Alias):
                continue
            kind = "uses" if any(name.text == "uses" for name, _ in getattr(item, "entries", ())) else "run"
            step = self.mapping(item, f"a step with {kind}", ACTION if kind == "uses" else SCRIPT)
            if kind not in step:
                self.say(item, "steps", "a step with neither run nor uses")
            self.minutes(step, rows)
            soft = step.get("continue-on-error")
            if soft is not None and (getattr(soft, "text", ""), getattr(soft, "plain", False)) not in BOOLEANS:
                self.say(soft, "continue-on-error", "continue-on-error is not a literal true or false")
            if "id" in step and not ID.fullmatch(getattr(step["id"], "text", "")):
                self.say(step["id"], "id", "not a step's id")
            self.action(step.get("uses"))

    def action(self, node):
        text = getattr(node, "text", "")
        if node is not None and not text.startswith(("./", "docker://")) and not FULL_ACTION.fullmatch(text):
            self.say(node, "uses", f"{text} is not a full https address with a commit")

    def names(self, jobs):
        """A repeated name gets -1, -2 appended, and required checks are matched by name."""
        seen = set()
        for job in jobs.values():
            name = dict((key.text, value) for key, value in getattr(job, "entries", ())).get("name")
            text = getattr(name, "text", "")
            if len(text.encode()) > 255:
                self.say(name, "name", "names are cut at 255 bytes")
            if text and "${{" not in text and text in seen:
                self.say(name, "name", f"two jobs are named {text}")
            seen.add(text)

    @staticmethod
    def texts(node):
        nodes = [node] if isinstance(node, Scalar) else getattr(node, "items", ())
        return [each for each in nodes if isinstance(each, Scalar)]


BOOLEANS = {("true", True), ("false", True)}


def main(files):
    found = 0
    for file in files:
        check = Check()
        try:
            check.workflow(read(Path(file).read_text(encoding="utf-8")))
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            check.findings.append((*place, f"{getattr(problem, 'problem', problem)} [syntax]"))
        for line, column, text in sorted(check.findings):
            print(f"{file}:{line}:{column}: {text}")
        found += len(check.findings)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
