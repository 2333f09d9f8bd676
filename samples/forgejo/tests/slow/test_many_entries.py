"""Tests that take too long for every commit."""

from pathlib import Path

from guestbook import Entry, Store

MANY = 500


def test_the_oldest_comes_first_among_many(tmp_path: Path) -> None:
    store = Store(tmp_path / "guestbook.db")
    store.migrate()
    entries = [Entry("Ada", f"Hello, for the {count}. time") for count in range(MANY)]
    for entry in entries:
        store.add(entry)
    assert store.entries() == entries
