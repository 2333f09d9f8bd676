"""Reads the log. Run as a program: prints each event of stdin as a line of JSON."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Event:
    """How many log-ins to an account failed in one hour."""

    hour: str
    account: str
    failures: int


def read(lines: Iterable[str]) -> Iterator[Event]:
    """Read events, skipping empty lines and comments."""
    for number, line in enumerate(lines, start=1):
        match line.split():
            case []:
                continue
            case [first, *_] if first.startswith("#"):
                continue
            case [hour, account, failures] if failures.isdecimal():
                yield Event(hour, account, int(failures))
            case _:
                raise ValueError(f"line {number}: not an event: {line.strip()!r}")


if __name__ == "__main__":
    for event in read(sys.stdin):
        print(json.dumps(asdict(event)))
