"""What a manifest says: its sessions with the defaults in them, and whom each word of `needs` and `members` means.

The sections of docs/manifest.md are followed one by one; the name of each stands above its rule.
"""

from dataclasses import dataclass, field

from . import changes, places, views, yaml12
from .forges import FORGES

# Keys that mean something to nox only, so that a command takes none of them from defaults.
# Keys of one call, so that a list of calls takes none of them from defaults.
OF_ONE_CALL = ("parametrize", "posargs", "venv-backend", "run")
NOX_ONLY = ("python", "python-by", "parametrize", "posargs", "cache", "venv-backend", "nox", "noxfile", "log", "report")
# Keys of `nox` that a session has, too.
START = ("command", "setup", "env")
HASH = ["pyproject.toml", "noxfile.py", "*.lock", "requirements*.txt"]
CACHE = {"path": None, "mode": "venv", "also": (), "save": "success", "hash": None, "epoch": 1, "refresh": "weekly", "fallback": False}
PYTHON = "3.13"
# Keys that a job gets as the manifest writes them; their values in random manifests are the schema's examples.
PASSED = ("environment", "container", "services")
# How a session's value meets the default, where it does not stand for it: merged by key, or added.
MERGED = ("env", "permissions")
ADDED = ("tags",)


@dataclass(frozen=True)
class Session:
    """An entry of `sessions`, or of `jobs`. `kind`: nox, calls, command, meta, helper or job."""

    name: str
    kind: str
    place: int
    values: dict = field(hash=False, compare=False)

    @property
    def runs(self) -> bool:
        """Whether it is work that CI does."""
        return self.values.get("ci") and self.kind in ("nox", "calls", "command", "job")

    @property
    def here(self) -> bool:
        """Whether it belongs to this workflow."""
        return self.values["here"]

    @property
    def safe(self) -> bool:
        return self.values["parallel-safe"]

    # nox
    @property
    def start(self) -> dict:
        """How nox starts, the innermost `command`, `setup` and `env` winning."""
        return self.values["nox"] if self.kind in ("nox", "calls") else {}

    @property
    def own_nox(self) -> bool:
        """Whether the project brings nox itself: then none is installed, and what it runs on is no business of the workflow."""
        return bool(self.start.get("command") or self.start.get("setup"))

    @property
    def command(self) -> list[str]:
        return self.start.get("command", "nox").split(" ")

    @property
    def setup(self) -> list[dict]:
        return places.steps(self, _flat(self.start.get("setup") or []))

    # Several calls in one job
    @property
    def items(self) -> list[dict]:
        """The items of `calls`, the sessions or tags of a call always as a list."""
        found = [{"nox": each} if isinstance(each, str) else each for each in _flat(self.values.get("calls") or [])]
        return [each | {key: _listed(each[key]) for key in ("nox", "tag") if key in each} for each in found]

    @property
    def calls(self) -> list[dict]:
        return [each for each in self.items if {"nox", "tag"} & each.keys()]

    @property
    def steps_inside(self) -> list[dict]:
        """The steps among the calls."""
        return places.steps(self, [each for each in self.items if not {"nox", "tag"} & each.keys()])

    @property
    def image(self) -> str | None:
        """The image in which its steps run; None where they run on the machine."""
        said = self.values.get("container")
        return said["image"] if isinstance(said, dict) else said or None

    @property
    def counts(self) -> bool:
        """Whether the final job looks at it."""
        return self.values.get("final", True)

    @property
    def condition(self) -> str | None:
        return self.values.get("if")

    # Changed files
    @property
    def filter(self) -> tuple | None:
        """The patterns of the files of which one must have changed."""
        return changes.filter_of(self) if self.kind in ("nox", "calls", "command") else None

    @property
    def may_fail(self) -> bool:
        return self.values.get("allow-failure", False)


