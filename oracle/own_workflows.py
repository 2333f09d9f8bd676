"""Random workflows beside that of the top level, and what belongs to them."""

from . import pools, views
from .manifest import Manifest, _listed

IDS = ["nightly", "release"]


def make(maker) -> None:
    if not maker.chance(0.15):
        return
    data, rng = maker.data, maker.rng
    data["workflows"] = {}
    # The items of these match rows in each workflow, so they have the same runners there.
    runners = [] if any({"exclude", "include"} & each.keys() for each in data["sessions"].values()) else [{"runs-on": maker.labels[0]}]
    for name in maker.some(IDS, 2):
        own = {"on": rng.choice(pools.TRIGGERS)}
        for key, share, values in (("name", 0.3, ["Every night", "it's: late"]), ("run-name", 0.1, pools.RUN_NAMES),
                                   ("permissions", 0.2, pools.PERMISSIONS), ("concurrency", 0.2, pools.CONCURRENCY),
                                   ("final-job", 0.3, [f"{name} is done", {"title": f"All of {name}"}, False]),
                                   ("defaults", 0.4, [{"timeout-minutes": 90}, {"env": {"LEVEL": "9"}, "tags": ["late"]},
                                                      *({"timeout-minutes": 7} | each for each in runners)])):
            if maker.chance(share):
                own[key] = rng.choice(values)
        if maker.chance(0.2):
            own["env"] = maker._env()
        if maker.chance(0.2):
            own["cache"] = maker._cache()
        own |= _targets(maker, name)
        data["workflows"][name] = own
        _fill(maker, name)


def _targets(maker, name) -> dict:
    forges = list(maker.data["targets"])
    choices = [{}, {}, {"targets": forges[:1]}, {"targets": forges[0]}, {"targets": {forges[-1]: f".{forges[-1]}/workflows/own-{name}.yaml"}}]
    return maker.rng.choice(choices)


def _fill(maker, workflow) -> None:
    """Some entries with all that they name, which stay where they are, and perhaps one that is in this workflow only."""
    data = maker.data
    entries = data["sessions"] | data.get("jobs", {})
    read = maker.read()  # another workflow has another final job
    work = [name for name, each in entries.items() if not {"helper", "members"} & each.keys() and each.get("ci", True)
            and not read.later(read.sessions.get(name) or read.all_jobs[name])]
    chosen = set(maker.some(work, 3)) if work else set()
    while more := {word for name in chosen for word in _named(entries[name]) if word in work} - chosen:
        chosen |= more
    for name in chosen:
        entries[name]["workflow"] = [*views.of_entry(entries[name]), workflow]
    named = {word for each in entries.values() for word in _named(each)}
    for name in chosen - named:
        alone = entries[name]["workflow"] == [views.TOP, workflow]  # another workflow may have nothing else
        if maker.chance(0.3) and alone and len(chosen) < len(work):
            _try(data, entries[name], workflow)
    for each in entries.values():
        if "members" in each and maker.chance(0.4):
            each["workflow"] = [*views.of_entry(each), workflow]


def _named(entry) -> list[str]:
    said = _listed((entry.get("artifacts") or {}).get("download", []))
    return [*_listed(entry.get("needs") or []), *(each if isinstance(each, str) else each["from"] for each in said)]


def _try(data, entry, workflow) -> None:
    """The entry leaves the other workflows, unless a tag or meta-session would then mean nobody."""
    before = entry["workflow"]
    entry["workflow"] = workflow
    if not _sound(data):
        entry["workflow"] = before


def _sound(data) -> bool:
    from .generator import text  # which makes these, too
    seen = [Manifest(text(data), workflow=each) for each in views.ids(data)]
    for name, entry in [*data["sessions"].items(), *data.get("jobs", {}).items()]:
        for word in _named(entry):
            homes = [each for each in seen if (each.sessions.get(name) or each.all_jobs[name]).here]
            try:
                if any(word == each.final_job and each.later(each.sessions.get(name) or each.jobs[name]) for each in homes):
                    continue
                if not any(other.runs and other.name != name for each in homes for other in each.selected(word)):
                    return False
            except KeyError:  # it waits for the final job of a workflow that it left
                return False
    return True
