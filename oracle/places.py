"""Where in the repository a session is, and where its noxfile and its environments are (docs/manifest.md, "Another folder or noxfile")."""

from posixpath import dirname, join, normpath, relpath

NOXFILE = "noxfile.py"


def at(session, path: str) -> str:
    """A path or pattern of a session, relative to the repository."""
    place = folder(session)
    if not place or path.startswith(("${{ runner.", "${{ github.workspace ")):
        return path
    return "!" + at(session, path[1:]) if path.startswith("!") else normpath(join(place, path))


def folder(session) -> str | None:
    said = normpath(session.values.get("working-directory") or ".")
    return None if said == "." else said


def noxfile(session) -> str:
    """Relative to the session's folder."""
    return normpath(session.values.get("noxfile") or NOXFILE)


def environments(session, settings: dict) -> str:
    """The folder in which nox makes its environments, relative to the repository."""
    return at(session, settings.get("path") or join(dirname(noxfile(session)), ".nox"))


def kept(session, paths) -> list[str]:
    """Other paths of a cache: relative to the repository, but for those that are elsewhere on the machine."""
    return [each if each.startswith(("/", "~/")) else at(session, each) for each in paths]


def hashed(session, patterns: list | None, usual: list) -> list[str]:
    """The patterns of the files that a cache depends on: the noxfile is always among them."""
    own = at(session, noxfile(session))
    found = [own if patterns is None and each == NOXFILE else at(session, each) for each in patterns or usual]
    return found if own in found else [*found, own]


def options(session, settings: dict | None):
    """What nox has to be told. It goes to the folder of its noxfile before it reads where the environments are."""
    if noxfile(session) != NOXFILE:
        yield ["--noxfile", session.values["noxfile"]]
    said = (settings or {}).get("said path")
    if said and (way := relpath(at(session, said), dirname(at(session, noxfile(session))) or ".")) != ".nox":
        yield ["--envdir", way]


def steps(session, given: list[dict], here: bool = True) -> list[dict]:
    """Steps of the manifest as they run: scripts in the session's shell and, where it is `here`, its folder, if they name no others."""
    usual = {"shell": session.values.get("shell"), "working-directory": folder(session) if here else None}
    usual = {key: value for key, value in usual.items() if value}
    return [usual | each if "run" in each else each for each in given]
