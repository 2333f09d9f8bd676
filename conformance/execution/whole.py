"""Everything that `conformance/execute` does, in its order."""

import functools
import time
from concurrent.futures import ThreadPoolExecutor

from . import act_scenarios, actions, changes, parts, proofs, scenarios, selftest, times
from .on_act import Act
from .project import Project
from .report import Report
from .runner import Runner
from .scratch import scratch_folder


AT_ONCE = 2


def run(options):
    """Does what the options ask for, and prints it; gives how many expectations were met, and how many were not."""
    tasks = [lambda report: selftest.run(report, options.samples)] if options.self_test else []
    if options.projects:
        tasks += [functools.partial(on_project, *each) for each in proofs.ALL]
    for sample in options.samples:
        tasks += [functools.partial(way, sample) for way in ways(sample.resolve().name)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reports = [shown(report) for report in pool.map(done, tasks)]
    if options.times:  # alone, so that nothing else takes time
        reports.append(shown(done(times.run)))
    return sum(report.passed for report in reports), sum(len(report.failed) for report in reports)


def ways(name):
    """How a sample is played."""
    if name == changes.SAMPLE:
        return (after_changes,)
    return (in_part,) if name in parts.OF_SAMPLES else (on_act, on_runner)


def done(task):
    report, started = Report(), time.monotonic()
    task(report)
    report.say(f"{time.monotonic() - started:.0f} s\n")
    return report


def shown(report):
    report.show()
    return report


def on_act(sample, report):
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(sample, scratch), None, report)
        act = Act(scratch, trial.variant.workflow)
        report.say(f"== {trial.project.name} on act; {act.says} ==")
        act_scenarios.good_run(trial, act)
        act_scenarios.run_with_a_bug(trial, act)


def on_project(project, claims, report):
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(project, scratch), Runner(scratch, actions.stand_ins(scratch)), report)
        report.say(f"== {trial.project.name} on the runner of our own ==")
        for claim in claims:
            claim(trial)


def on_runner(sample, report):
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(sample, scratch), Runner(scratch, actions.stand_ins(scratch)), report)
        used = ", ".join(actions.used(trial.variant.workflow))
        report.say(f"== {trial.project.name} on the runner of our own; stand-ins: {used} ==")
        for scenario in scenarios.ALL:
            scenario(trial)


def after_changes(sample, report):
    on_project(sample, changes.ALL, report)


def in_part(sample, report):
    with scratch_folder() as scratch, parts.trial(sample, scratch, actions.stand_ins(scratch), report) as trial:
        report.say(f"== {trial.project.name}, a part of it, on the runner of our own ==")
        for claim in parts.claims(trial):
            claim(trial)
