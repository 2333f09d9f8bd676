"""The rows that a manifest asks for: one runner that makes one nox call, or runs one command."""

import ast
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import product

from . import calls, expressions, places
from .calls import Call
from .contexts import EVENTS
from .manifest import PYTHON, Manifest, Session
from .running import FILE

NEWEST = 15  # the minor of the newest CPython 3 that gen-ci knows


@dataclass(frozen=True)
class Row:
    """`selector` is what `nox -s` takes, `forced` the interpreter of `--force-python`; a command has neither. `fields` is
    the context `row` of the manifest's texts."""

    session: Session
    number: int
    name: str
    selector: str | None
    forced: str | None
    python: str | None
    by_job: bool
    runner: tuple = field(hash=False)
    fields: dict = field(hash=False, compare=False)
    may_be_windows: bool = False
    on_one_image: bool = False
    told_by_image: bool = False
    setup: str = "setup-python"
    may_be_early: bool = False
    by: str = "job"
    calls: tuple[Call, ...] = ()

    @property
    def key(self) -> tuple:
        return self.session.name, self.number

    @property
    def interpreter(self) -> str | None:
        """The version that is set up: the word that CPython may have before it is nox's only. None where nothing is."""
        if not self.python or not self.is_set_up:
            return None
        return "3" if (self.python, self.setup) == ("3.x", "uv") else number(self.python)

    @property
    def is_set_up(self) -> bool:
        return self.setup != "none"

    def environment(self) -> str | tuple:
        """The folder in which nox keeps this row's environment, or what tells those of several calls. `--force-python` renames the session."""
        if self.selector is None:  # all those of a list of calls, together
            return self.session.name, *((each.selectors, each.forced) for each in self.calls)
        return folder(self.selector if not self.forced else renamed(self.selector, self.forced))


def number(python: str) -> str:
    """A version without the word that CPython may have before it and the suffix of pre-releases; nox is forced to it."""
    return re.sub(r"^c?python-?", "", python).removesuffix("-dev")


def for_nox(python: str) -> str:
    """A version as nox calls it: without what only setup-python knows, the suffix of pre-releases and the build of a PyPy."""
    return re.sub(r"^(pypy[\d.]+)-v.*", r"\1", python.removesuffix("-dev"))


def may_be_early(python: str) -> bool:
    """Whether it may be a pre-release: it says so, or is newer than the newest one that gen-ci knows."""
    match = re.match(r"(?:c?python-?)?3\.(\d+)", python)
    return python.endswith("-dev") or match is not None and int(match[1]) > NEWEST


def runner(value) -> tuple:
    """A runner in one form: its group, and its labels."""
    if isinstance(value, dict):
        labels = value.get("labels", [])
        return (value.get("group"), *([labels] if isinstance(labels, str) else labels))
    return (None, *([value] if isinstance(value, str) else value))


def image(runner_: tuple) -> str:
    return "-".join(part for part in runner_ if part)


def is_windows(runner_: tuple) -> bool:
    return any(str(label).lower().startswith("windows") for label in runner_)


def is_unix(runner_: tuple) -> bool:
    """Whether a label says Linux or macOS. What no label says may be Windows."""
    return any(re.match(r"(ubuntu|debian|alpine|fedora|linux|macos|docker)(-|$)", str(label).lower()) for label in runner_)


def is_told_by_its_image(runner_: tuple) -> bool:
    """Whether GitHub itself runs the machine, so that what it says of its image tells everything. It moves some labels."""
    return is_one_image(runner_) or image(runner_) in (
        "ubuntu-latest", "windows-latest", "macos-latest", "macos-latest-large", "macos-latest-xlarge")


def is_one_image(runner_: tuple) -> bool:
    """Whether the label stands for one image of GitHub's runners, for ever."""
    return re.fullmatch(r"(ubuntu-\d\d\.04(-arm)?|windows-(20\d\d|11-arm)|macos-\d\d(-intel|-large|-xlarge)?)",
                        image(runner_)) is not None


