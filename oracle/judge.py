"""The verdict: everything that a workflow does otherwise than its manifest asks for."""

from collections.abc import Iterator

from . import rule_artifacts, rule_cache, rule_changes, rule_frame, rule_jobs, rule_logs, rule_order, rule_plays, rule_rows, rule_safety, rule_self_check, rule_status
from .finding import Finding
from .manifest import PASSED, Manifest
from .matching import Match
from .views import TOP
from .workflow import Unrunnable, Workflow

RULES = (rule_frame, rule_safety, rule_rows, rule_jobs, rule_changes, rule_order, rule_cache, rule_artifacts, rule_logs, rule_self_check, rule_status, rule_plays)


def judge(manifest_text: str, workflow_text: str, forge: str, passed: tuple = PASSED,
          workflow_id: str = TOP) -> list[Finding]:
    """`forge` is a name in `forges.py`. The manifest is one that the compiler accepts, `passed` the keys of a
    session that a job gets as they are, `workflow_id` the one of the manifest's workflows that it is."""
    return list(dict.fromkeys(findings(manifest_text, workflow_text, forge, passed, workflow_id)))


def findings(manifest_text: str, workflow_text: str, forge: str, passed: tuple = PASSED,
             workflow_id: str = TOP) -> Iterator[Finding]:
    """The same, one after the other: who has found what it looks for asks for no more. The dearest rules come last."""
    manifest = Manifest(manifest_text, passed, workflow_id)
    try:
        workflow = Workflow(workflow_text)
        match = Match(manifest, workflow, forge)
        yield from match.findings
        for rule in RULES:
            yield from rule.check(manifest, workflow, forge, match)
    except Unrunnable as problem:
        yield Finding("unrunnable", "workflow", str(problem))
    except (AttributeError, LookupError, TypeError, ValueError) as problem:  # parts are missing that every workflow has
        yield Finding("unreadable", "workflow", repr(problem))
