"""Proves the expectations: with a workflow that is spoiled on purpose, the one that looks there must not be met.

The project is `projects/tiny`, whose environments cost nothing, or one of those of `proofs`. Each spoiled workflow is
one that somebody could have written.
"""

import functools
import re
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from lib import tools

from . import act_scenarios, actions, changes, parts, proofs, scenarios
from .on_act import Act
from .project import Project
from .report import Report
from .runner import Runner
from .scratch import scratch_folder

TINY = tools.HERE / "projects/tiny"
SAMPLES = tools.HERE.parent / "samples"
CHECKS = tools.HERE / "runner/check.mjs"


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
NO_SESSION_IN_KEY = Spoil((r"\$\{\{ env\.NOX_SESSION \}\}-", ""))
NO_HASH = Spoil((r"-\$\{\{ hashFiles\([^}]*\}\}$", "-0"))
NO_INTERPRETER = Spoil((r"\$\{\{ steps\.(python\.outputs\.python-version|venv\.outputs\.interpreter) \}\}-", ""))
RELATIVE_PATH = Spoil((r"path: \$\{\{ github\.workspace \}\}/\.nox", "path: .nox"))
NO_REUSE = Spoil((r"nox --reuse-venv=yes ", "nox "))
SAVED_ALWAYS = Spoil(
    (r"uses: actions/cache@(\w+)", r"uses: actions/cache/restore@\1"),
    (
        r"(          path: [^\n]*\n)          key: ([^\n]*\n)(.*?^        run: nox [^\n]*\n)",
        r"\1          key: \2\3      - name: Save\n        if: ${{ always() }}\n"
        r"        uses: actions/cache/save@" + "0" * 40 + r"\n        with:\n\1          key: \2",
    ),
)
TOLERATED = Spoil((r"^      - name: Run nox\n", "      - name: Run nox\n        continue-on-error: true\n"))
FAIL_FAST = Spoil((r"fail-fast: false", "fail-fast: true"))
NO_WARNING = Spoil((r"^      - name: Warn about the failure\n[^\n]*\n[^\n]*\n", ""))
NEED_FORGOTTEN = Spoil((r"needs: \[lint, test, publish\]", "needs: [lint, publish]"))
NEARLY_ALL_FORGOTTEN = Spoil((r"needs: \[lint, test, publish\]", "needs: [lint]"))
ONLY_FAILURES_COUNT = Spoil((r'\$4 != "success"', '$4 == "failure"'))
NOT_ALWAYS = Spoil((r"^    if: \$\{\{ always\(\) \}\}\n", ""))
NOT_ALWAYS_LEFT = Spoil((r"^        if: \$\{\{ always\(\) \}\}\n(        uses: actions/upload-artifact)", r"\1"))
NOTHING_LEFT = Spoil((r"run: (nox [^\n]* -s) leave$", r"run: \1 find || true"))
PUBLISHED_ALWAYS = Spoil((r"^    name: publish\n", "    name: publish\n    if: ${{ always() }}\n"))
NO_FILES_ARE_FINE = Spoil((r"test -d \.downloaded [^\n]*\n", "mkdir -p .downloaded\n"))
STATUS_LOST = Spoil((r'exit "\$\(cat "\$RUNNER_TEMP/nox-status"\)"', "exit 0"))
LOG_ALWAYS = Spoil((r"if: \$\{\{ !success\(\) \}\}", "if: ${{ always() }}"))
SKIPS_ARE_FINE = Spoil((r"\(success\|failed\|aborted\)", "(success|failed|aborted|skipped)"))
LEFT_BY_ONE = Spoil((r"path: \.coverage\.\*", "path: .coverage.3.12*"))
NOTHING_JOINED = Spoil((r"NOX_SESSION: coverage,", "NOX_SESSION: lint,"))
TRIED_BEFORE_IT_IS_BUILT = Spoil((r"^    needs: \[build\]\n", ""))
NO_DATABASE = Spoil((r"NOX_SESSION: [^\n]*(\n +NOX_PYTHON: [^\n]*\n +DATABASE_URL)", r"NOX_SESSION: unit_tests\1"))
ALWAYS_GREEN = Spoil((r"exit bad \|\| !jobs", "exit !jobs"))
NOTHING_SKIPPED = Spoil((r"needs\.changes\.outputs\.measures != 'false'", "always()"))
NO_SKIP_ALLOWED = Spoil((r"MAY_SKIP: [^\n]*", "MAY_SKIP: none"))
SKIPPED_WITH_OTHERS = Spoil((r"^    if: [^\n]*needs\.kitchen\.result[^\n]*$", "    if: ${{ needs.changes.outputs.together != 'false' }}"))
ONLY_LINTED = Spoil((r"^          gen-ci check$", "          gen-ci lint || true"))
CHECK_FORGOTTEN = Spoil((r"needs: \[greet, gen-ci\]", "needs: [greet]"))
ANOTHER_NOX = Spoil((r"uv run nox", "$(dirname $UV_PYTHON)/nox"))


