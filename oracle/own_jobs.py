"""Random jobs that a manifest writes as in Actions, and who needs them."""

from . import pools


def make(maker) -> None:
    if not maker.chance(0.25):
        return
    found = {}
    for name in maker.some(pools.JOB_IDS, 3):
        job = dict(maker.rng.choice(pools.JOBS))
        if "matrix.os" in str(job) and maker.mapped:
            job = dict(pools.JOBS[0])
        if "name" in job:
            job["name"] += " by " + name
        if maker.chance(0.3):
            job["if"] = maker.rng.choice([*pools.CONDITIONS, "always()", "always() && github.event_name == 'push'"])
        if maker.chance(0.2) and "steps" in job and "runs-on" not in job:
            job["runs-on"] = maker.rng.choice(maker.labels)
        found[name] = job
    maker.data["jobs"] = found


def relate(maker, sessions: list[str], metas: list[str]) -> list[str]:
    """What the jobs need. Returns those that sessions may need: they need no session, so there is no cycle."""
    jobs = maker.data.get("jobs", {})
    late = [name for name in jobs if maker.chance(0.5)]
    early = [name for name in jobs if name not in late]
    for place, name in enumerate(list(jobs)):
        words = [other for other in list(jobs)[:place] if name in late or other in early]
        if name in late:
            words += _of_sessions(maker, sessions, metas)
        if words and maker.chance(0.8):
            jobs[name] = jobs[name] | {"needs": maker.some(words, 3)}
    return early


def _of_sessions(maker, sessions, metas) -> list[str]:
    read = maker.read()
    words = sessions + metas + [f"tag:{tag}" for tag in maker.tags() if tag != "ci"]
    return [word for word in words
            if maker.stands(read, word) and (word not in sessions or read.sessions[word].runs)
            and not maker.data["jobs"].keys() & maker.stands(read, word)]


def need(maker, session: dict, early: list[str]) -> None:
    """A session needs jobs, and may read what the first of them puts out."""
    needed = maker.some(early, 2)
    session["needs"] = session.get("needs", []) + needed
    if "name" not in session and maker.chance(0.2) and "artifacts" not in session:
        asked = {"from": needed[-1], "name": "Built.by-hand"} | ({"into": "built"} if maker.chance(0.4) else {})
        session["artifacts"] = {"download": asked}
        if maker.chance(0.5):
            session["needs"].remove(needed[-1])
    if "x" in maker.data["jobs"][needed[0]].get("outputs", {}):
        session["env"] = session.get("env", {}) | {"OUTPUT": f"${{{{ needs.{needed[0]}.outputs.x }}}}"}
