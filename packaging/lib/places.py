"""Every place that the manifest's schema describes, and manifests that have one of them, in block and in flow style."""

import json
import re

ITEM = 0  # a step of a path into a list; every other is a key


class Schema:
    """What holds at one place: a part of the schema, and what it adds for one of its types."""

    def __init__(self, root, part):
        self.root = root
        while "$ref" in part:
            part = self.target(part["$ref"])
        self.part = part
        then = part.get("then")
        while then is not None and "$ref" in then:
            then = self.target(then["$ref"])
        self.then = then or {}

    def target(self, reference):
        part = self.root
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]
        return part

    def __eq__(self, other):
        return self.part is other.part

    def __hash__(self):
        return id(self.part)

    def get(self, keyword, default=None):
        return self.part.get(keyword, default)

    @property
    def types(self):
        types = self.get("type", [])
        return [types] if isinstance(types, str) else types

    @property
    def keys(self):
        return {key: Schema(self.root, part) for key, part in self.get("properties", {}).items()}

    @property
    def values(self):
        """The values that are offered: those of an enumeration, and of a boolean of which both are allowed."""
        if "enum" in self.part:
            return self.part["enum"]
        if "boolean" not in self.types:
            return []
        return self.then.get("enum", [True, False])

    def children(self):
        """Steps, each with what holds there. Where people choose the name, it is one that the schema takes."""
        found = list(self.keys.items())
        if isinstance(self.get("additionalProperties"), dict):
            found.append((self.name(), Schema(self.root, self.part["additionalProperties"])))
        for items in (self.get("items"), self.then.get("items")):
            if items is not None:
                found.append((ITEM, Schema(self.root, items)))
        return found

    def name(self):
        for example in self.get("examples", []):
            for key in example if isinstance(example, dict) else ():
                if key not in self.keys:
                    return key
        pattern = Schema(self.root, self.get("propertyNames", {})).get("pattern", "")
        if not re.search(pattern, "example"):
            raise SystemExit(f"give {self.get('title')} an example: {pattern} takes no simple name")
        return "example"

    def example(self):
        """A value that is allowed, for a manifest in which it is only looked at."""
        if self.get("examples"):
            return self.part["examples"][0]
        if self.values:
            return self.values[0]
        return {"object": {}, "array": [], "integer": 1, "string": "text"}.get(next(iter(self.types), "string"))

    def mistyped(self):
        """A value of a type that is not allowed; None where all are."""
        names = {str: "string", dict: "object", list: "array", bool: "boolean", float: "number"}
        for value in ({"some": "mapping"}, ["a list"], 1.5, True, "a text"):
            if self.types and names[type(value)] not in self.types:
                return value
        return None


def walk(schema, path=(), above=()):
    """Every path, each with what holds there. What contains itself is entered once."""
    yield path, schema
    if schema not in above:
        for step, child in schema.children():
            yield from walk(child, (*path, step), (*above, schema))


class Page:
    """A manifest that has one place, in block or in flow style, and in it keys with values, or a text at which one types: that of a
    key, or of an item."""

    def __init__(self, path, flow, entries, item=False):
        self.path = path
        before, between, after = frame(path, flow)
        if flow and not item:
            before, after = before + "{", "}" + after
        self.text, self.keys, self.values = before, {}, {}
        for number, (key, value) in enumerate(entries):
            self.text += between if number else ""
            if key is not None:
                self.keys[key] = len(self.text)
                self.text += f"{key}: "
            self.values[key] = len(self.text)
            self.text += value
        self.end = len(self.text)
        self.text += after

    def insert(self, entries, flow):
        """Adds entries to mappings of the top level, before what one types."""
        begun = len(self.text)
        for top, named in entries.items():
            lines = [f"{key}: {value}" for key, value in named.items()]
            whole = top + ": {" + ", ".join(lines) + "}"
            if not self.path:
                self.text = self.text.replace("{", "{" + whole + ", ", 1) if flow else f"{whole}\n{self.text}"
            elif top != self.path[0]:
                self.text = f"{whole}\n{self.text}"
            elif flow:
                self.text = self.text.replace(top + ": {", whole[:-1] + ", ", 1)
            else:
                self.text = self.text.replace(f"{top}:\n", f"{top}:\n" + "".join(f"  {line}\n" for line in lines), 1)
        self.end += len(self.text) - begun


def frame(path, flow):
    """What is written before the lines of a place, between them, and after them."""
    before, after, column = "version: 1\n" if path else "", "\n", 0
    for number, step in enumerate(path):
        if flow:
            opened = "[" if step == ITEM else "{" + f"{step}: " if number else f"{step}: "
            closed = "]" if step == ITEM else "}" if number else ""
            before, after = before + opened, closed + after
        elif step == ITEM:
            before, column = before + "- ", column + 2
        else:
            column += 2
            before += f"{step}:\n{' ' * column}"
    # The server joins equal mistakes on one line.
    return before, (",\n  " if flow else "\n" + " " * column), after