CHECKED_WITH_UV = functools.partial(proofs.workflows_checked, setups=("uv",))


@dataclass(frozen=True)
class Fault:
    """`not_met` is how the expectation begins that must fail; it is the first run's if there is no scenario."""

    what: str
    edit: Spoil
    scenario: Callable | None
    not_met: str


# The first run has all the faults of a group; the scenarios follow it.
FROM_THE_FIRST_RUN = (
    (
        Fault("no cache step", NO_CACHE, None, "each row misses the cache and saves"),
        Fault("nobody needs anybody", NO_ORDER, None, "all sessions ran, in the order"),
    ),
    (
        Fault("no session in the key", NO_SESSION_IN_KEY, None, "each row has saved under a key of its own"),
        Fault("no hash in the key", NO_HASH, scenarios.changed_file, "a changed pyproject.toml misses"),
        Fault("no interpreter in the key", NO_INTERPRETER, scenarios.other_interpreter, "another interpreter"),
        Fault(
            "the cache's path is relative", RELATIVE_PATH, scenarios.other_workspace, "another path of the workspace"
        ),
    ),
)
# The first run is a good one.
AFTER_A_GOOD_ONE = (
    Fault("nox makes environments anew", NO_REUSE, scenarios.second_run, "nox says that it reuses each environment"),
    Fault("a failure is tolerated", TOLERATED, scenarios.bug_on_a_hit, "a failing session fails the final job"),
    Fault("a failing row stops others", FAIL_FAST, scenarios.bug_on_a_hit, "the other rows still finish"),
    Fault("jobs always save", SAVED_ALWAYS, scenarios.failure_on_a_miss, "a failing job saves nothing"),
    Fault("jobs always save", SAVED_ALWAYS, scenarios.cancelled_run, "a cancelled job saves nothing"),
    Fault("the final job forgets a need", NEED_FORGOTTEN, scenarios.verdicts, "a job with the result failure"),
    Fault("the final job accepts skips", ONLY_FAILURES_COUNT, scenarios.verdicts, "a job with the result skipped"),
    Fault("the final job may be skipped", NOT_ALWAYS, scenarios.verdicts, "a job with the result cancelled"),
    Fault(
        "nobody tells of a failure", NO_WARNING, scenarios.allowed_failure, "a failure that is allowed gives a warning"
    ),
)
# Each project of `proofs`, and the faults that its workflow has, all at once.
IN_PROOFS = (
    (
        proofs.FILES,
        Fault("a failed row uploads nothing", NOT_ALWAYS_LEFT, None, "the join runs all the same"),
        Fault("the first call leaves nothing", NOTHING_LEFT, None, "of two calls in one job"),
        Fault("what needs the join runs", PUBLISHED_ALWAYS, proofs.files_between_jobs, "what needs the join"),
        Fault("no files are fine", NO_FILES_ARE_FINE, proofs.no_files, "a join of rows that have left nothing"),
    ),
    (
        proofs.LOGS,
        Fault("the exit code of nox is lost", STATUS_LOST, None, "a failure leaves the log"),
        Fault("every log is uploaded", LOG_ALWAYS, None, "a success leaves none"),
        Fault("a skip counts", SKIPS_ARE_FINE, proofs.logs_and_reports, "a report that shows that nothing ran"),
    ),
    (
        proofs.OWN_NOX,
        Fault("another nox runs", ANOTHER_NOX, proofs.nox_of_the_project, "the project's own nox runs"),
    ),
    (
        SAMPLES / changes.SAMPLE,
        Fault("nothing is skipped", NOTHING_SKIPPED, changes.one_package, "a push that touches one folder"),
        Fault("the final job takes no skip", NO_SKIP_ALLOWED, changes.no_package, "a push that touches none"),
        Fault("who needs a skipped session is skipped", SKIPPED_WITH_OTHERS, changes.pull_request, "a pull request runs"),
    ),
    (
        proofs.SELF_CHECK,
        Fault("no workflow is checked", ONLY_LINTED, CHECKED_WITH_UV, "with uv, the job that checks"),
        Fault("no workflow is checked", ONLY_LINTED, None, "with uv, it finds an edited one"),
        Fault("the final job forgets the check", CHECK_FORGOTTEN, None, "with uv, that makes the final job red"),
    ),
)
# What is said of a sample that is played in part; these faults, too, are in one workflow.
IN_PARTS = (
    (
        SAMPLES / "library",
        Fault("only one row leaves its file", LEFT_BY_ONE, None, "every row that can be played here"),
        Fault("only one row leaves its file", LEFT_BY_ONE, None, "each of"),
        Fault("the package is tried before it is built", TRIED_BEFORE_IT_IS_BUILT, None, "each session ran, in the order"),
        Fault("the join runs another session", NOTHING_JOINED, None, "the join combines"),
        Fault("the join runs another session", NOTHING_JOINED, None, "the join runs although rows failed"),
        Fault("the final job is always green", ALWAYS_GREEN, None, "a failed row fails the final job"),
    ),
    (
        SAMPLES / "services",
        Fault("other tests run", NO_DATABASE, None, "the tests of"),
    ),
)


