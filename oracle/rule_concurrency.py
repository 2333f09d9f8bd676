"""Which runs exclude each other. Runs are played: each is waiting or running when the next one comes."""

from .contexts import event, replaced
from .finding import Finding
from .forges import Forge
from .workflow import written


def check(said, found, forge: Forge, pulls, called):
    """`said` in the manifest, `found` in the workflow, which pull requests may start, or only a call."""
    if said not in (None, False):
        wanted = {"group": said} if isinstance(said, str) else {"cancel-in-progress": False} | said
        if {"cancel-in-progress": False} | _map(found) != {"cancel-in-progress": False} | wanted:
            yield Finding("concurrency", "workflow", f"{found} instead of {wanted}")
        return
    if said is False and forge.pushes or said is None and called:  # else calls in one run would exclude each other
        if found is not None:
            yield Finding("concurrency", "workflow", "excludes other runs, which nobody asked for")
        return
    for title, runs, survivors in _plays(forge, superseded=pulls and said is None, pulls=pulls):
        if (ended := _play(runs, found)) != survivors:
            yield Finding("concurrency", "workflow", f"{title}: of {len(runs)} runs only {ended} end by themselves")
    if _cancels(found, event()):
        yield Finding("concurrency", "workflow", "may cancel the run of a push")
    if _group(found, event()) != _group(found, event(workflow="Release")):
        yield Finding("concurrency", "workflow", "has the group of a workflow that calls it: each would wait for the other")


def _plays(forge: Forge, superseded: bool, pulls: bool):
    """(what happens, the runs one after the other, the numbers of those that nobody may cancel)"""
    def run(number, *args, **more):
        return event(*args, **{"run_id": str(number) if forge.numbers else ""} | more)

    yield ("a push and two tags of one commit", [run(1), run(2, ref="refs/tags/v1"), run(3, ref="refs/tags/v1.0")],
           [0, 1, 2])
    yield ("one commit on three branches", [run(number, ref=f"refs/heads/{number}") for number in (1, 2, 3)], [0, 1, 2])
    yield ("three pushes of one branch", [run(number, sha=letter * 40) for number, letter in enumerate("cde")], [0, 1, 2])
    yield ("a push, a schedule and a dispatch of one commit",
           [run(1), run(2, "schedule"), run(3, "workflow_dispatch")], [0, 1, 2])
    # A forge without numbers cannot tell these apart; one waits for the other.
    yield ("a second dispatch of one commit", [run(1, "workflow_dispatch"), run(2, "workflow_dispatch")], [0, 1])
    if pulls:
        pull = "pull_request", "refs/pull/12/merge"
        other = replaced(run(3, "pull_request", "refs/pull/13/merge"), "github", event={"pull_request": {"number": 13}})
        yield ("two pushes of a pull request, and one of another",
               [run(1, *pull), run(2, *pull, sha="c" * 40), other],
               [1, 2] if superseded else [0, 1, 2])


def _play(runs, found) -> list[int]:
    """The runs that nobody cancels. A new one cancels the one that waits in its group, and the one that runs if it says so:
    of a group the first runs, those behind it wait."""
    groups: dict = {}
    for number, contexts in enumerate(runs):
        group = _group(found, contexts)
        groups[group] = ([] if _cancels(found, contexts) else groups.get(group, [])[:1]) + [number]
    return sorted(number for alive in groups.values() for number in alive)


def _group(found, contexts) -> str:
    return contexts["github"]["ref"] if found is None else written(_map(found).get("group"), contexts).lower()


def _cancels(found, contexts) -> bool:
    """A forge by which a workflow needs a group cancels the older push of a ref without one."""
    return found is None or written(_map(found).get("cancel-in-progress", False), contexts) == "true"


def _map(found) -> dict:
    return found if isinstance(found, dict) else {"group": found}
