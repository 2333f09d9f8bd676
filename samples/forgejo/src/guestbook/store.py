"""Keeps entries in a database, whose shape changes by migrations."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path

from guestbook.entries import Entry

# Each migration: how to go there, and how to go back.
MIGRATIONS = (
    (
        "CREATE TABLE entry (guest TEXT NOT NULL, words TEXT NOT NULL)",
        "DROP TABLE entry",
    ),
    (
        "CREATE INDEX entry_by_guest ON entry (guest)",
        "DROP INDEX entry_by_guest",
    ),
)


@dataclass(frozen=True)
class Store:
    """A guest book's database."""

    path: Path

    def migrate(self, version: int = len(MIGRATIONS)) -> None:
        """Bring the database to a version, up or down, or leave it as it was."""
        with closing(sqlite3.connect(self.path)) as database, database:
            database.execute("BEGIN IMMEDIATE")
            (current,) = database.execute("PRAGMA user_version").fetchone()
            for up, _ in MIGRATIONS[current:version]:
                database.execute(up)
            for _, down in reversed(MIGRATIONS[version:current]):
                database.execute(down)
            database.execute(f"PRAGMA user_version = {version:d}")

    def add(self, entry: Entry) -> None:
        """Keep one more entry."""
        with closing(sqlite3.connect(self.path)) as database, database:
            database.execute("INSERT INTO entry VALUES (?, ?)", astuple(entry))

    def entries(self) -> list[Entry]:
        """All entries, the oldest first."""
        with closing(sqlite3.connect(self.path)) as database:
            rows = database.execute("SELECT guest, words FROM entry ORDER BY rowid")
            return [Entry(guest, words) for guest, words in rows]
