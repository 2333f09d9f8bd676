"""Why a random manifest may be refused: the mistakes that the generator makes now and then, found out for themselves."""

import json
import re

from . import places, pools
from .calls import selector
from .manifest import Manifest
from .rows import (by, fields_of, folder, for_nox, given, of_nox, parts, pythons_of, renamed, replaced, rows, runs_beside,
                   titles_of)
from .running import FILE

WORK, NOX = ("nox", "calls", "command"), ("nox", "calls")
FOUND_BY_NOX = re.compile(r"(python|cpython|pypy)?\d+(\.\d+){0,2}t?|graalpy3(\.\d+){0,2}")


def expected(text: str) -> set[str]:
    """The rules by which the compiler must refuse a manifest; none if it must accept it."""
    seen = [Manifest(text, workflow=each) for each in Manifest(text).workflows]
    found = set().union(*map(_of_workflow, seen)) | _of_all(seen)
    # Nobody asks what is left of a manifest that is wrong.
    if not found:
        found = {rule for manifest in seen if manifest.runs_something() for forge in manifest.targets()
                 for rule in _of_rows(rows(manifest, forge), given(manifest, forge))}
    return found


def _of_all(seen: list[Manifest]) -> set[str]:
    """What is only wrong if it is so in every workflow."""
    found = set()
    if seen[0].data.get("self-check") and not any(each.checks_itself(forge) for each in seen for forge in each.targets()):
        found.add("useless-key")
    if any(not each.runs_something() for each in seen[1:]):
        found.add("empty-workflow")
    for name in seen[0].sessions:
        homes = [(each, each.sessions[name]) for each in seen if each.sessions[name].here]
        metas = [(each, meta) for each, meta in homes if meta.kind == "meta" and meta.values["ci"]]
        if metas and not any(member.runs for each, meta in metas for member in each.members(meta)):
            found.add("empty-meta")
        taken_out = any(session.runs for _, session in homes) and seen[0].data["sessions"][name].get("final") is False
        if taken_out and all(each.final_job is None for each, _ in homes):
            found.add("useless-key")
    return found


def _of_workflow(manifest: Manifest) -> set[str]:
    found = set(_names(manifest))
    if any(_ids_clash(each) for each in manifest.sessions.values() if each.kind in WORK):
        found.add("step-id-clash")
    # Expressions: inputs are those of workflow_dispatch and workflow_call. A meta-session takes no `if`, also not that of the defaults.
    asked = any("inputs." in (each.condition or "") for each in [*manifest.sessions.values(), *manifest.jobs.values()]
                if each.here and each.kind in (*WORK, "job"))
    if asked and not inputs(manifest.data.get("on")):
        found.add("unknown-context")
    if any(_lacks(manifest, part) for each in manifest.sessions.values() if each.kind in WORK for part in parts(manifest, each)):
        found.add("unknown-property")
    if any(each.command[0] in ("uv", "uvx") and not each.setup and not each.values["before"] and not each.values["first"]
           and "setup-python" in _setups(manifest, each) for each in manifest.running()):
        found.add("missing-uv")
    if [int(each) for each in manifest.nox.get("version", "2026.8.10").split(".")] < [2026, 8, 10] and any(
            "parallel" in call for each in manifest.sessions.values() if not each.own_nox for call in each.calls):
        found.add("old-nox")
    if "--report" in manifest.nox.get("args", []) and any(
            each.kind in NOX and each.values.get("report") for each in manifest.sessions.values()):
        found.add("selecting-argument")
    for each in manifest.sessions.values():
        unseen = each.kind == "command" or each.kind in NOX and {how for _, how in _called(manifest, each)} <= {"job"}
        if unseen and "python" in manifest.data["sessions"][each.name] and each.values.get("python-setup") == "none" and (
                # A command does not take the nox of the defaults.
                "row" not in json.dumps({key: each.values[key] for key in each.values if key != "nox" or each.kind in NOX})):
            found.add("useless-key")
    for each in manifest.sessions.values():
        sets_up = each.values.get("python-setup") not in ("none", "system") and (each.kind != "command" or each.values.get("python"))
        if each.kind in WORK and "extra-pythons" in manifest.data["sessions"][each.name] and not sets_up:
            found.add("useless-key")
    for each in manifest.sessions.values():
        own = manifest.data["sessions"][each.name]
        if each.kind in WORK and each.values.get("include") and replaced(each, own):
            found.add("useless-key")
        if each.kind == "command" and "python-setup" in own and not any("python" in part.values for part in parts(manifest, each)):
            found.add("useless-key")
    if _has_useless_fallback(manifest):
        found.add("useless-key")
    titled = [each for each in manifest.running() if ("title" in each.values or each.values.get("include")) and not any(
        _lacks(manifest, part, ["title"]) for part in parts(manifest, each))]
    titles = [title for each in titled for title in titles_of(manifest, each)]
    if len(set(titles)) < len(titles):
        found.add("name-clash")
    running = manifest.running()
    if running and not any(each.counts for each in [*running, *manifest.jobs.values()]):
        found.add("outside-final")
    if _environments_clash(manifest):
        found.add("environment-clash")
    if any(_needed_anyway(manifest, each) for each in manifest.running()):
        found.add("needed-anyway")
    return found


