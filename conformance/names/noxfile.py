"""The noxfile that a manifest describes, as docs/manifest.md tells it: sessions, the versions that they list, parameters."""

import ast

from oracle import places
from oracle.rows import by, for_nox, parts, pythons_of

HEAD = "import nox\n"


def text(manifest, path: str = places.NOXFILE) -> str:
    """A noxfile, by its path in the repository, whose sessions do nothing. Entries with one name of nox's are one session there."""
    sessions: dict = {}
    for entry in manifest.sessions.values():
        if places.at(entry, places.noxfile(entry)) != path:
            continue
        if entry.kind in ("nox", "meta"):
            for part in parts(manifest, entry):
                sessions.setdefault(entry.values.get("session", entry.name), []).append(part.values)
        for name, values in _called(manifest, entry):
            sessions.setdefault(name, []).append(values)
    with_version = {f"{name}-{python}" for name, entries in sessions.items() for python in _listed_pythons(entries)}
    for name in with_version & sessions.keys():  # one version of a session, said as a session of its own
        del sessions[name]
    return HEAD + "".join(_session(number, name, entries) for number, (name, entries) in enumerate(sessions.items()))


def _called(manifest, entry):
    """The sessions of a list of calls, each as if it were an entry of its own."""
    if not entry.calls:
        return
    pythons = list(dict.fromkeys(each for part in parts(manifest, entry) for each in pythons_of(manifest, part)))
    listed = pythons if len(pythons) > 1 or isinstance(entry.values.get("python"), list) else pythons[0]
    for item in entry.calls:
        for tag in item.get("tag", ()):
            yield f"tagged {tag}", {"python": listed, "python-by": "job", "tags": [tag]}
        for name in item.get("nox", ()):
            function, _, inside = name.partition("(")
            values = {"python": listed, "python-by": item.get("python-by", by(entry))}
            yield function, values | ({"parametrize": [inside[:-1]]} if inside else {})


def _session(number, name, entries) -> str:
    lines = [f"@nox.session({', '.join(f'{key}={value!r}' for key, value in _settings(name, entries).items())})"]
    lines += reversed(_parameters(entries))  # nox takes the decorator next to the function first
    return "\n\n" + "\n".join([*lines, f"def session_{number}(session):", "    pass", ""])


def _settings(name, entries) -> dict:
    found = {"name": name}
    named = [entry["python"] for entry in entries if _by(entry) == "name"]
    if named:
        one = len(named) == 1 and isinstance(named[0], str)
        found["python"] = for_nox(named[0]) if one else _listed_pythons(entries)
    if any("tags" in entry for entry in entries):
        found["tags"] = entries[0]["tags"]
    if any(entry.get("venv-backend") == "none" for entry in entries):
        found["venv_backend"] = "none"
    return found


def _listed_pythons(entries) -> list[str]:
    """The versions that the noxfile lists: those of entries whose interpreter is part of nox's name."""
    said = [entry["python"] for entry in entries if _by(entry) == "name"]
    return list(dict.fromkeys(for_nox(version) for each in said for version in (each if isinstance(each, list) else [each])))


def _by(entry):
    return entry.get("python-by", "name" if isinstance(entry.get("python"), list) else "job")


def _parameters(entries) -> list[str]:
    """Decorators in the order of the names that they give."""
    said = [entry["parametrize"] for entry in entries if entry.get("parametrize")]
    if said and all(each == said[0] for each in said) and isinstance(said[0], dict):
        return [f"@nox.parametrize({name!r}, {values!r})" for name, values in said[0].items()]
    shown = dict.fromkeys(each for one in said for each in _shown(one))
    return [_one_by_one(list(shown))] if shown else []


def _shown(said):
    """What stands inside nox's parentheses for each value of `parametrize`."""
    if isinstance(said, list):
        return said
    found = [""]
    for name, values in said.items():
        found = [f"{before}, {name}={value!r}".removeprefix(", ") for before in found for value in values]
    return found


def _one_by_one(shown: list[str]) -> str:
    """One decorator for names as nox shows them: real parameters if they read as such, else ids."""
    read = [_arguments(each) for each in shown]
    if None not in read and len({tuple(each) for each in read}) == 1:
        values = [tuple(each.values()) if len(each) > 1 else next(iter(each.values())) for each in read]
        return f"@nox.parametrize({', '.join(read[0])!r}, {values!r})"
    return "@nox.parametrize('case', [" + ", ".join(f"nox.param({place}, id={each!r})" for place, each in enumerate(shown)) + "])"


def _arguments(shown: str) -> dict | None:
    """`a=1, b='x'` as {a: 1, b: 'x'}, if it is written as nox writes it."""
    try:
        call = ast.parse(f"f({shown})", mode="eval").body
        found = {each.arg: ast.literal_eval(each.value) for each in call.keywords}
    except (SyntaxError, ValueError):
        return None
    written = ", ".join(f"{name}={value!r}" for name, value in found.items())
    return found if found and not call.args and written == shown else None
