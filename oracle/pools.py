"""The values that random manifests are made of: usual ones, and those that writers and readers stumble over."""

import json
from pathlib import Path

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas/sessions.schema.json").read_text(encoding="utf-8"))


def examples(key: str) -> list:
    """The schema's examples of a key of a session."""
    said = SCHEMA["definitions"]["session"]["properties"][key]
    return said.get("examples") or SCHEMA["definitions"][said["$ref"].rsplit("/", 1)[1]]["examples"]


PLAIN = ["lint", "tests", "docs", "build", "typecheck", "unit_tests", "api", "migrations", "bench", "package", "wheels",
         "security", "examples", "coverage", "smoke", "e2e", "notebooks", "spelling", "publish", "upload", "deploy", "tests-slow", "api-v2", "docs-all"]
ODD = ["Build it", "docs:html", "a.b", "übung", "123", "on", "null", "true", "it's", 'say "hi"', "50%", "a#b", "x: y",
       "{x}", "[y]", "*all", "&amp", "!bang", "?", "日本", "tests(slow)", "db(x=1)", "a, b", "Ünïcode Näme", "$HOME",
       "`id`", "a\\b", "a/b", "@home", "%20", "~", "0x10", "1e3", "3.10", "yes", "no", "success", "x" * 70, "a|b", "=",
       "-".join(["very", "long", "name", "of", "a", "session", "that", "somebody", "really", "wrote"]), "<<", "a;b"]
PYTHONS = ["3.12", "3.13", "3.11", "3.10", "3.14", "3.13t", "3.12.4", "3.9", "3.8", "pypy3.11", "2.7"]
GOOD_PYTHONS = PYTHONS[:6]
EXTRA_PYTHONS = [["3.10"], ["3.10", "3.x"], ["3.14", "3.16-dev", "pypy3.11"], ["pypy3.11-v7.3.20"]]
RARE_PYTHONS = ["3.15-dev", "3.x", "3.16", "3.x", "pypy3.11-v7.3.20", "3.13+debug", {"file": ".python-version"}, {"file": "pyproject.toml"}, ["3.14", "3.16-dev"], ["3.14", "pypy3.11-v7.3.20"]]
LABELS = ["ubuntu-24.04", "ubuntu-22.04", "windows-2025", "macos-15", "ubuntu-24.04-arm", "self-hosted", "ubuntu-latest", "big"]
CONDITIONS = [
    "github.event_name == 'schedule'",
    "${{ github.ref == 'refs/heads/main' }}",
    "github.event_name != 'pull_request'",
    "startsWith(github.ref, 'refs/tags/')",
    "vars.DEPLOY == 'yes' || github.event_name == 'push'",
    "contains(github.event.pull_request.labels.*.name, 'ci')",
    "${{ !(github.actor == 'it''s me') }}",
    "github.repository == 'a/b' && github.ref_type != 'tag'",
    "inputs.full",
    "false",
]
POSARGS = ["-x", "-n", "auto", "--durations=10", "not slow and not \"odd\"", "it's", "$HOME", "`id`", "a b", " lead", "*",
           "--", "-s", "EOF", "\\n", "é", "${{ github.event_name == 'push' && '-vv' || '' }}", "${{ github.ref_name }}",
           "x-${{ github.event_name }}", "${{ row.python }}", "--name=${{ row.name }}", "on ${{ runner.os }}", "${{ github.event.head_commit.message }}", "#", "%s", "!x"]
CALLED = ["lint", "tests", "x(y='z')", "it's own", "a c", "$HOMES", "check", "unit", "measure", "combine", "manual", "wheel", "style", "types",
          "schema", "diff", "links", "licenses"]
CALL = {"name": ["Look: at it", "Run \"all\""], "env": [{"LEVEL": 1.5}, {"WHO": "${{ row.name }}", "EMPTY": ""}],
        "if": ["always()", "${{ github.event_name == 'push' }}", "failure() || row.python == '3.12'", True],
        "install-only": [True, False], "parallel": ["auto", 2]}