class Manifest:
    """A manifest as one of its workflows sees it: what belongs to others only is as if it were not in CI."""

    def __init__(self, text: str, passed: tuple = PASSED, workflow: str = views.TOP):
        self.text = text
        self.passed = passed
        self.workflow = workflow
        whole = yaml12.load_manifest(text, passed)
        self.workflows = views.ids(whole)
        self.data = views.view(whole, workflow)
        self.permissions = self.data.get("permissions", {"contents": "read"})
        self.nox = self.data.get("nox") or {}
        start = {key: self.nox[key] for key in START if key in self.nox}
        self.sessions = {}
        for place, (name, own) in enumerate(self.data["sessions"].items()):
            homes = views.of_entry(own)
            seen = self.data if workflow in homes else views.view(whole, homes[0])
            self.sessions[name] = self._at_home(_session(name, place, own, seen.get("defaults") or {}, start), homes)
        self.all_jobs = {name: self._at_home(_job(name, len(self.sessions) + place, own), views.of_entry(own))
                         for place, (name, own) in enumerate((self.data.get("jobs") or {}).items())}
        self.jobs = {name: job for name, job in self.all_jobs.items() if job.here}
        said = self.data.get("final-job", f"{workflow}-ok")
        self.final = said if isinstance(said, dict) else {"name": said} if said else {}
        self.final_job = self.final.get("name", f"{workflow}-ok") if said else None
        if self.final_job is None:  # there is nothing that could leave them out
            for session in self.sessions.values():
                session.values["final"] = True
        for job in self.jobs.values():  # a job says nowhere that it does not count
            job.values["final"] = not self.later(job)

    def _at_home(self, session, homes) -> "Session":
        session.values["here"] = self.workflow in homes
        session.values["ci"] = session.values.get("ci") and session.here
        return session

    def runs_something(self) -> bool:
        """Whether the workflow is written."""
        return bool(self.running() or self.jobs) or len(self.workflows) == 1

    def running(self) -> list[Session]:
        return [each for each in self.sessions.values() if each.runs]

    # final-job
    def after_final(self, session: Session) -> bool:
        """Whether it needs the final job by name; in a session that counts, that is the name of a meta-session."""
        may = self.final_job and (session.kind == "job" or session.runs and not session.counts)
        return bool(may) and self.final_job in _listed(session.values.get("needs") or [])

    def later(self, session: Session) -> bool:
        """Whether the final job has ended before it begins."""
        return self.after_final(session) or (session.kind == "job" or not session.counts) and any(
            map(self.later, [*self.needs(session), *self.joins(session)]))

    # needs, members, tags
    def members(self, meta: Session) -> list[Session]:
        """The sessions of a meta-session, those of the metas inside it included."""
        found = []
        for word in meta.values["members"]:
            found += self.selected(word)
        return list(dict.fromkeys(found))

    def selected(self, word: str) -> list[Session]:
        real = [each for each in self.sessions.values() if each.kind in ("nox", "calls", "command")]
        if word == "tag:all":
            return [each for each in real if each.counts]
        if word == "tag:ci":
            return [each for each in real if each.values["ci"] and each.counts]
        if word.startswith("tag:"):
            return [each for each in real if word[4:] in each.values["tags"]]
        named = self.sessions.get(word) or self.all_jobs[word]
        return self.members(named) if named.kind == "meta" else [named]

    def needs(self, session: Session) -> list[Session]:
        """What must have succeeded before: sessions in CI, without the session itself."""
        gate = [self.final_job] if self.after_final(session) else []
        return self._others(session, [*(word for word in _listed(session.values.get("needs") or []) if word not in gate), *(
            each["from"] for each in self.downloads(session) if not each.get("even-if-failed"))])

    def takes(self, session: Session) -> list[Session]:
        """Those of them of which it downloads something."""
        return self._others(session, [each["from"] for each in self.downloads(session) if not each.get("even-if-failed")])

    def joins(self, session: Session) -> list[Session]:
        """What only must have run before, even if it failed."""
        return self._others(session, [each["from"] for each in self.downloads(session) if each.get("even-if-failed")])

    def _others(self, session, words) -> list[Session]:
        found = []
        for word in words:
            found += [each for each in self.selected(word) if each.runs and each != session]
        return list(dict.fromkeys(found))

    # Files between jobs
    @staticmethod
    def uploads(session: Session) -> list[dict]:
        return _listed((session.values.get("artifacts") or {}).get("upload", []))

    @staticmethod
    def downloads(session: Session) -> list[dict]:
        said = _listed((session.values.get("artifacts") or {}).get("download", []))
        return [{"from": each} if isinstance(each, str) else each for each in said]

    def status_jobs(self) -> dict[str, list[Session]]:
        """Meta-sessions in CI, and those of their members that run. The final job is none of them."""
        return {meta.name: [each for each in self.members(meta) if each.runs]
                for meta in self.sessions.values()
                if meta.kind == "meta" and meta.values["ci"] and meta.name != self.final_job}

    def title(self, name: str) -> str:
        """What the job of a meta-session, or the final job, is called."""
        return self._of_status(name).get("title", name)

    def runs_on(self, name: str):
        """Where that job is to run; None where it does not say."""
        return self._of_status(name).get("runs-on")

    def _of_status(self, name: str) -> dict:
        meta = self.sessions.get(name)
        return (self.final if name == self.final_job else {}) | (
            meta.values if meta and meta.kind == "meta" and meta.here else {})

    # permissions
    def may(self, session: Session) -> dict:
        """What a session's job may do: its own scopes win over those of defaults, and these over the top level's."""
        return self.permissions | session.values["permissions"]

    # cache
    def cache(self, session: Session, forge: str) -> dict | None:
        """The settings of a session's cache; None where there is none. Its paths are relative to the repository."""
        merged = self.said_of_cache(session) if self.target(forge)["cache"] else None
        if merged is None or session.kind not in ("nox", "calls") or "none" in (session.values.get("venv-backend"), self.backend()):
            return None
        return merged | {"said path": merged["path"], "path": places.environments(session, merged),
                         "also": places.kept(session, merged["also"]),
                         "hash": places.hashed(session, merged["hash"], HASH)}

    def said_of_cache(self, session: Session) -> dict | None:
        """What is said of a session's cache, the innermost winning key by key; None where there is to be none."""
        merged, on = dict(CACHE), True
        for layer in (self.data.get("cache"), (self.data.get("defaults") or {}).get("cache"),
                      session.values.get("own cache")):
            if layer is False:
                on = False
            elif layer is not None:
                merged, on = merged | layer, True
        return merged if on else None

    def backend(self) -> str:
        return self.nox.get("default-venv-backend", "virtualenv")

    # self-check
    def checks_itself(self, forge: str) -> bool:
        """Whether it is the workflow of a forge in which a job checks all: the first of pull requests, or else of pushes, that has a final job."""
        if not self.data.get("self-check") or forge not in self.targets():
            return False
        seen = [Manifest(self.text, self.passed, each) for each in self.workflows]
        there = [each for each in seen if each.final_job and each.runs_something() and forge in each.targets()]
        homes = [each.workflow for event in ("pull_request", "push") for each in there if event in each.events()]
        return homes[:1] == [self.workflow]

    # on
    def events(self) -> list[str]:
        """The names of the events that start it."""
        said = self.data.get("on", ["push", "pull_request", "workflow_dispatch"])
        return [said] if isinstance(said, str) else list(said)

    # targets
    def targets(self) -> list[str]:
        return list(self.data.get("targets") or ["github"])

    def target(self, forge: str) -> dict:
        """A forge's settings with their defaults, whether or not the manifest asks for that forge."""
        own = FORGES[forge]
        said = (self.data.get("targets") or {}).get(forge) or {}
        return {"runs-on": own.runner, "python-setup": own.setup, "default label": own.runner, "cache": True,
                "anchors": True, "artifacts": own.artifacts} | (
            said if isinstance(said, dict) else {"file": said})


    def setup(self, session: Session, forge: str) -> str:
        """How a session's jobs get their interpreter."""
        return session.values.get("python-setup", self.target(forge)["python-setup"])


