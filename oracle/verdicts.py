"""The script of a status job: run for real, over tables of results, before a play believes what it says.

The sound verdict: there is something to look at, everything that must succeed did, and what may be skipped did or was.
"""

import json
import re
from functools import lru_cache
from itertools import product

from . import shell
from .workflow import filled

RESULTS = ("success", "failure", "cancelled", "skipped", "")  # the last where a name is written wrongly
JOBS = ("a", "b-a_1")


class Unsound(Exception):
    """A script that does not ask every result for success."""


def sound(variables: dict[str, str]) -> bool:
    """What a verdict is, from the variables of the step."""
    results = {job: found["result"] for job, found in json.loads(variables["NEEDS"]).items()}
    may_skip = variables.get("MAY_SKIP", "").split()
    return bool(results) and all(result == "success" or result == "skipped" and job in may_skip for job, result in results.items())


def _needs(results: dict[str, str], last: bool = False) -> str:
    """The context as forges write it: one has the result before the outputs, the other after them."""
    outputs = {"result": "success", "text": '  "e": {\n    "result": "failure"'}
    return json.dumps({job: {"outputs": outputs, "result": result} if last else {"result": result, "outputs": outputs}
                       for job, result in results.items()}, indent=2)


@lru_cache(maxsize=1000)
def examine(script: str, names: tuple[str, ...]) -> None:
    """Compares a script with the sound verdict. What is wrong is an Unsound exception."""
    if "NEEDS" not in names or {*names} - {"NEEDS", "MAY_SKIP"}:
        raise Unsound(f"reads {', '.join(names) or 'nothing'}, not NEEDS and perhaps MAY_SKIP")
    tables = [dict(zip(JOBS, each)) for size in range(len(JOBS) + 1) for each in product(RESULTS, repeat=size)]
    lists = ["", *JOBS, " ".join(JOBS)] if "MAY_SKIP" in names else [""]
    cases = [{"NEEDS": _needs(table, last)} | ({"MAY_SKIP": some} if "MAY_SKIP" in names else {})
             for table in tables for some in lists for last in (False, True)]
    # What is written in another way must not be taken for a success.
    other = [case | {"NEEDS": json.dumps(json.loads(case["NEEDS"]), indent=indent)} for case in cases for indent in (None, 4)]
    wanted = [sound(case) for case in cases] + [False] * len(other)
    for program in ("/bin/sh", "/bin/bash"):
        for case, status, green in zip(cases + other, shell.statuses(script, cases + other, program), wanted):
            if (status == 0) != green:
                raise Unsound(f"{program} {'accepts' if status == 0 else 'rejects'} {case}")


@lru_cache(maxsize=1000)
def tells(script: str, names: tuple[str, ...]) -> bool:
    """Whether the log has a line for each job that did not succeed though it must, with its result, and no other."""
    results = {"a": "success", "b-c_1": "failure", "result": "cancelled", "d": "skipped"}
    for last in (False, True):
        variables = {"NEEDS": _needs(results, last), "MAY_SKIP": "d e"}
        for program in ("/bin/sh", "/bin/bash"):
            given = {name: variables[name] for name in names if name in variables}
            lines = [re.findall(r"[\w-]+", line) for line in shell.printed(script, given, program).splitlines()]
            wanted = [[job, result] for job, result in results.items()
                      if result != "success" and not (result == "skipped" and "MAY_SKIP" in names)]
            if lines != wanted:
                return False
    return True


def verdict(job, contexts: dict) -> bool:
    """Whether a status job is green under a `needs` context. Its script has been examined."""
    return sound(filled(job.steps[0].get("env"), contexts))
