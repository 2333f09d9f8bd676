"""Proves that each figure sees what it is for, and that each limit can be broken."""

from . import limits, projects
from .measures import measure

# One job more than needed: its steps are equal to the first one's, and a row takes two lines.
PLAIN = """\
name: CI
on: push

# A comment is no code.
jobs:
  a:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        include:
          - { session: tests-3.9, python: "3.9" }
          - { session: tests-3.12, python: "3.12" }
    env: { NOX_PYTHON: "${{ matrix.python }}" }
    steps: &nox
      - uses: actions/setup-python@0000000000000000000000000000000000000000
        with: { python-version: "${{ env.NOX_PYTHON }}" }
      - if: ${{ matrix.python == '3.9' }}
        uses: actions/setup-python@0000000000000000000000000000000000000000
        with: { python-version: "3.13" }
      - run: nox
  b:
    runs-on: ubuntu-24.04
    steps: *nox
"""
# (figure, what is replaced in PLAIN, by what)
SPOILED = (
    ("code", "      - run: nox\n", "      - run: nox\n        shell: bash\n"),
    ("equal", "    steps: *nox", "    steps: [{ run: nox }, { run: tox }, run: nox]"),
    ("equal", "    steps: *nox", "    steps:\n      - 'run': \"nox\""),
    ("alias", "    steps: *nox", "    steps: *nox\n  c:\n    runs-on: ubuntu-24.04\n    steps: *nox"),
    ("block", "    steps: *nox", "    steps:\n      - run: nox\n  c:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: nox"),
    ("2nd", "      - if: ${{ matrix.python == '3.9' }}\n        uses", "      - uses"),
    ("long", '{ session: tests-3.9, python: "3.9" }', '{\n              session: tests-3.9, python: "3.9" }'),
    ("long", '{ session: tests-3.9, python: "3.9" }', 'session: tests-3.9\n            python: "3.9"'),
    ("id", "  b:\n", "  bb:\n"),
)
WRITTEN = {"b": {"ci.yml": 40, "lint.yml": 10}}


def run() -> tuple[int, int]:
    """Prints what is wrong and one line; returns (passed, failed)."""
    answers = list(_expectations())
    for holds, text in answers:
        if not holds:
            print(f"self-test: {text}")
    failed = sum(not holds for holds, _ in answers)
    print(f"self-test: {len(answers)} expectations, {failed} not met", flush=True)
    return len(answers) - failed, failed


def _expectations():
    good = measure(PLAIN)
    figures = {figure: value(good) for figure, value in limits.FIGURES.items()}
    yield (good.written, good.shared, good.second) == (3, 3, 1), f"steps and interpreters of the plain workflow: {good}"
    yield figures == {"code": 21, "equal": 0, "alias": 1, "block": 1, "2nd": 0, "long": 0, "id": 1}, f"figures: {figures}"
    exact = [limits.Limit(figure, value, 0, "*") for figure, value in figures.items()]
    yield not _broken(exact, PLAIN), "the plain workflow breaks a limit that is as large as its figure"
    for figure, old, new in SPOILED:
        found = _broken(exact, PLAIN.replace(old, new, 1))
        yield any(f": {figure} is " in each for each in found), f"{new!r} breaks no limit of {figure}: {found}"
    yield {figure for figure, *_ in SPOILED} == limits.FIGURES.keys(), "a figure is not spoiled"
    table = limits.read("# words\n\nalias 9 0 *\nalias 1 0 one/*\nalias 1 0 none/*\n")
    yield [limits.deciding(table, "alias", name).limit for name in ("one/ci.yml", "two/ci.yml")] == [1, 9], "not the last line"
    verdicts = limits.Verdicts(table)
    verdicts.file("one/ci.yml", good)
    verdicts.file("two/ci.yml", good)
    yield verdicts.unused() == [str(table[2])], f"unused lines: {verdicts.unused()}"
    yield from _of_projects()


def _broken(table, text):
    verdicts = limits.Verdicts(table)
    verdicts.file("ci.yml", measure(text))
    return verdicts.broken


def _of_projects():
    tsv = "# words\na/b\tci.yml\t(frame)\t15\na/b\tci.yml\ttests\t25\na/b\tlint.yml\tlint\t10\n"
    yield projects.hand_written(tsv) == WRITTEN, f"hand-written lines: {projects.hand_written(tsv)}"
    place = f"{projects.CASES}B/expected/.github/workflows"
    for generated, expected in (({"ci.yml": 60}, (60, 40)), ({"ci.yml": 60, "lint.yml": 5}, (65, 50)), ({"all.yml": 75}, (75, 50))):
        found, _ = projects.ratios({f"{place}/{file}": lines for file, lines in generated.items()}, WRITTEN)
        yield found == {"b": expected}, f"{generated}: {found}"
    found, unknown = projects.ratios({place.replace("/B/", "/c/") + "/ci.yml": 1, place.replace("hub", "lab") + "/x.yml": 1}, WRITTEN)
    yield (found, unknown) == ({}, ["c"]), f"a project that nobody counted: {found}, {unknown}"
    verdicts = limits.Verdicts(limits.read("ratio 2 2 *\nmedian 1.2 1 *"))
    verdicts.value("ratio", "b", 2.1)
    verdicts.value("median", "projects", projects.median({"x": (3, 2), "y": (1, 1), "z": (2, 1)}))
    yield len(verdicts.broken) == 2, f"ratios over their limits: {verdicts.broken}"
