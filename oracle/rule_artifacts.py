"""Files between jobs: each row leaves what it is asked for, and who downloads it finds it where it was."""

import re
from posixpath import normpath

from . import places
from .contexts import EVENTS
from .fetching import fetch, fits
from .finding import Finding
from .matching import Match
from .running import play
from .workflow import Workflow, written

LEGAL = re.compile(r"[A-Za-z0-9._-]+|[A-Za-z0-9._()=' -]+(?<! )")  # the second is nox's own name of a session
KEPT = {"retention-days", "if-no-files-found", "include-hidden-files", "compression-level"}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    running = {row.key: play(workflow, place, EVENTS[0], row) for row, place in match.pairs()}
    left: dict[str, tuple] = {}  # every artifact: its session's name, which upload it is, where its files come from
    for row, place in match.pairs():
        yield from (Finding(rule, str(place), text) for rule, text in _uploads(manifest, forge, row, running[row.key], left))
    for row, place in match.pairs():
        yield from (Finding(rule, str(place), text)
                    for rule, text in _downloads(manifest, match, row, running[row.key], left))


def _uploads(manifest, forge, row, running, left):
    wanted = manifest.uploads(row.session)
    if len(running.uploads) != len(wanted):
        yield "upload", f"uploads {len(running.uploads)} times instead of {len(wanted)}"
    for number, (asked, (place, inputs)) in enumerate(zip(wanted, running.uploads)):
        name, paths = inputs.pop("name", ""), inputs.pop("path", "").split("\n")
        if not LEGAL.fullmatch(name) or name.lower() in map(str.lower, left) or not name.startswith(asked.get("name", "")):
            yield "upload", f"the artifact is called {name!r}"
        left[name] = row.session.name, number, source(paths)
        said = asked["path"] if isinstance(asked["path"], list) else [asked["path"]]
        said = [written(places.at(row.session, each), running.contexts | {"row": row.fields}) for each in said]
        if [each for each in paths if each][: len(said)] != said or len([each for each in paths if each]) > len(said) + 1:
            yield "upload", f"uploads {paths} instead of {said}"
        hidden = any(part.startswith(".") and part.strip(".") for each in said for part in each.split("/"))
        usual = {"if-no-files-found": "warn" if row.session.may_fail else "error"} | (
            {"include-hidden-files": True} if hidden else {})
        kept = usual | {key: value for key, value in asked.items() if key in KEPT}
        if manifest.target(forge)["artifacts"] == "v3":  # which does not know it
            kept.pop("compression-level", None)
        kept = {key: str(value).lower() for key, value in kept.items() if value is not False}
        if inputs != kept:
            yield "upload", f"says {inputs} instead of {kept}"
        if (running.job.steps[place].get("if") or "").strip("${} ") != asked.get("if", "").strip("${} "):
            yield "upload", f"runs if {running.job.steps[place].get('if')} instead of {asked.get('if')}"


def source(paths: list[str]) -> str | None:
    """The folder that the action takes away: what all its search paths have in common. A search path is what stands before
    the first wildcard. None for a single path without one: nobody knows whether it is a file or a folder."""
    found = []
    for path in filter(None, paths):
        parts = [part for part in path.split("/") if part not in ("", ".")]
        wild = next((n for n, part in enumerate(parts) if set(part) & set("*?[")), None)
        found.append((parts[:wild], wild is None))
    if len(found) == 1:
        return None if found[0][1] else "/".join(found[0][0]) or "."
    common = []
    for parts in zip(*(parts for parts, _ in found)):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return "/".join(common) or "."


def _downloads(manifest, match, row, running, left):
    """Exactly the artifacts of what is named, each where it has to go. Of what may fail some may lack, but not all."""
    wanted: list = []
    joined: list[str] = []
    here = {each.session for each in match.wanted}
    for asked in manifest.downloads(row.session):
        sessions = [each for each in manifest.selected(asked["from"]) if each in here and each != row.session]
        named = [(asked["name"], (asked["into"], asked["name"]) if "into" in asked else (".",))
                 for each in manifest.selected(asked["from"]) if each in match.given]
        for name, folder in named:  # of a job only the name is known
            left = left | {name: (asked["from"], 0, ".")}
            of_it = [(name, normpath(places.at(row.session, "/".join(folder))))]
            wanted += of_it
        for each in sessions:
            uploads = manifest.uploads(each)
            of_it = [(name, normpath(f"{places.at(row.session, asked['into'])}/{name}") if "into" in asked else home)
                     for name, (session, number, home) in left.items()
                     if session == each.name and asked.get("name") in (None, uploads[number].get("name"))]
            wanted += of_it
            joined += [name for name, _ in of_it if asked.get("even-if-failed")]
    if not wanted and not running.downloads:
        return
    if (found := fetch(running, left)) != sorted(set(wanted)):
        yield "download", f"takes {found} instead of {wanted}"
        return
    if joined and fetch(running, left.keys() - joined) is not None:
        yield "download", f"does not miss any of {joined}"
    for lost in joined if len(joined) > 1 else ():
        if fetch(running, left.keys() - {lost}) != sorted(each for each in set(wanted) if each[0] != lost):
            yield "download", f"cannot do without {lost}"
    must = {name for name, _ in wanted}.difference(joined)
    for place, inputs in running.downloads:
        taken = [name for name in must if name == inputs.get("name") or fits(name, inputs.get("pattern", ""))]
        if taken and "continue-on-error" in running.job.steps[place]:
            yield "download", f"does not miss {taken}"
