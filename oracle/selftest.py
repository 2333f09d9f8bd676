"""Proves that the rules can fail: each mistake of `mutations` is found by its rule, and what is right by none."""

import os
import re
from concurrent.futures import ProcessPoolExecutor
from functools import partial, reduce
from pathlib import Path

from . import batch, expressions, seeds, yaml12
from .deletions import deletions
from .judge import findings, judge
from .manifest import PASSED as ON
from .mutations import DOUBLE_MUTATIONS, MUTATIONS, MUTATIONS_OF_CHANGES, MUTATIONS_OF_SELF_CHECK

HERE = Path(__file__).parent
EXAMPLE = HERE / "example.yaml"
CHANGES = HERE / "changes.yaml"
SELF_CHECK = HERE / "self-check.yaml"
SEVERAL = HERE / "workflows.yaml"
FINAL_JOB = """
  called-ok:
    name: called-ok
    if: ${{ always() }}
    needs: [lint]
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {}
    steps: [{ run: "true" }]
"""
SEVERAL_FILES = [f".{forge}/workflows/{name}.yml" for name in ("ci", "nightly", "called") for forge in ("github", "forgejo")]
RULE = re.compile(r'(?:Finding\(|_find\(|yield |return \()"([a-z-]+)", ')  # where a rule is named
SHARED = re.compile(r"      - &(?P<name>\S+)\n {8}(?P<body>.*\n(?: {8}.*\n)*)")
NEEDS = {"a-b": {"result": "success"}, "c": {"result": "skipped"}}
TABLE = [
    ("'a' == 'A' && 1 == '1' && null == 0 && true == 1", True),
    ("'it''s' != 'its'", True),
    ("1 < 2 && '10' >= 9 && !('x' > 1)", True),
    ("'' || 'else'", "else"),
    ("0 && 'never'", 0.0),
    ("needs.a-b.result", "success"),
    ("needs['c'].result == 'SKIPPED'", True),
    ("needs.none.result", None),
    ("join(needs.*.result, ' ')", "success skipped"),
    ("contains(needs.*.result, 'skipped')", True),
    ("contains('a, b', 'B')", True),
    ("startsWith('refs/tags/v1', 'refs/tags/') && endsWith('ab', 'B')", True),
    ("format('{1} {{0}} {0}', 'a', 2.50)", "2.5 {0} a"),
    ("fromJSON('[1, {\"a\": [true]}]')[1].a[0]", True),
    ("toJSON(fromJSON('{\"a\": 1}'))", '{\n  "a": 1\n}'),
    ("!always() || failure()", False),
    ("a.b && (1 == 2", None),
]


# Found in every workflow from which something was deleted: pins and versions have comments, which are lost there.
PINS = {"pin", "bot"}

# Forgejo asks the direct needs only, so there the condition of who needs a job with one of its own says what holds anyway.
SAID_ANYWAY = {("forgejo", f"jobs/{job}/if") for job in ("announce", "deploy", "publish")}

# A key that is passed on, whether or not the manifest has it: in the session "lint", and in the job of that name.
ASKED = ("posargs: [", "services: {db: {image: postgres, env: {VERSION: 4.10, PORT: 1}}}, posargs: [")
GIVEN = ("lint", "    name: Lint it\n",
         '    name: Lint it\n    services: { db: { image: postgres, env: { VERSION: "4.10", PORT: 1 } } }\n')
PASSED = [
    (None, [GIVEN]),
    ("passed", []),
    ("passed", [GIVEN, ("lint", '"4.10"', "4.10")]),
    ("passed", [GIVEN, ("image", "    name: image\n", "    name: image\n    services: { db: { image: postgres } }\n")]),
]


def run() -> tuple[int, int]:
    passed, failed = 0, 0
    for good, text in [*_expressions(), *_manifests(), *_mutations(), *_passed(), *_workflows()]:
        passed, failed = passed + good, failed + (not good)
        if not good:
            print(f"self-test: {text}")
    return passed, failed


def _expressions():
    functions = {"always": lambda: True, "failure": lambda: False}
    for text, wanted in TABLE:
        try:
            found = expressions.run(expressions.parse(text), {"needs": NEEDS}, functions)
        except expressions.BadExpression:
            found = None
        yield found == wanted and type(found) is type(wanted), f"{text} is {found!r}, not {wanted!r}"
    yield expressions.fill("x-${{ needs.c.result }}-${{ '}}' }}", {"needs": NEEDS}) == "x-skipped-}}", "fill"


def _manifests():
    missing = seeds.missing_keys()
    yield not missing, f"no random manifest has {', '.join(missing)}"


def _mutations():
    batch.build()
    mistakes = [("github", rule, [edit]) for rule, *edit in MUTATIONS]
    mistakes += [("github", rule, edits) for rule, *edits in DOUBLE_MUTATIONS]
    mistakes.append(("forgejo", "asks-cancelled", [("db", "always() && needs", "!cancelled() && needs")]))
    mistakes.append(("forgejo", "runs-wrongly", [("tell", "needs: [wheel, cover]", "needs: [cover]")]))
    mistakes.append(("forgejo", "download", [("cover", "        continue-on-error: true\n", "")]))
    of_changes = [("github", rule, [edit]) for rule, *edit in MUTATIONS_OF_CHANGES]
    of_changes.append(("forgejo", "artifacts", [("gated", "forgejo/upload-artifact", "actions/upload-artifact")]))
    of_changes.append(("forgejo", "upload", [("gated", "          compression-level: 0\n", "")]))
    yield from _found_in(EXAMPLE, mistakes)
    of_self_check = [("github", rule, [edit]) for rule, *edit in MUTATIONS_OF_SELF_CHECK]
    yield from _found_in(CHANGES, of_changes)
    yield from _found_in(SELF_CHECK, of_self_check)
    yield from _unasked()
    told = {rule for _, rule, _ in [*mistakes, *of_changes, *of_self_check]} | {rule for rule, _ in PASSED}
    rules = {rule for path in [*HERE.glob("rule_*.py"), HERE / "matching.py", HERE / "calls.py", HERE / "judge.py"]
             for rule in RULE.findall(path.read_text(encoding="utf-8"))}
    yield rules <= told, f"no mistake for {rules - told}"


