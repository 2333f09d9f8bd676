"""Proves that the rules can fail: each mistake of `mutations` is found by its rule, and what is right by none."""

from pathlib import Path

from . import batch, expressions
from .judge import judge
from .mutations import MUTATIONS

EXAMPLE = Path(__file__).with_name("example.yaml")
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


def run() -> tuple[int, int]:
    passed, failed = 0, 0
    for good, text in [*_expressions(), *_mutations()]:
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


def _mutations():
    batch.build()
    compiler = batch.Compiler()
    manifest = EXAMPLE.read_text(encoding="utf-8")
    workflows = compiler.compile(manifest).workflows
    compiler.close()
    for forge, text in workflows.items():
        findings = judge(manifest, text, forge)
        yield not findings, f"the unchanged workflow for {forge}: {', '.join(map(str, findings))}"
    for rule, job, old, new in MUTATIONS:
        wrong = mutated(workflows["github"], job, old, new)
        found = {finding.rule for finding in judge(manifest, wrong, "github")}
        yield rule in found, f"{job}: {old!r} to {new!r} is not found by {rule}, only by {sorted(found)}"
    wrong = workflows["forgejo"].replace("always() && needs", "!cancelled() && needs")
    yield "forgejo-cancelled" in {finding.rule for finding in judge(manifest, wrong, "forgejo")}, "forgejo-cancelled"


def mutated(text: str, job: str | None, old: str, new: str) -> str:
    start = text.index(f"\n  {job}:\n") if job else 0
    end = text.find("\n\n", start + 1) if job else text.index("\njobs:")  # -1 for the last job
    part = text[start : end + 1 if end >= 0 else len(text)]
    if old not in part:
        raise ValueError(f"{job} does not hold {old!r}")
    changed = part.replace(old, new, 1) if old else part + new
    return text[:start] + changed + text[start + len(part) :]
