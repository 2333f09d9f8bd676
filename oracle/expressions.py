"""The forges' expression language: parsed to a tree, then evaluated as a forge does.

A value is None, a bool, a float, a str, a list or a dict. Names are looked up without regard to case, unknown ones are
null, and `==` compares as GitHub documents it: texts without case, different types as numbers.
"""

import json
import math
import re
from functools import lru_cache

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[-+]?(?:0x[0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?))(?![\w])"
    r"|(?P<string>'(?:[^']|'')*')|(?P<name>[A-Za-z_][A-Za-z0-9_-]*)"
    r"|(?P<sign>&&|\|\||==|!=|<=|>=|[!<>().\[\],*]))"
)
_PIECE = re.compile(r"\$\{\{((?:'(?:[^']|'')*'|(?!\}\})[^'])*)\}\}", re.S)
_COMPARISONS = {"<", "<=", ">", ">=", "==", "!="}
STATUS_FUNCTIONS = {"always", "success", "failure", "cancelled"}


class BadExpression(Exception):
    """The text is no expression."""


def _tokens(text):
    place, found = 0, []
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if not match:
            raise BadExpression(f"cannot read {text[place:]!r}")
        found.append((match.lastgroup, match.group(match.lastgroup)))
        place = match.end()
    return found + [("end", "")]


class _Parser:
    """Tuples, the operator first: ("or", a, b), ("call", name, arguments), ("get", a, key), ("value", x) …"""

    def __init__(self, text):
        self.tokens, self.place = _tokens(text), 0

    def take(self, *signs):
        kind, text = self.tokens[self.place]
        if kind == "sign" and text in signs:
            self.place += 1
            return text
        return None

    def need(self, sign):
        if not self.take(sign):
            raise BadExpression(f"{sign!r} expected")

    def whole(self):
        tree = self.either()
        if self.tokens[self.place][0] != "end":
            raise BadExpression(f"{self.tokens[self.place][1]!r} is too much")
        return tree

    def either(self):
        tree = self.both()
        while self.take("||"):
            tree = ("or", tree, self.both())
        return tree

    def both(self):
        tree = self.equal()
        while self.take("&&"):
            tree = ("and", tree, self.equal())
        return tree

    def equal(self):
        tree = self.order()
        while sign := self.take("==", "!="):
            tree = ("compare", sign, tree, self.order())
        return tree

    def order(self):
        tree = self.negation()
        while sign := self.take("<", "<=", ">", ">="):
            tree = ("compare", sign, tree, self.negation())
        return tree

    def negation(self):
        return ("not", self.negation()) if self.take("!") else self.path()

    def path(self):
        tree = self.atom()
        while sign := self.take(".", "["):
            if self.take("*"):
                tree = ("all", tree)
            elif sign == ".":
                kind, name = self.tokens[self.place]
                if kind != "name":
                    raise BadExpression("a name expected after '.'")
                self.place += 1
                tree = ("get", tree, ("value", name))
            else:
                tree = ("get", tree, self.either())
            if sign == "[":
                self.need("]")
        return tree

    def atom(self):
        if self.take("("):
            tree = self.either()
            self.need(")")
            return tree
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "number":
            return ("value", number(text))
        if kind == "string":
            return ("value", text[1:-1].replace("''", "'"))
        if kind == "name" and self.take("("):
            return ("call", text.lower(), self.arguments())
        if kind == "name":
            return ("value", {"true": True, "false": False, "null": None}[text]) if text in (
                "true", "false", "null") else ("context", text)
        raise BadExpression(f"{text or 'the end'!r} is not expected")

    def arguments(self):
        if self.take(")"):
            return ()
        found = [self.either()]
        while self.take(","):
            found.append(self.either())
        self.need(")")
        return tuple(found)


@lru_cache(maxsize=20000)
def parse(text: str):
    """The tree of an expression without `${{ }}` around it."""
    return _Parser(text).whole()


def calls(tree) -> set:
    """The names of all functions that a tree calls, in lower case."""
    if not isinstance(tree, tuple):
        return set()
    own = {tree[1]} if tree and tree[0] == "call" else set()
    return own.union(*(calls(part) for part in tree))


def number(value) -> float:
    if value is None or value == "":
        return 0.0
    if isinstance(value, (bool, int, float)):
        return float(value)
    try:
        return float(int(value, 16)) if value.strip()[:2] == "0x" else float(value)
    except (ValueError, AttributeError, TypeError):
        return math.nan


