"""PostgreSQL from this system's package, in place of the service that a job asks for: there are no containers here."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from .machine import Lacking

PATIENCE = 20
PASSWORD = "test"


class Server:
    """A server that runs; `address` is where, `connections` how many there have been."""

    def __init__(self, address, log):
        self.address, self._log = address, log

    def connections(self):
        return len(re.findall(r"connection authorized: user=", self._log.read_text(encoding="utf-8")))


@contextlib.contextmanager
def server():
    """One server for all jobs of a run; on a forge each job has its own."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    user = _nobody_special(folder)
    try:
        (folder / "password").write_text(PASSWORD, encoding="utf-8")
        words = ["--username=postgres", f"--pwfile={folder / 'password'}", "--auth=scram-sha-256", "--no-sync"]
        made = subprocess.run(
            [binaries / "initdb", *words, folder / "data"], capture_output=True, text=True, cwd=folder, **user
        )
        if made.returncode:
            raise Lacking(f"initdb: {made.stderr.strip()[-1000:]}")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "log_connections": "on"}
        command = [binaries / "postgres", "-D", folder / "data", "-p", str(port)]
        command += [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with open(folder / "log", "w") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, **user)
        try:
            _wait(process, port, folder / "log")
            yield Server(f"127.0.0.1:{port}", folder / "log")
        finally:
            process.terminate()
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries():
    """The folder of PostgreSQL's programs: packages keep most of them off the PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if path := shutil.which("postgres"):
        found.append(Path(path))
    if not found:
        raise Lacking("PostgreSQL is not on this machine. Install a package of the system, such as postgresql.")
    return found[-1].parent


def _nobody_special(folder):
    """PostgreSQL refuses to run as root: then the package's own user runs it."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, "postgres", "postgres")
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _wait(process, port, log):
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.1)
    raise Lacking(f"PostgreSQL does not start: {log.read_text(encoding='utf-8')[-1000:]}")


def in_place_of(server):
    """An edit of a workflow: no containers; where it names the host of the service, it names this server."""

    def edit(text):
        text = re.sub(r"^    container: .*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^    services:\n(?:      .*\n)+", "", text, flags=re.MULTILINE)
        return text.replace("@postgres/", f"@{server.address}/")

    return edit
