"""Plays the steps of one row, and notes what they come to: which Python is where, which caches, which calls.

Steps of gen-ci's own are played by what they do, not by their names; steps of the manifest are only located.
"""

import re
from dataclasses import dataclass, field
from posixpath import join, normpath

from . import expressions, places, shell
from .contexts import EVENTS, Hashes, replaced
from .workflow import Job, action, filled, written

FILE = "file:"  # before a file that names a version when CI runs


@dataclass
class Cache:
    """A step that restores or saves; `kind` is its action."""

    place: int
    kind: str
    step: dict


@dataclass
class Running:
    """What a row does, in the order of its steps; places are indexes of steps."""

    job: Job
    contexts: dict
    first: range = range(0)
    setup: range = range(0)
    before: range = range(0)
    after: range = range(0)
    inside: list = field(default_factory=list)  # places of the steps among the calls
    checkout: list = field(default_factory=list)
    pythons: list = field(default_factory=list)  # (place, version): put on the PATH
    venvs: dict = field(default_factory=dict)  # environments by their folder, and the one that is active for uv
    others: list = field(default_factory=list)  # (place, version): put there by steps of the manifest
    early: object = None  # whether the interpreters besides the row's own may be pre-releases
    installed: set = field(default_factory=set)  # versions that are there, on the PATH or not
    nox_calls: list = field(default_factory=list)  # (place, arguments, python on the PATH)
    other_calls: list = field(default_factory=list)  # (place, arguments)
    installs: list = field(default_factory=list)  # (place, arguments, python on the PATH)
    releases: list = field(default_factory=list)  # (step id, version): its action puts out which release that is
    descriptions: list = field(default_factory=list)  # (place, step id, version that it asks or None, script)
    caches: list = field(default_factory=list)
    commands: list = field(default_factory=list)  # places of steps that hold the manifest's `run`
    warnings: list = field(default_factory=list)  # places of steps that warn
    uploads: list = field(default_factory=list)  # (place, inputs), the place that of the step
    logs: list = field(default_factory=list)  # (place, inputs): uploads of what nox prints and reports
    reports: list = field(default_factory=list)  # places of steps that show which sessions ran
    downloads: list = field(default_factory=list)
    moves: list = field(default_factory=list)  # places of steps that do nothing but to need files that were downloaded
    problems: list = field(default_factory=list)

    @property
    def own(self) -> set[int]:
        """The places of the manifest's steps."""
        return {*self.first, *self.setup, *self.before, *self.inside, *self.after}

    @property
    def python(self) -> str | None:
        """The version that `python` means at the end."""
        found = sorted([*self.pythons, *self.others], key=lambda each: each[0])
        return found[-1][1] if found else None


def play(workflow, place, contexts: dict, row) -> Running:
    """Plays a row, for one of the usual events. `row` is the manifest's, for its own steps and its command."""
    known = workflow.played
    key = place.job.id, place.number, contexts["github"]["event_name"]
    if key not in known:
        known[key] = _play(workflow, place.job, contexts | {"matrix": place.matrix}, row)
    return known[key]


def _play(workflow, job: Job, contexts: dict, row) -> Running:
    variables = filled(workflow.data.get("env"), contexts) | filled(job.data.get("env"), contexts)
    running = Running(job, contexts | {"env": variables})
    if row.session.image:  # no expression tells where a container has it
        running.contexts = replaced(running.contexts, "runner", temp="/on/the/machine")
    running.first, running.setup, running.before, running.after = _own_steps(job.steps, row, contexts["matrix"])
    running.inside = _inside(job.steps, row, contexts["matrix"], running.own)
    for place, step in enumerate(job.steps):
        if place in running.own:
            _given(running, place, step)
        else:
            _step(running, place, step, row.session)
    return running


def _own_steps(steps, row, matrix) -> list[range]:
    """Where the manifest's `first`, `setup`, `before` and `after` stand: the first place, and the last, that has all of them in a
    row."""
    bare = [_bare(step) for step in steps]
    ranges: list[range] = []
    values, ends = row.session.values, range(len(steps))
    for asked, places in ((values["first"], ends), (row.session.setup, ends), (values["before"], ends), (values["after"], reversed(ends))):
        wanted = [_bare(step) for step in asked]
        places = [at for at in places if not any(at in each for each in ranges)]
        start = next((at for at in places if same(bare[at : at + len(wanted)], wanted, row.fields, matrix)),
                     None) if wanted else None
        ranges.append(range(0) if start is None else range(start, start + len(wanted)))
    return ranges


