"""Remembers what a function has returned, for a while, from any number of threads.

>>> @keep(seconds=60)
... def double(number: int) -> int:
...     print("working")
...     return 2 * number
>>> double(21)
working
42
>>> double(21)
42
"""

import functools
import threading
import time
from collections.abc import Callable, Hashable
from typing import TypeVar

__all__ = ["Shelf", "keep"]

Value = TypeVar("Value")


class Shelf:
    """Values under keys; each is forgotten `seconds` after it was made."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        if seconds <= 0:
            raise ValueError(f"seconds must be positive, not {seconds}")
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.RLock()
        self._kept: dict[Hashable, tuple[float, object]] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value under this key, made now unless it is there. One thread makes, all others wait."""
        with self._lock:
            now = self._clock()
            if key in self._kept:
                end, value = self._kept[key]
                if now < end:
                    return value  # type: ignore[return-value]
            made = make()
            self._kept[key] = now + self._seconds, made
            return made

    def __len__(self) -> int:
        """How many values are not forgotten."""
        with self._lock:
            now = self._clock()
            self._kept = {key: kept for key, kept in self._kept.items() if now < kept[0]}
            return len(self._kept)


def keep(seconds: float) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """A decorator: calls with the same arguments share one result for so many seconds."""
    shelf = Shelf(seconds)

    def decorate(function: Callable[..., Value]) -> Callable[..., Value]:
        @functools.wraps(function)
        def kept(*args: Hashable, **options: Hashable) -> Value:
            key = function, args, tuple(sorted(options.items()))
            return shelf.get(key, lambda: function(*args, **options))

        return kept

    return decorate