def nox_can_run_on(python: str) -> bool:
    """nox itself runs on CPython 3.10 or newer."""
    if python.startswith(FILE):
        return True
    match = re.fullmatch(r"(?:(python|cpython|pypy|graalpy)-?)?(\d+)(?:\.(\d+))?.*", python)
    if match[1] in ("pypy", "graalpy") or int(match[2]) < 3:
        return False
    return int(match[2]) > 3 or match[3] is None or int(match[3]) >= 10


def rows(manifest: Manifest, forge: str) -> list[Row]:
    """All rows of all sessions in CI that this forge has a runner for, in the manifest's order."""
    settings = manifest.target(forge)
    found = []
    for session in manifest.running():  # sessions alone
        number = 0
        if session.values.get("include"):
            there: list = []
            for one in _included(manifest, session):
                where = on_target(one.asked, settings)
                # Two that differ in nothing but labels that mean the same runner here are one.
                same_row = where, one.call, {key: value for key, value in one.session.values.items() if key != "os"}
                if where and same_row not in there:
                    there.append(same_row)
                    found.append(_row(manifest, forge, one.session, number, one.call, where, one.asked, one.name(),
                                      one.listed, one.versions))
                    number += 1
            continue
        for *call, parameters, own in _calls(manifest, session):
            known = _fields(session, *call, parameters, own)
            mapped: dict = {}  # two may be one here
            usual_ones = set()  # what is excluded changes no name
            for asked in _runners(session):
                out = _is_excluded(session, known, call[3], asked)
                asked = asked and tuple(each and fill(each, {"row": known}) for each in asked)
                usual_ones.add(on_target(asked, settings))
                if not out:
                    mapped.setdefault(on_target(asked, settings), asked)
            mapped.pop(None, None)
            for where, asked in mapped.items():
                name = _named_after(call[0], own, [_evaluated(where)] if len(usual_ones - {None}) > 1 else [])
                found.append(_row(manifest, forge, session, number, (*call, parameters, own), where, asked, name))
                number += 1
    return found


def _row(manifest, forge, session, number, call, where, asked, name, listed=None, versions=None) -> Row:
    """`listed`, `versions`: the session with its version in a list, and those of all its rows, where `include` makes them."""
    fields = _fields(session, *call) | {"name": name} | ({"os": _evaluated(asked)} if asked else {})
    usual = ("ubuntu-24.04",) * isinstance(manifest.target(forge)["runs-on"], dict)
    may_be_windows = not session.image and not is_unix(where) and (is_windows(where) or not is_unix(asked or usual))
    one_image = not session.image and forge == "github" and is_one_image(where)
    told = forge == "github" and is_told_by_its_image(where)
    made = _made(manifest, listed or session, versions, *call[:5])
    setup = manifest.setup(session, forge)
    early = setup == "setup-python" and any(map(may_be_early, versions or pythons_of(manifest, session)))
    return Row(session, number, name, *call[1:5], where, fields, may_be_windows, one_image, told, setup, early, by(listed or session), made)


# jobs
def given(manifest: Manifest, forge: str) -> dict[Session, tuple | None]:
    """The manifest's own jobs for which this forge has a runner, each with it; a job that calls a workflow needs none."""
    found: dict = {}
    settings = manifest.target(forge)
    for job in manifest.jobs.values():
        said = job.values["written"]
        where = None if "uses" in said else on_target(runner(said["runs-on"]) if "runs-on" in said else None, settings)
        if where is not None or "uses" in said:
            found[job] = where
    return found


# Expressions: row
def _fields(session, name, selector, forced, python, by_job, parameters, own) -> dict:
    """What a row is known by, whatever its runner."""
    found = parameters | own
    if selector is not None:
        found["session"] = selector
    if python is not None and not python.startswith(FILE):
        found["python"] = number(python)
    return found


def _evaluated(where: tuple) -> str:
    """A runner in one word, as a row that runs there sees it: a list is joined."""
    found = expressions.fill(image(where), EVENTS[0])
    return "-".join(map(expressions.text, found if isinstance(found, list) else [found]))


