"""The service: `GET /` gives all entries as JSON, `POST /` adds one."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from wsgiref.simple_server import make_server
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from guestbook.entries import Entry
from guestbook.store import Store


def application(store: Store) -> WSGIApplication:
    """The service over this store (WSGI)."""

    def respond(environ: WSGIEnvironment) -> tuple[HTTPStatus, object]:
        match environ["REQUEST_METHOD"]:
            case "GET":
                return HTTPStatus.OK, [asdict(entry) for entry in store.entries()]
            case "POST":
                length = int(environ.get("CONTENT_LENGTH") or 0)
                try:
                    sent = json.loads(environ["wsgi.input"].read(length))
                    entry = Entry.written(str(sent["guest"]), str(sent["words"]))
                except (KeyError, TypeError, ValueError) as error:
                    return HTTPStatus.BAD_REQUEST, {"error": str(error)}
                store.add(entry)
                return HTTPStatus.CREATED, asdict(entry)
            case _:
                return HTTPStatus.METHOD_NOT_ALLOWED, {"error": "GET or POST"}

    def answer(
        environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]:
        status, content = respond(environ)
        start_response(
            f"{status} {status.phrase}", [("Content-Type", "application/json")]
        )
        return [json.dumps(content).encode()]

    return answer


if __name__ == "__main__":
    book = Store(Path(os.environ.get("GUESTBOOK_DATABASE", "guestbook.db")))
    book.migrate()
    with make_server("127.0.0.1", 8000, application(book)) as server:
        server.serve_forever()
