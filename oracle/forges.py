"""What the forges do otherwise, one row each: everything that a rule has to know of a forge stands here.

What a forge ignores is left out of its workflow, so that nothing stands there that does not hold.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Starts:
    """By which rules a job starts. `far`: `success()` looks at every job before, not at the direct needs only. `twice`: the
    server decides first, and sees of a matrix its last row only; the runner decides again."""

    name: str
    far: bool
    twice: bool


@dataclass(frozen=True)
class Forge:
    """`runner` and `setup`: where jobs run and get their Python, unless the manifest says. `hosts`: who keeps an owner's
    actions, `""` any other owner's; None where no host is written. `evaluates`: expressions of a matrix are replaced before
    it is taken apart. `never_sent`: events that start nothing. The flags after it say what the forge takes: `call_secrets` are those that a called workflow names, `cancelled` is that of a job's `if`,
    `cancels` that whoever cancels a run cancels what has not begun. `pushes`: without a group it lets the older push of a
    ref run on. `numbers`: a run has its number when it is grouped. `hashes`: files can be hashed whatever the image holds.
    `late`: whether a step may fail can be an expression.
    `artifacts`: the usual version of the actions that bring files from job to job. `ignores`: other keys that have no effect, `ignores_in_jobs` those of jobs that the manifest writes. `starts`: the rules
    of its versions."""

    runner: str
    setup: str
    hosts: dict[str, str] | None
    evaluates: bool
    never_sent: tuple[str, ...]
    timezone: bool
    call_secrets: bool
    permissions: bool
    fail_fast: bool
    groups: bool
    cancelled: bool
    cancels: bool
    pushes: bool
    numbers: bool
    hashes: bool
    late: bool
    artifacts: str
    ignores: tuple[str, ...]
    ignores_in_jobs: tuple[str, ...]
    starts: tuple[Starts, ...]

    def host(self, owner: str) -> str | None:
        return self.hosts and self.hosts.get(owner, self.hosts[""])


FORGES = {
    "github": Forge(
        runner="ubuntu-24.04", setup="setup-python", hosts=None, evaluates=True, never_sent=(), timezone=True, call_secrets=True,
        permissions=True, fail_fast=True, groups=True, cancelled=True, cancels=True,
        pushes=True, numbers=True, hashes=True, late=True, artifacts="v4", ignores=(), ignores_in_jobs=(),
        starts=(Starts("GitHub", far=True, twice=False),)),
    "forgejo": Forge(
        runner="docker", setup="uv", hosts={"actions": "https://data.forgejo.org/", "forgejo": "https://data.forgejo.org/", "": "https://github.com/"},
        evaluates=False, never_sent=("merge_group", "workflow_run", "repository_dispatch"), timezone=False, call_secrets=False,
        permissions=False, fail_fast=False, groups=False,
        cancelled=False, cancels=False, pushes=False, numbers=False, hashes=False, late=False, artifacts="v3",
        ignores=("run-name", "environment", "container.ports"),
        ignores_in_jobs=("permissions", "environment", "concurrency", "strategy.fail-fast", "strategy.max-parallel",
                         "container.ports"),
        starts=(Starts("Forgejo 15", far=False, twice=False), Starts("Forgejo 16", far=False, twice=True))),
}
