"""How long it takes until an environment is there, without and with a hit: for a small one and for heavy ones."""

from pathlib import Path

from lib import tools
from lib.workflows import REPOSITORY

from . import actions, scenarios
from .project import Project
from .runner import Runner
from .scratch import scratch_folder

HEAVY = tools.HERE / "projects/heavy"
MEASURED = (
    ("small", REPOSITORY / "samples/minimal", "virtualenv"),
    ("heavy", HEAVY, "virtualenv"),
    ("heavy", HEAVY, "uv"),
)
# A forge's machine begins without the downloads of earlier jobs.
NO_DOWNLOADS = {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}


def run(report):
    report.say(
        "== seconds until an environment is there, from the look into the cache to the first command of the session =="
    )
    lines = [_measured(report, *each) for each in MEASURED]
    report.say()
    report.table(("environment", "backend", "packages", "MB", "no hit", "then save", "hit"), lines)


def _measured(report, size, sample, backend):
    with scratch_folder() as scratch:
        trial = scenarios.Trial(Project(sample, scratch), Runner(scratch, actions.stand_ins(scratch), slots=1), report)
        variant = trial.changed(
            manifest=lambda tree: tree.setdefault("nox", {}).update({"default-venv-backend": backend})
        )
        first, second = (trial.runner.play(variant, env=NO_DOWNLOADS).nox_rows()[0] for _ in range(2))
        seen = (first.result, first.cached, second.result, second.cached) == ("success", "miss", "success", "hit")
        trial.expect(
            f"a {size} environment made by {backend} is made and saved, then taken",
            seen,
            scenarios.log_of([first, second]),
        )
        packages = len(list(Path(first.answer["workspace"]).glob(".nox/*/lib/python*/site-packages/*.dist-info")))
        megabytes = sum(path.stat().st_size for path in trial.runner.store.glob("*/*.tar")) / 1e6
        save = first.saving
        times = (f"{seconds:.1f}" for seconds in (first.set_up - save, save, second.set_up))
        return (size, backend, str(packages), f"{megabytes:.0f}", *times)
