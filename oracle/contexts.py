"""The contexts that a forge gives to expressions: what started a run, on which runner."""

import hashlib

from . import expressions

SHA, OTHER_SHA = "a" * 40, "b" * 40
# What anybody may write: it must stay one argument.
MESSAGE = "It's $HOME\n\n--co-author `x`\n"


def event(name: str = "push", ref: str = "refs/heads/main", **more) -> dict:
    """The contexts of a run that an event started."""
    kind, _, short = ref.removeprefix("refs/").partition("/")
    github = {
        "event_name": name, "ref": ref, "ref_name": short, "ref_type": "tag" if kind == "tags" else "branch",
        "workflow": "CI", "sha": SHA, "run_id": "7", "workspace": "/build/space", "repository": "a/b", "actor": "someone",
        "head_ref": "", "base_ref": "",
        "event": {"pull_request": {"number": 12}} if name == "pull_request" else {"head_commit": {"message": MESSAGE}},
    }
    return {"github": github | more, "vars": {}, "secrets": {}, "inputs": {}, "env": {}, "steps": {}, "matrix": {}, "needs": {},
            "runner": {"os": "Linux", "arch": "X64", "temp": "/temp", "debug": ""}}


EVENTS = (event(), event("pull_request", "refs/pull/12/merge", sha=OTHER_SHA), event(ref="refs/tags/v1"),
          event("schedule"), event("workflow_dispatch", "refs/heads/other"))


class Hashes:
    """`hashFiles`: notes the patterns it was asked for, and answers as if each file existed (or none did)."""

    def __init__(self, exist: bool = True):
        self.exist, self.asked = exist, []

    def __call__(self, *patterns):
        self.asked.append(tuple(patterns))
        return hashlib.sha256(repr(patterns).encode()).hexdigest() if self.exist else ""


def replaced(contexts: dict, context: str, **values) -> dict:
    return contexts | {context: contexts[context] | values}


def paths(tree) -> set[tuple[str, ...]]:
    """Every `a.b.c` that an expression reads."""
    if not isinstance(tree, tuple):
        return set()
    if own := _path(tree):
        return {own}
    return set().union(*(paths(part) for part in tree))


def _path(tree):
    if tree[0] == "context":
        return (tree[1],)
    if tree[0] == "get" and tree[2][0] == "value" and isinstance(tree[2][1], str) and (before := _path(tree[1])):
        return (*before, tree[2][1])
    return None


def literals(tree) -> set[str]:
    if not isinstance(tree, tuple):
        return set()
    if tree[0] == "value":
        return {tree[1]} if isinstance(tree[1], str) else set()
    return set().union(*(literals(part) for part in tree))


def deciding(conditions: list[str]) -> list[tuple[dict, tuple[bool, ...]]]:
    """Contexts under which the conditions come out differently, each with what they give: the usual events, and for
    every value that a condition reads, each text that stands in the same condition."""
    candidates = list(EVENTS)
    for condition in conditions:
        tree = expressions.parse(condition)
        for path in paths(tree):
            if path[0] in ("github", "vars", "inputs"):
                candidates += [_with(EVENTS[0], path, text) for text in (*sorted(literals(tree)), True)]
    found: dict = {}
    for candidate in candidates:
        gives = tuple(expressions.truth(expressions.run(expressions.parse(each), candidate, {})) for each in conditions)
        found.setdefault(gives, candidate)
    return [(candidate, gives) for gives, candidate in found.items()]


def _with(contexts, path, value):
    if len(path) == 1:
        return contexts
    inner = value
    for name in reversed(path[2:]):
        inner = {name: inner}
    return replaced(contexts, path[0], **{path[1]: inner})
