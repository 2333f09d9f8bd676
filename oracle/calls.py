"""Several calls in one job: what each is, which steps stand between them, and what their cache is called."""

import re
import zlib
from dataclasses import dataclass, field

from . import expressions
from .running import same
from .workflow import written


@dataclass(frozen=True)
class Call:
    """A call of nox: `selectors` are what follows `-s`, or `-t` and the tags, `forced` the interpreter of `--force-python`."""

    selectors: tuple
    forced: str | None
    by_job: bool
    posargs: tuple = ()
    env: dict = field(default_factory=dict, hash=False, compare=False)
    condition: object = None
    installs: bool = True
    only: bool = False
    parallel: object = None
    title: str = "Run nox"


def of_list(session, python: str, by: str, beside: str | None) -> tuple[Call, ...]:
    """The calls of a row. `beside`: the interpreter to force where nox runs on another one."""
    found = []
    for item in session.calls:
        own = "job" if "tag" in item else item.get("python-by", by)
        words = ["-t", *item["tag"]] if "tag" in item else item["nox"]
        found.append(Call(tuple(selector(name, python) if own == "name" else name for name in words),
                          beside if own == "job" else None, own == "job", tuple(item.get("posargs") or ()), item.get("env") or {},
                          item.get("if"), not item.get("no-install"), bool(item.get("install-only")),
                          item.get("parallel"), item.get("name") or "Run " + (" " if "tag" in item else ", ").join(words)))
    return tuple(found)


def selector(name: str, python: str) -> str:
    """nox's name of a session with its interpreter: before its parameters."""
    return re.sub(r"^(.[^(]*)", lambda match: f"{match[1]}-{python}", name, count=1)


def environments(session, by: str) -> tuple:
    """What makes the environments that a list of calls needs, call by call."""
    return tuple(each for item in session.calls for each in (
        [(f"-t {tag}", "job") for tag in item["tag"]] if "tag" in item else [(name, item.get("python-by", by)) for name in item["nox"]]))


def in_key(session, by: str) -> str:
    """The entry's name as a key can have it, and a digest of what its calls need."""
    name = session.name.replace("%", "%25").replace(",", "%2C").replace("|", "%7C")
    lines = "".join(f"{each} {how}\n" for each, how in environments(session, by))
    return f"{name}-{zlib.crc32(lines.encode()):08x}"


def order(row, running):
    """All items of the list are there, in its order, with nothing between them."""
    if len(running.inside) != len(row.session.steps_inside):
        yield "inside", f"the manifest's {len(row.session.steps_inside)} steps among the calls are not there, in order and unchanged"
        return
    nox, steps = iter([place for place, *_ in running.nox_calls]), iter(running.inside)
    found = [next(nox if {"nox", "tag"} & item.keys() else steps, None) for item in row.session.items]
    if None in found or found != [*range(found[0], found[0] + len(found))]:
        yield "step-order", f"the items of calls are the steps {found}"


def step(row, running, place: int, call: Call):
    """The step of a call: its name, and when it runs."""
    data = running.job.steps[place]
    if data.get("name") != call.title:
        yield "call", f"the step is called {data.get('name')} instead of {call.title}"
    wanted, found = call.condition, data.get("if")
    if wanted is None or found is None:
        right = wanted is found
    else:
        wanted = expressions.text(wanted)
        right = expressions.unwrapped(found) == expressions.unwrapped(wanted) or same(
            found, wanted, row.fields, running.contexts["matrix"], "if")
    if not right:
        yield "call-if", f"runs if {found} instead of {wanted}"


def arguments(row, running, call: Call) -> list[str]:
    found = [written(each, running.contexts | {"row": row.fields}) for each in call.posargs]
    return [each for each in found if each]

