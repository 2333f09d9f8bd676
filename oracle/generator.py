"""Random manifests from a seed. Nearly all are valid: what the documents forbid is not written, or in `refusals`."""

import json
import random
import re

from . import own_jobs, own_workflows, pools
from .forges import FORGES
from .manifest import PASSED, Manifest
from .rows import folder


def text(data: dict) -> str:
    """A manifest as YAML: a line for each key and each session, the values as JSON."""
    lines = []
    for key, value in data.items():
        if key == "sessions":
            lines += ["sessions:"] + [f"  {_json(name)}: {_json(entry)}" for name, entry in value.items()]
        else:
            lines.append(f"{key}: {_json(value)}")
    return "\n".join(lines) + "\n"


def _json(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def manifest(seed: int) -> dict:
    return _Maker(random.Random(seed)).make()


class _Maker:
    def __init__(self, rng: random.Random):
        self.rng = rng
        self.both = rng.random() < 0.85  # both targets: nothing that only one can do
        self.data: dict = {"version": 1}
        self.name = ""  # of the session that is made

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def some(self, values, most: int) -> list:
        return self.rng.sample(values, self.rng.randint(1, min(most, len(values))))

    def make(self) -> dict:
        for key, share, values in (("name", 0.1, ["CI", "Tests: all", "it's"]), ("run-name", 0.05, pools.RUN_NAMES),
                                   ("on", 0.5, pools.TRIGGERS),
                                   ("permissions", 0.15, pools.PERMISSIONS), ("concurrency", 0.2, pools.CONCURRENCY),
                                   ("final-job", 0.2, pools.FINAL), ("self-check", 0.15, [True, True, False])):
            if self.chance(share):
                self.data[key] = self.rng.choice(values)
        if self.chance(0.15):
            self.data["env"] = self._env()
        if self.chance(0.3):
            self.data["cache"] = self._cache()
        if self.chance(0.3):
            self.data["nox"] = {key: self.rng.choice(pools.NOX[key]) for key in self.some(list(pools.NOX), 3)}
        if self.chance(0.08):
            self.data["nox"] = self.data.get("nox", {}) | self._start()
            if {"command", "setup"} & self.data["nox"].keys():
                self.data["nox"] = {key: value for key, value in self.data["nox"].items() if key not in ("version", "packages")}
        self.labels = self.some(pools.LABELS, 3)
        self.data["targets"] = self._targets()
        if isinstance(final := self.data.get("final-job"), dict) and self.chance(0.7):
            self.data["final-job"] = final | {"runs-on": self.rng.choice(self.labels)}
        self.data["pins"] = pools.PINS
        self.data["defaults"] = self._defaults()
        self.data["sessions"] = self._sessions()
        own_jobs.make(self)
        self._relate()
        self._take_out()
        self._after_final()
        self._share()
        own_workflows.make(self)
        if not any("uses" in str(each) for each in [self.data["defaults"], self.data["sessions"], self.data.get("nox")]):
            del self.data["pins"]
        if "'artifacts': 'v4'" in str(self.data["targets"]):
            self.data["pins"] = self.data.get("pins", {}) | pools.PATCHED
        return self.data

    def _env(self) -> dict:
        return {name: self.rng.choice(pools.ENV[name]) for name in self.some(list(pools.ENV), 3)}

    def _cache(self):
        if self.chance(0.2):
            return False
        return {key: self.rng.choice(pools.CACHE[key]) for key in self.some(list(pools.CACHE), 3)}

    def _targets(self) -> dict:
        forges = list(FORGES) if self.both else [self.rng.choice(list(FORGES))]
        self.rng.shuffle(forges)
        self.mapped = self.chance(0.35)
        found: dict = {}
        for forge in forges:
            more: dict = {}
            if self.mapped:
                more["runs-on"] = {label: self.rng.choice([label, "docker", "big", "none" if place else "any"])
                                   for place, label in enumerate(dict.fromkeys([*self.labels, *pools.LABELS_OF_JOBS]))}
            elif self.chance(0.15):
                more["runs-on"] = self.rng.choice(["self-hosted", "linux-x64"])
            if self.chance(0.25):
                more["python-setup"] = self.rng.choice(["setup-python", "uv", "system", "none"])
            if self.chance(0.08):
                more["cache"] = self.chance(0.2)
            if self.chance(0.08):
                more["anchors"] = self.chance(0.2)
            if forge == "forgejo" and self.chance(0.2):
                more["artifacts"] = self.rng.choice(["v3", "v4", "v4"])
            found[forge] = {"file": f".{forge}/workflows/checks.yml"} | more if more else f".{forge}/workflows/ci.yml"
        return found

    def _defaults(self) -> dict:
        found: dict = {}
        if self.chance(0.8):
            found["ci"] = True
        if self.chance(0.7):
            found["parallel-safe"] = self.chance(0.85)
        for key, share, values in (("tags", 0.1, [["quick"], ["gate", "all-of-them"]]), ("run", 0.01, pools.RUNS),
                                   ("venv-backend", 0.02, ["none"]), ("python-by", 0.03, ["name", "job", "force"])):
            if self.chance(share):
                found[key] = self.rng.choice(values)
        if "venv-backend" in found:
            return found  # without an environment there are few pythons to choose
        return found | self._values(0.05, "defaults")

    def _values(self, share: float, kind: str) -> dict:
        """Keys of a session, each with a chance of about `share`; as far as they mean something to its kind."""
        rng, found = self.rng, {}
        if self.chance(share * 3) and kind != "defaults":
            found["tags"] = self.some(["gate", "quick", "slow", "ci"], 2)
        if self.chance(share):
            found["title"] = rng.choice(pools.TITLES) + (" of " + self.name if self.name else "")
        if self.chance(share):
            found["env"] = self._env()
        if self.chance(share / 2):
            found["env"] = found.get("env", {}) | {
                name: self.rng.choice(pools.READS[name]) for name in self.some(list(pools.READS), 2)}
        if self.chance(share * 1.5):
            found["timeout-minutes"] = rng.choice([1, 2, 5, 20, 45, 360])
        if self.chance(share):
            found["allow-failure"] = True
        if self.chance(share):
            found["if"] = rng.choice(pools.CONDITIONS)
        if self.chance(share / 2):
            key = rng.choice(["paths", "paths-ignore"])
            found[key] = rng.choice(pools.PATHS[key])
        for key in ("environment", "fail-fast", "permissions"):
            if self.chance(share / 2):
                found[key] = rng.choice(pools.FIELDS[key])
        if self.chance(share) and kind != "defaults":
            found["comment"] = rng.choice(["Why: it is so.", "# one\ntwo\n"])
        if self.chance(share / 2):
            found["working-directory"] = rng.choice(pools.FOLDERS)
        if self.chance(share / 2):
            found["shell"] = rng.choice(pools.SHELLS)
        if self.chance(share):
            found["checkout"] = rng.choice(pools.CHECKOUT)
        if self.chance(share / 2):
            found["first"] = self._steps()
        if self.chance(share):
            found["before"] = self._steps()
        if self.chance(share):
            found["after"] = self._steps()
        if self.chance(share * 1.5):
            found |= self._runner()
        for key, values in (("file", ["lint.py"]), ("notes", ["a: b, c"]), ("duration", pools.DURATIONS)):
            if self.chance(share / 2):
                found[key] = rng.choice(values)
        if self.chance(share * 2):
            found["python"] = rng.choice(pools.PYTHONS) if self.chance(0.5) else self.some(pools.PYTHONS, 3)
        elif self.chance(share / 2):
            found["python"] = rng.choice(pools.RARE_PYTHONS)
            if "debug" in found["python"]:
                found["python-setup"] = "uv"
        if self.chance(share / 2) and not {"none", "system"} & {found.get("python-setup")} and (kind != "command" or "python" in found):
            found["extra-pythons"] = rng.choice(pools.EXTRA_PYTHONS)
        elif "python-setup" not in found and self.chance(share / 2):
            found["python-setup"] = rng.choice(["setup-python", "uv", "system", "none"])
        for key in PASSED:
            if self.chance(share):
                found[key] = rng.choice(pools.examples(key))
        if self.chance(share * 0.7):
            found["matrix"] = rng.choice(pools.AXES)
            if self.chance(0.7):
                found["env"] = found.get("env", {}) | {"PART": f"${{{{ row.{rng.choice(list(found['matrix']))} }}}}/2"}
        return found | (self._nox(share, found) if kind != "command" else {})

    def _nox(self, share: float, found: dict) -> dict:
        rng, more = self.rng, {}
        if self.chance(share) and "python" in found:
            more["python-by"] = rng.choice(["name", "job", "force"])
        if self.chance(share * 0.7):
            more["parametrize"] = rng.choice(pools.PARAMETERS)
        if self.chance(share):
            more["posargs"] = self.some(pools.POSARGS, 3)
        if self.chance(share):
            more["cache"] = self._cache()
        if self.chance(share / 2):
            more["nox"] = self._start()
        if self.chance(share / 2):
            more["noxfile"] = rng.choice(pools.NOXFILES)
        if self.chance(share):
            more["log"] = rng.choice(pools.LOGS)
        if self.chance(share):
            more["report"] = self.chance(0.8)
        return more

    def _list_of_calls(self, found: dict) -> dict:
        """Calls of nox and steps in place of one call; what no list of calls can have is taken away, also from defaults."""
        defaults = self.data["defaults"]
        found = {key: value for key, value in found.items() if key not in ("allow-failure", "parametrize", "posargs", "venv-backend")}
        if defaults.get("allow-failure"):
            found["allow-failure"] = False
        if {**defaults, **found}.get("python-by") == "force":
            found["python-by"] = self.rng.choice(["name", "job"])
        items: list = []
        made: list = []
        for _ in range(self.rng.choice([1, 2, 2, 3, 4])):
            # The key is made before the items: another interpreter belongs into before.
            items += [each for each in self._steps() if "setup-python" not in json.dumps(each)] if self.chance(0.3) else []
            items.append(self._call(made))
        return found | {"calls": [items] if self.chance(0.1) else items}

    def _call(self, made: list):
        """A call; `made` are the sessions that earlier ones have made an environment for, with what says how."""
        rng = self.rng
        names = self.some(pools.CALLED, 2) if self.chance(0.3) else [rng.choice(pools.CALLED)]
        how = {"python-by": rng.choice(["name", "job"])} if self.chance(0.2) else {}
        more = {key: rng.choice(values) for key, values in pools.CALL.items() if self.chance(0.15)} | how
        if made and self.chance(0.3):
            names, how = rng.choice(made)
            more = {key: value for key, value in more.items() if key not in ("python-by", "install-only")} | how | {"no-install": True}
        if self.chance(0.12):
            more = {key: value for key, value in more.items() if key not in ("python-by", "no-install")}
            return {"tag": rng.choice(["gate", ["quick", "it's"], ["docs"]])} | more
        made.append((names, how))
        if self.chance(0.15):
            more["posargs"] = self.some(pools.POSARGS, 3)
        if not more and len(names) == 1:
            return names[0]
        return {"nox": names if len(names) > 1 or self.chance(0.3) else names[0]} | more

    def _start(self) -> dict:
        return {key: self.rng.choice(pools.START[key]) for key in self.some(list(pools.START), 3)}

    def _steps(self) -> list:
        steps = [dict(step) for step in self.some(pools.STEPS, 2)]
        if self.chance(0.02):
            steps[0]["id"] = self.rng.choice(pools.OWN_IDS)
        found = [{key: value for key, value in step.items() if key != "id" or self.chance(0.3)} for step in steps]
        return [found] if self.chance(0.1) else found

    def _runner(self) -> dict:
        labels, rng = self.labels, self.rng
        if self.chance(0.5):
            return {"os": self.some(labels, 3)}
        choices = [labels[0], labels[-1], [labels[0]]]
        if not self.mapped:
            choices += [["self-hosted", "gpu"], "${{ vars.RUNNER || 'ubuntu-24.04' }}"]
            choices += [{"group": "large"}, {"group": "large", "labels": "x64"}] * all(FORGES[each].groups for each in self.data["targets"])
        return {"runs-on": rng.choice(choices)}

    def _sessions(self) -> dict:
        names = self._names(self.rng.choice([1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 10, 12]))
        return {name: self._session(name, first=place == 0) for place, name in enumerate(names)}

    def _said(self, found: dict, kind: str) -> dict:
        """What a session says with its defaults, as far as it makes rows."""
        inherited = {key: value for key, value in self.data["defaults"].items() if kind != "command" or key in ("matrix", "os", "runs-on")}
        if not {"os", "runs-on"}.isdisjoint(found):
            inherited = {key: value for key, value in inherited.items() if key not in ("os", "runs-on")}
        return inherited | found

    @staticmethod
    def _axes(said: dict) -> dict[str, list]:
        axes = {key: said.get(key) for key in ("python", "os")} | said.get("matrix", {})
        if isinstance(said.get("parametrize"), dict):
            axes |= said["parametrize"]
        return {axis: values for axis, values in axes.items() if isinstance(values, list)}

    def _include(self, found: dict, kind: str) -> dict:
        """An item that matches some rows; one that is a row; or all rows."""
        said = self._said(found, kind)
        axes, listed = self._axes(said), isinstance(said.get("parametrize"), list)
        if "venv-backend" in said:
            return {}
        if not axes and not listed:
            pythons = self.some(pools.GOOD_PYTHONS, 3) if self.chance(0.5) else [None]
            items = [{"python": python} if python else {"os": self.rng.choice(self.labels)} for python in pythons]
            return {"include": [each | (self._brought(kind) if self.chance(0.5) else {}) for each in items]}
        items = []
        if axes and self.chance(0.7):
            items.append({axis: self.rng.choice(axes[axis]) for axis in self.some(list(axes), 2)} | self._brought(kind))
        if axes and not listed and self.chance(0.5):
            row = {axis: self.rng.choice(values) for axis, values in axes.items()}
            more = {"python": ["3.12.7"], "os": [label for label in self.labels if label not in axes.get("os", [])]}
            fresh = self.rng.choice(list(axes))
            if more.get(fresh) != []:
                row[fresh] = more.get(fresh, ["something new"])[0]
                items.append(row | (self._brought(kind) if self.chance(0.5) else {}))
        if not items:
            items.append(self._brought(kind) | ({} if "python" in axes or kind == "command" else {"python": "3.12"}))
        return {"include": items}

    def _brought(self, kind: str) -> dict:
        values = {"timeout-minutes": [7, 70], "env": [{"FORCE_COLOR": "2"}, {"MORE": "${{ row.name }}"}], "allow-failure": [True, False],
                  "posargs": [["--more"], ["${{ github.ref_name }}"]], "title": [f"Also {self.name}", "And ${{ row.name }}"], "comment": ["Why: it is so.", "# one\ntwo\n"],
                  "container": [*pools.examples("container"), False], "services": [*pools.examples("services"), {}]}
        if self.chance(0.8):
            values = {key: value for key, value in values.items() if key not in ("container", "services")}  # many rows are not on Linux
        keys = [key for key in values if kind != "command" or key != "posargs"]
        return {key: self.rng.choice(values[key]) for key in self.some(keys, 2)}

    def _exclude(self, found: dict, kind: str) -> dict:
        """One item, which removes some rows and leaves others."""
        several = {axis: values for axis, values in self._axes(self._said(found, kind)).items() if len(values) > 1}
        if not several:
            return {}
        return {"exclude": [{axis: self.rng.choice(several[axis]) for axis in self.some(list(several), 3)}]}

    def _final(self) -> str:
        said = self.data.get("final-job", "ci-ok")
        return said.get("name", "ci-ok") if isinstance(said, dict) else said or "ci-ok"

    def _names(self, count: int) -> list[str]:
        found: dict[str, str] = {}
        while len(found) < count:
            name = self.rng.choice(pools.PLAIN if self.chance(0.85) else pools.ODD)
            identity = re.sub(r"[^a-z0-9_-]", "-", name.lower()).lstrip("-_")
            if folder(name) not in map(folder, found.values()) and name != self._final():
                found.setdefault(identity, name)
        return list(found.values())

    def _session(self, name: str, first: bool) -> dict:
        self.name, rng, defaults = name, self.rng, self.data["defaults"]
        found: dict = {"purpose": f"Do {name}"}
        if not defaults.get("ci") or self.chance(0.08) and not first:
            found["ci"] = first or self.chance(0.8)
        if "parallel-safe" not in defaults or self.chance(0.15):
            found["parallel-safe"] = self.chance(0.6)
        kind = "command" if self.chance(0.15) else "calls" if self.chance(0.12) else "nox"
        if kind == "nox" and not first and self.chance(0.04):
            return found | {"helper": True}
        found |= self._values(0.15, "command" if "run" in defaults and kind != "calls" else kind)
        if kind == "calls":
            return self._list_of_calls(found)
        if "venv-backend" in defaults:
            found = {key: value for key, value in found.items() if key not in ("python", "python-by", "cache")}
        if self.chance(0.12):
            found |= self._include(found, "command" if "run" in defaults else kind)
        elif self.chance(0.3):
            found |= self._exclude(found, "command" if "run" in defaults else kind)
        if "run" in defaults:
            return found
        if kind == "command":
            return found | {"run": rng.choice(pools.RUNS)}
        forced = {**defaults, **found}
        if self.chance(0.06) and forced.get("python-by") != "force" and not {"python", "cache"} & forced.keys():
            found["venv-backend"] = "none"
        if self.chance(0.002) and not {"include", "exclude"} & found.keys():  # their items name other axes
            found |= {"parametrize": {"n": [str(n) for n in range(20)], "m": [str(m) for m in range(14)]},
                      "parallel-safe": True, "os": self.labels[:1]}
            found.pop("runs-on", None)
        if self.chance(0.06):
            found["session"] = rng.choice(["tests", "shared", "x(y='z')"])
        return found

    def _relate(self):
        """Needs and members: a session needs only what stands before it in an order of our own, so there is no cycle."""
        sessions = self.data["sessions"]
        real = [name for name, entry in sessions.items() if "helper" not in entry]
        metas = {f"all of {n}" if self.chance(0.3) else f"meta{n}": {} for n in range(self.rng.choice([0, 0, 0, 1, 1, 2]))}
        for name in metas:
            others = [other for other in metas if other < name]
            words = real + others + list(self.data.get("jobs", {})) + ["tag:ci", "tag:all"] + [f"tag:{tag}" for tag in self.tags()]
            title = {"title": f"Sum of {name}"} if self.chance(0.3) else {}
            title |= {"runs-on": self.rng.choice([self.labels[0], self.labels[:1]])} if self.chance(0.3) else {}
            sessions[name] = {"purpose": "Sum: up", "ci": True, "parallel-safe": True, "members": self.some(words, 4)} | title
        if self.chance(0.12):
            name = self._final()
            sessions[name] = {"purpose": "All", "ci": True, "parallel-safe": True, "members": ["tag:ci"]}
        early = own_jobs.relate(self, real, list(metas))
        self.rng.shuffle(real)
        read = self.read()
        words = real + list(metas) + [f"tag:{tag}" for tag in self.tags() if tag != "ci"]
        for place, name in enumerate(real):
            if not self.chance(0.45):
                continue
            before = {*real[:place], name} & {each.name for each in read.running()}
            fitting = [word for word in words if word != name and (stands := self.stands(read, word) - {name})
                       and stands <= before and (word not in real or word in before)]
            if fitting:
                sessions[name]["needs"] = self.some(fitting, 3)
            if early and self.chance(0.5):
                own_jobs.need(self, sessions[name], early)
            if fitting and self.chance(0.4):
                self._artifacts(read, name, self.rng.choice(fitting))

    def _artifacts(self, read, name, word):
        """A download, and an upload by everything that it means."""
        sessions = self.data["sessions"]
        for place, each in enumerate(sorted(self.stands(read, word) - {name})):
            own = sessions[each].setdefault("artifacts", {})
            if "upload" not in own:
                chosen = dict(self.rng.choice(pools.UPLOADS))
                if "name" in chosen:
                    chosen["name"] += f"-{list(sessions).index(each)}"
                own["upload"] = chosen
        asked = {"from": word} | ({"into": "files"} if self.chance(0.3) else {})
        if self.chance(0.4):
            asked["even-if-failed"] = True
            joined = self.stands(read, word)
            sessions[name]["needs"] = [each for each in sessions[name]["needs"] if joined.isdisjoint(self.stands(read, each))]
        sessions[name].setdefault("artifacts", {})["download"] = word if len(asked) == 1 else asked

    def _take_out(self):
        """Sessions that do not count for the final job: nothing that counts needs them, and no meta-session has them."""
        sessions = self.data["sessions"]
        if self.data.get("final-job") is False and not self.chance(0.05):  # a mistake, now and then
            return
        for name in [name for name, entry in sessions.items() if self.chance(0.1) and not {"helper", "members"} & entry.keys()]:
            read, outside = self.read(), {other for other, entry in sessions.items() if entry.get("final") is False}
            words = [word for other, entry in [*sessions.items(), *self.data.get("jobs", {}).items()] if other not in outside
                     for word in own_workflows._named(entry) + entry.get("members", [])]
            named = {each.name for word in words if word not in ("tag:ci", "tag:all") for each in read.selected(word)}
            if name not in named:
                sessions[name]["final"] = False

    def _after_final(self):
        """What does not count may wait for the final job; a job then does not count, so nothing that counts needs it."""
        sessions, jobs = self.data["sessions"], self.data.get("jobs", {})
        if self.data.get("final-job") is False:
            return
        outside = {name for name, entry in sessions.items() if entry.get("final") is False}
        needed = {word for name, entry in [*sessions.items(), *jobs.items()] if name not in outside
                  for word in own_workflows._named(entry) + entry.get("members", [])}
        for name, entry in [(name, sessions[name]) for name in sorted(outside)] + [*jobs.items()]:
            if name not in needed and self.chance(0.3):
                words = [word for word in entry.get("needs", []) if word != self._final()]
                jobs.get(name, entry)["needs"] = [*words, self._final()]

    def _share(self):
        """Sessions that share a job by name: one alone, or one and another that nobody could tell apart from it."""
        sessions = self.data["sessions"]
        for name in [name for name, entry in sessions.items() if self.chance(0.08) and "session" not in entry]:
            entry = sessions[name]
            safe = entry.get("parallel-safe", self.data["defaults"].get("parallel-safe"))
            if not safe or {"helper", "members", "calls", "include"} & entry.keys() or "${{" in json.dumps([entry, self.data["defaults"]]):
                continue
            entry["job"] = "shared_" + "".join(each for each in name if each.isascii() and each.isalnum())[:30]
            twin = name + "2"
            said = {**self.data["defaults"], **entry}
            if self.chance(0.5) and not {"needs", "title", "artifacts", "fail-fast"} & said.keys() and twin not in sessions and (
                    "download" not in json.dumps(sessions)):
                sessions[twin] = entry | ({"allow-failure": not entry.get("allow-failure", False)} if self.chance(0.3) else {})
                for other in [*sessions.values(), *self.data.get("jobs", {}).values()]:
                    for key in ("needs", "members"):
                        if name in other.get(key, ()):
                            other[key] = [*other[key], twin]

    def read(self) -> Manifest:
        return Manifest(text(self.data))

    def tags(self) -> list[str]:
        return sorted({tag for entry in self.data["sessions"].values() if "helper" not in entry and "members" not in entry
                       for tag in entry.get("tags", ()) if tag not in ("ci", "all")})

    @staticmethod
    def stands(read: Manifest, word: str) -> set[str]:
        return {each.name for each in read.selected(word) if each.runs}