def _of_rows(there, jobs) -> set[str]:
    """What is wrong with the rows of one target: there are none, or one cannot have its containers."""
    found = set() if any(each.counts for each in [*(row.session for row in there), *jobs]) else {"nothing-left"}
    for row in there:
        needs_linux = row.session.image or row.session.values.get("services")
        if needs_linux and any(str(label).lower().startswith(("windows", "macos")) for label in row.runner[1:]):
            found.add("linux-only")
    for job, where in jobs.items():
        if where and {"container", "services"} & job.values["written"].keys() and any(
                str(label).lower().startswith(("windows", "macos")) for label in where[1:]):
            found.add("linux-only")
    return found


def _lacks(manifest, session, keys=("title", "env", "first", "before", "calls", "after", "checkout", "container", "services")) -> bool:
    """Whether a text reads a field that one of the session's rows does not have."""
    texts = json.dumps([session.values.get(key) for key in keys])
    if session.kind in NOX and "env" in keys:
        texts += json.dumps([session.values.get("posargs") if session.kind == "nox" else None, session.start])
    read = {one or other for one, other in re.findall(r"\brow(?:\.(\w+)|\['(\w+)'\])", texts)}
    return any(not read <= {"name", *fields} for fields in fields_of(manifest, session))


def _needed_anyway(manifest, session) -> bool:
    """Whether a session joins what it needs, too, be it for what it needs."""
    needs = set(manifest.needs(session))
    while more := {joined for each in needs for joined in manifest.joins(each)} - needs:
        needs |= more
    return not needs.isdisjoint(manifest.joins(session))


def _environments_clash(manifest) -> bool:
    """Whether sessions of two noxfiles have environments of one name in one folder."""
    noxfiles: dict = {}
    for session in manifest.sessions.values():
        if session.kind in NOX and session.values.get("venv-backend") != "none":
            settings = manifest.said_of_cache(session) or {}
            for name in _environments(manifest, session):
                place = places.environments(session, settings), name
                noxfiles.setdefault(place, set()).add(places.at(session, places.noxfile(session)))
    return any(len(each) > 1 for each in noxfiles.values())


def _environments(manifest, session) -> set[str]:
    """nox's names of a session's environments."""
    found = set()
    for part in parts(manifest, session):
        if part.kind == "nox":
            calls = of_nox(manifest, part, None)
            found |= {folder(renamed(said, forced) if forced else said) for _, said, forced, *_ in calls}
        else:
            found |= {folder(name if how == "job" else selector(name, python))
                      for name, how in _called(manifest, part) for python in pythons_of(manifest, part)}
    return found


