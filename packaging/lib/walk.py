"""What an editor shows at every place that the manifest's schema describes: asked of a language server, whichever it is."""

import json
import re

import places

STYLES = {"block": False, "flow": True}


class Claims:
    """Counts claims by their kind."""

    def __init__(self):
        self.kinds, self.failures = {}, []

    def that(self, kind, subject, problem=None):
        passed, failed = self.kinds.get(kind, (0, 0))
        self.kinds[kind] = (passed + (not problem), failed + bool(problem))
        if problem:
            self.failures.append(f"{kind}, {subject}: {problem}")

    def report(self):
        for failure in self.failures:
            print(f"not ok - {failure}")
        for kind, (passed, failed) in self.kinds.items():
            print(f"{'not ok' if failed else 'ok'} - {kind}: {passed} of {passed + failed}")


def name(path):
    return ".".join("[]" if step == places.ITEM else step for step in path) or "the top level"


def plain(markdown):
    """What is shown of a text in Markdown, or of a plain one."""
    text = markdown.get("value", "") if isinstance(markdown, dict) else markdown or ""
    return re.sub(r"\\([\\`*_{}\[\]#+!])", r"\1", text)


class Walk:
    """Asks one server about some places, and makes claims about what it says."""

    def __init__(self, client, who):
        self.client, self.who = client, who

    def completion(self, page, offset=None):
        """What is offered at the end of what is written, or elsewhere in the manifest."""
        self.client.write(page.text)
        answer = self.client.request("completion", page.end if offset is None else offset)
        return {item["label"]: item for item in (answer["items"] if isinstance(answer, dict) else answer)}

    def keys(self, claims, found, style, typed):
        """Every key is offered with its description, where nothing of it is written, or its first letter."""
        for path, place in found:
            first = list(place.keys)[-1][0] if place.keys and typed else ""
            page = places.Page(path, STYLES[style], [(None, first)])
            offered = self.completion(page) if place.keys else {}
            for key, part in place.keys.items():
                said = plain(offered.get(key, {}).get("documentation"))
                wanted = part.get("description", "")
                problem = "it is not offered" if key not in offered else "" if wanted and wanted in said else f"it says {said!r}"
                claims.that(f"{self.who} completes keys in {style} style{', from the first letter on' * typed}", name((*path, key)), problem)

    def values(self, claims, found, style):
        """Every value of which there are few is offered, where it is the value of a key, and as an item of a list."""
        for path, place in found:
            if place.values and path:
                offered = self.completion(value_page(path, STYLES[style]))
                missing = [value for value in map(written, place.values) if value not in offered]
                claims.that(f"{self.who} completes values in {style} style", name(path), missing and f"{missing} are not offered")

    def hover(self, claims, found, style, examples):
        """
        Hover on a key, or on a name that people choose, shows its description, and an example or the values that it may have.

        :param examples: what begins a list of either
        """
        for path, place in found:
            below = [(key, part) for key, part in place.children() if key != places.ITEM]
            page = places.Page(path, STYLES[style], [(key, json.dumps(part.example())) for key, part in below])
            self.client.write(page.text)
            for key, part in below:
                answer = self.client.request("hover", page.keys[key] + 1)
                shown = plain(answer and answer["contents"])
                description = part.get("description", "")
                good = description and description in shown and any(begin in shown for begin in examples)
                claims.that(f"{self.who} explains keys in {style} style, with an example", name((*path, key)),
                            "" if good else f"it says {shown!r}")


    def references(self, claims, found, style):
        """Wherever a text is a name that the manifest gives, the names that make sense there are offered."""
        for path, place in found:
            items = [part for step, part in place.children() if step == places.ITEM]
            kind = next((part.get("x-text") for part in (place, *items) if part.get("x-text")), None)
            if kind in NAMES:
                page = value_page(path, STYLES[style])
                page.insert(NAMED, STYLES[style])
                missing = NAMES[kind] - set(self.completion(page))
                claims.that(f"{self.who} completes names in {style} style", name(path), missing and f"{missing} are not offered")


# What gives the names, and which of them are offered for what x-text says.
NAMED = {
    "sessions": {"lint": "{purpose: Lint, tags: [gate]}", "all": "{purpose: All, members: [lint]}"},
    "jobs": {"made": "{steps: [{run: make}]}"},
    "workflows": {"weekly": "{on: workflow_dispatch}"},
}
NAMES = {
    "session": {"lint", "all", "made", "tag:gate"}, "tag": {"gate"}, "workflow": {"ci", "weekly"}, "final-job": {"all"},
    "nox-session": {"lint"}, "nox-tag": {"gate"},
}


def value_page(path, flow):
    """A manifest in which the value at a path is missing."""
    if path[-1] == places.ITEM:
        return places.Page(path, flow, [(None, "")], item=True)
    return places.Page(path[:-1], flow, [(path[-1], "")])


def written(value):
    return json.dumps(value) if isinstance(value, bool) else str(value)
