"""Measures all workflows and prints what came of it."""

from lib import workflows

from . import limits, projects
from .measures import Measures, measure

HEAD = ("code", "steps", "equal", "alias", "block", "2nd", "long", "id", "file")


def run(files) -> tuple[int, int]:
    """Prints figures and verdicts; returns (passed, failed)."""
    paths = files or workflows.find(workflows.WORKFLOWS)
    measured = {workflows.name_of(path): measure(path.read_text(encoding="utf-8")) for path in paths}
    print_row(HEAD)
    for name, each in measured.items():
        print_row(row(name, each))
    verdicts = limits.Verdicts(limits.read(limits.FILE.read_text(encoding="utf-8")))
    for name, each in measured.items():
        verdicts.file(name, each)
    problems = [] if files else beside_hand_written(measured, verdicts) + [
        f"conformance/limits: means no workflow: {line}" for line in verdicts.unused()]
    print_limits(verdicts)
    for problem in verdicts.broken + problems:
        print(f"NOT OK: {problem}")
    return verdicts.passed, len(verdicts.broken) + len(problems)


def row(name: str, each: Measures) -> tuple:
    second = "?" if each.second is None else f"{each.second}/{each.needless}"
    return (each.code, f"{each.written}+{each.shared}", each.equal, each.aliases, each.block, second, each.long_rows,
            len(each.longest_id), name)


def print_row(cells):
    print("".join(f"{cell:>8}" for cell in cells[:-1]), "", cells[-1])


def print_limits(verdicts):
    print("\nlimits: the worst, what is allowed, what is aimed at")
    for limit, worst in verdicts.worst.items():
        note = "; it can be tightened" if worst < limit.limit and limit.limit > limit.aim else ""
        print(f"{limit.figure:>8} {worst:6.4g} {limit.limit:6.4g} {limit.aim:6.4g}  {limit.pattern}{note}")


def beside_hand_written(measured, verdicts) -> list[str]:
    """Judges the ratios; returns the cases of projects that nobody has counted."""
    by_hand = projects.hand_written(projects.FILE.read_text(encoding="utf-8"))
    print("\ncode lines of the nox part written by hand" + "".join(
        f"\n{sum(files.values()):>8}  {project}" for project, files in by_hand.items()))
    found, unknown = projects.ratios({name: each.code for name, each in measured.items()}, by_hand)
    for project, (lines, written) in found.items():
        print(f"{lines / written:8.2f}  {project}: {lines} generated, {written} by hand")
        verdicts.value("ratio", project, lines / written)
    if found:
        print(f"{projects.median(found):8.2f}  median")
        verdicts.value("median", "projects", projects.median(found))
    else:
        print(f"no project has a case below {projects.CASES} yet")
    return [f"{project}: its hand-written workflow is not counted in conformance/hand-written.tsv" for project in unknown]