def text(value) -> str:
    """How a forge writes a value into a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return format(value, ".15g")
    return value if isinstance(value, str) else "Object"


def texts(values: dict) -> dict[str, str]:
    return {name: text(value) for name, value in values.items()}


def truth(value) -> bool:
    return bool(value) and not (isinstance(value, float) and math.isnan(value)) or isinstance(value, (list, dict))


def compare(sign, left, right) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        left, right = left.lower(), right.lower()
    elif isinstance(left, (list, dict)) or isinstance(right, (list, dict)):
        return sign == "!=" if left is not right else sign == "=="
    elif not (left is None and right is None):
        left, right = number(left), number(right)
    else:
        left = right = 0.0
    return {"==": left == right, "!=": left != right, "<": left < right, "<=": left <= right,
            ">": left > right, ">=": left >= right}[sign]


def _get(value, key):
    if isinstance(value, _Filtered):
        return _Filtered(found for each in value if (found := _get(each, key)) is not None)
    if isinstance(value, dict):
        if key in value:
            return value[key]
        wanted = text(key).lower()
        return next((each for name, each in value.items() if str(name).lower() == wanted), None)
    if isinstance(value, list) and not isinstance(key, str) and 0 <= number(key) < len(value):
        return value[int(number(key))]
    return None


class _Filtered(list):
    """What `.*` gave: further names are looked up in each of its values."""


def _join(values, separator=","):
    return text(separator).join(text(each) for each in values) if isinstance(values, list) else text(values)


def _format(pattern, *values):
    braces = {"{{": "{", "}}": "}"}
    return re.sub(r"\{\{|\}\}|\{(\d+)\}",
                  lambda match: braces.get(match[0]) or text(values[int(match[1])]), text(pattern))


def _contains(where, what):
    if isinstance(where, list):
        return any(compare("==", each, what) for each in where)
    return text(what).lower() in text(where).lower()


FUNCTIONS = {
    "contains": _contains,
    "startswith": lambda a, b: text(a).lower().startswith(text(b).lower()),
    "endswith": lambda a, b: text(a).lower().endswith(text(b).lower()),
    "format": _format,
    "join": _join,
    "tojson": lambda value: json.dumps(value, indent=2),
    "fromjson": lambda value: json.loads(text(value)),
}


def run(tree, contexts: dict, functions: dict):
    """The value of a tree. `functions` adds to FUNCTIONS: the status functions, hashFiles."""
    kind = tree[0]
    if kind == "value":
        return tree[1]
    if kind == "context":
        return _get(contexts, tree[1])
    if kind == "get":
        return _get(run(tree[1], contexts, functions), run(tree[2], contexts, functions))
    if kind == "all":
        value = run(tree[1], contexts, functions)
        return _Filtered(value.values() if isinstance(value, dict) else value if isinstance(value, list) else [])
    if kind == "not":
        return not truth(run(tree[1], contexts, functions))
    if kind in ("and", "or"):
        left = run(tree[1], contexts, functions)
        return run(tree[2], contexts, functions) if truth(left) == (kind == "and") else left
    if kind == "compare":
        return compare(tree[1], run(tree[2], contexts, functions), run(tree[3], contexts, functions))
    function = functions.get(tree[1]) or FUNCTIONS.get(tree[1])
    if not function:
        raise BadExpression(f"no function {tree[1]}")
    return function(*(run(each, contexts, functions) for each in tree[2]))


def unwrapped(source: str) -> str:
    """What an `if` asks for, which may stand in `${{ }}` or alone."""
    match = _PIECE.fullmatch(source.strip())
    return (match[1] if match else source).strip()


def fill(template, contexts: dict, functions: dict | None = None):
    """A value of a workflow, its `${{ }}` replaced. A text that is one expression keeps the type of its value."""
    if not isinstance(template, str) or "${{" not in template:
        return template
    pieces = [piece if isinstance(piece, str) else run(piece, contexts, functions or {}) for piece in _pieces(template)]
    return pieces[1] if len(pieces) == 3 and pieces[0] == pieces[2] == "" else "".join(map(text, pieces))


@lru_cache(maxsize=20000)
def _pieces(template: str) -> tuple:
    """Texts and trees by turns, a text first and last."""
    parts = _PIECE.split(template)
    return tuple(parse(part.strip()) if place % 2 else part for place, part in enumerate(parts))
