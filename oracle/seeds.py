"""Judges random manifests, on all cores: each process has a compiler of its own."""

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from . import batch, generator, pools, refusals, views, yaml12
from .judge import judge
from .manifest import Manifest
from .matching import Match
from .rule_order import expected
from .shrink import smallest
from .workflow import Workflow

CHUNK = 25


@dataclass
class Report:
    """`counts` says what was covered; `failures` are seeds and what was wrong, as (target, rule, text)."""

    counts: Counter = field(default_factory=Counter)
    failures: dict[int, list[tuple]] = field(default_factory=dict)


def judged(first: int, number: int) -> Report:
    """Judges the manifests of so many seeds."""
    chunks = [range(at, min(at + CHUNK, first + number)) for at in range(first, first + number, CHUNK)]
    total = Report()
    with ProcessPoolExecutor(os.cpu_count(), initializer=_start) as pool:
        for report in pool.map(_chunk, chunks):
            total.counts += report.counts
            total.failures |= report.failures
    return total


_compiler: batch.Compiler


def _start():
    global _compiler
    _compiler = batch.Compiler()


def _chunk(seeds: range) -> Report:
    report = Report()
    for seed in seeds:
        data = generator.manifest(seed)
        if problems := problems_of(_compiler, generator.text(data), report.counts):
            report.failures[seed] = problems
    return report


def problems_of(compiler: batch.Compiler, manifest: str, counts: Counter | None = None) -> list[tuple]:
    """Everything that is wrong with a manifest's workflows; or that it was refused, or accepted, without reason."""
    answer = compiler.compile(manifest)
    if answer.bugs:
        return [("compiler", "bug", answer.bugs[0])]
    reasons = refusals.expected(manifest)
    if answer.rules != reasons:
        return [("compiler", "refusal", f"{answer.errors or 'accepted'}, where {sorted(reasons)} is expected")]
    found = []
    data = yaml12.load_manifest(manifest)
    for forge, path, text in answer.files:
        workflow = views.of_file(data, path)
        found += [(forge, finding.rule, f"{path}: {finding}") for finding in judge(manifest, text, forge, workflow_id=workflow)]
        if counts is not None:
            counts.update(_covered(manifest, text, forge, workflow))
    found += [("compiler", "files", text) for text in _wrong_files(manifest, data, answer)]
    if counts is not None:
        counts["refused as expected" if reasons else "manifests"] += 1
    return found


def _wrong_files(manifest, data, answer):
    """The files are those of the workflows that run something, each for its forges; none when the manifest is refused."""
    written = [each for each in views.ids(data) if Manifest(manifest, workflow=each).runs_something()]
    wanted = sorted(settings["file"] for each in written for settings in views.targets(data, each).values())
    if not answer.errors and (found := sorted(path for _, path, _ in answer.files)) != wanted:
        yield f"{found} where {wanted} is expected"


def _covered(manifest, text, forge, workflow_id) -> dict[str, int]:
    workflow = Workflow(text)
    match = Match(Manifest(manifest, workflow=workflow_id), workflow, forge)
    edges = expected(match.graph, match.wanted)
    return {"workflows": 1, "jobs": len(workflow.jobs), "rows": len(match.wanted),
            "orders": sum(map(len, edges.values())), "matrices": sum("strategy" in job.data for job in workflow.jobs.values()),
            "status jobs": len(match.others), "rows of a chain": sum(not row.session.safe for row in match.wanted),
            "rows that may be skipped": sum(match.graph.may_skip(row.session) for row in match.wanted),
            "rows that may fail": sum(row.session.may_fail for row in match.wanted)}


def _keys(data: dict) -> dict[str, int]:
    places = {"": [data], "session.": data["sessions"].values(), "defaults.": [data["defaults"]],
              "workflow.": data.get("workflows", {}).values()}
    return dict(Counter(prefix + key for prefix, values in places.items() for each in values for key in each))


def missing_keys() -> list[str]:
    """Keys of the manifest, by its schema, that no manifest of a thousand seeds has."""
    schema = pools.SCHEMA
    counts: Counter = Counter()
    for seed in range(1000):
        counts.update(_keys(generator.manifest(seed)))
    places = {"": schema["properties"], "session.": schema["definitions"]["session"]["properties"],
              "defaults.": schema["definitions"]["sessionDefaults"]["properties"],
              "workflow.": schema["definitions"]["workflow"]["properties"]}
    return [prefix + key for prefix, keys in places.items() for key in keys if not counts[prefix + key]]


def shrunk(compiler: batch.Compiler, seed: int, problem: tuple) -> str:
    """The smallest manifest of a seed with which the same rule fails for the same target."""
    refused_by = compiler.compile(generator.text(generator.manifest(seed))).rules

    def still_wrong(data) -> bool:
        text = generator.text(data)
        if compiler.compile(text).rules != refused_by:
            return False  # what was taken away is needed
        return problem[:2] in [each[:2] for each in problems_of(compiler, text)]

    return generator.text(smallest(generator.manifest(seed), still_wrong))
