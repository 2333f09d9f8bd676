"""The figures of one workflow. Its text is enough: no manifest, and nothing of the compiler's."""

from dataclasses import dataclass

import yaml

from oracle import expressions, shell, workflow, yaml12
from oracle.contexts import EVENTS, Hashes, replaced
from oracle.rows import nox_can_run_on

SETUPS = ("actions/setup-python", "astral-sh/setup-uv")
STATUS = {"success": lambda: True, "always": lambda: True, "failure": lambda: False, "cancelled": lambda: False}


@dataclass(frozen=True)
class Measures:
    """`second` and `needless` are None where rows are known only when the workflow runs."""

    code: int
    written: int
    shared: int
    equal: int
    aliases: int
    block: int
    second: int | None
    needless: int | None
    long_rows: int
    longest_id: str


def measure(text: str) -> Measures:
    top = yaml.compose(text, yaml12.Loader)
    jobs = child(top, "jobs")
    written, shared = steps(jobs)
    interpreters = second_interpreters(text)
    return Measures(
        code=len(code_lines(text)),
        written=len(written),
        shared=shared,
        equal=len(written) - len(set(map(content, written))),
        aliases=sum(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml12.Loader)),
        block=repeated_block(code_lines(text)),
        second=interpreters and interpreters[0],
        needless=interpreters and interpreters[1],
        long_rows=long_rows(jobs),
        longest_id=max((key.value for key, _ in jobs.value), key=len),
    )


def code_lines(text: str) -> list[str]:
    """The lines that are neither blank nor a comment; a comment of a script is one, too."""
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def child(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if key.value == name), None)


def steps(jobs: yaml.MappingNode) -> tuple[list[yaml.Node], int]:
    """The steps that are written out, and the number of those that an alias brings. An alias is the same node again."""
    written, shared, lists = [], 0, set()
    for _, job in jobs.value:
        found = child(job, "steps")
        for step in found.value if found else ():
            if id(found) in lists or any(step is each for each in written):
                shared += 1
            else:
                written.append(step)
        lists.add(id(found))
    return written, shared


def content(node: yaml.Node):
    """What a node says, whatever its style: equal for equal steps."""
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value
    if isinstance(node, yaml.SequenceNode):
        return tuple(map(content, node.value))
    return frozenset((key.value, content(value)) for key, value in node.value)


def repeated_block(lines: list[str]) -> int:
    """The length of the longest block of lines that stands there twice without overlapping itself."""
    low, high = 0, len(lines) // 2
    while low < high:  # if a block stands there twice, a shorter one does
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _repeats(lines, middle) else (low, middle - 1)
    return low


def _repeats(lines, length):
    first = {}
    return any(first.setdefault(tuple(lines[at : at + length]), at) + length <= at for at in range(len(lines) - length + 1))


def long_rows(jobs: yaml.MappingNode) -> int:
    """The rows of `include` that take more than a line."""
    number = 0
    for _, job in jobs.value:
        matrix = child(job, "strategy") and child(child(job, "strategy"), "matrix")
        include = isinstance(matrix, yaml.MappingNode) and child(matrix, "include")
        if isinstance(include, yaml.SequenceNode):
            number += sum(_takes_lines(row) for row in include.value)
    return number


def _takes_lines(row):
    if isinstance(row, yaml.MappingNode) and not row.flow_style:
        return len(row.value) > 1
    return row.end_mark.line > row.start_mark.line


def second_interpreters(text: str) -> tuple[int, int] | None:
    """The rows in which two interpreters are set up, and those of them that need only one."""
    try:
        rows = _rows(workflow.Workflow(text))
        two = [own for own, versions in rows if len(versions) > 1]
    except (workflow.Unrunnable, expressions.BadExpression, AttributeError, LookupError, TypeError, ValueError):
        return None  # not one of ours: nothing is promised about its expressions and its matrix
    return len(two), sum(own is not None and nox_can_run_on(own) for own in two)


def _rows(read):
    """(the row's interpreter, what its steps set up one after the other) of each row of each job."""
    for job in read.jobs.values():
        for row in job.rows:
            contexts = EVENTS[0] | {"matrix": row}
            own = workflow.filled(read.data.get("env"), contexts) | workflow.filled(job.data.get("env"), contexts)
            contexts = replaced(contexts, "env", **own)
            run = [step for step in job.data.get("steps", ()) if _runs(step, contexts)]
            yield own.get("NOX_PYTHON"), [version for step in run for version in _set_up(step, contexts)]


def _set_up(step, contexts):
    """The versions that a step sets up: several lines are several versions."""
    if workflow.action(step) in SETUPS:
        return workflow.written(step.get("with", {}).get("python-version"), contexts).split()
    if "uv python install" in step.get("run", ""):
        return [version for call, _ in shell.run(step["run"], contexts["env"]).calls for version in call[3:]]
    return []


def _runs(step, contexts):
    condition = expressions.text(step.get("if", True))  # a boolean is written as YAML's
    functions = STATUS | {"hashfiles": Hashes()}
    return expressions.truth(expressions.run(expressions.parse(expressions.unwrapped(condition)), contexts, functions))
