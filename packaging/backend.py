"""Builds the wheel: the backend that pyproject.toml names, with the hooks of PEP 517.

A wheel holds what a clone has at the same places, without what builds it: the launcher, start/, the jar, and the sample from
which the start-up archive is recorded. There are two: on Windows the command is an entry point, elsewhere the launcher is
the command, since no Python has to start before it. `pip wheel . -C platform=win_amd64` builds the other one.
The same sources give the same bytes.
"""

import base64
import gzip
import hashlib
import io
import os
import re
import subprocess
import sysconfig
import tarfile
import zipfile
from pathlib import Path

try:
    import tomllib
except ModuleNotFoundError:
    import tomli as tomllib

TOP = Path(__file__).resolve().parent.parent
SAMPLE = "samples/shieldcraft"
TIME = (2026, 1, 1, 0, 0, 0)
SECONDS = 1767225600  # the same moment, as in pom.xml
# What the wheel is made of, besides the sample.
SOURCES = ("LICENSE", "README.md", "docs/diagnostics.md", "docs/workflow.md", "gen-ci", "packaging/backend.py", "packaging/gen_ci",
           "pom.xml", "pyproject.toml", "schemas", "src/main", "start", "templates")
PROGRAM, DATA = 0o100755, 0o100644
# Where shells and man look below the prefix of an installation.
SHARED = {
    "bash": "share/bash-completion/completions/gen-ci",
    "zsh": "share/zsh/site-functions/_gen-ci",
    "fish": "share/fish/vendor_completions.d/gen-ci.fish",
    "man": "share/man/man1/gen-ci.1",
}


def get_requires_for_build_wheel(config_settings=None):
    return []


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel, and returns its name."""
    platform = (config_settings or {}).get("platform") or sysconfig.get_platform().replace("-", "_")
    windows = platform.startswith("win")
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    project["version"] = version()
    tag = f"py3-none-{platform if windows else 'any'}"
    stem = f"gen_ci-{project['version']}"
    files = _package()
    if windows:
        files[f"{stem}.dist-info/entry_points.txt"] = (b"[console_scripts]\ngen-ci = gen_ci.direct:main\n", DATA)
    else:
        files[f"{stem}.data/scripts/gen-ci"] = ((TOP / "gen-ci").read_bytes(), PROGRAM)
        files |= {f"{stem}.data/data/{path}": (_printed("completion", shell), DATA) for shell, path in SHARED.items()}
    files[f"{stem}.dist-info/METADATA"] = (_metadata(project).encode(), DATA)
    files[f"{stem}.dist-info/WHEEL"] = (f"Wheel-Version: 1.0\nGenerator: gen-ci\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(), DATA)
    files[f"{stem}.dist-info/licenses/LICENSE"] = ((TOP / "LICENSE").read_bytes(), DATA)
    name = f"{stem}-{tag}.whl"
    _write(Path(wheel_directory, name), files, f"{stem}.dist-info/RECORD")
    return name


def get_requires_for_build_sdist(config_settings=None):
    return []


def build_sdist(sdist_directory, config_settings=None):
    """Writes the sources of what a wheel holds, from which pip builds the same wheel, and returns the archive's name."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"] | {"version": version()}
    stem = f"gen_ci-{project['version']}"
    files = {f"{stem}/{path.relative_to(TOP).as_posix()}": (path.read_bytes(), _mode(path)) for path in _sources()}
    files[f"{stem}/PKG-INFO"] = (_metadata(project).encode(), DATA)
    unpacked = io.BytesIO()
    with tarfile.open(fileobj=unpacked, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, (content, mode) in sorted(files.items()):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = len(content), mode & 0o777, int(SECONDS)
            archive.addfile(entry, io.BytesIO(content))
    name = f"{stem}.tar.gz"
    Path(sdist_directory, name).write_bytes(gzip.compress(unpacked.getvalue(), mtime=0))
    return name


def _sources():
    """The files of the clone, by git; without git, as in an unpacked archive, all that are there."""
    named = [*SOURCES, f"{SAMPLE}/sessions.yaml", *(f"{SAMPLE}/.{forge}" for forge in ("github", "forgejo"))]
    if (TOP / ".git").exists():
        command = ["git", "ls-files", "-z", "--", *named]
        paths = [TOP / path for path in subprocess.run(command, cwd=TOP, check=True, stdout=subprocess.PIPE).stdout.decode().split("\0") if path]
    else:
        paths = [path for name in named for path in ([TOP / name] if (TOP / name).is_file() else (TOP / name).rglob("*"))]
    return sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts)


def _mode(path):
    return PROGRAM if path.stat().st_mode & 0o100 else DATA


def version():
    """The first version in pom.xml: the project's own."""
    return re.search(r"<version>(.*?)</version>", (TOP / "pom.xml").read_text("utf-8"))[1]


def _package():
    """Content and mode of each file of the package, by its path in the wheel."""
    files = {f"gen_ci/{path.name}": (path.read_bytes(), DATA) for path in sorted((TOP / "packaging/gen_ci").glob("*.py"))}
    files["gen_ci/gen-ci"] = ((TOP / "gen-ci").read_bytes(), PROGRAM)
    inputs = [*sorted((TOP / "start").iterdir()), TOP / SAMPLE / "sessions.yaml"]
    inputs += sorted((TOP / SAMPLE).glob(".*/workflows/*.yml"))
    for path in [*inputs, _jar()]:
        files[f"gen_ci/{path.relative_to(TOP).as_posix()}"] = (path.read_bytes(), DATA)
    return files


def _jar():
    """The launcher knows whether there has to be another; without a shell, whoever builds does."""
    jar = TOP / "target" / "gen-ci.jar"
    if os.name == "posix":
        _printed("--version")
    elif not jar.exists():
        subprocess.run("mvn -B -q -Dquick package", cwd=TOP, shell=True, check=True)
    return jar


def _printed(*arguments):
    return subprocess.run(["sh", TOP / "gen-ci", *arguments], check=True, stdout=subprocess.PIPE).stdout


def _metadata(project):
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {project['version']}",
        f"Summary: {project['description']}",
        f"Keywords: {','.join(project['keywords'])}",
        f"License-Expression: {project['license']}",
        *(f"License-File: {path}" for path in project["license-files"]),
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {dependency}" for dependency in project["dependencies"]),
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + (TOP / project["readme"]).read_text("utf-8")


def _write(path, files, record):
    rows = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, (content, mode) in files.items():
            _add(wheel, name, content, mode)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.append(f"{name},sha256={digest},{len(content)}\n")
        _add(wheel, record, "".join([*rows, f"{record},,\n"]).encode(), DATA)


def _add(wheel, name, content, mode):
    entry = zipfile.ZipInfo(name, TIME)
    entry.external_attr = mode << 16
    entry.create_system = 3  # Unix, so that the mode counts
    entry.compress_type = zipfile.ZIP_DEFLATED
    wheel.writestr(entry, content)
