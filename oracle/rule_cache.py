"""Each environment has one cache and each cache one environment, kept before nox runs and only when nox succeeded.

Keys are compared as texts: the programs and expressions that make them are run, once for each thing that has to be part
of a key, and the key has to change with it.
"""

from dataclasses import dataclass
from posixpath import normpath

from . import calls, places
from .contexts import EVENTS, Hashes, event, replaced
from .describing import outputs, release
from .expressions import fill, parse, run, truth, unwrapped
from .finding import Finding
from .forges import FORGES
from .matching import Match
from .rows import image
from .rule_frame import DEFAULT_ON, triggers
from .running import Cache, Running, play
from .workflow import Workflow, action, written

FOREIGN = ("workflow_run", "repository_dispatch")  # their runs may check out anybody's code
CALL = "workflow_call"  # its runs have any event
MODES = {"venv": ("nox",), "downloads": ("downloads",), "both": ("nox", "downloads")}  # how the keys of each mode begin
DAYS = {"daily": 1, "weekly": 7, "never": None}


@dataclass(frozen=True)
class Kept:
    """What a cache holds, and how it is looked for. `prefixes`: the beginnings that restore it, too."""

    place: str
    environment: tuple
    hashed: tuple
    path: str
    key: str
    prefixes: tuple
    asked: tuple  # what else a session may say that makes its key another one


def check(manifest, workflow: Workflow, forge: str, match: Match):
    kept = []
    for row, place in match.pairs():
        running = play(workflow, place, EVENTS[0], row)
        settings = manifest.cache(row.session, forge)
        finds = [each for each in running.caches if each.kind != "actions/cache/save"]
        saves = [each for each in running.caches if each.kind == "actions/cache/save"]
        if settings is None or not running.nox_calls:
            if running.caches:
                yield Finding("cache-unasked", str(place), "keeps a cache that nobody asked for")
            continue
        nox = running.nox_calls[0][0]
        kinds = MODES[settings["mode"]]
        if len(finds) != len(kinds) or finds[-1].place > min(nox, *running.inside, nox):
            yield Finding("cache-missing", str(place), f"{len(finds)} steps restore a cache, not {len(kinds)} before nox")
            continue
        events = triggers(manifest.data.get("on", DEFAULT_ON), FORGES[forge])
        if saves and len(saves) != len(kinds):
            yield Finding("cache-save", str(place), f"{len(saves)} steps save {len(kinds)} caches")
            continue
        for number, (kind, cache) in enumerate(zip(kinds, finds)):
            first = finds[0] if number else None
            own = _of_kind(kind, kinds, settings)
            problems = [*_restores(manifest, running, cache, first, _must_ask(row.session, FORGES[forge], settings)), *_saves(events, FORGES[forge], row, running, cache, saves[number : number + 1], settings),
                        *_key(manifest, row, running, cache, own, kind)]
            yield from (Finding(rule, str(place), text) for rule, text in problems)
            kept.append(_kept(manifest, row, place, running, cache, own, kind))
    yield from _shared(kept)


def _of_kind(kind: str, kinds: tuple, settings) -> dict:
    """What holds for one of the caches of a session: other paths are with the environments, downloads always fall back."""
    also = settings["also"] if kind == kinds[0] else []
    return settings | {"also": also, "fallback": settings["fallback"] or kind == "downloads"}


def _filled(step, running: Running, interpreter, key="key", *, days=0, python=None, session=None, hashes=None,
            image="image", linux=True, container=None, **runner) -> str:
    """The key, or another input, under other circumstances than the usual ones. `python` takes the place of the row's own
    interpreter."""
    contexts, env = running.contexts, running.contexts["env"]
    asked = session or env.get("NOX_SESSION", ""), env.get("NOX_PYTHON", "")
    contexts = replaced(contexts, "env", NOX_SESSION=asked[0])
    for identity, version in running.releases:
        found = {"python-version": release(python if python and version == interpreter else version)}
        contexts = replaced(contexts, "steps", **{identity: {"outputs": found}})
    for place, identity, version, script in running.descriptions:
        own, given = python if python and version == interpreter else version, _image_given(running, place)
        found = outputs(script, *asked, own or "", days, image, linux, given if given is None else container or given)
        contexts = replaced(contexts, "steps", **{identity: {"outputs": found}})
    contexts = replaced(contexts, "runner", **runner)
    return written(step["with"].get(key, ""), contexts, {"hashfiles": hashes or Hashes()})


def _image_given(running, place: int) -> str | None:
    """The image of the job's container, as a step is told it."""
    said = (running.job.steps[place].get("env") or {}).get("IMAGE")
    return said if said is None else written(said, running.contexts)


