"""Who waits for whom: exactly what the manifest asks for, and the chain of rows that are not parallel-safe.

Both sides are closed transitively and compared row by row, so it does not matter which of several ways a workflow
takes to say it.
"""

from .finding import Finding
from .matching import Match
from .workflow import Workflow


def check(manifest, workflow: Workflow, forge: str, match: Match):
    rows = [row for row, _ in match.everything()]
    wanted = expected(match.graph, rows)
    keys: dict[str, set] = {job: set() for job in workflow.jobs}
    for row, place in match.everything():
        keys[place.job.id].add(row.key)
    for row in rows:
        job = match.job_of(row)
        found = set().union(*(keys[each] for each in workflow.ancestors[job]))
        for key in sorted(wanted[row.key] - found):
            yield Finding("order-missing", job, f"does not wait for {match.at[key]}")
        for key in sorted(found - wanted[row.key]):
            yield Finding("order-too-much", job, f"waits for {match.at[key]} without reason")
        for other in sorted(_joined(match, row) - {*workflow.jobs[job].needs}):
            yield Finding("order-missing", job, f"does not need the success of {other}, which a job that it needs can do without")
    yield from _overlap(workflow, match, rows)
    yield from _nobody_waits_for_status(manifest, workflow, match)
    yield from _sharing(manifest, workflow, match)
    yield from _named(match)


def expected(graph, rows) -> dict[tuple, set[tuple]]:
    """Each row's ancestors: the rows of what its session needs, and the rows before it in the chain."""
    of_session: dict[str, list] = {}
    for row in rows:
        of_session.setdefault(row.session.name, []).append(row)
    before = dict(zip([row.key for row in chain(graph, rows)][1:], chain(graph, rows)))
    found: dict[tuple, set] = {}

    def ancestors(row):
        if row.key not in found:
            direct = [each for session in graph.ancestors(row.session) for each in of_session.get(session.name, [])]
            if row.key in before:
                direct.append(before[row.key])
            found[row.key] = {each.key for each in direct}.union(*(ancestors(each) for each in direct))
        return found[row.key]

    for row in rows:
        ancestors(row)
    return found


def chain(graph, rows) -> list:
    """Rows that are not parallel-safe, in the order of the graph's depth, then of the manifest; what does not count comes
    after that, and what the final job comes before is the last."""
    return sorted((row for row in rows if not row.session.safe),
                  key=lambda row: (not row.session.counts, graph.later(row.session), graph.depth(row.session), row.session.place, row.number))


def _overlap(workflow, match, rows):
    """Of two rows that are not parallel-safe one always waits for the other."""
    unsafe = [row for row in rows if not row.session.safe]
    for place, row in enumerate(unsafe):
        job = match.job_of(row)
        for other in unsafe[:place]:
            there = match.job_of(other)
            if there not in workflow.ancestors[job] and job not in workflow.ancestors[there]:
                yield Finding("overlap", job, f"may run at the same time as {there}")


def _nobody_waits_for_status(manifest, workflow, match):
    final = [name for name in match.others if workflow.jobs[name].name == manifest.title(manifest.final_job)]
    after = {place.job.id for row, place in match.everything() if manifest.after_final(row.session)}
    for name in after:
        for other in set(final) - set(workflow.jobs[name].needs):
            yield Finding("order-missing", name, f"does not wait for {other}")
    for name, job in workflow.jobs.items():
        for other in set(job.needs) & set(match.others):
            if name not in final and not (name in after and other in final):
                yield Finding("order-too-much", name, f"waits for the status job {other}")


def _sharing(manifest, workflow, match):
    """As few jobs as possible: two jobs differ in something that somebody can tell."""
    looks = {name: workflow.ancestors[name] for name in match.others}
    seen: dict[str, str] = {}
    for name, job in workflow.jobs.items():
        rows = match.rows_of(name)
        if not rows or not rows[0].session.safe or any(_own_expressions(row.session) for row in rows):
            continue
        sessions = {row.session.name for row in rows}
        after = sorted((each, _joins(match, each, sessions)) for each, other in workflow.jobs.items()
                       if name in other.needs and each not in match.others)
        over = sorted(each for each in looks if name in workflow.jobs[each].needs)
        skip = match.graph.may_skip(rows[0].session)
        values = rows[0].session.values
        # All forges have the same jobs, also where one of them does not know what keeps them apart.
        own = [manifest.after_final(rows[0].session), manifest.may(rows[0].session), _written(values["env"]),
               *(values.get(key) for key in ("job", "final", *manifest.passed))]
        fast = values.get("fail-fast") and rows[0].session.name
        look = repr([job.steps, fast, job.condition, sorted(job.needs), after, over, skip, *map(_in_order, own)])
        other = seen.setdefault(look, name)
        if other != name and len(job.rows) + len(workflow.jobs[other].rows) <= 256:
            yield Finding("sharing", name, f"could be one job with {other}: {', '.join(sorted(sessions))}")


def _joined(match, row) -> set[str]:
    """The jobs of what is joined by the sessions that a row needs: their success says nothing of these, unless they need it."""
    graph = match.graph
    sessions = set().union(*(graph.joined(each) - graph.behind(each) for each in graph.needs(row.session)))
    return {match.job_of(each) for each, _ in match.pairs() if each.session in sessions}


def _joins(match, job, sessions) -> bool:
    """Whether a job runs even if these sessions fail."""
    return any(each.name in sessions for row in match.rows_of(job) for each in match.graph.joins(row.session))


def _named(match):
    """Rows whose sessions name a job are in it, and nobody else is. Those that may fail are apart from those that must not."""
    names = {name: {row.session.values.get("job") for row in match.rows_of(name)} for name in match.jobs()}
    for job, asked in names.items():
        wanted = next(iter(asked))
        rows = [row for row, _ in match.pairs() if row.session.values.get("job") == wanted]
        apart = {row.session.may_fail for row in rows}
        fails = {row.session.may_fail for row in match.rows_of(job)}
        if len(asked) > 1 or wanted and len(fails) > 1:
            yield Finding("job", job, f"has rows of {sorted(map(str, asked))}")
        elif wanted:
            of_kind = [row for row in rows if row.session.may_fail in fails]
            wanted += "-allowed-to-fail" if len(apart) > 1 and True in fails else ""
            parts = -(-len(of_kind) // 256)
            allowed = {wanted} if parts == 1 else {f"{wanted}-{part + 1}" for part in range(parts)}
            if job not in allowed:
                yield Finding("job", job, f"is not called {sorted(allowed)}")


def _written(env: dict) -> dict:
    """What the rows of a job must have in common of their variables: all names, and values that the forge works out."""
    return {name: value if "${{" in str(value) else None for name, value in env.items()}


def _in_order(value):
    return sorted(value.items(), key=str) if isinstance(value, dict) else value


def _own_expressions(session) -> bool:
    """Arguments and runners with expressions stay in a job's `env`: a matrix may not read every context."""
    return "${{" in repr([session.values.get(key) for key in ("posargs", "runs-on", "os")])
