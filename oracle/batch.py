"""One compiler process for many manifests: Batch.java, run from its source beside the compiler's jar."""

import struct
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCE = REPOSITORY / "src/test/java/dev/genci/oracle/Batch.java"

PARTS = ("error", "warning", "note", "bug")  # every other part is a forge, a path and its workflow


class Answer:
    """`files`: forge, path and text of each workflow; `workflows`: forge → text of the first. `errors`: the rules that refused the manifest. `bugs`: what the compiler threw."""

    def __init__(self, parts: list[tuple[str, str]]):
        self.files = [(*name.split(" ", 1), text) for name, text in parts if name not in PARTS]
        self.workflows = {forge: text for forge, _, text in reversed(self.files)}
        self.errors = [text for name, text in parts if name == "error"]
        self.bugs = [text for name, text in parts if name == "bug"]

    @property
    def rules(self) -> set[str]:
        return {text.split(":")[0] for text in self.errors}


class Compiler:
    def __init__(self):
        command = ["java", "-XX:TieredStopAtLevel=1", "-cp", REPOSITORY / "target/gen-ci.jar", SOURCE]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def compile(self, manifest: str) -> Answer:
        data = manifest.encode()
        self.process.stdin.write(struct.pack(">i", len(data)) + data)
        self.process.stdin.flush()
        return Answer([(self._text(), self._text()) for _ in range(self._number())])

    def _text(self) -> str:
        return self._exactly(self._number()).decode()

    def _number(self) -> int:
        return struct.unpack(">i", self._exactly(4))[0]

    def _exactly(self, size: int) -> bytes:
        data = self.process.stdout.read(size)
        if len(data) < size:
            raise EOFError("the compiler's process ended")
        return data

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


def build():
    """Makes the compiler's jar current: the launcher does, whatever it is asked."""
    subprocess.run([REPOSITORY / "gen-ci", "--version"], check=True, stdout=subprocess.DEVNULL)