def fields_of(manifest: Manifest, session: Session) -> list[dict]:
    """The fields of a session's rows as the manifest alone knows them."""
    if session.values.get("include"):
        return [_fields(one.session, *one.call) | ({"os": ""} if one.asked else {}) for one in _included(manifest, session)]
    where = {"os": ""} if session.values.get("os") or session.values.get("runs-on") else {}
    return [_fields(session, *call) | where for call in _calls(manifest, session)
            if not all(_is_excluded(session, _fields(session, *call), call[3], asked) for asked in _runners(session))]


def titles_of(manifest: Manifest, session: Session) -> list[str]:
    """What a session's rows are called by its title, whatever a target makes of the runners."""
    found = []
    if session.values.get("include"):
        for one in _included(manifest, session):
            known = _fields(one.session, *one.call) | {"name": one.name()} | ({"os": image(one.asked)} if one.asked else {})
            found.append(fill(one.session.values.get("title", one.name()), {"row": known}))
        return found
    for call in _calls(manifest, session):
        known = _fields(session, *call)
        runners = list(_runners(session))
        for asked in runners:
            if _is_excluded(session, known, call[3], asked):
                continue
            name = _named_after(call[0], call[-1], [image(asked)] if len(runners) > 1 else [])
            more = {"name": name} | ({"os": image(asked)} if asked else {})
            found.append(fill(session.values["title"], {"row": known | more}))
    return found


def fill(text: str, contexts: dict) -> str:
    """A text in which what reads the row alone is replaced; other expressions stay."""
    return re.sub(r"\$\{\{[^}]*\brow\b[^}]*\}\}", lambda match: expressions.text(expressions.fill(match[0], contexts)), text)


# Axes of its own: matrix
def _named_after(name: str, own: dict, runner_: list) -> str:
    """A row's name: its values on the axes of the session's own, and its runner where there are several, in parentheses."""
    words = [*own.values(), *runner_]
    return f"{name} ({', '.join(words)})" if words else name


# Fewer rows: exclude
def _is_excluded(session, known: dict, python, asked) -> bool:
    """Whether an item has only values that the row has, too."""
    there = known | {"python": python}
    return any(all(runner(value) == asked if axis == "os" else there.get(axis) == value for axis, value in item.items())
               for item in session.values.get("exclude") or [])


# More rows: include
@dataclass(frozen=True)
class _Included:
    """A row of a session that has `include`. `session` says what the row's items say over what the session says; `listed` is
    the same with its version in a list where the whole session has several."""

    session: Session
    listed: Session
    call: tuple
    asked: tuple | None
    on_several: bool = False
    versions: tuple = ()

    def name(self) -> str:
        return _named_after(self.call[0], self.call[-1], [image(self.asked)] if self.on_several and self.asked else [])


def parts(manifest, session) -> list[Session]:
    """The session, or one for each of its rows where these differ in more than their axes."""
    return [each.listed for each in _included(manifest, session)] if session.values.get("include") else [session]


def _axes(session) -> set[str]:
    values = session.values
    axes = {key for key in ("python", "os") if isinstance(values.get(key), list)} | set(values.get("matrix") or ())
    return axes.union(*(named for _, named in _parameters(values.get("parametrize"))))


def _drafts(session, axes) -> list:
    """What each row has on its axes, and what items bring to it."""
    items = [({axis: value for axis, value in item.items() if axis in axes},
              {key: value for key, value in item.items() if key not in axes}) for item in session.values["include"]]
    kinds, matched = {}, set()  # rows to which the same items bring something stay together
    for row in _combined(session, axes):
        mine = [number for number, (there, _) in enumerate(items) if all(_same(axis, row.get(axis), value) for axis, value in there.items())]
        matched |= set(mine)
        kinds.setdefault(tuple(mine), []).append((row, [items[number][1] for number in mine]))
    return [each for kind in kinds.values() for each in kind] + [
        (there, [brings]) for number, (there, brings) in enumerate(items) if number not in matched]


