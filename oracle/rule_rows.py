"""Each row does what the manifest asks for: the call, the Python, the steps around it, variables, time, failures."""

import re

from . import calls, places
from .contexts import EVENTS, replaced
from .expressions import STATUS_FUNCTIONS, calls as asked_calls, parse, run, text, texts, truth, unwrapped
from .finding import Finding
from .forges import FORGES
from .matching import Match
from .rows import may_be_early, nox_can_run_on
from .running import FILE, Running, extra_pythons, play, same
from .workflow import Workflow, action, filled, tolerates, written
from .yaml12 import TEXTS

SETUPS = {"setup-python": ["actions/setup-python"], "uv": ["astral-sh/setup-uv"]}
OWN_VARIABLES = {"NOX_SESSION", "NOX_PYTHON", "NOX_RUNNER", "NOX_POSARGS"}


def check(manifest, workflow: Workflow, forge: str, match: Match):
    for row, place in match.pairs():
        runnings = [play(workflow, place, contexts, row) for contexts in EVENTS[:2]]
        for rule, problem in _row(manifest, workflow, forge, row, place, runnings):
            yield Finding(rule, str(place), problem)


def _row(manifest, workflow, forge, row, place, runnings):
    first = runnings[0]
    yield from (("step", each) for each in first.problems)
    for running in runnings:
        yield from _call(manifest, forge, row, running)
    yield from _python(manifest, forge, row, first)
    yield from _order(row, first)
    yield from _checkout(row, first)
    yield from _variables(row, place)
    yield from _variables_of_nox(manifest, forge, row, first)
    yield from _time(forge, row, place, first)
    yield from _warning(row, first)
    yield from _shell(row, first)
    yield from _fields(manifest, workflow, forge, row, place)
    yield from _passed(manifest, forge, row, place)


def _call(manifest, forge, row, running: Running):
    """A row makes its nox calls, usually one, or runs one command, and nothing else."""
    if running.other_calls:
        yield "call", f"runs {' '.join(running.other_calls[0][1])}"
    if row.session.kind == "command":
        if len(running.commands) != 1 or running.nox_calls:
            yield "call", f"runs its command {len(running.commands)} times, nox {len(running.nox_calls)} times"
        return
    if len(running.nox_calls) != len(row.calls) or running.commands:
        yield "call", f"calls nox {len(running.nox_calls)} times instead of {len(row.calls)}"
        return
    for (place, arguments, _), call in zip(running.nox_calls, row.calls):
        yield from _one_call(manifest, forge, row, running, arguments, call)
        yield from calls.step(row, running, place, call)
    if row.session.kind == "calls":
        yield from calls.order(row, running)


def _one_call(manifest, forge, row, running, arguments, call):
    options, asked, rest = _cut(arguments[1:])
    if asked != call.selectors:
        yield "selector", f"asks nox for {asked!r} instead of {call.selectors!r}"
    if rest != (wanted := calls.arguments(row, running, call)):
        yield "posargs", f"passes {rest} instead of {wanted}"
    if row.session.values.get("report"):  # which file that is, the rule of logs knows
        at = options.index("--report") if "--report" in options else len(options)
        del options[at : at + 2]
    for group in [["--reuse-venv=yes"], *_options(manifest, forge, row, call)]:
        at = next((n for n in range(len(options)) if options[n : n + len(group)] == group), None)
        if at is None:
            yield "options", f"does not say {' '.join(group)}"
        else:
            del options[at : at + len(group)]
    if options:
        yield "options", f"says {' '.join(options)}, which nobody asked for"


def _cut(arguments):
    """Options, what is asked for, and what stands behind `--`."""
    arguments = list(arguments)
    rest = []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, rest = arguments[:cut], arguments[cut + 1 :]
    if "-t" in arguments:
        cut = arguments.index("-t")
        return arguments[:cut], tuple(arguments[cut:]), rest
    if "-s" not in arguments:
        return arguments, None, rest
    cut = arguments.index("-s")
    return arguments[:cut], tuple(arguments[cut + 1 :]), rest


def _options(manifest, forge, row, call):
    yield from places.options(row.session, manifest.cache(row.session, forge))
    if said := manifest.nox.get("default-venv-backend"):
        yield ["--default-venv-backend", said]
    if said := manifest.nox.get("args"):
        yield list(said)
    if call.forced:
        yield ["--force-python", call.forced]
    if not call.installs:
        yield ["--no-install"]
    if call.only:
        yield ["--install-only"]
    if call.parallel:
        yield ["--parallel", str(call.parallel)]


