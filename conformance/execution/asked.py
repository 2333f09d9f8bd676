"""What a manifest asks for, as far as a run can show it: which sessions come before which, which never overlap.

Read from the manifest's text alone; nothing of it is the compiler's.
"""

from itertools import combinations


def sessions(manifest):
    """The sessions in CI that nox runs in the first workflow: {name: its settings with the defaults in them}."""
    defaults = manifest.get("defaults") or {}
    merged = {name: defaults | (entry or {}) for name, entry in manifest["sessions"].items()}
    return {name: entry for name, entry in merged.items() if _runs(entry)}


def _runs(entry):
    return entry.get("ci") and "members" not in entry and "ci" in _list(entry.get("workflow", "ci"))


def order(manifest):
    """Pairs (before, after): the second waits for the first, by itself or by what it needs."""
    waits = {name: _named(manifest, _before(entry)) - {name} for name, entry in sessions(manifest).items()}
    changed = True
    while changed:
        changed = False
        for name, before in waits.items():
            more = set().union(before, *(waits[each] for each in before))
            changed, waits[name] = changed or more != before, more
    return sorted((before, after) for after, befores in waits.items() for before in befores)


def _before(entry):
    downloads = _list((entry.get("artifacts") or {}).get("download") or [])
    return [*(entry.get("needs") or []), *(each["from"] if isinstance(each, dict) else each for each in downloads)]


def _list(value):
    return value if isinstance(value, list) else [value]


def alone(manifest):
    """Pairs of sessions that must not overlap."""
    unsafe = [name for name, entry in sessions(manifest).items() if entry.get("parallel-safe") is False]
    return list(combinations(unsafe, 2))


def _named(manifest, words):
    known, found = sessions(manifest), set()
    for word in words:
        if word.startswith("tag:"):
            found |= {name for name, entry in known.items() if word[4:] in (entry.get("tags") or [])}
        elif members := (manifest["sessions"].get(word) or {}).get("members"):
            found |= _named(manifest, members)
        else:
            found.add(word)
    return found & set(known)


def of(manifest, selector):
    """The session that a selector of nox belongs to: tests for tests-3.12."""
    fitting = [name for name in sessions(manifest) if selector == name or selector.startswith((f"{name}-", f"{name}("))]
    return max(fitting, key=len)


def mistakes_in_time(manifest, times):
    """What is wrong with a run in which rows with these selectors of nox took these times: {selector: (start, end)}."""
    spans = {}
    for selector, (start, end) in times.items():
        first, last = spans.get(of(manifest, selector), (start, end))
        spans[of(manifest, selector)] = (min(first, start), max(last, end))
    missing = [f"{name} did not run" for name in sessions(manifest) if name not in spans]
    early = [
        f"{after} began before {before} had ended"
        for before, after in order(manifest)
        if before in spans and after in spans and spans[after][0] < spans[before][1]
    ]
    overlapping = [
        f"{one} and {other} overlapped"
        for one, other in alone(manifest)
        if one in spans and other in spans and spans[one][0] < spans[other][1] and spans[other][0] < spans[one][1]
    ]
    return missing + early + overlapping
