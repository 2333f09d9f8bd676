"""Tests of the migrations, with the shared database."""

import sqlite3

import pytest

from guestbook import Entry, Store
from guestbook.store import MIGRATIONS


def test_every_step_up_and_down(shared_store: Store) -> None:
    steps = range(len(MIGRATIONS) + 1)
    for version in [*steps, *reversed(steps)]:
        shared_store.migrate(version)


def test_new_versions_keep_entries(shared_store: Store) -> None:
    shared_store.migrate(1)
    shared_store.add(Entry("Ada", "Hello"))
    shared_store.migrate()
    assert shared_store.entries() == [Entry("Ada", "Hello")]


def test_version_0_is_empty(shared_store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        shared_store.entries()
