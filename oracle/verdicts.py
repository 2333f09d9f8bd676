"""The script of a status job: run for real, over tables of results, before a play believes what it says.

The sound verdict: there is something to look at, everything that must succeed did, and what may be skipped did or was.
"""

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


def verdict(job, contexts: dict) -> bool:
    """Whether a status job is green under a `needs` context. Its script has been examined."""
    return sound(filled(job.steps[0].get("env"), contexts))