def _key(manifest, row, running, cache: Cache, settings, kind):
    step, own = cache.step, _interpreter(row, running)
    hashes = Hashes()
    key = _filled(step, running, own, hashes=hashes)
    if len(key) > 512 or "," in key:
        yield "cache-key", "has a comma or more than 512 characters"
    if not key.startswith(f"{kind}-{settings['epoch']}-"):
        yield "cache-epoch", f"{key} does not begin with {kind} and epoch {settings['epoch']}"
    if [*dict.fromkeys(hashes.asked)] != [tuple(settings["hash"])]:
        yield "cache-hash", f"hashes {hashes.asked} instead of {settings['hash']}"
    if not key.endswith(_hash(settings)):
        yield "cache-hash", "the hash is not the end"
    changes = {"cache-os": {"os": "Other"}, "cache-architecture": {"arch": "Other"},
               "cache-interpreter": {"python": "9.9"}, "cache-session": {"session": "another"}}
    if row.session.kind == "calls":
        del changes["cache-session"]
        if not any(f"-{calls.in_key(row.session, row.by)}{end}" in key for end in "-|"):
            yield "cache-session", f"{key} does not tell {calls.in_key(row.session, row.by)}"
    if _filled(step, running, own, python="3.13") == _filled(step, running, own, python="3.13t"):
        yield "cache-interpreter", "the key does not tell a build without the lock"
    tells_image = all(_filled(step, running, own, linux=linux) != _filled(
        step, running, own, linux=linux, image="another") for linux in (True, False))
    if not row.on_one_image and not tells_image:
        yield "cache-image", f"the key does not tell which image {image(row.runner)} is"
    if row.session.image:
        inside = written(row.session.image, running.contexts | {"row": row.fields})
        if [_image_given(running, place) for place, *_ in running.descriptions] != [inside]:
            yield "cache-container", f"the key does not tell that the image is {inside}"
        changes["cache-container"] = {"container": "another"}
    for rule, change in changes.items():
        if _filled(step, running, own, **change) == key:
            yield rule, f"the key stays the same with {change}"
    for days in (1, 7):
        period = DAYS[settings["refresh"]]
        if (_filled(step, running, own, days=days) != key) != (period is not None and days >= period):
            yield "cache-refresh", f"after {days} days the key is not what {settings['refresh']} asks for"
    space = "/container/space" if row.session.image else "/build/space"  # in a container it is another folder
    wanted = [f"{space}/{normpath(settings['path'])}" if kind == "nox" else "/temp/downloads"]
    wanted += [each if each.startswith(("/", "~/")) else f"{space}/{normpath(each)}" for each in settings["also"]]
    if sorted(found := _filled(step, running, own, "path").splitlines()) != sorted(wanted) or found[0] != wanted[0]:
        yield "cache-path", f"keeps {found} instead of {wanted}"
    prefixes = _prefixes(step, running, own)
    if bool(prefixes) != settings["fallback"] or any(key.removesuffix(_hash(settings)) != each for each in prefixes):
        yield "cache-fallback", f"falls back to {prefixes}, where fallback is {settings['fallback']}"
    named = image(row.runner) in key or "${{" in image(row.runner) or row.told_by_image and tells_image
    if manifest.backend() not in key or not named:
        yield "cache-image", f"{key} does not tell {manifest.backend()} and {image(row.runner)}"


def _must_ask(session, forge, settings) -> bool:
    """Whether a job may succeed, and save, though it found no file to hash: nox needs its file, which is one of them."""
    begins_otherwise = session.kind == "calls" and not {"nox", "tag"} & session.items[0].keys()
    elsewhere = any(pattern.startswith(("!", "..")) for pattern in settings["hash"])
    return not forge.hashes or settings["save"] == "always" or begins_otherwise or elsewhere


def _restores(manifest, running, cache: Cache, first: Cache | None, must_ask: bool):
    """No files to hash: no cache, or none that is ever saved. Runs of `schedule` build everything anew. Downloads are for where no environment matched."""
    scheduled = {"schedule", CALL} & {*_names(manifest.data.get("on"))}
    if first:
        hit = replaced(running.contexts, "steps", **{str(first.step.get("id")): {"outputs": {"cache-hit": "true"}}})
        if truth(run(parse(unwrapped(cache.step.get("if", "true"))), hit, {"hashfiles": Hashes()})):
            yield "cache-when", "restores downloads although the environment is there"
    for name, contexts, exist, wanted in (("usual", event(), True, True), ("no file", event(), False, False),
                                          ("schedule", event("schedule"), True, not scheduled)):
        condition = cache.step.get("if", "true")
        found = truth(run(parse(unwrapped(condition)), running.contexts | {"github": contexts["github"]},
                          {"hashfiles": Hashes(exist)}))
        harmless = name == "no file" and not must_ask
        if found != wanted and (name != "schedule" or scheduled) and not harmless:
            yield "cache-when", f"{name}: {'restores' if found else 'does not restore'}"


def _names(on) -> list:
    return [on] if isinstance(on, str) else [*(on or ())]


