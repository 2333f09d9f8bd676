"""Reads YAML 1.2's core schema: PyYAML alone reads 1.1, where `on` is true and 010 is eight."""

import re

import yaml


TEXTS = ("env", "with")  # mappings of texts, wherever they stand
TYPED = ("number", "boolean")  # types of inputs whose defaults are no texts


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


def load_manifest(text: str, passed: tuple = ()):
    """A manifest's data, with the texts as they are written where forges take texts: `env`, `with`, `checkout`, and what is
    the default of an input that is no number and no boolean. `passed`: keys of a session that a job gets as they are."""
    loader = Loader(text)
    try:
        root = loader.get_single_node()
        _write_texts(loader, root, passed)
        return loader.construct_document(root)
    finally:
        loader.dispose()


def _write_texts(loader: Loader, root: yaml.MappingNode, passed: tuple) -> None:
    values = _values(loader, root)
    sessions = _values(loader, values.get("sessions"))
    workflows = _values(loader, values.get("workflows")).values()
    own = [_values(loader, each).get("defaults") for each in workflows]
    items = [item for each in sessions.values() for item in _steps(_values(loader, each).get("include"))]
    for place in (root, values.get("defaults"), *sessions.values(), *items, *workflows, *own):
        parts = _values(loader, place)
        for name in ("env", "checkout"):
            _to_texts(loader, parts.get(name))
        nox = _values(loader, parts.get("nox"))
        _to_texts(loader, nox.get("env"))
        for steps in (nox.get("setup"), parts.get("first"), parts.get("before"), parts.get("calls"), parts.get("after")):
            for step in _steps(steps) if steps else ():
                _inside_to_texts(loader, step)
        for key in passed:
            _inside_to_texts(loader, parts.get(key))
    for job in _values(loader, values.get("jobs")).values():
        for key, value in _values(loader, job).items():
            if key == "steps":
                for step in _steps(value):
                    _inside_to_texts(loader, step)
            elif key in TEXTS:
                _to_texts(loader, value)
            else:
                _inside_to_texts(loader, value)
    for place in (root, *workflows):
        _inputs_to_texts(loader, _values(loader, place).get("on"))


def _inputs_to_texts(loader: Loader, events) -> None:
    started = [_values(loader, _values(loader, events).get(name)) for name in ("workflow_dispatch", "workflow_call")]
    for asked in [each for event in started for each in _values(loader, event.get("inputs")).values()]:
        kind = _values(loader, asked).get("type")
        if kind is None or kind.value not in TYPED:
            _to_texts(loader, asked, {"default"})


def _steps(node):
    """The steps of a list, those of the lists in it included."""
    for each in node.value if isinstance(node, yaml.SequenceNode) else ():
        yield from _steps(each) if isinstance(each, yaml.SequenceNode) else [each]


def _values(loader: Loader, node) -> dict:
    """The nodes of a mapping, merge keys included; nothing where there is no mapping."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    loader.flatten_mapping(node)
    return {key.value: value for key, value in node.value}


def _inside_to_texts(loader: Loader, node) -> None:
    for key, value in _values(loader, node).items():
        _to_texts(loader, value) if key in TEXTS else _inside_to_texts(loader, value)


def _to_texts(loader: Loader, node, only=None) -> None:
    """Makes texts of a mapping's scalars. They are replaced: an alias may mean the number elsewhere."""
    if _values(loader, node):
        node.value = [(key, _text(value) if only is None or key.value in only else value) for key, value in node.value]


def _text(node: yaml.Node) -> yaml.Node:
    if not isinstance(node, yaml.ScalarNode) or node.tag.endswith(":null"):
        return node
    return yaml.ScalarNode("tag:yaml.org,2002:str", node.value, node.start_mark, node.end_mark)


def load(text: str):
    """The document's data. The text was accepted by the compiler, so a mistake in it is an exception."""
    return yaml.load(text, Loader)  # noqa: S506: a subclass of the safe loader
