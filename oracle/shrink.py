"""Makes a manifest smaller as long as the same thing is wrong with it."""

import copy
import time
from collections.abc import Callable, Iterator

SECONDS = 20


def smallest(data: dict, still_wrong: Callable[[dict], bool]) -> dict:
    """Takes away sessions, keys and items of lists, one at a time, until none can go."""
    end = time.monotonic() + SECONDS
    again = True
    while again and time.monotonic() < end:
        again = False
        for smaller in _smaller(data):
            if time.monotonic() < end and still_wrong(smaller):
                data, again = smaller, True
                break
    return data


def _smaller(data: dict) -> Iterator[dict]:
    for name in data["sessions"]:
        if len(data["sessions"]) > 1:
            yield _without_session(data, name)
    yield from _without(data, ("version", "sessions", "purpose"))


def _without_session(data, name):
    """Without a session and every mention of it."""
    smaller = copy.deepcopy(data)
    del smaller["sessions"][name]
    for entry in smaller["sessions"].values():
        for key in ("needs", "members"):
            if key in entry:
                entry[key] = [word for word in entry[key] if word != name]
                if not entry[key]:
                    del entry[key]
    return smaller


def _without(value, kept=()) -> Iterator:
    """Every value that has one key or item less, at any depth, or one item in place of a list."""
    if isinstance(value, dict):
        for key in value:
            if key not in kept:
                yield {name: each for name, each in value.items() if name != key}
        for key, inner in value.items():
            yield from ({**value, key: smaller} for smaller in _without(inner, kept))
    elif isinstance(value, list):
        for place in range(len(value)):
            if len(value) > 1:
                yield value[:place] + value[place + 1 :]
            yield from (value[:place] + [smaller] + value[place + 1 :] for smaller in _without(value[place], kept))