def inputs(on) -> dict:
    started = [on.get(name) or {} for name in ("workflow_dispatch", "workflow_call")] if isinstance(on, dict) else []
    return {name: each for event in started for name, each in (event.get("inputs") or {}).items()}


def _ids_clash(session) -> bool:
    """Whether two steps of a job have one id, without regard to case, or one has an id of gen-ci's own."""
    ids = [step["id"].lower() for steps in (session.values["first"], session.setup, session.values["before"], session.steps_inside, session.values["after"]) for step in steps if "id" in step]
    return len(set(ids)) < len(ids) or not set(pools.OWN_IDS).isdisjoint(ids)


def _has_useless_fallback(manifest) -> bool:
    """Whether a `fallback` is only for caches of downloads, which have one anyway."""
    useless: dict = {}
    for each in manifest.sessions.values():
        settings = manifest.said_of_cache(each) if each.kind in NOX and each.values.get("venv-backend") != "none" else None
        if settings and settings.get("fallback"):
            own = manifest.data["sessions"][each.name].get("cache")
            layers = {each.name: own, "defaults": (manifest.data.get("defaults") or {}).get("cache"), "top": manifest.data.get("cache")}
            place = next(name for name, layer in layers.items() if isinstance(layer, dict) and "fallback" in layer)
            # A workflow may have settings of its own.
            known = len(manifest.workflows) == 1 or own is not None
            useless[place] = useless.get(place, True) and known and settings["mode"] == "downloads"
    return any(useless.values())


def _names(manifest):
    """Names of sessions and interpreters that nox does not know, or takes for several."""
    listed: dict = {}
    for session in (part for each in manifest.sessions.values() if each.kind in WORK for part in parts(manifest, each)):
        for name, how in _called(manifest, session):
            if how == "name":
                named = {python for python in pythons_of(manifest, session) if not python.startswith(FILE)}
                listed.setdefault((places.at(session, places.noxfile(session)), name), set()).update(named)
            if how != "job" and session.kind == "nox" and session.values.get("venv-backend") == "none":
                yield "no-environment"
            if how == "name" and session.kind == "calls" and any(
                    re.match("pypy.*-v", each) for each in pythons_of(manifest, session)):
                yield "bad-calls"
    for session in (part for each in manifest.running() for part in parts(manifest, each)):
        called = _called(manifest, session)
        for python in pythons_of(manifest, session):
            extra = session.values.get("extra-pythons") or []
            if any(_unknown_to(each) & _setups(manifest, session) for each in extra):
                yield "unknown-interpreter"
            if any(how != "job" for _, how in called) and not FOUND_BY_NOX.fullmatch(for_nox(python)) or (
                    _unknown_to(python) & _setups(manifest, session)):
                yield "unknown-interpreter"
            own = places.at(session, places.noxfile(session))
            if any(how == "job" and (listed.get((own, name)) or {python}) != {python} for name, how in called):
                yield "confusing-names"


def _unknown_to(python: str) -> set[str]:
    """Who does not set up an interpreter by this name."""
    if python.startswith(FILE):
        return {"system"} if python.removeprefix(FILE).split("/")[-1] == ".python-version" else {"system", "uv"}
    if python.endswith("+debug"):
        return {"setup-python", "system"}
    return {"system"} if python == "3.x" else {"system", "uv"} if re.match(r"pypy.*-v", python) else set()


def _setups(manifest, session) -> set[str]:
    return {manifest.setup(session, forge) for forge in manifest.targets()}


def _called(manifest, session) -> list[tuple[str, str]]:
    """The sessions that nox is called with, and how it gets the interpreter of each."""
    if session.kind == "nox":
        said = [(session.values.get("session", session.name), by(session))]
    else:
        said = [(name, item.get("python-by", by(session))) for item in session.calls for name in item.get("nox", ())]
    beside = runs_beside(session, pythons_of(manifest, session))
    return [(name, "force" if how == "job" and beside else how) for name, how in said]