def _python(manifest, forge, row, running: Running):
    """The row's interpreter is there; nox runs on one that it can run on, and on the row's if nobody tells nox which."""
    setup = manifest.setup(row.session, forge)
    wanted = SETUPS.get(setup, []) if row.interpreter else []
    actions = {action(step) for place, step in enumerate(running.job.steps) if place not in running.own}
    if (used := sorted(actions & {*sum(SETUPS.values(), [])})) != wanted:
        yield "python-setup", f"the interpreter comes from {used} instead of {wanted}"
    for place, step in enumerate(running.job.steps):
        inputs = step.get("with", {})
        if action(step) == "actions/setup-python" and place not in running.own and "NOX_PYTHON" in inputs.get("python-version", "") and (
                inputs.get("allow-prereleases", False) is not row.may_be_early):
            yield "pre-releases", f"asks for pre-releases wrongly, or does not: {inputs}"
    if setup in SETUPS and row.interpreter:
        yield from _extra(row, setup, running)
    if row.session.kind == "command":
        if running.python != row.interpreter and not running.others:  # the manifest's own steps may change it
            yield "python", f"the command finds Python {running.python} instead of {row.interpreter}"
        return
    if row.interpreter not in running.installed and setup in SETUPS:
        yield "python", f"Python {row.interpreter} is not set up"
    if row.session.own_nox:
        if running.installs:
            yield "install", "installs nox, which the project brings itself"
        return
    for (_, _, on_path), call in zip(running.nox_calls, row.calls):
        if not row.is_set_up:
            pass  # what the image has is the image's business
        elif on_path is None or not nox_can_run_on(on_path) or on_path.startswith(FILE) and on_path != row.interpreter:
            yield "python", f"nox cannot run on {on_path}"
        elif call.by_job and not call.forced and on_path != row.interpreter:
            yield "python", f"nox runs on {on_path}, and so does the session, instead of {row.interpreter}"
        yield from _install(manifest, running, on_path)


def _extra(row, setup, running):
    """The interpreters besides the row's own are there, before it where that changes which is the first."""
    asked = extra_pythons(row.session)
    wanted = {"3" if setup == "uv" and each == "3.x" else each for each in asked}
    if not wanted <= running.installed:
        yield "extra-pythons", f"sets up {sorted(running.installed)}, not all of {sorted(wanted)}"
    elif setup == "setup-python" and asked:
        early = any(map(may_be_early, row.session.values["extra-pythons"]))
        if (running.early or False) is not early:
            yield "pre-releases", f"asks for pre-releases of {asked} wrongly, or does not"


def _install(manifest, running, on_path):
    """One call installs nox at a release, and what the manifest wants beside it, where nox is called."""
    if len(running.installs) != 1 or running.installs[0][2] != on_path:
        yield "install", f"{len(running.installs)} installations, not one on {on_path}, where nox is called"
        return
    arguments = running.installs[0][1]
    requirements = arguments[arguments.index("install") + 1 :]
    release = re.escape(manifest.nox["version"]) if "version" in manifest.nox else r"\d+(\.\d+)+"
    packages = manifest.nox.get("packages", [])
    if not re.fullmatch(rf"nox(\[uv\])?=={release}", requirements[0]) or list(requirements[1:]) != packages:
        yield "install", f"installs {requirements}"
    uv_is_there = any(action(step) == "astral-sh/setup-uv" for step in running.job.steps)
    if manifest.backend() == "uv" and not uv_is_there and not requirements[0].startswith("nox[uv]"):
        yield "install", "uv is not installed"


