"""Judges the names of all workflows, and prints what came of it."""

from collections import Counter

from lib import workflows
from oracle import views, yaml12
from oracle.__main__ import manifest_of

from . import judge, listing

OURS = (".github/workflows/ci.yml", ".forgejo/workflows/ci.yml")  # this project has no noxfile


def run(files) -> tuple[int, int]:
    """Prints findings and sums; returns (rows that are right, findings)."""
    paths = files or [path for path in workflows.find(workflows.WORKFLOWS) if workflows.name_of(path) not in OURS]
    listed, failed, unlisted = 0, 0, Counter()
    for path in paths:
        verdict = judged(path)
        for finding in verdict.findings:
            print(f"{workflows.name_of(path)}: {finding}")
        listed, failed = listed + verdict.listed, failed + len(verdict.findings)
        unlisted.update(reason for _, reason in verdict.unlisted)
        if files:
            print("".join(f"{workflows.name_of(path)}: {row} is not listed: {why}\n" for row, why in verdict.unlisted), end="")
    for reason, rows in unlisted.items():
        print(f"{rows} rows are not listed: {reason}")
    print(f"nox {listing.release()}: {len(paths)} workflows, {listed} rows select their session, {failed} findings")
    return listed, failed


def judged(path) -> judge.Verdict:
    manifest = manifest_of(path)
    if manifest is None:
        return judge.Verdict(findings=["there is no manifest for it"])
    said = manifest.read_text(encoding="utf-8")
    workflow = views.of_file(yaml12.load_manifest(said), path.as_posix())
    return judge.judge(said, path.read_text(encoding="utf-8"), workflows.forge_of(path), workflow_id=workflow)
