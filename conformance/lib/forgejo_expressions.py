"""What Forgejo cannot evaluate, or evaluates differently, in a job's condition and variables.

From 16 the server decides on a job first, with the last row's result for a matrix job; then the runner decides again,
with the results of all rows. Both together are right only for conditions that no failure makes true.
"""

import re

TOKEN = re.compile(r"'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.*-]*|&&|\|\||[!=]=|[<>]=?|[!(),\[\]]|[0-9.]+|\S")
RESULT = re.compile(r"needs\.([A-Za-z0-9_-]+|\*)\.result")
OUTPUT = re.compile(r"needs\.[A-Za-z0-9_-]+\.outputs\.[A-Za-z0-9_-]+")
CALLS = {"failure": "failure() is true after a failure", "cancelled": "cancelled() may crash the server"}


def tokens(text):
    inner = re.fullmatch(r"\s*\$\{\{(.*)\}\}\s*", text, re.S)
    return TOKEN.findall(inner[1] if inner else text)


def job_condition(text):
    """Yields what is wrong with a job-level `if`."""
    words = tokens(text)
    negated = _negated(words)
    for at, word in enumerate(words):
        name, called = word.lower(), words[at + 1 : at + 2] == ["("]
        if called and name in CALLS:
            yield CALLS[name]
        if called and name == "success" and at in negated:
            yield "!success() is true after a failure"
        if called and name == "hashfiles":
            yield "hashFiles is not known in a job's if"
        if name.split(".")[0] == "matrix":
            yield "matrix is not known in a job's if"
        about_a_result = name == "needs" or RESULT.fullmatch(word)
        if about_a_result and (at in negated or not _is_safe(words, at)):
            yield (f"{word} may only stand in `{word} == 'success'`, or `!= 'skipped'`, which is the same for all rows (`== 'skipped'` if an output says why): else"
                   " a failure may make it true")


def unknown_in_job_env(text):
    """The words in a job's variable that only a step knows."""
    for inner in re.findall(r"\$\{\{(.*?)\}\}", text, re.S):
        for word in tokens(inner):
            if word.split(".")[0] in ("runner", "steps", "job", "env") or word.lower() == "hashfiles":
                yield word


def _is_safe(words, at):
    after, before = words[at + 1 : at + 3], words[max(at - 2, 0) : at]
    if after == ["==", "'skipped'"]:  # by an output, which no failure changes
        said = words[at + 3 : at + 7]
        return len(said) == 4 and said[0] == "&&" and bool(OUTPUT.fullmatch(said[1])) and said[2:] == ["==", "'false'"]
    return after in (["==", "'success'"], ["!=", "'skipped'"]) or before == ["'success'", "=="]


def _negated(words):
    """The positions of the words that an odd number of `!` applies to."""
    found = set()
    for at, word in enumerate(words):
        if word != "!":
            continue
        depth = 0
        for inner in range(at + 1, len(words)):
            if depth == 0 and words[inner] in ("&&", "||", ")", ","):
                break
            depth += {"(": 1, ")": -1}.get(words[inner], 0)
            found ^= {inner}
    return found