def _order(row, running: Running):
    """First steps, check out, interpreter, nox's setup, downloads, before, cache, nox, report and log, after, uploads. An interpreter of nox's own may come
    behind the steps before, which could hide it."""
    main = sorted([*(place for place, *_ in running.nox_calls), *running.inside]) or running.commands
    wanted = {key: len(row.session.values.get(key) or []) for key in ("first", "before", "after")}
    if len(running.setup) != len(row.session.setup):
        yield "setup", f"the {len(row.session.setup)} steps that set nox up are not there, in order and unchanged"
    for key, found in (("first", running.first), ("before", running.before), ("after", running.after)):
        if len(found) != wanted[key]:
            yield key, f"the manifest's {wanted[key]} steps {key} are not there, in order and unchanged"
    caches = [each.place for each in running.caches if each.kind != "actions/cache/save"]
    behind = [place for place, _ in running.pythons[1:] if running.before and place > max(running.before)]
    early = [*running.checkout, *(place for place, _ in running.pythons if place not in behind)]
    files = [[place for place, _ in each] for each in (running.downloads, running.uploads)]
    files[0] += running.moves
    parts = [list(running.first), early, list(running.setup), files[0], list(running.before), behind, caches, main,
             [*running.reports, *(place for place, _ in running.logs)], list(running.after), files[1]]
    filled_parts = [part for part in parts if part]
    if any(max(one) >= min(two) for one, two in zip(filled_parts, filled_parts[1:])):
        yield "step-order", "not in the order first, check-out and interpreter, downloads, before, cache, nox or command, report and log, after, uploads"


def _checkout(row, running: Running):
    """What the manifest asks of the check-out, and no token left behind that it does not ask for."""
    wanted = row.session.values["checkout"]
    if len(running.checkout) != (wanted is not None):
        yield "checkout", f"checks out {len(running.checkout)} times"
    elif wanted is not None:
        inputs = {"persist-credentials": False} | wanted
        found = running.job.steps[running.checkout[0]].get("with", {})
        row_too = running.contexts | {"row": row.fields}
        kept = [filled(each, row_too).get("persist-credentials") for each in (found, inputs)]
        if kept[0] != kept[1]:
            yield "credentials", f"persist-credentials is {kept[0]} instead of {kept[1]}"
        elif not same(texts(found), texts(inputs), row.fields, running.contexts["matrix"]):
            yield "checkout", f"checks out with {found} instead of {inputs}"


def _variables(row, place):
    contexts = EVENTS[0] | {"matrix": place.matrix}
    found = {name: value for name, value in filled(place.job.data.get("env"), contexts).items()
             if name not in OWN_VARIABLES}
    wanted = filled(row.session.values["env"], contexts | {"row": row.fields})
    if found != wanted:
        yield "env", f"has the variables {found} instead of {wanted}"


def _variables_of_nox(manifest, forge, row, running: Running):
    """The step that runs nox has the manifest's variables for it; in which the call gets its words is its own business. What pip or
    uv downloads goes into the folder that is kept."""
    variable = "UV_CACHE_DIR" if manifest.backend() == "uv" else "PIP_CACHE_DIR"
    kept = (manifest.cache(row.session, forge) or {}).get("mode", "venv") != "venv"
    for (place, *_), call in zip(running.nox_calls, row.calls):
        found = {name: value for name, value in (running.job.steps[place].get("env") or {}).items()
                 if not re.fullmatch(r"NOX_(ARGUMENT|POSARG)_\d+", name)}
        wanted = (row.session.start.get("env") or {}) | call.env
        if kept and (told := written(found.pop(variable, ""), running.contexts)) != "/temp/downloads":
            yield "cache-downloads", f"{variable} is {told!r}"
        if not same(texts(found), texts(wanted), row.fields, running.contexts["matrix"]):
            yield "nox-env", f"nox has the variables {found} instead of {wanted}"


def _time(forge, row, place, running: Running):
    """The manifest's time. A failure that is allowed ends by the step's own time, before the job's."""
    asked = row.session.values.get("timeout-minutes", 30)
    given = _number(place.job.data.get("timeout-minutes"), place)
    main = [place for place, *_ in running.nox_calls] or running.commands
    step = place.job.steps[main[0]] if main else {}
    tolerated = step.get("continue-on-error", False)
    for other in main[1:]:
        if {"continue-on-error", "timeout-minutes"} & place.job.steps[other].keys():
            yield "allow-failure", f"step {other} may fail, or has a time of its own"
    if place.job.data.get("continue-on-error") or tolerates(step, running.contexts) is not row.session.may_fail:
        yield "allow-failure", f"continue-on-error is {tolerated}"
    if isinstance(tolerated, str) and not FORGES[forge].late:
        yield "allow-failure", f"the forge does not evaluate {tolerated}"
    if tolerated:
        own = _number(step.get("timeout-minutes"), place)
        if given != asked + 10 or own != asked:
            yield "timeout", f"{own} minutes for nox and {given} for the job, where {asked} are asked for"
    elif given != asked or "timeout-minutes" in step:
        yield "timeout", f"{given} minutes instead of {asked}"


