"""Why a random manifest may be refused: the mistakes that the generator makes now and then, found out for themselves."""

from .manifest import Manifest
from .rows import rows


def expected(text: str) -> set[str]:
    """The rules by which the compiler must refuse a manifest; none if it must accept it."""
    manifest = Manifest(text)
    found = set()
    metas = [each for each in manifest.sessions.values() if each.kind == "meta" and each.values["ci"]]
    if any(not any(member.runs for member in manifest.members(meta)) for meta in metas):
        found.add("empty-meta")
    # Expressions: inputs are those of workflow_dispatch
    asked = any("inputs." in (each.condition or "") for each in manifest.sessions.values())
    if asked and not inputs(manifest.data.get("on")):
        found.add("unknown-context")
    # Nobody asks what is left of a manifest that is wrong.
    if not found and any(not rows(manifest, forge) for forge in manifest.targets()):
        found.add("nothing-left")
    return found


def inputs(on) -> dict:
    started = on.get("workflow_dispatch") if isinstance(on, dict) else None
    return (started or {}).get("inputs") or {}
