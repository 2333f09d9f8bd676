"""Proves the judges: each must reject what is broken, for the reason that is expected, and accept what is good.

The first line of a file in `broken/` says who must reject it and with which words: `# Rejected by: judge (words)`,
several with semicolons. The words keep a judge that rejects everything, or that stumbles, from passing for a good one.
A name that starts with `forgejo-` is a workflow of Forgejo's, `sessions-` a manifest; `.sh` and `.py` are scripts.
"""

import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import tools, workflows
from .judges import JUDGES, Crash, verdict

ENTRY = re.compile(r"([a-z-]+) \((.+)\)")


def expectations(path):
    """[(judge, words)] of a broken file's first line."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    entries = [ENTRY.fullmatch(entry.strip()) for entry in first.removeprefix("# Rejected by:").split(";")]
    if not first.startswith("# Rejected by:") or None in entries:
        raise SystemExit(f"{path}: its first line does not say who must reject it")
    return [(entry[1], entry[2]) for entry in entries]


def run(broken_clients):
    """Prints what went wrong and one line; returns (passed, failed)."""
    problems, count = [], 0
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        cases = [case for case in _cases(Path(folder)) if case[0].client not in broken_clients]
        pairs = {(judge.name, each.name): (judge, each) for judge, each, _ in cases}
        with ThreadPoolExecutor(2) as pool:
            answers = dict(zip(pairs, pool.map(_texts, pairs.values())))
        for judge, each, words in cases:
            count += 1
            texts = answers[judge.name, each.name]
            if isinstance(texts, Crash):
                problems.append(f"{judge.name} could not judge {each.name}: {texts}")
                continue
            if words is None and texts:
                problems.append(f"{judge.name} rejects {each.name}: {texts[0]}")
            if words is not None and not any(words in text for text in texts):
                problems.append(f"{judge.name} does not say {words!r} of {each.name}: {texts}")
    for judge in JUDGES:
        if judge.client in broken_clients:
            problems.append(f"{judge.name} is not installed")
            continue
        if not any(case[0] is judge and case[2] is not None for case in cases):
            problems.append(f"nothing in conformance/broken is there for {judge.name} to reject")
        if not any(case[0] is judge and case[2] is None for case in cases):
            problems.append(f"nothing in conformance/good is there for {judge.name} to accept")
    for problem in problems:
        print(f"self-test: {problem}")
    print(f"self-test: {len(JUDGES)} judges, {count} expectations, {len(problems)} not met", flush=True)
    return (max(count - len(problems), 0), len(problems))


def _texts(pair):
    judge, each = pair
    try:
        return [text for _, text in verdict(judge, [each])]
    except Crash as crash:
        return crash


def _cases(folder):
    """(judge, input, words); words is None where nothing must be found."""
    by_name = {judge.name: judge for judge in JUDGES}
    good = sorted(path for path in (tools.HERE / "good").rglob("*") if path.is_file())
    for each in _inputs(good, folder / "good", workflows.kind_of):
        yield from ((judge, each, None) for judge in JUDGES if each.kind in judge.kinds)
    for path in sorted((tools.HERE / "broken").iterdir()):
        kind = "forgejo" if path.name.startswith("forgejo-") else "github"
        each = _inputs([path], folder / path.stem, lambda _, kind=kind: kind)[0]
        for name, words in expectations(path):
            yield by_name[name], each, words


def _inputs(paths, folder, kind):
    inputs = []
    for path in paths:
        if path.name.startswith("sessions-"):
            inputs.append(workflows.Input(workflows.name_of(path), path, "manifest"))
        elif workflows.kind_in_place(path):
            inputs += workflows.in_place([path])
        else:
            inputs += workflows.copy_workflows([path], folder / kind(path), kind(path))
    return inputs