def replaced(session, own: dict) -> set[str]:
    """The keys of an entry itself that items bring to each of its rows; variables are merged."""
    axes = _axes(session)
    brought = [set().union(*brings) for _, brings in _drafts(session, axes)]
    brought = [each | {"runs-on"} if "os" in each else each for each in brought]
    return set.intersection(*brought) & own.keys() - axes - {"env"} if brought else set()


def _included(manifest, session) -> list[_Included]:
    values = session.values
    axes = _axes(session)
    drafts = _drafts(session, axes)
    rows_ = [_with(values, row, brings) for row, brings in drafts]
    versions = list(dict.fromkeys(_python_of(replace(session, values=each)) or manifest.nox.get("python", PYTHON) for each in rows_
                                  if session.kind != "command" or "python" in each))
    listed = sum(not each.startswith(FILE) for each in versions) > 1 or isinstance(values.get("python"), list)
    found = []
    for each in rows_:
        one = replace(session, values=each)
        python = each.get("python")
        as_listed = replace(session, values=each | {"python": [python or manifest.nox.get("python", PYTHON)]}) if listed and (
            python or session.kind != "command") and not isinstance(python, dict) else one
        call, = _calls(manifest, as_listed, versions)
        asked, = _runners(one)
        found.append(_Included(one, as_listed, call, asked))
    several = len({each.asked for each in found}) > 1
    return [replace(each, on_several=several, versions=tuple(versions)) for each in found]


def _combined(session, axes) -> list[dict]:
    """The rows without the items, each with its value on each axis."""
    values = session.values
    parts = [[{"python": each} for each in values["python"]] if "python" in axes else [{}],
             [{"parametrize": printed} | named for printed, named in _parameters(values.get("parametrize"))], _own(session),
             [{"os": each} for each in values["os"]] if "os" in axes else [{}]]
    rows_ = [dict(pair for part in each for pair in part.items()) for each in product(*parts)] if axes else []
    return [row for row in rows_ if not any(all(_same(axis, row.get(axis), value) for axis, value in item.items())
                                            for item in values.get("exclude") or [])]


def _same(axis, one, other) -> bool:
    return runner(one) == runner(other) if axis == "os" and one is not None else one == other


def _with(values: dict, row: dict, brings: list[dict]) -> dict:
    """What a session says for one row."""
    found = {key: value for key, value in values.items() if key not in ("include", "exclude")}
    found["matrix"] = {axis: [row[axis]] for axis in values.get("matrix") or ()}
    if isinstance(said := values.get("parametrize"), dict):
        found["parametrize"] = {name: [row[name]] for name in said}
    elif said:
        found["parametrize"] = [row["parametrize"][1:-1]]
    if "python" in row:
        found["python"] = row["python"]
    if "os" in row:
        found["os"] = [row["os"]]
    for each in brings:
        more = dict(each)
        for key in ("os", "runs-on"):
            if key in more:
                found.pop("os", None)
                found["runs-on"] = more.pop(key)
        found |= more | {"env": found["env"] | more.get("env", {})}
    return found


def _own(session) -> list[dict]:
    said = session.values.get("matrix") or {}
    return [dict(zip(said, values)) for values in product(*said.values())]


# Several calls in one job
def _made(manifest, session, versions, _name, selector, forced, python, by_job) -> tuple[Call, ...]:
    """The calls of nox that a row makes."""
    if session.kind == "calls":
        beside = runs_beside(session, versions or pythons_of(manifest, session))
        return calls.of_list(session, for_nox(python), by(session), number(for_nox(python)) if beside else None)
    if selector is None:
        return ()
    return (Call((selector,), forced, by_job, tuple(session.values.get("posargs") or ())),)


def by(session) -> str:
    """How nox gets the interpreter, unless it cannot run on that."""
    return session.values.get("python-by", "name" if isinstance(session.values.get("python"), list) else "job")


def pythons_of(manifest, session) -> list[str]:
    """Its versions; of a file that names one when CI runs, a word for that."""
    said = _python_of(session) or ([] if session.kind == "command" else manifest.nox.get("python", PYTHON))
    return said if isinstance(said, list) else [said]