# jobs
def _job(name, place, said) -> Session:
    """`written` is what the job says; where a session says the same thing, the job says it in the same words."""
    return Session(name, "job", place, {"ci": True, "parallel-safe": True, "needs": said.get("needs"), "written": said}
                   | ({"if": said["if"]} if "if" in said else {}))


# defaults
def _session(name, place, own, defaults, start) -> Session:
    kind = ("helper" if own.get("helper") else "meta" if "members" in own
            else "calls" if "calls" in own else "command" if "run" in {**defaults, **own} else "nox")
    inherited = dict(defaults)
    for one_of in views.ONE_OF:
        if own.keys() & set(one_of):
            inherited = {key: value for key, value in inherited.items() if key not in one_of}
    if kind == "command":
        inherited = {key: value for key, value in inherited.items() if key not in NOX_ONLY}
    if kind == "calls":
        inherited = {key: value for key, value in inherited.items() if key not in OF_ONE_CALL}
    if kind in ("meta", "helper"):
        inherited.pop("title", None)
        inherited.pop("runs-on", None)
    values = inherited | own
    values |= {key: (inherited.get(key) or {}) | (own.get(key) or {}) for key in MERGED}
    values |= {key: list(dict.fromkeys((defaults.get(key) or []) + (own.get(key) or []))) for key in ADDED}
    values |= {key: _flat(values.get(key) or []) for key in ("first", "before", "after")}
    values["checkout"] = _checkout(defaults.get("checkout", {}), own.get("checkout"))
    values["log"] = _checkout(defaults.get("log", False), own.get("log"))
    values["nox"] = start | (defaults.get("nox") or {}) | (own.get("nox") or {})
    values["own cache"] = own.get("cache")
    session = Session(name, kind, place, values)
    values |= {key: places.steps(session, values[key], key != "first") for key in ("first", "before", "after")}
    return session


def _listed(said) -> list:
    return said if isinstance(said, list) else [said]


# Steps: before and after
def _flat(steps: list) -> list:
    """A list among steps stands for its steps."""
    return [step for each in steps for step in (_flat(each) if isinstance(each, list) else [each])]


# The check-out; logs and reports
def _checkout(inherited, own) -> dict | None:
    """Those of defaults and the session's, which wins; None for a false."""
    if (inherited if own is None else own) is False:
        return None
    return (inherited or {}) | (own or {})
