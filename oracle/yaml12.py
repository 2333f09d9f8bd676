"""Reads YAML 1.2's core schema: PyYAML alone reads 1.1, where `on` is true and 010 is eight."""

import re

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    yaml_implicit_resolvers: dict = {}


def _resolve(tag: str, pattern: str, first) -> None:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


_resolve("null", "~|null|Null|NULL|", ["~", "n", "N", ""])
_resolve("bool", "true|True|TRUE|false|False|FALSE", "tTfF")
_resolve("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789")
_resolve("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
         "-+.0123456789")
_resolve("merge", "<<", "<")


def _integer(loader: Loader, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10)) if text[:2] in ("0o", "0x") else int(text)


def _mapping(loader: Loader, node: yaml.MappingNode):
    """Keys are their text: a session may be called 123, or true."""
    found: dict = {}
    yield found
    loader.flatten_mapping(node)
    found.update((key.value, loader.construct_object(value, deep=True)) for key, value in node.value)


Loader.add_constructor("tag:yaml.org,2002:int", _integer)
Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(text: str):
    """The document's data. The text was accepted by the compiler, so a mistake in it is an exception."""
    return yaml.load(text, Loader)  # noqa: S506: a subclass of the safe loader