def _inside(steps, row, matrix, taken) -> list[int]:
    """Where the steps among the calls stand, each behind the one before."""
    found: list[int] = []
    for wanted in map(_bare, row.session.steps_inside):
        places = [at for at in range(len(steps)) if at not in taken and at > max(found, default=-1)]
        at = next((at for at in places if same(_bare(steps[at]), wanted, row.fields, matrix)), None)
        found += [] if at is None else [at]
    return found


def same(found, wanted, fields, matrix, key=None) -> bool:
    """Whether a part of a step is as the manifest writes it; where that reads the row, whether it gives the same."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and found.keys() == wanted.keys() and all(
            same(found[name], each, fields, matrix, name) for name, each in wanted.items())
    if isinstance(wanted, list):
        return len(found) == len(wanted) and all(same(*pair, fields, matrix) for pair in zip(found, wanted))
    if not isinstance(wanted, str) or not re.search(r"\brow\b", wanted) or "${{" not in wanted and key != "if":
        return found == wanted
    return all(_gives(found, key, contexts | {"matrix": matrix}, failed) == _gives(wanted, key, contexts | {"row": fields}, failed)
               for contexts in EVENTS for failed in (True, False))


def _gives(text, key, contexts, failed):
    functions = {"hashfiles": Hashes(), "failure": lambda: failed, "success": lambda: not failed,
                 "always": lambda: True, "cancelled": lambda: False}
    if key != "if":
        return written(text, contexts, functions)
    return expressions.truth(expressions.run(expressions.parse(expressions.unwrapped(text)), contexts, functions))


def _given(running, place, step):
    """A step of the manifest may put a Python of its own first on the PATH."""
    if action(step) == "actions/setup-python":
        running.others.append((place, str(step.get("with", {}).get("python-version", "3.6"))))


def _bare(step: dict) -> dict:
    """A step as the manifest writes it: its action without host and commit, its variables and inputs as texts. Only GitHub
    knows `$/path`, which is `./path` elsewhere."""
    texts = {key: expressions.texts(step[key]) for key in ("env", "with") if step.get(key)}
    named = {"uses": action(step)} if "uses" in step and "docker://" not in step["uses"] else {}
    named = {"uses": "." + step["uses"][1:]} if step.get("uses", "").startswith("$/") else named
    return step | texts | named


def _step(running, place, step, session):
    command = session.values.get("run")
    used = action(step)
    if used == "actions/setup-python" and "if" in step:
        if not _gives(step["if"], "if", running.contexts, False):
            return  # an interpreter that the row does not need
    elif not used.startswith("actions/cache") and used != "actions/upload-artifact" and "run" not in step and "if" in step:
        running.problems.append(f"step {place} may not run")
    if used == "actions/checkout":
        running.checkout.append(place)
    elif used in ("actions/setup-python", "astral-sh/setup-uv"):
        inputs = step.get("with", {})
        extra = extra_pythons(session) if "setup-python" in used and not running.pythons else []
        if extra and inputs.get("python-version", "").split() == extra:
            running.installed.update(extra)  # the row's own comes after them
            running.early = inputs.get("allow-prereleases", False)
            return
        version = _asked(used, inputs, running.contexts)
        if used == "actions/setup-python" or inputs.get("activate-environment") is True:
            running.venvs["active"] = version
            _python(running, place, version)  # else uv is there, but no environment on the PATH
        if "id" in step:
            running.releases.append((step["id"], version))
            _output(running, step["id"], {"python-path": shell.path_of(version)})
    elif used.startswith("actions/cache"):
        running.caches.append(Cache(place, used, step))
        if "id" in step:
            _output(running, step["id"], {"cache-primary-key": "a key", "cache-hit": "false"})
    elif used in ("actions/upload-artifact", "actions/download-artifact"):
        inputs = filled(step.get("with"), running.contexts)
        notes = running.uploads if "upload" in used else running.downloads
        notes = running.logs if notes is running.uploads and str(inputs.get("name", "")).startswith(("ci-logs-", "ci-report-")) else notes
        notes.append((place, inputs))
    elif used:
        running.problems.append(f"an action that nobody asked for: {used}")
    elif command is not None and step.get("run") == command:
        running.commands.append(place)
        _runs(running, place, step, places.folder(session))
    else:
        _script(running, place, step, session)


def extra_pythons(session) -> list[str]:
    """The interpreters besides the row's own, as setup-python calls them."""
    return [re.sub(r"^c?python-?", "", each).removesuffix("-dev") for each in session.values.get("extra-pythons") or []]