def _warning(row, running: Running):
    """A failure that is allowed is told, and only then; no other step of ours may fail unseen."""
    main = [place for place, *_ in running.nox_calls] or running.commands
    beside = bool(main and "continue-on-error" in running.job.steps[main[0]])  # others of its job may fail
    if len(running.warnings) != beside:
        yield "warning", f"{len(running.warnings)} steps warn of a failure"
    for place in running.warnings:
        identity = running.job.steps[main[0]].get("id", "") if main else ""
        for outcome in ("success", "failure"):
            contexts = replaced(running.contexts, "steps", **{identity: {"outcome": outcome}})
            condition = parse(unwrapped(running.job.steps[place].get("if", "true")))
            # Without a status function it asks for a job that has not failed.
            failed = outcome == "failure" and not row.session.may_fail
            asks = asked_calls(condition) & STATUS_FUNCTIONS
            told = not asks and not failed and truth(run(condition, contexts, {}))
            if asks or told != (outcome == "failure" and row.session.may_fail):
                yield "warning", f"wrong after {outcome}"
    for place, step in enumerate(running.job.steps):
        tolerated = place in main or place in running.reports or place in [each for each, _ in running.downloads]
        if place not in running.own and not tolerated and "continue-on-error" in step:
            yield "step", f"step {place} may fail"


def _number(value, place):
    found = written(value, EVENTS[0] | {"matrix": place.matrix})
    return int(found) if found.isdigit() else None


def _shell(row, running: Running):
    """Scripts run in the session's shell: nox with all that it needs, or the command. Ours are for a POSIX shell, which on Windows
    only bash is."""
    asked, nox = row.session.values.get("shell"), row.session.kind != "command"
    for place, step in enumerate(running.job.steps):
        if "run" not in step or place in running.own:
            continue
        found, of_nox = step.get("shell"), place in _of_nox(running)
        if asked and (of_nox if nox else place in running.commands):
            if found != asked:
                yield "shell", f"step {place} runs in {found} instead of {asked}"
        elif found not in (None, "bash"):
            yield "shell", f"step {place} runs in {found}"
        elif row.may_be_windows and found != "bash":
            yield "shell", f"step {place} may run on Windows without shell: bash"


def _of_nox(running: Running) -> set[int]:
    """The steps that call nox, install it, or describe what it runs on."""
    return {each[0] for notes in (running.nox_calls, running.installs, running.descriptions) for each in notes}


def _fields(manifest, workflow, forge, row, place):
    """What a job may do, and what becomes of its rows when one fails, where the forge knows that."""
    data, takes = place.job.data, FORGES[forge]
    may = manifest.may(row.session) if takes.permissions else None
    if (found := workflow.may(place.job)) != may:
        yield "permissions", f"{found} instead of {may}"
    fast = row.session.values.get("fail-fast", False) if takes.fail_fast and "strategy" in data else None
    if data.get("strategy", {}).get("fail-fast") != fast:
        yield "fail-fast", f"{data['strategy'].get('fail-fast')} instead of {fast}"


def _passed(manifest, forge, row, place):
    """What the manifest only passes on is there as it was written, unless the forge ignores it."""
    for key in manifest.passed:
        if key in FORGES[forge].ignores:
            if key in place.job.data:
                yield "passed", f"says {key}, which does not hold"
            continue
        wanted, found = row.session.values.get(key) or None, place.job.data.get(key)  # what is merged may be empty
        if isinstance(wanted, dict):
            wanted = {name: each for name, each in wanted.items() if f"{key}.{name}" not in FORGES[forge].ignores}
        if not same(_written(found), _written(wanted), row.fields, place.matrix):
            yield "passed", f"{key} is {found} instead of {wanted}"


def _written(value, as_text=False):
    """A value whose variables and inputs are texts, as a forge takes them."""
    if isinstance(value, dict):
        return {key: _written(each, as_text or key in TEXTS) for key, each in value.items()}
    if isinstance(value, list):
        return [_written(each, as_text) for each in value]
    return text(value) if as_text else value


