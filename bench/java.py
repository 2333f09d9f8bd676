"""Which Java there is."""

import glob
import os
import pathlib
import subprocess

FIND = pathlib.Path(__file__).resolve().parent.parent / "start" / "find-java.sh"
EMPTY = "public class Empty { public static void main(String... args) {} }"


def homes() -> list:
    """The home of the Java that the launcher takes, and that of a JDK 25 or newer if it is another."""
    first = _launchers()
    newer = _newer()
    return [first] + [home for home in [newer] if home and not os.path.samefile(home, first)]


def version(home: str) -> str:
    """The first number of its version."""
    return _setting(_executable(home), "java.specification.version")


def compile_empty(home: str, folder: str) -> None:
    """A class that does nothing, for every Java."""
    source = pathlib.Path(folder, "Empty.java")
    source.write_text(EMPTY)
    subprocess.run([os.path.join(home, "bin", "javac"), "--release", "17", "-d", folder, source], check=True)


def _launchers() -> str:
    found = subprocess.run(
        ["sh", "-c", '. "$0" && find_java && echo "$java"', FIND], capture_output=True, text=True, check=True
    )
    return _setting(found.stdout.rstrip("\n"), "java.home")


def _newer() -> "str | None":
    places = [os.environ.get("GEN_CI_JDK25"), *sorted(glob.glob("/usr/lib/jvm/*25*"))]
    places += sorted(glob.glob("/Library/Java/JavaVirtualMachines/*25*/Contents/Home"))
    return next((place for place in places if place and os.path.exists(_executable(place))), None)


def _executable(home: str) -> str:
    return os.path.join(home, "bin", "java")


def _setting(java: str, name: str) -> str:
    text = subprocess.run([java, "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
    return next(line.split(" = ", 1)[1] for line in text.splitlines() if line.strip().startswith(name + " = "))