def _asked(used, inputs, contexts):
    """The version that a step sets up; uv reads `.python-version` of its folder where nobody names one."""
    own = normpath(join(inputs.get("working-directory", "."), ".python-version"))
    file = own if "setup-uv" in used else inputs.get("python-version-file")
    return written(inputs.get("python-version"), contexts) if "python-version" in inputs or not file else FILE + file


def _script(running, place, step, session):
    if "id" in step and (found := re.fullmatch(r'echo "(\w+)=\$RUNNER_TEMP" >> "\$GITHUB_OUTPUT"', step["run"])):
        _output(running, step["id"], {found[1]: "/temp"})
        return
    contexts = replaced(running.contexts, "env", **filled(step.get("env"), running.contexts, {"hashfiles": Hashes()}))
    ran = shell.run(step["run"], contexts["env"])
    if ran.status and not ran.calls and running.downloads:
        running.moves.append(place)
        _runs(running, place, step, None)
        return
    if ran.status:
        running.problems.append(f"the script of step {place} ends with {ran.status}")
    if "::warning::" in ran.output:
        running.warnings.append(place)
    if ran.calls and all(arguments[0] in ("awk", "grep") for arguments, _ in ran.calls):
        running.reports.append(place)
        _runs(running, place, step, None, {"if"})
        return
    if ran.calls:
        # When one of several calls is made, the rule of calls knows.
        of_nox = "--reuse-venv=yes" in ran.calls[0][0]
        _runs(running, place, step, places.folder(session) if of_nox else None, {"if"} if session.calls and of_nox else set())
    asked = None
    for arguments, _ in ran.calls:
        program, *rest = arguments
        started = [*arguments[: len(session.command)]] == session.command
        if started and session.own_nox:
            running.nox_calls.append((place, ("nox", *arguments[len(session.command) :]), running.python))
        elif program == "nox" and not session.own_nox:
            installed = running.installs[-1][2] if running.installs else running.python  # the only one that has nox
            running.nox_calls.append((place, arguments, installed))
        elif arguments[:3] == ("uv", "python", "install"):
            running.installed.update(arguments[3:])
        elif rest[:3] == ["-m", "pip", "install"] or arguments[:3] == ("uv", "pip", "install"):
            running.installs.append((place, arguments, version_of(program, running.python, running.venvs)))
        elif rest[:1] == ["-m"] and rest[1] == "venv" and ran.path == f"{rest[2]}/bin":
            running.venvs[rest[2]] = version_of(program, running.python, running.venvs)
            _python(running, place, running.venvs[rest[2]])
        elif rest[:1] == ["-c"] and "id" in step:
            asked = version_of(program, running.python, running.venvs)
        else:
            running.other_calls.append((place, arguments))
    if "id" in step and "$GITHUB_OUTPUT" in step["run"]:
        running.descriptions.append((place, step["id"], asked, step["run"]))


def _runs(running, place, step, folder, asked=frozenset()):
    """A step that does something always does it, in its folder, unless it is `asked`. Its shell is another rule's."""
    if odd := {"if"} & step.keys() - asked:
        running.problems.append(f"step {place} says {odd}")
    if step.get("working-directory") != folder:
        running.problems.append(f"step {place} runs in {step.get('working-directory')} instead of {folder}")


def version_of(program: str, on_path: str | None, venvs: dict) -> str | None:
    """The version that an interpreter's name or path stands for."""
    if program.endswith("/bin/python"):
        return venvs[program.removesuffix("/bin/python")]
    if program == "uv":  # installs into the environment that is active
        return venvs.get("active", on_path)
    if program.startswith("path-of:"):
        return program.removeprefix("path-of:").replace("|", "/")
    version = program.removeprefix("python")
    return version or on_path


def _python(running, place, version):
    running.pythons.append((place, version))
    running.installed.add(version)


def _output(running, identity, outputs):
    running.contexts = replaced(running.contexts, "steps", **{identity: {"outputs": outputs, "outcome": "success"}})
