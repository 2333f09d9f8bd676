"""Readers of YAML that others wrote, each with its own defaults: what they must all read, and read alike.

Forges, bots and editors read a workflow each with another one. They follow YAML 1.1 or 1.2, have limits of their own on
aliases, and do not agree on what a bare word is. Go's reader is actionlint's, SnakeYAML is asked by the Java tests.
"""

import io
import json
import sys
from pathlib import Path

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


def findings(path, answer):
    """What a reader refuses, or reads otherwise than the npm package does, whose answer is that of `read-yaml.mjs`."""
    text = path.read_text(encoding="utf-8")
    if "error" in answer:
        yield f"the npm package yaml: {answer['error']}"
        return
    for name, read in READERS.items():
        try:
            data = read(text)
        except (yaml.YAMLError, YAMLError, ValueError) as problem:
            yield f"{name}: {' '.join(str(problem).split())}"
            continue
        for place, one, other in differences(data, answer["data"], ""):
            yield f"{name} reads {one!r}, the npm package yaml {other!r}, at {place or 'the top'}"


def differences(one, other, place):
    """(place, one, other) wherever two readings differ."""
    if isinstance(one, dict) and isinstance(other, dict) and set(map(str, one)) == set(other):
        for key in one:
            yield from differences(one[key], other[str(key)], f"{place}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, item in enumerate(one):
            yield from differences(item, other[number], f"{place}[{number}]")
    elif one != other or isinstance(one, bool) != isinstance(other, bool):
        yield place, one, other


def _yaml_1_1(loader):
    def read(text):
        data = yaml.load(text, loader)
        # The one word that every workflow has and that YAML 1.1 takes for a boolean; forges know.
        if isinstance(data, dict) and True in data:
            data = {"on" if key is True else key: value for key, value in data.items()}
        return data

    return read


def _ruamel(text):
    return YAML(typ="safe", pure=True).load(io.StringIO(text))


READERS = {"PyYAML": _yaml_1_1(yaml.SafeLoader), "libyaml": _yaml_1_1(yaml.CSafeLoader), "ruamel.yaml": _ruamel}


if __name__ == "__main__":
    # [[path, answer of the npm package]] on stdin; a list of findings for each on stdout.
    print(json.dumps([list(findings(Path(path), answer)) for path, answer in json.load(sys.stdin)]))
