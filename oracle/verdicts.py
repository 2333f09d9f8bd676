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
JOBS = ("a", "b-c_1")


class Unsound(Exception):
    """A script that does not ask every result for success."""


def sound(variables: dict[str, str]) -> bool:
    """What a verdict is, from the variables of the step."""
    if "RESULTS" in variables:
        words = variables["RESULTS"].split()
        return bool(words) and all(word == "success" for word in words)
    must, may = ([line.partition("=")[2] for line in variables.get(name, "").split()] for name in ("MUST", "MAY_SKIP"))
    return all(each == "success" for each in must) and all(each in ("success", "skipped") for each in may)


@lru_cache(maxsize=1000)
def examine(script: str, names: tuple[str, ...]) -> None:
    """Compares a script with the sound verdict. What is wrong is an Unsound exception."""
    if "RESULTS" in names:
        cases = [{"RESULTS": " ".join(each)} for size in range(4) for each in product(RESULTS[:4], repeat=size)]
    elif {"MUST", "MAY_SKIP"} & {*names}:
        lists = ["".join(f"{job}={result}\n" for job, result in zip(JOBS, each))
                 for size in range(3) for each in product(RESULTS, repeat=size)]
        cases = [{name: text for name, text in (("MUST", must), ("MAY_SKIP", may)) if name in names}
                 for must, may in product(lists, repeat=2) if must.count("\n") < 2 or may.count("\n") < 2]
    else:
        raise Unsound(f"reads none of RESULTS, MUST and MAY_SKIP: {', '.join(names) or 'nothing'}")
    wanted = [sound(case) for case in cases]
    for program in ("/bin/sh", "/bin/bash"):
        for case, status, green in zip(cases, shell.statuses(script, cases, program), wanted):
            if (status == 0) != green:
                raise Unsound(f"{program} {'accepts' if status == 0 else 'rejects'} {case}")


@lru_cache(maxsize=1000)
def tells(script: str, names: tuple[str, ...]) -> bool:
    """Whether the log has a line for each job that did not succeed though it must, with its result, and no other."""
    results = {"a": "success", "b-c_1": "failure", "result": "cancelled", "d": "skipped"}
    outputs = {"result": "failure", "text": '  "e": {\n    "result": "failure"'}
    for order in (("result", "outputs"), ("outputs", "result")):
        needs = {job: {key: {"result": result, "outputs": outputs}[key] for key in order} for job, result in results.items()}
        lists = "".join(f"{job}={result}\n" for job, result in results.items())
        variables = {"NEEDS": json.dumps(needs, indent=2), "RESULTS": " ".join(results.values()), "MUST": lists, "MAY_SKIP": lists}
        for program in ("/bin/sh", "/bin/bash"):
            given = {name: variables[name] for name in names if name in variables}
            lines = [re.findall(r"[\w-]+", line) for line in shell.printed(script, given, program).splitlines()]
            bad = [[job, result] for job, result in results.items() if result != "success"]
            skipped = [each for each in bad if each[1] != "skipped"]
            wanted = bad if "RESULTS" in names else (bad if "MUST" in names else []) + skipped * ("MAY_SKIP" in names)
            if lines != wanted:
                return False
    return True


def verdict(job, contexts: dict) -> bool:
    """Whether a status job is green under a `needs` context. Its script has been examined."""
    return sound(filled(job.steps[0].get("env"), contexts))
