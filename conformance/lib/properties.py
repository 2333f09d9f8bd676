"""What judges say of properties of contexts, such as `github.ref`: GitHub gives an empty text for one that it does not know.

No document has all of them. So what ours refuses must be unknown to both judges, and what it takes must be known to one:
GitHub's language service, which knows what documents say, or actionlint, which knows more and also what has no properties.
"""

import re

from . import judges
from .workflows import Input

# Known to a judge, and refused by us: gen-ci makes no composite action and no container.
OURS = {"github.action_path", "github.action_status", "job.container", "job.services"}
NOWHERE = "nothing"


def paths(table):
    """The properties in a table of ours, and next to each row and below each value one that does not exist."""
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("."):
            continue
        above, *names = line[1:].split()
        above = above.split("|")[-1].replace("steps.*", "steps.x").replace("*", "a")
        for name in names:
            yield f"{above}.{name.rstrip('*')}"
            if not name.endswith("*"):
                yield f"{above}.{name}.{NOWHERE}"
        yield f"{above}.{NOWHERE}"


def refused(texts, workflow, scratch):
    """Which of the expressions judges refuse. `workflow` makes one of lines for the `env` of a step, the last thing in it."""
    lines = [f'A{number}: "${{{{ toJSON({text}) }}}}"' for number, text in enumerate(texts)]
    content = workflow(lines)
    path = scratch / ".github/workflows/ci.yml"
    path.parent.mkdir(parents=True)
    path.write_text(content, encoding="utf-8")
    first = content[: content.index(lines[0])].count("\n") + 1
    given = [Input("properties", path, "github", path)]
    said = {name: {int(re.match(r"\d+", text)[0]) for _, text in find(given)}
            for name, find in (("service", judges.github("diagnose")), ("actionlint", judges.actionlint))}
    if others := set().union(*said.values()) - set(range(first, first + len(lines))):
        raise judges.Crash(f"judges found something else in {path}, lines {sorted(others)}")
    for number, text in enumerate(texts, first):
        # The service takes anything below a value.
        below = re.fullmatch(rf"(\w+\.)+\w+\.{NOWHERE}", text) and number not in said["service"]
        yield number in said["actionlint"] and (number in said["service"] or bool(below))
