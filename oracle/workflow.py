"""Reads a workflow as a forge does: its jobs, their matrix rows, and who waits for whom."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from . import expressions, yaml12


@dataclass(frozen=True)
class Job:
    id: str
    data: dict

    @property
    def name(self):
        """What a forge calls it; after its id where it says nothing."""
        return self.data.get("name", self.id)

    @property
    def needs(self) -> list[str]:
        said = self.data.get("needs", [])
        return [said] if isinstance(said, str) else said

    @property
    def condition(self) -> str | None:
        return self.data.get("if")

    @cached_property
    def steps(self) -> list[dict]:
        """As they run: a script that names no shell has that of its job."""
        usual = self.data.get("defaults", {}).get("run", {})
        return [] if "uses" in self.data else [usual | step if "run" in step else step for step in self.data["steps"]]

    @cached_property
    def rows(self) -> list[dict]:
        """The `matrix` context of each row; a job without a matrix has one empty row."""
        matrix = self.data.get("strategy", {}).get("matrix")
        return combinations(matrix) if isinstance(matrix, dict) else [{}]  # one that is an expression is anybody's guess


class Workflow:
    def __init__(self, text: str):
        self.text = text
        self.data = yaml12.load(text)
        self.played: dict = {}  # what running.py found out
        self.jobs = {name: Job(name, data) for name, data in self.data["jobs"].items()}

    def may(self, job: Job) -> dict | None:
        """What a job may do: what it says, whole, or else what the workflow says."""
        return job.data.get("permissions", self.data.get("permissions"))

    @cached_property
    def ancestors(self) -> dict[str, set[str]]:
        """Every job that a job waits for, directly or not. A job that waits for itself is a KeyError."""
        found: dict[str, set[str]] = {}
        for name in self.order:
            needs = self.jobs[name].needs
            found[name] = set(needs).union(*(found[each] for each in needs))
        return found

    @cached_property
    def order(self) -> list[str]:
        """The jobs, each after those that it needs."""
        done: dict[str, bool] = {}
        todo = list(self.jobs)
        while todo:
            ready = [name for name in todo if all(each in done for each in self.jobs[name].needs)]
            if not ready:
                raise Unrunnable(f"these jobs never start: {', '.join(todo)}")
            done |= dict.fromkeys(ready, True)
            todo = [name for name in todo if name not in done]
        return list(done)


class Unrunnable(Exception):
    """No forge would run this workflow."""


def combinations(matrix: dict) -> list[dict]:
    """As GitHub expands a matrix: the product of its axes, then each `include`."""
    axes = {name: values for name, values in matrix.items() if name not in ("include", "exclude")}
    if "exclude" in matrix or any(not isinstance(values, list) or not values for values in axes.values()):
        raise Unrunnable("a matrix with exclude, or an axis that is no list with something in it")
    found = [dict(zip(axes, values)) for values in product(*axes.values())] if axes else []
    original = [dict(row) for row in found]
    for extra in matrix.get("include", []):
        fits = [row for row, own in zip(found, original) if all(own.get(k, v) == v for k, v in extra.items() if k in axes)]
        for row in fits:
            row.update(extra)
        if not fits:
            found.append(dict(extra))
    if not found:
        raise Unrunnable("a matrix without rows")
    return found


# Forgejo's own, which stand for GitHub's of the same name.
PATCHED = re.compile(r"^forgejo/((?:up|down)load-artifact)$")


def action(step: dict) -> str:
    """`owner/name` or `owner/name/path` of the action that a step uses, without host and commit."""
    used = step.get("uses", "").split("@")[0]
    name = "/".join(used.split("/")[3:]) if used.startswith("https://") else used
    return PATCHED.sub(r"actions/\1", name)


def written(value, contexts: dict, functions: dict | None = None):
    """A value of a workflow as a text in which every expression is replaced."""
    return expressions.text(expressions.fill(value, contexts, functions))


def tolerates(step: dict, contexts: dict):
    """Whether a failure of a step leaves its job green, which an expression may say: true, false, or what is neither."""
    said = step.get("continue-on-error", False)
    return {"true": True, "false": False}.get(written(said, contexts), said) if isinstance(said, str) else said


def filled(variables: dict | None, contexts: dict, functions: dict | None = None) -> dict[str, str]:
    return {name: written(value, contexts, functions) for name, value in (variables or {}).items()}