def run(report, samples):
    """Adds one expectation for each fault to the report; what a trial says itself is not shown. Of samples, those that are asked."""
    report.say("== self-test: workflows that are spoiled on purpose ==")
    checks = subprocess.run([tools.node(), str(CHECKS)], capture_output=True, text=True)
    report.expect("self-test: the runner's parts do what GitHub's do", checks.returncode == 0, checks.stderr)
    with scratch_folder() as scratch:
        ours = actions.stand_ins(scratch)

        def trial(project=TINY):
            fresh = Path(tempfile.mkdtemp(dir=scratch))
            return scenarios.Trial(Project(project, fresh), Runner(fresh, ours), Report())

        for group in FROM_THE_FIRST_RUN:
            spoiled = trial()
            spoiled.spoil_with(*(fault.edit for fault in group))
            scenarios.first_run(spoiled)
            for fault in group:
                _judge(report, spoiled, fault)
        good = trial()
        scenarios.first_run(good)
        scenarios.bug_on_a_hit(good)
        missed = good.report.failed
        report.expect("self-test: a good workflow meets the expectations", not missed, "\n".join(missed))
        for fault in AFTER_A_GOOD_ONE:
            good.spoil_with(fault.edit)
            _judge(report, good, fault)
        _judge_on_act(report, good, Path(tempfile.mkdtemp(dir=scratch)))
        asked = [each.resolve() for each in samples]
        for project, *faults in IN_PROOFS:
            if project.parent != SAMPLES or not samples or project in asked:
                _judge_proofs(report, trial(project), faults)
        for sample, *faults in IN_PARTS:
            if samples and sample not in asked:
                continue
            with parts.trial(sample, Path(tempfile.mkdtemp(dir=scratch)), ours, Report()) as spoiled:
                _judge_parts(report, spoiled, faults)


def _judge_proofs(report, trial, faults):
    trial.spoil_with(*(fault.edit for fault in faults))
    for scenario in filter(None, (fault.scenario for fault in faults)):
        scenario(trial)
    for fault in faults:
        _judge(report, trial, replace(fault, scenario=None))


def _judge_parts(report, trial, faults):
    trial.spoil_with(*trial.always, *(fault.edit for fault in faults))
    for claim in parts.claims(trial):
        claim(trial)
    for fault in faults:
        _judge(report, trial, fault)


def _judge_on_act(report, trial, scratch):
    trial.spoil_with(NEARLY_ALL_FORGOTTEN)
    act = Act(scratch, trial.variant.workflow)
    trial.final, trial.sessions = list(trial.first.results)[-1], {row.session for row in trial.first.nox_rows()}
    scenario = functools.partial(act_scenarios.run_with_a_bug, act=act)
    words = "on act a failing session fails the final job"
    _judge(report, trial, Fault("the final job forgets nearly all needs", NEARLY_ALL_FORGOTTEN, scenario, words))


def _judge(report, trial, fault):
    if fault.scenario:
        trial.report.failed = []  # of this scenario only
        fault.scenario(trial)
    missed = trial.report.failed
    seen = fault.edit.found and any(text.startswith(f"{trial.project.name}: {fault.not_met}") for text in missed)
    report.expect(f"self-test: {fault.what}: not met is: {fault.not_met}", seen, f"not met: {'; '.join(missed)}")
