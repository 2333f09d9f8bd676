"""Proves the expectations: with a workflow that is spoiled on purpose, the one that looks there must not be met.

The project is `projects/tiny`, whose environments cost nothing. A spoiled workflow is one that somebody could have written.
"""

import functools
import re
import tempfile
from pathlib import Path

from lib import tools

from . import act_scenarios, actions, scenarios
from .on_act import Act
from .project import Project
from .report import Report
from .runner import Runner
from .scratch import scratch_folder

TINY = tools.HERE / "projects/tiny"


class Spoil:
    """An edit of a workflow: pairs (pattern, replacement). `found` says whether there was something to spoil."""

    def __init__(self, *pairs):
        self.pairs, self.found = pairs, False

    def __call__(self, text):
        for pattern, replacement in self.pairs:
            text, count = re.subn(pattern, replacement, text, flags=re.MULTILINE | re.DOTALL)
            self.found = self.found or bool(count)
        return text


NO_CACHE = Spoil((r"^      - name: Cache \.nox\n.*?(?=^      - name: )", ""))
NO_ORDER = Spoil((r"^    needs: \[test\]\n", ""))
NO_SESSION_IN_KEY = Spoil((r"\$\{\{ steps\.environment\.outputs\.session \}\}-", ""))
NO_HASH = Spoil((r"-\$\{\{ hashFiles\([^}]*\}\}$", "-0"))
NO_INTERPRETER = Spoil((r"\$\{\{ steps\.environment\.outputs\.interpreter \}\}-", ""))
RELATIVE_PATH = Spoil((r"path: \$\{\{ github\.workspace \}\}/\.nox", "path: .nox"))
NO_REUSE = Spoil((r"nox --reuse-venv=yes ", "nox "))
SAVED_ALWAYS = Spoil(
    (r"uses: actions/cache@(\w+)", r"uses: actions/cache/restore@\1"),
    (
        r"(          path: [^\n]*\n)          key: ([^\n]*\n)(.*?^        run: nox [^\n]*\n)",
        r"\1          key: \2\3      - uses: actions/cache/save@SHA\n        if: ${{ always() }}\n        with:\n\1          key: \2",
    ),
    ("@SHA", "@27d5ce7f107fe9357f9df03efb73ab90386fccae"),
)
TOLERATED = Spoil((r"^      - name: Run nox\n", "      - name: Run nox\n        continue-on-error: true\n"))
FAIL_FAST = Spoil((r"fail-fast: false", "fail-fast: true"))
NO_WARNING = Spoil((r"^      - name: Tell of the failure\n[^\n]*\n[^\n]*\n", ""))
NEED_FORGOTTEN = Spoil((r"needs: \[lint, test, publish\]", "needs: [lint, publish]"))
NEARLY_ALL_FORGOTTEN = Spoil((r"needs: \[lint, test, publish\]", "needs: [lint]"))
ONLY_FAILURES_COUNT = Spoil((r'test "\$result" = success', 'test "$result" != failure'))
NOT_ALWAYS = Spoil((r"^    if: \$\{\{ always\(\) \}\}\n", ""))


# (what is wrong, the edit, the scenario, the beginning of the expectation that must fail). In the first part the first run
# has all the faults of its group; the scenarios follow it. In the second part the first run is a good one.
FROM_THE_FIRST_RUN = (
    (
        ("no cache step", NO_CACHE, None, "each row misses the cache and saves"),
        ("nobody needs anybody", NO_ORDER, None, "all sessions ran, in the order"),
    ),
    (
        ("the key without the session", NO_SESSION_IN_KEY, None, "each row has saved under a key of its own"),
        ("the key without the hash", NO_HASH, scenarios.changed_file, "a changed pyproject.toml misses"),
        ("the key without the interpreter", NO_INTERPRETER, scenarios.other_interpreter, "another interpreter"),
        (
            "a relative path of the cache",
            RELATIVE_PATH,
            scenarios.other_workspace,
            "another path of the workspace misses",
        ),
    ),
)
AFTER_A_GOOD_ONE = (
    ("nox makes environments anew", NO_REUSE, scenarios.second_run, "nox says that it reuses each environment"),
    ("a failure of nox is tolerated", TOLERATED, scenarios.bug_on_a_hit, "a failing session fails the final job"),
    ("a failing row stops the others", FAIL_FAST, scenarios.bug_on_a_hit, "the other rows still finish"),
    ("environments are saved always", SAVED_ALWAYS, scenarios.failure_on_a_miss, "a failing job saves nothing"),
    ("environments are saved always", SAVED_ALWAYS, scenarios.cancelled_run, "a cancelled job saves nothing"),
    ("the final job forgets a need", NEED_FORGOTTEN, scenarios.verdicts, "a job with the result failure"),
    ("the final job looks for failures only", ONLY_FAILURES_COUNT, scenarios.verdicts, "a job with the result skipped"),
    ("the final job runs on success only", NOT_ALWAYS, scenarios.verdicts, "a job with the result cancelled"),
    (
        "nobody tells of an allowed failure",
        NO_WARNING,
        scenarios.allowed_failure,
        "a failure that is allowed gives a warning",
    ),
)


def run(report):
    """Adds one expectation for each spoiled workflow to the report; what a trial says itself is not shown."""
    report.say("== self-test: workflows that are spoiled on purpose ==")
    with scratch_folder() as scratch:
        ours = actions.stand_ins(scratch)

        def trial():
            fresh = Path(tempfile.mkdtemp(dir=scratch))
            return scenarios.Trial(Project(TINY, fresh), Runner(fresh, ours), Report())

        for group in FROM_THE_FIRST_RUN:
            spoiled = trial()
            spoiled.spoil_with(
                lambda text, edits=[edit for _, edit, _, _ in group]: functools.reduce(
                    lambda so_far, edit: edit(so_far), edits, text
                )
            )
            scenarios.first_run(spoiled)
            for fault in group:
                _judge(report, spoiled, *fault)
        good = trial()
        scenarios.first_run(good)
        scenarios.bug_on_a_hit(good)
        report.expect(
            "self-test: a good workflow meets the expectations", not good.report.failed, "\n".join(good.report.failed)
        )
        for fault in AFTER_A_GOOD_ONE:
            good.spoil_with(fault[1])
            _judge(report, good, *fault)
        _judge_on_act(report, good, Path(tempfile.mkdtemp(dir=scratch)))


def _judge_on_act(report, trial, scratch):
    trial.spoil_with(NEARLY_ALL_FORGOTTEN)
    act = Act(scratch, trial.variant.workflow)
    trial.final, trial.sessions = list(trial.first.results)[-1], {row.session for row in trial.first.nox_rows()}
    expectation = "on act a failing session fails the final job"
    scenario = functools.partial(act_scenarios.run_with_a_bug, act=act)
    _judge(report, trial, "the final job forgets nearly all needs", NEARLY_ALL_FORGOTTEN, scenario, expectation)


def _judge(report, trial, what, edit, scenario, expectation):
    if scenario:
        trial.report.failed = []  # of this scenario only
        scenario(trial)
    wanted = f"{trial.project.name}: {expectation}"
    seen = edit.found and any(text.startswith(wanted) for text in trial.report.failed)
    report.expect(
        f'self-test: {what}: not met is "{expectation}"', seen, "not met were: " + "; ".join(trial.report.failed)
    )
