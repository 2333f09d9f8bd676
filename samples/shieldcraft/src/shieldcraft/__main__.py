"""Prints the events of a log that stand out: `python -m shieldcraft LOG`."""

import sys
from pathlib import Path

from shieldcraft import read, standing_out


def main(arguments: list[str]) -> int:
    """Run the program; gives 1 when something stands out."""
    if len(arguments) != 1:
        print("usage: python -m shieldcraft LOG", file=sys.stderr)
        return 2
    with Path(arguments[0]).open(encoding="utf-8") as log:
        found = standing_out(read(log))
    for event in found:
        print(f"{event.hour} {event.account}: {event.failures} failed log-ins")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