def _unasked():
    """Where nobody asks for it, no job checks the workflows."""
    compiler = batch.Compiler()
    manifest = SELF_CHECK.read_text(encoding="utf-8")
    workflow = compiler.compile(manifest).workflows["github"]
    compiler.close()
    found = {finding.rule for finding in judge(manifest.replace("self-check: true", "self-check: false"), workflow, "github")}
    yield "row-unasked" in found, f"a check of the workflows that nobody asked for is found by {sorted(found)}"


def _found_in(example: Path, mistakes: list[tuple]):
    """Whether nothing is wrong with the workflows of an example, nothing can be taken away, and every mistake is found."""
    compiler = batch.Compiler()
    manifest = example.read_text(encoding="utf-8")
    workflows = compiler.compile(manifest).workflows
    compiler.close()
    for forge, text in workflows.items():
        wrongly = judge(manifest, text, forge)
        yield not wrongly, f"the unchanged workflow for {forge}: {', '.join(map(str, wrongly))}"
        wrong = {path: each for path, each in deletions(yaml12.load(text)) if (forge, path) not in SAID_ANYWAY}
        cases = [(each, None) for each in wrong.values()]
        for path, found in zip(wrong, _rules(manifest, forge, cases)):
            yield bool(found - PINS), f"{forge}: nobody misses {path}"
    for forge in workflows:
        here = [(rule, edits) for each, rule, edits in mistakes if each == forge]
        text = written_out(workflows[forge])
        cases = [(reduce(lambda text, edit: mutated(text, *edit), edits, text), rule) for rule, edits in here]
        for (rule, edits), found in zip(here, _rules(manifest, forge, cases)):
            yield rule in found, f"{edits} is not found by {rule}, only by {sorted(found)}"


def _rules(manifest, forge, cases):
    """For each workflow the rules that find something, up to the one that is wanted, or up to any. Judged on all cores."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(partial(_found, manifest, forge), cases, chunksize=8)


def _found(manifest, forge, case) -> set[str]:
    workflow, wanted = case
    found: set[str] = set()
    for finding in findings(manifest, workflow, forge):
        found.add(finding.rule)
        if finding.rule == wanted or wanted is None and found - PINS:
            break
    return found


def _passed():
    """What is only passed on is missed, and may not stand there unasked."""
    manifest = EXAMPLE.read_text(encoding="utf-8")
    compiler = batch.Compiler()
    workflow = written_out(compiler.compile(manifest).workflows["github"])
    compiler.close()
    asked = manifest.replace(*ASKED)
    for rule, edits in PASSED:
        text = reduce(lambda text, edit: mutated(text, *edit), edits, workflow)
        found = {finding.rule for finding in judge(asked, text, "github", (*ON, "services"))}
        yield found == ({rule} if rule else set()), f"passed on, {edits}: found by {sorted(found)}, not by {rule}"
    found = {finding.rule for finding in judge(manifest, mutated(workflow, *GIVEN), "github", ())}
    yield found == {"unasked"}, f"what no key passes on is found by {sorted(found)}"


def _workflows():
    """Each of several workflows is what it is asked to be, and none is taken for another."""
    manifest = SEVERAL.read_text(encoding="utf-8")
    compiler = batch.Compiler()
    files = compiler.compile(manifest).files
    compiler.close()
    yield [path for _, path, _ in files] == SEVERAL_FILES, f"the files are {[path for _, path, _ in files]}"
    for forge, path, text in files:
        findings = judge(manifest, text, forge, workflow_id=Path(path).stem)
        yield not findings, f"the unchanged {path}: {', '.join(map(str, findings))}"
    for (forge, path, text), other, rules in (
            (files[0], "nightly", {"name", "triggers", "env", "row-unasked", "row-missing", "timeout"}),
            (files[2], "ci", {"name", "triggers", "env", "row-unasked", "row-missing", "timeout"}),
            ((*files[4][:2], files[4][2] + FINAL_JOB), "called", {"row-unasked"})):
        found = {finding.rule for finding in judge(manifest, text, forge, workflow_id=other)}
        yield rules <= found, f"{path} taken for {other} is found by {sorted(found)}, not by all of {sorted(rules)}"


def written_out(text: str) -> str:
    """The text with each step that jobs share by an alias in each of them, so that a mistake is one job's."""
    for step in SHARED.finditer(text):
        text = text.replace(step[0], f"      - {step['body']}").replace(f"      - *{step['name']}\n", f"      - {step['body']}")
    return text


def mutated(text: str, job: str | None, old: str, new: str) -> str:
    start = text.index(f"\n  {job}:\n") if job else 0
    end = text.find("\n\n", start + 1) if job else text.index("\njobs:")  # -1 for the last job
    part = text[start : end + 1 if end >= 0 else len(text)]
    if old not in part:
        raise ValueError(f"{job} does not hold {old!r}")
    changed = part.replace(old, new, 1) if old else part + new
    return text[:start] + changed + text[start + len(part) :]
