"""The service: `POST /alerts` takes a log and gives what stands out as JSON."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from http import HTTPStatus
from wsgiref.simple_server import make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from shieldcraft import read, standing_out


def application(
    environ: WSGIEnvironment, start_response: StartResponse
) -> Iterable[bytes]:
    """Answer one request (WSGI)."""
    status, answer = respond(environ)
    body = json.dumps(answer).encode()
    headers = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
    ]
    start_response(f"{status} {status.phrase}", headers)
    return [body]


def respond(environ: WSGIEnvironment) -> tuple[HTTPStatus, object]:
    """Give the status and the answer of one request."""
    match environ["REQUEST_METHOD"], environ["PATH_INFO"]:
        case "GET", "/health":
            return HTTPStatus.OK, {"status": "ok"}
        case "POST", "/alerts":
            length = int(environ.get("CONTENT_LENGTH") or 0)
            try:
                log = environ["wsgi.input"].read(length).decode()
                alerts = standing_out(read(log.splitlines()))
            except ValueError as error:
                return HTTPStatus.BAD_REQUEST, {"error": str(error)}
            return HTTPStatus.OK, [asdict(alert) for alert in alerts]
        case _:
            return HTTPStatus.NOT_FOUND, {"error": "no such page"}


if __name__ == "__main__":
    with make_server(os.environ.get("HOST", "127.0.0.1"), 8000, application) as server:
        server.serve_forever()
