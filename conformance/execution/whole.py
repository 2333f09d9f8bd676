"""Everything that `conformance/execute` does, in its order."""

import time

from . import act_scenarios, actions, scenarios, selftest, times
from .on_act import Act
from .project import Project
from .report import Report
from .runner import Runner
from .scratch import scratch_folder


def run(options):
    report = Report()
    if options.self_test:
        selftest.run(report)
    if options.times:
        times.run(report)
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
