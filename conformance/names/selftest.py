"""Proves that wrong names are found: manifests that give them, with workflows that do what these ask for, and spoiled ones."""

import json

from oracle.manifest import Manifest
from oracle.rows import rows

from . import judge

SETUP = {"setup-python": "uses: actions/setup-python@0\n        with: {",
         "uv": "uses: astral-sh/setup-uv@0\n        with: { activate-environment: true,"}
GOOD = (
    '{python: ["3.10", "3.12", "3.13t", "pypy3.11"]}',
    '{python: "3.15-dev"}',
    '{python: ["3.14", "3.15-dev", pypy3.11-v7.3.20]}',
    '{python: "3.x"}',
    '{python: "3.12", python-by: name}',
    '{python: "3.12", python-by: force}',
    '{python: ["3.12", "3.13"], parametrize: {django: ["4.2", "5.2"], db: [lite]}}',
    '{parametrize: ["size=10", "size=1000"]}',
    '{parametrize: ["size=10, db=None", small, "x=[1, 2]"]}',
    '{parametrize: {b: ["x\\u200b1", "y\\u00a02", "it\'s"]}}',
    '{python: "3.12", venv-backend: none}',
    '{session: "Lint: all", python: ["3.12"]}',
)
# (words of the finding, the session)
BAD = (
    ("selects 2 sessions: tests-3.1, tests-3.10", '{python: ["3.1", "3.10"]}'),
    ("nox never finds an interpreter called 3.14.0rc1", '{python: "3.14.0rc1", python-by: force}'),
    ("nox never finds an interpreter called pypy-3.11", '{python: ["pypy-3.11"]}'),
    ("nox never finds an interpreter called 3.14.0rc1", '{python: ["3.14.0rc1"]}'),
    ("nox never finds an interpreter called graalpy24.1", "{python: [graalpy24.1]}"),
    ("setup-python knows no Python python3.12", '{python: [python3.12]}'),
    ("nox looks for Python 3.11; the job sets up 3.13", '{parametrize: {python: ["3.11"], dj: ["4"]}}'),
    ("Sessions not found: tests-3.12", '{python: ["3.12"], venv-backend: none}'),
    ("selects 0 sessions: none", '{python: ["3.12"], env: {NOXPYTHON: "3.13"}}'),
    ("selects 0 sessions: none", '{python: ["3.12"], env: {NOXEXTRAPYTHON: "3.13", NOXPYTHON: "3.13"}}'),
    ("nox ends with 2: ", '{env: {NO_COLOR: "1", FORCE_COLOR: "1"}}'),
)
# (words, the session, what is replaced in the workflow, by what)
SPOILED = (
    ("Sessions not found: test-3.12", '{python: ["3.12"]}', '"tests-3.12", NOX', '"test-3.12", NOX'),
    ("selects 2 sessions: tests-3.12, tests-3.13", '{python: ["3.12", "3.13"]}', '"tests-3.12", NOX', '"tests", NOX'),
    ("nox looks for Python 3.12; the job sets up 3.13", '{python: ["3.12"]}', 'NOX_PYTHON: "3.12"', 'NOX_PYTHON: "3.13"'),
    ("nox takes its own Python 3.11 instead of 3.12", '{python: "3.12"}', 'NOX_PYTHON: "3.12"', 'NOX_PYTHON: "3.11"'),
    ("calls nox 0 times", "{}", "run: nox", "run: tox"),
    ("calls nox 2 times", "{}", "run: nox", "run: nox -s tests && nox"),
    ("nobody asked for", "{}", 'name: "tests"', 'name: "test"'),
)


def run() -> tuple[int, int]:
    """Prints what is wrong and one line; returns (passed, failed)."""
    answers = list(_expectations())
    for holds, text in answers:
        if not holds:
            print(f"self-test: {text}")
    failed = sum(not holds for holds, _ in answers)
    print(f"self-test: {len(answers)} expectations, {failed} not met", flush=True)
    return len(answers) - failed, failed


def _expectations():
    for session in GOOD:
        yield _accepts(_manifest(session))
    for words, session in BAD:
        yield _says(words, _manifest(session))
    for words, session, old, new in SPOILED:
        yield _says(words, _manifest(session), lambda text, old=old, new=new: text.replace(old, new, 1))
    # Another session of the noxfile can be meant, too; so can two entries be one session.
    other = "  u-3.10: {purpose: Another, ci: false}\n"
    yield _says("selects 2 sessions: u-3.1, u-3.10", _manifest('{session: "u-3.1"}') + other)
    yield _says("selects 2 sessions: tests-3.12, tests-3.13",
                _manifest("{}") + '  all: {purpose: All, ci: false, session: tests, python: ["3.12", "3.13"]}\n')
    for version, python in ("3.13", ""), ("3.x", ', python: "3.x"'):
        yield _says(f"nox looks for Python 3.12; the job sets up {version}",
                    _manifest(f"{{session: tests-3.12{python}}}")
                    + '  all: {purpose: All, ci: false, session: tests, python: ["3.12", "3.13"]}\n')
    uv = "targets: {github: {python-setup: uv}}\n"
    yield _accepts(uv + _manifest('{python: ["3.12", "3.13t", "pypy3.11", "graalpy3.12"]}'))
    yield _accepts(uv + _manifest('{python: "3.14+debug"}'))
    yield _says("uv knows no Python 3.99+debug", uv + _manifest('{python: "3.99+debug"}'))
    yield _says("uv knows no Python 3.15-dev", uv + _manifest('{python: "3.15-dev"}'))
    command = _judged(_manifest("{run: make}"))
    yield (command.listed, len(command.unlisted), command.findings) == (0, 1, []), f"a command: {command}"


def _manifest(session):
    """A manifest whose only session in CI is `tests`."""
    return f"version: 1\ndefaults: {{ci: true, parallel-safe: true, purpose: Run}}\nsessions:\n  tests: {session}\n"


def _accepts(manifest):
    verdict = _judged(manifest)
    return not verdict.findings and verdict.listed > 0, f"{manifest} is not accepted: {verdict.findings}"


def _says(words, manifest, spoil=lambda text: text):
    findings = _judged(manifest, spoil).findings
    return any(words in each for each in findings), f"{words!r} is not said of {manifest}, but {findings}"


def _judged(manifest, spoil=lambda text: text):
    return judge.judge(manifest, spoil(_workflow(Manifest(manifest))), "github")


def _workflow(manifest) -> str:
    """What the manifest asks for, in the plainest form: a job for each row."""
    setup, text = SETUP[manifest.target("github")["python-setup"]], "name: CI\non: push\njobs:\n"
    for number, row in enumerate(rows(manifest, "github")):
        force = '--force-python "$NOX_PYTHON" ' if row.forced else ""
        call = row.session.values.get("run") or f'nox --reuse-venv=yes {force}-s "$NOX_SESSION"'
        variables = {"NOX_SESSION": row.selector, "NOX_PYTHON": row.python} | row.session.values["env"]
        shown = ", ".join(f"{name}: {json.dumps(value)}" for name, value in variables.items())
        beside = f'      - {setup} python-version: "3.13" }}\n' if row.forced else ""
        text += f"""\
  job-{number}:
    name: {json.dumps(row.name)}
    runs-on: ubuntu-24.04
    env: {{ {shown} }}
    steps:
      - uses: actions/checkout@0
      - {setup} python-version: "${{{{ env.NOX_PYTHON }}}}" }}
{beside}      - run: {call}
"""
    return text
