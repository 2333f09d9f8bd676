"""YAML as it is written: every node with its place, aliases kept as aliases, scalars as text.

PyYAML's composer would put the same node in place of an alias, and its scalars follow YAML 1.1 (`on` would be true).
"""

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Node:
    line: int
    column: int


@dataclass(frozen=True)
class Scalar(Node):
    text: str
    plain: bool  # without quotes, not a block


@dataclass(frozen=True)
class Alias(Node):
    name: str


@dataclass(frozen=True)
class Sequence(Node):
    items: tuple


@dataclass(frozen=True)
class Mapping(Node):
    entries: tuple  # of (key, value); the key is a Scalar


def read(text):
    """The root of the only document. Raises yaml.YAMLError."""
    events = iter(yaml.parse(text, Loader=yaml.SafeLoader))
    while True:
        event = next(events, None)
        if event is None or isinstance(event, yaml.DocumentEndEvent):
            return Scalar(1, 1, "", True)
        node = _node(event, events)
        if node is not None:
            return node


def _node(event, events):
    place = (event.start_mark.line + 1, event.start_mark.column + 1)
    if isinstance(event, yaml.AliasEvent):
        return Alias(*place, event.anchor)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(*place, event.value, event.style is None)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_node(inner, events))
        return Sequence(*place, tuple(items))
    if isinstance(event, yaml.MappingStartEvent):
        entries = []
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key, value = _node(inner, events), _node(next(events), events)
            if not isinstance(key, Scalar):
                raise yaml.MarkedYAMLError(problem="a key that is not a plain word", problem_mark=inner.start_mark)
            entries.append((key, value))
        return Mapping(*place, tuple(entries))
    return None