ENV = {"FORCE_COLOR": ["1", 1, True], "COVERAGE_CORE": ["sysmon"], "TOKEN": ["${{ secrets.TOKEN }}"],
       "REF": ["${{ github.ref }}", "x ${{ github.ref_name }}"], "EMPTY": [""], "COLON": ["a: b"], "NUMBER": [1.5, "010"],
       "MULTI": ["one\ntwo\n", "  lead", "trail "], "a.b-c": ["null", "~", "no"]}
TITLES = ["Run ${{ row.name }}", "Run ${{ row.name }}", "It's ${{ row.session }}", "Python ${{ row.python }}: ${{ row.name }}",
          "On ${{ row.os }}", "x", "${{ row.python }}"]
# Texts of a session that read its row; not every row has what they read.
READS = {"COVERAGE_FILE": [".coverage.${{ row.python }}", "${{ row.name }}"], "WHERE": ["on ${{ row.os }}", "${{ row.os }}"],
         "CASE": ["${{ github.ref_name }}-${{ row.session }}", "${{ github.ref_name == 'main' && row.name || row['python'] }}"],
         "DB": ["${{ row.db }} ${{ row.a }}", "${{ row.django }}"]}
RUNS = ["make docs", "docker build .\n", "set -eu\nmake one\nmake two\n", "echo '$HOME' \"it's\" # no comment",
        "cat << EOF\n  $HOME\nEOF\n", "true", "npm ci && npm test"]
PARAMETERS = [["django='4.2'", "django='5.2'"], ["n=1", "n=2", "n=3"], {"db": ["sqlite", "post gres"]},
              {"a": ["x", "it's"], "b": ["1", "2"]}, ["x=(1, 2)"]]
AXES = [{"part": ["1", "2"]}, {"base": ["it's", "a, b"], "Libc": ["glibc", "musl"]}, {"version": ["one"]}, {"group": ["x (y)", "x, y", "${x}"]}]
STEPS = [
    {"run": "docker compose up --detach"},
    {"name": "Set up Java", "uses": "actions/setup-java", "with": {"distribution": "temurin", "java-version": 21}},
    {"name": "Keep: the \"log\"", "id": "keep", "if": "failure()", "uses": "actions/upload-artifact",
     "with": {"name": "log", "path": "*.log", "if-no-files-found": "ignore"}},
    {"run": "echo \"$WHO\"\nls\n", "env": {"WHO": "${{ github.actor }}"}, "shell": "bash"},
    {"uses": "./.github/actions/tidy"},
    {"uses": "$/.github/actions/tidy"},
    {"run": "make clean", "working-directory": "docs", "continue-on-error": True, "timeout-minutes": 3, "if": "always()"},
    {"name": "Only here", "if": "github.ref_name == 'main' && row.name != 'tests-3.12'", "run": "make it"},
    {"uses": "actions/setup-java", "with": {"java-version": "${{ github.ref_name == row.name && 21 || 17 }}",
                                            "cache-name": "java-${{ row.python }}"}},
    {"name": "Only on main", "if": "${{ github.ref == 'refs/heads/main' && success() }}", "run": "./notify"},
    {"uses": "actions/setup-python", "with": {"python-version": "3.9"}},
    {"uses": "docker://alpine@sha256:" + "ab" * 32, "with": {"args": "ls"}},
]
FIELDS = {
    "environment": ["pypi", {"name": "${{ github.ref_name }}", "url": "https://example.org/${{ github.sha }}"}],
    "fail-fast": [True, False, "${{ github.event_name == 'pull_request' }}"],
    "permissions": [{"id-token": "write"}, {"contents": "none"}, {"contents": "write", "checks": "none"}, {}],
}
PATHS = {"paths": ["src/**", ["docs/*", "**.md"], ["**", "!docs/**"], ["a b/it's/*", "setup.py"], ["src/**", "!src/*/test**", "src/x/tests/y.py"]],
         "paths-ignore": ["docs/**", ["*.md", "docs**"]]}