def _python_of(session):
    said = session.values.get("python")
    return FILE + places.at(session, said["file"]) if isinstance(said, dict) else said


def runs_beside(session, pythons) -> bool:
    """Whether nox then runs on its own interpreter, for all rows."""
    return not session.own_nox and not all(map(nox_can_run_on, pythons))


# Rows: python, parametrize, matrix, os
def _calls(manifest, session, versions=None):
    """(name, selector, forced, python, by job, parameters, own axes) for each python, parameter and combination. `versions`: all
    that the session has, if these are more than its `python` says."""
    for *call, parameters in of_nox(manifest, session, versions):
        for own in _own(session):
            yield *call, parameters, own


def of_nox(manifest, session, versions):
    said = _python_of(session)
    if session.kind == "calls":
        for python in pythons_of(manifest, session):
            yield f"{session.name}-{for_nox(python)}" if isinstance(said, list) else session.name, None, None, python, False, {}
        return
    if session.kind == "command":
        for python in said if isinstance(said, list) else [said]:
            named = isinstance(said, list) and python
            yield f"{session.name}-{for_nox(python)}" if named else session.name, None, None, python, True, {}
        return
    name = session.values.get("session", session.name)
    how, pythons = by(session), pythons_of(manifest, session)
    for python in pythons:
        forced = how == "force" or how == "job" and runs_beside(session, versions or pythons)
        shown = len(versions or pythons) > 1 or how == "name" or forced
        for parameters, named in _parameters(session.values.get("parametrize")):
            nox = for_nox(python)
            selector = f"{name}-{nox}{parameters}" if how == "name" else f"{name}{parameters}"
            label = f"{session.name}-{nox}{parameters}" if shown else f"{session.name}{parameters}"
            yield label, selector, number(nox) if forced else None, python, how == "job", named


def _parameters(said):
    """What stands behind nox's name, and the values by their names."""
    if not said:
        return [("", {})]
    if isinstance(said, list):
        return [(f"({each})", _named(each)) for each in said]
    return [("(" + ", ".join(f"{name}={value!r}" for name, value in zip(said, values)) + ")", dict(zip(said, values)))
            for values in product(*said.values())]


def _named(printed: str) -> dict[str, str]:
    """The parameters that nox prints so: of a text what is in it, of anything else how it is written."""
    text, found = f"f({printed})", {}
    try:
        call = ast.parse(text, mode="eval").body
    except SyntaxError:  # an id of somebody's own
        return {}
    for each in call.keywords:
        written = ast.get_source_segment(text, each.value)
        is_text = isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
        found[each.arg] = each.value.value if is_text else written
    return found


def _runners(session):
    if "os" in session.values:
        return [runner(each) for each in session.values["os"]]
    return [runner(session.values["runs-on"])] if "runs-on" in session.values else [None]


# targets
def on_target(where: tuple | None, settings: dict) -> tuple | None:
    """The runner that this target has for a row; None where its map says `none`."""
    labels = settings["runs-on"]
    if isinstance(labels, str):
        return where or runner(labels)
    if where is None:
        mapped = labels.get("ubuntu-24.04", settings["default label"])
        return None if mapped == "none" else runner(mapped)
    mapped = [labels[each] for each in where[1:]]
    return None if "none" in mapped else (where[0], *mapped)


def renamed(selector: str, python: str) -> str:
    """nox's name of a session on which an interpreter is forced: `lint(a=1)` becomes `lint-3.12(a=1)`."""
    return re.sub(r"^([^(]*)", lambda match: f"{match[1]}-{python}", selector, count=1)


def folder(name: str) -> str:
    """nox's folder of an environment below `.nox`, as nox 2026.8 makes it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^\w\s-]", "-", plain).strip().lower()
    plain = re.sub(r"[-\s]+", "-", plain).strip("-")
    return plain or hashlib.sha1(name.encode()).hexdigest()[:8]
