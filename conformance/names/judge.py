"""The rows of a workflow, each put before nox: it must select one session, on an interpreter that it will find."""

from dataclasses import dataclass, field

from oracle import places
from oracle.contexts import EVENTS
from oracle.manifest import Manifest
from oracle.matching import Match
from oracle.rows import number
from oracle.running import play
from oracle.views import TOP
from oracle.workflow import Workflow, filled

from . import interpreters, listing, noxfile


IMAGES_OWN = ("system", "none")  # interpreters that are there already: nobody here knows which


@dataclass
class Verdict:
    """`listed` counts rows that are right. `unlisted` are rows that nox has nothing to do with, `findings` what is wrong."""

    listed: int = 0
    unlisted: list = field(default_factory=list)
    findings: list = field(default_factory=list)


def judge(manifest_text: str, workflow_text: str, forge: str, described: str | None = None,
          workflow_id: str = TOP) -> Verdict:
    """`described` is a noxfile in place of the one that the manifest gives: the self-test's;
    `workflow_id` is the one of the manifest's workflows that is judged."""
    manifest, workflow = Manifest(manifest_text, workflow=workflow_id), Workflow(workflow_text)
    match = Match(manifest, workflow, forge)
    verdict = Verdict(findings=[f"{each.where}: {each.text}" for each in match.findings])
    for row, place in match.pairs():
        running = play(workflow, place, EVENTS[0], row)
        if row.session.kind == "command":
            verdict.unlisted.append((row.name, "its command is not nox"))
            continue
        variables = filled(workflow.data.get("env"), EVENTS[0]) | running.contexts["env"]
        read = tuple((name, variables[name]) for name in listing.VARIABLES if name in variables)
        setup = manifest.setup(row.session, forge)
        own = described or noxfile.text(manifest, places.at(row.session, places.noxfile(row.session)))
        problems = list(_row(own, setup, row, running, read))
        verdict.findings += [f"{row.name}: {each}" for each in problems]
        verdict.listed += not problems
    return verdict


def _row(described, setup, row, running, variables):
    if len(running.nox_calls) != len(row.calls):
        yield f"calls nox {len(running.nox_calls)} times"
    for (_, arguments, on_path), asked in zip(running.nox_calls, row.calls):
        call = tuple(arguments)
        found = listing.ask(described, call, variables)
        if found.status:
            yield f"nox ends with {found.status}: {found.said}"
        elif len(found.sessions) != len(_words(asked)):
            yield f"`{' '.join(call)}` selects {len(found.sessions)} sessions: {found.names() or 'none'}"
        else:
            names = _names(row, asked)
            for session in found.sessions:
                yield from _selected(row, names, session, running, setup, on_path)
    for name in sorted(running.installed):
        if not interpreters.brings(setup, name):
            yield f"{setup} knows no Python {name}"


def _words(asked) -> tuple:
    """The sessions, or the tags, that a call names."""
    return asked.selectors[asked.selectors[:1] == ("-t",) :]


def _names(row, asked) -> list[str]:
    """The functions that a call means."""
    if asked.selectors[:1] == ("-t",):
        return [f"tagged {tag}" for tag in _words(asked)]
    if row.session.kind == "calls":
        return [selector.split("(")[0] for selector in asked.selectors]
    return [row.session.values.get("session", row.session.name)]


def _selected(row, names, session, running, setup, on_path):
    python = session["python"]
    if not {session["name"], f"{session['name']}-{python}"} & {*names}:
        yield f"selects the session {session['name']} instead of {', '.join(names)}"
    if python is False:
        return  # a session without an environment
    if python is None:
        if setup not in IMAGES_OWN and row.interpreter != number(on_path or ""):
            yield f"nox takes its own Python {on_path} instead of {row.interpreter}"
        return
    if not interpreters.nox_finds(python, python, setup):
        yield f"nox never finds an interpreter called {python}"
    elif setup not in IMAGES_OWN and not any(interpreters.nox_finds(python, each, setup) for each in running.installed):
        yield f"nox looks for Python {python}; the job sets up {', '.join(sorted(running.installed)) or 'none'}"
