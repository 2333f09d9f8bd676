"""Everything that `conformance/execute` does, in its order."""

import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from . import act_scenarios, actions, scenarios
from .on_act import Act
from .project import Project
from .report import Report
from .runner import Runner


def run(options):
    report = Report()
    for sample in options.samples:
        if options.only != "runner":
            on_act(sample, report)
        if options.only != "act":
            on_runner(sample, report)
    return report


def on_act(sample, report):
    started = time.monotonic()
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(sample, scratch), None, report)
        act = Act(scratch, trial.variant.workflow)
        report.say(f"== {trial.project.name} on act; {act.says} ==")
        act_scenarios.good_run(trial, act)
        act_scenarios.run_with_a_bug(trial, act)
    report.say(f"{time.monotonic() - started:.0f} s\n")


def on_runner(sample, report):
    started = time.monotonic()
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(sample, scratch), Runner(scratch, actions.stand_ins(scratch)), report)
        report.say(f"== {trial.project.name} on the runner of our own; stand-ins: {', '.join(actions.used(trial.variant.workflow))} ==")
        for scenario in scenarios.ALL:
            scenario(trial)
    report.say(f"{time.monotonic() - started:.0f} s\n")


@contextmanager
def scratch_folder():
    with tempfile.TemporaryDirectory(prefix="execute-", ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()
