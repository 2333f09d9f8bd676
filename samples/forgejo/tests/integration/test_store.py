"""Tests of the store, each with a database of its own."""

from pathlib import Path

import pytest

from guestbook import Entry, Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store at the newest version."""
    store = Store(tmp_path / "guestbook.db")
    store.migrate()
    return store


def test_gives_back_what_it_keeps(store: Store) -> None:
    entries = [Entry("Ada", "Hello"), Entry("Grace", "Good evening")]
    for entry in entries:
        store.add(entry)
    assert store.entries() == entries


def test_migrating_again_keeps_everything(store: Store) -> None:
    store.add(Entry("Ada", "Hello"))
    store.migrate()
    assert store.entries() == [Entry("Ada", "Hello")]


def test_words_are_never_taken_for_sql(store: Store) -> None:
    entry = Entry("Bobby", "'); DROP TABLE entry; --")
    store.add(entry)
    assert store.entries() == [entry]