def _saves(events, forge, row, running, cache: Cache, saves, settings):
    """Saved after success only, unless the manifest asks; never by the run of a tag or release where `on` names them, nor by one
    with foreign code; only in runs of the default branch where the manifest asks for that."""
    always, by_default_branch = (settings["save"] == each for each in ("always", "default-branch"))
    foreign = [name for name in FOREIGN if (name in events or CALL in events) and name not in forge.never_sent]
    tags = CALL in events or {"tags", "tags-ignore"} & set(events.get("push") or {}) or "release" in events
    if cache.kind == "actions/cache":
        if saves or tags or foreign or row.session.may_fail or settings["save"] != "success":
            yield "cache-save", "saves by itself, though nox may have failed, or a tag or foreign code started the run"
        return
    if all(name in (*foreign, "release") or name == "push" and said and not said.keys() - {"tags", "tags-ignore"}
           for name, said in events.items()):
        if saves:
            yield "cache-save", "has a step for saving, though no run may"
        return
    if len(saves) != 1 or saves[0].place < max(running.nox_calls[-1][0], *running.inside, 0):
        yield "cache-save", f"{len(saves)} steps save, not one after nox"
        return
    save, nox = saves[0].step, running.job.steps[running.nox_calls[0][0]]
    cases = [("success", "a key", "false", "branch", "push", True), ("success", "a key", "true", "branch", "push", False),
             ("success", "", "", "branch", "push", False), ("cancelled", "a key", "false", "branch", "push", False),
             ("failure", "a key", "false", "branch", "push", always),
             ("success", "a key", "false", "other branch", "push", not by_default_branch)]
    cases += [("success", "a key", "false", "tag", "push", False)] * bool(tags)
    cases += [("success", "a key", "false", "branch", name, False) for name in foreign]
    for outcome, key, hit, kind, name, wanted in cases:
        steps = {str(cache.step.get("id")): {"outputs": {"cache-primary-key": key, "cache-hit": hit}},
                 str(nox.get("id")): {"outcome": outcome}}
        branch = {"ref": f"refs/{'tags' if kind == 'tag' else 'heads'}/{'next' if kind == 'other branch' else 'main'}",
                  "event": {"repository": {"default_branch": "main"}}, "ref_type": kind.removeprefix("other ")}
        contexts = replaced(replaced(running.contexts, "github", event_name=name, **branch), "steps", **steps)
        # A failure that is allowed fails no job.
        job = "success" if outcome == "failure" and row.session.may_fail else outcome
        if _runs_after(save.get("if", "true"), job, contexts) != wanted:
            yield "cache-save", f"nox: {outcome}, hit: {hit or 'no cache'}, {name} of a {kind}: it should {'' if wanted else 'not '}save"
    same = fill(save["with"]["key"], running.contexts) == "a key" and save["with"]["path"] == cache.step["with"]["path"]
    if not same or action(save) != "actions/cache/save":
        yield "cache-save", "saves something else than it restores"


def _runs_after(condition: str, job: str, contexts) -> bool:
    """Whether a step runs in a job that has come to this; without a status function only after success."""
    text = unwrapped(condition)
    functions = {name: (lambda name=name: job == name) for name in ("success", "failure", "cancelled")} | {"always": lambda: True}
    asks = any(f"{name}()" in text for name in functions)
    return (asks or job == "success") and truth(run(parse(text), contexts, functions))


def _kept(manifest, row, place, running, cache: Cache, settings, kind: str) -> Kept:
    """An environment: where it was made, by what, on which interpreter, and nox's folder of it. Downloads know no folder."""
    step, interpreter = cache.step, _interpreter(row, running)
    inside = written(row.session.image or "", running.contexts | {"row": row.fields})
    label = written(image(row.runner), running.contexts)  # in this world each label has an image of its own
    noxfile = places.at(row.session, places.noxfile(row.session)) if kind == "nox" else None
    made = (label, inside, noxfile, manifest.backend(), interpreter, row.environment(),
            settings["epoch"], settings["refresh"])
    return Kept(str(place), made, tuple(settings["hash"]), _filled(step, running, interpreter, "path"),
                _filled(step, running, interpreter, image=label), tuple(_prefixes(step, running, interpreter, image=label)),
                (settings["fallback"], settings["mode"], row.session.values.get("python-setup")))


def _interpreter(row, running: Running) -> str | None:
    """What makes a row's environment: where nothing is set up, what nox is called on."""
    return row.interpreter if row.is_set_up else running.nox_calls[0][2]


def _hash(settings) -> str:
    return Hashes()(*settings["hash"])


def _prefixes(step, running: Running, interpreter, **others) -> list[str]:
    return [line.strip() for line in _filled(step, running, interpreter, "restore-keys", **others).splitlines()]


def _shared(kept: list[Kept]):
    """One key for each environment, one environment for each key, and no key that is the beginning of another's.

    Forges take a cache whose key begins with what they look for; Forgejo's server does not tell case.
    """
    distinct = {(each.environment, each.hashed, each.path, each.key): each for each in kept}.values()
    for one in distinct:
        for two in distinct:
            same = one.environment == two.environment and one.path == two.path
            alike = one.hashed == two.hashed and one.asked == two.asked
            if same and alike and one.key != two.key:
                yield Finding("cache-split", one.place, f"{two.place} has another key for the same environment")
            looked_for = [text for text in (one.key, *one.prefixes) if two.key.lower().startswith(text.lower())]
            if looked_for and one.path == two.path and not same:
                yield Finding("cache-mixed", one.place, f"may take the environment of {two.place}: {looked_for[-1]}")
