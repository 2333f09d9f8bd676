"""The lines of `conformance/limits`: how far a figure may go, and how far it is to go one day."""

import fnmatch
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "limits"
# What is limited, and how it is read from a workflow's figures.
FIGURES = {
    "code": lambda each: each.code,
    "equal": lambda each: each.equal,
    "alias": lambda each: each.aliases,
    "block": lambda each: each.block,
    "2nd": lambda each: each.needless,
    "long": lambda each: each.long_rows,
    "id": lambda each: len(each.longest_id),
}
RATIOS = ("ratio", "median")


@dataclass(frozen=True)
class Limit:
    """`limit` may not be exceeded; `aim` is printed. `pattern` is of files, from the top of the repository."""

    figure: str
    limit: float
    aim: float
    pattern: str

    def __str__(self):
        return f"{self.figure} at most {self.limit:g} in {self.pattern}"


def read(text: str) -> list[Limit]:
    found = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            figure, limit, aim, pattern = line.split()
            if figure not in (*FIGURES, *RATIOS):
                raise SystemExit(f"conformance/limits: no such figure: {line}")
            found.append(Limit(figure, float(limit), float(aim), pattern))
    return found


def deciding(limits: list[Limit], figure: str, name: str) -> Limit | None:
    """The limit of a figure of a file: the last line that means it, so that exceptions stand below their rule."""
    fitting = [each for each in limits if each.figure == figure and fnmatch.fnmatchcase(name, each.pattern)]
    return fitting[-1] if fitting else None


@dataclass
class Verdicts:
    """What a table of limits says of figures: how many hold, what does not, how far each limit was used."""

    limits: list[Limit]
    passed: int = 0
    broken: list = None
    worst: dict = None

    def __post_init__(self):
        self.broken, self.worst = [], {}

    def file(self, name: str, measures) -> None:
        for figure, value in FIGURES.items():
            self.value(figure, name, value(measures))

    def value(self, figure: str, name: str, value: float | None) -> None:
        limit = deciding(self.limits, figure, name)
        if limit is None or value is None:
            return
        self.worst[limit] = max(self.worst.get(limit, 0), value)
        if value > limit.limit:
            self.broken.append(f"{name}: {figure} is {value:g}, and may be {limit.limit:g} at most")
        else:
            self.passed += 1

    def unused(self) -> list[str]:
        """Lines that mean no file, so that they hold nothing. Ratios need projects, which there may be none of."""
        return [str(each) for each in self.limits if each not in self.worst and each.figure not in RATIOS]