UPLOADS = [{"path": "dist/*"}, {"path": ".coverage.*", "name": "data"}, {"path": ["a/b/*.xml", "./a/c/**"], "name": "xml"},
           {"path": "${{ row.name }}.log", "retention-days": 3, "compression-level": 0}, {"path": "out/*", "if-no-files-found": "ignore"},
           {"path": "out/*.txt", "if": "always()", "include-hidden-files": True}]
LOGS = [{"upload": "failure"}, {"upload": "always", "retention-days": 5}, {}, {"retention-days": 1}, False]
RUN_NAMES = ["Checks of ${{ github.ref_name }}", "it's: x"]
CHECKOUT = [{"fetch-depth": 0}, {"fetch-depth": 1, "fetch-tags": True}, {"submodules": "recursive"}, {"lfs": True}, {},
            {"ref": "${{ github.head_ref || github.ref }}"}, {"ref": "x-${{ row.name }}"}, {"persist-credentials": True}, {"persist-credentials": False},
            False]
OWN_IDS = ["python", "venv", "cache", "downloads", "session", "temporary"]  # which a manifest must not use
PATCHED = {"forgejo/upload-artifact": "0123456789abcdef0123456789abcdef01234561 # v4.1.0",
           "forgejo/download-artifact": "0123456789abcdef0123456789abcdef01234562 # v4.2.0"}
PINS = {"actions/setup-java": "b6effb05e454b25005698d916606bdc6ffcbf961 # v5.7.0",
        "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
        "docker/setup-buildx-action": "0123456789abcdef0123456789abcdef01234560 # v3.10.0"}
SHELLS = ["bash", "sh", "bash -el {0}"]
FOLDERS = ["packages/api", "./packages/web/", "a b/it's", "."]
NOXFILES = ["tools/noxfile.py", "./noxfile.py", "nox file.py", "ci/nox/it's.py"]
HASHES = [["pyproject.toml", "noxfile.py", "uv.lock"], ["**/pyproject.toml", "it's.lock"], ["requirements/*.txt"], ["*.lock", "!y/*"]]
CACHE = {"path": ["build/.nox", "./.nox"], "hash": HASHES, "epoch": [2, 7], "refresh": ["daily", "weekly", "never"],
         "fallback": [True, False], "mode": ["venv", "downloads", "both", "both"], "also": [["tools"], ["~/.cache/more", "a/b", "/opt/x"]],
         "save": ["success", "default-branch", "always"]}
TRIGGERS = [
    "push", ["push", "pull_request"], ["workflow_dispatch"],
    {"push": {"branches": ["main", "release/**"], "tags": ["v*"]}, "pull_request": {}},
    {"push": {"branches-ignore": ["wip/**"]}, "schedule": [{"cron": "17 4 * * 1", "timezone": "Europe/Berlin"}]},
    {"schedule": [{"cron": "0 3 * * *"}], "workflow_dispatch": {}},
    {"pull_request": {"types": ["opened", "labeled"], "paths-ignore": ["docs/**"]}, "merge_group": {}},
    {"push": {"tags-ignore": "nightly-*"}, "workflow_dispatch": {"inputs": {
        "full": {"description": "All: of it?", "type": "boolean", "default": False},
        "level": {"type": "choice", "options": ["quick", "full"], "required": True}}}},
    {"push": {}, "pull_request": {"branches": "main"}, "merge_group": {"types": "checks_requested"}},
    "workflow_call", {"workflow_call": {"inputs": {"full": {"type": "boolean", "required": True}, "level": {"type": "string", "default": "it's"}},
                                        "secrets": {"TOKEN": {"required": True}, "Other": {}}}, "pull_request": {}},
    {"push": {}, "workflow_call": {"outputs": {"what": {"value": "${{ github.ref }}"}}}},
    {"release": {"types": ["published"]}}, ["push", "release"],
    {"push": {"branches": ["main"]}, "workflow_run": {"workflows": "Build: all", "types": ["completed"], "branches": ["main"]}},
    {"pull_request": {}, "repository_dispatch": {"types": ["it's new", "old"]}}, ["push", "repository_dispatch"],
    {"push": None, "schedule": [{"cron": "5 5 1 * *"}, {"cron": "5 6 * * MON"}]},
]
PERMISSIONS = [{"contents": "read", "packages": "read"}, {}, {"contents": "read", "checks": "write"},
               {"contents": "none"}]
