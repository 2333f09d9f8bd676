"""Judges what workflows mean: `oracle/judge [WORKFLOW…]`.

Without a file: a self-test that every rule can fail, then every sample, every golden case and this project's own, then
random manifests. The manifest of a workflow is the one beside its `.github` or `.forgejo`, or beside `expected`. The last
line counts mistakes of the self-test, workflows, and random manifests; it ends with 1 when any failed.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from lib import workflows

from . import batch, seeds, selftest, views, yaml12
from .judge import judge

SHOWN = 3


def main() -> int:
    options = arguments()
    started = time.monotonic()
    passed, failed = (0, 0) if options.files or options.only_random else selftest.run()
    if not options.self_test and not options.only_random:
        good = judge_files(options.files or workflows.find(workflows.WORKFLOWS))
        passed, failed = passed + sum(good), failed + good.count(False)
    if not options.self_test and not options.files:
        good, bad = judge_seeds(options.first, options.seeds)
        passed, failed = passed + good, failed + bad
    print(f"meaning judged in {time.monotonic() - started:.0f} s", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def arguments():
    parser = argparse.ArgumentParser(prog="oracle/judge", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1000, metavar="N", help="random manifests (1000; try 10000)")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first one's seed (0)")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--self-test", action="store_true", help="only prove that every rule can fail")
    only.add_argument("--only-random", action="store_true", help="only random manifests")
    parser.add_argument("files", nargs="*", type=Path, metavar="WORKFLOW")
    options = parser.parse_args()
    for file in options.files:
        if not file.is_file() or manifest_of(file) is None:
            parser.error(f"no such file, or no manifest for it: {file}")
    return options


def manifest_of(path: Path) -> Path | None:
    home = path.resolve().parents[2]
    places = (home, home.parent) if home.name == "expected" else (home,)
    found = [place / name for place in places for name in ("sessions.yaml", ".ci/sessions.yaml")]
    return next((each for each in found if each.is_file()), None)


def judge_files(paths) -> list[bool]:
    """Whether each is right, judged on all cores. Prints what is wrong."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(problems_of_file, paths, chunksize=8))
    for path, problems in zip(paths, results):
        for problem in problems:
            print(f"{workflows.name_of(path)}: {problem}")
    return [not problems for problems in results]


def problems_of_file(path: Path) -> list[str]:
    manifest = manifest_of(path)
    if manifest is None:
        return ["there is no manifest for it"]
    said = manifest.read_text(encoding="utf-8")
    workflow = views.of_file(yaml12.load_manifest(said), path.as_posix())
    text = path.read_text(encoding="utf-8")
    return [str(finding) for finding in judge(said, text, workflows.forge_of(path), workflow_id=workflow)]


def judge_seeds(first: int, number: int) -> tuple[int, int]:
    batch.build()
    report = seeds.judged(first, number)
    compiler, told = batch.Compiler(), set()
    for seed, problems in report.failures.items():
        print(f"seed {seed}: {problems[0][0]}: {problems[0][2]}")
        if problems[0][:2] not in told and len(told) < SHOWN:
            told.add(problems[0][:2])
            print(seeds.shrunk(compiler, seed, problems[0]))
    compiler.close()
    covered = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    print(f"seeds {first} to {first + number - 1}: {covered}")
    return number - len(report.failures), len(report.failures)


if __name__ == "__main__":
    sys.exit(main())
