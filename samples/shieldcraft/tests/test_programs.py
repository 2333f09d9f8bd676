"""Tests of what users start: the command line and the service."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from shieldcraft.__main__ import main
from shieldcraft.api import application

LOG = "09:00 alice 2\n09:00 bob 41\n09:00 carol 3\n09:00 dan 1\n"


class Quiet(WSGIRequestHandler):
    """Prints no line for each request."""

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def service() -> Iterator[HTTPConnection]:
    """A connection to the running service."""
    with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        yield connection
        connection.close()
        server.shutdown()
        thread.join()


def test_main_prints_what_stands_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log"
    log.write_text(LOG, encoding="utf-8")
    assert main([str(log)]) == 1
    assert capsys.readouterr().out == "09:00 bob: 41 failed log-ins\n"


def test_main_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.slow
def test_ingestion_prints_json() -> None:
    command = [sys.executable, "-m", "shieldcraft.ingestion"]
    result = subprocess.run(
        command, input=LOG, capture_output=True, text=True, check=True
    )
    first = json.loads(result.stdout.splitlines()[0])
    assert first == {"hour": "09:00", "account": "alice", "failures": 2}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "path", "body", "status", "answer"),
    [
        ("GET", "/health", "", 200, {"status": "ok"}),
        (
            "POST",
            "/alerts",
            LOG,
            200,
            [{"hour": "09:00", "account": "bob", "failures": 41}],
        ),
        ("POST", "/alerts", "?", 400, {"error": "line 1: not an event: '?'"}),
        ("GET", "/", "", 404, {"error": "no such page"}),
    ],
)
def test_service_answers(
    service: HTTPConnection,
    method: str,
    path: str,
    body: str,
    status: int,
    answer: object,
) -> None:
    service.request(method, path, body)
    response = service.getresponse()
    assert (response.status, json.load(response)) == (status, answer)
