"""Tests of the service, with the shared database."""

import json
from io import BytesIO

import pytest

from guestbook import Store
from guestbook.api import application


def ask(store: Store, method: str, sent: str = "") -> tuple[str, object]:
    """Send one request; gives the status and the answer."""
    statuses: list[str] = []
    environ = {
        "REQUEST_METHOD": method,
        "CONTENT_LENGTH": str(len(sent)),
        "wsgi.input": BytesIO(sent.encode()),
    }

    def start_response(status: str, *_: object) -> object:
        statuses.append(status)
        return None

    body = b"".join(application(store)(environ, start_response))  # type: ignore[arg-type]
    return statuses[0], json.loads(body)


@pytest.fixture
def store(shared_store: Store) -> Store:
    """The shared database, empty and at the newest version."""
    shared_store.migrate()
    return shared_store


def test_an_empty_book(store: Store) -> None:
    assert ask(store, "GET") == ("200 OK", [])


def test_a_guest_writes_and_reads(store: Store) -> None:
    entry = {"guest": "Ada", "words": "Hello"}
    assert ask(store, "POST", json.dumps(entry)) == ("201 Created", entry)
    assert ask(store, "GET") == ("200 OK", [entry])


@pytest.mark.parametrize("sent", ["", "[]", "{}", '{"guest": "Ada", "words": " "}'])
def test_what_is_no_entry_is_refused(store: Store, sent: str) -> None:
    status, _ = ask(store, "POST", sent)
    assert status == "400 Bad Request"
    assert store.entries() == []


def test_other_methods_are_refused(store: Store) -> None:
    assert ask(store, "DELETE")[0] == "405 Method Not Allowed"