CONCURRENCY = [False, "only-one", "${{ github.workflow }}", {"group": "${{ github.ref }}", "cancel-in-progress": True},
               {"group": "deploy", "cancel-in-progress": "${{ github.event_name == 'pull_request' }}"}]
NOX = {"version": ["2025.11.12"], "packages": [["nox-uv==0.6.3"], ["uv>=0.7,<0.9", "tomli"]], "python": ["3.12", "3.14"],
       "default-venv-backend": ["uv", "uv", "venv", "virtualenv", "none", "conda"],
       "args": [["--verbose"], ["--report", "nox report.json"], ["--report", "it's.json"]]}
START = {"command": ["uv run nox", "poetry run nox", "python -m nox", "nox", "uv run --python=3.13 nox"],
         "setup": [[{"run": "pip install nox"}], [[{"id": "tool", "run": "make nox\n", "env": {"A": "${{ row.name }}"}}], {"run": "ls"}],
                   [{"uses": "actions/setup-java", "with": {"java-version": "21"}}]],
         "env": [{"LEVEL": 1.5}, {"WHO": "${{ row.name }} of ${{ github.actor }}", "EMPTY": ""}, {"DB": "${{ row.python }}"}]}
DURATIONS = [90, "4m", "1h5m"]
JOB_IDS = ["job_one", "Job-two", "_three"]
LABELS_OF_JOBS = ["ubuntu-24.04"]
JOBS = [
    {"steps": [{"run": "make"}]},
    {"name": "Own: ${{ matrix.os }}", "runs-on": "${{ matrix.os }}", "strategy": {"matrix": {"os": ["ubuntu-24.04", "macos-15"]}},
     "steps": [{"uses": "actions/checkout", "with": {"persist-credentials": False}}, {"name": "It's", "run": "make\n"}]},
    {"timeout-minutes": 5, "env": {"A": 1.5, "B": "${{ github.ref }}"}, "outputs": {"x": "${{ steps.x.outputs.y }}"},
     "steps": [{"id": "x", "run": "./look", "if": "always()"}]},
    {"environment": "night", "permissions": {"contents": "write"}, "concurrency": {"group": "one"},
     "strategy": {"matrix": {"n": [1, 2]}, "fail-fast": False, "max-parallel": 1}, "steps": [{"run": "true"}]},
    {"uses": "./.github/workflows/docs.yml", "with": {"strict": True}, "secrets": "inherit"},
    {"defaults": {"run": {"shell": "bash"}}, "steps": [{"run": "exit 1", "continue-on-error": True}]},
    {"container": {"image": "example/${{ matrix.tag }}", "env": {"A": "1"}, "ports": [8080], "options": "--cpus 1"},
     "services": {"db": {"image": "example/db:1", "ports": ["5432:5432"]}}, "strategy": {"matrix": {"tag": ["a", "b"]}},
     "steps": [{"run": "make"}]},
    {"container": "example/ci:3", "steps": [{"run": "make"}]},
]
FINAL = ["ci", "All checks", "ok?", {"name": "ci", "title": "All of it"}, {"title": "Gate: ok"}, False]
