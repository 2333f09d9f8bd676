"""Tickets of a shop: customers draw numbers, and each clerk calls the next one.

The numbers are in a PostgreSQL database, so that any number of machines and clerks share them.
"""

import os
import time

import psycopg
from psycopg.rows import TupleRow

__all__ = ["SCHEMA", "call", "connect", "draw", "label", "upgrade"]

# Each step upgrades a database of the release before it.
SCHEMA = (
    "create table ticket (number bigint generated always as identity primary key, called boolean not null default false)",
    "alter table ticket add column clerk text",
)


def connect(url: str | None = None, patience: float = 0) -> psycopg.Connection[TupleRow]:
    """Connects to the database at `url`, or in DATABASE_URL. Waits up to `patience` seconds until it answers."""
    end = time.monotonic() + patience
    while True:
        try:
            return psycopg.connect(url or os.environ["DATABASE_URL"], autocommit=True)
        except psycopg.OperationalError:
            if time.monotonic() >= end:
                raise
            time.sleep(0.2)


def upgrade(connection: psycopg.Connection[TupleRow], to: int = len(SCHEMA)) -> int:
    """Does the steps of SCHEMA that this database lacks, up to `to`. Gives how many it did."""
    with connection.transaction():
        connection.execute("create table if not exists release (step int not null)")
        connection.execute("lock table release")
        done = _number(connection.execute("select count(*) from release")) or 0
        for number, step in enumerate(SCHEMA[done:to], done + 1):
            connection.execute(step)
            connection.execute("insert into release values (%s)", [number])
    return max(0, to - done)


def draw(connection: psycopg.Connection[TupleRow]) -> int:
    """Draws a number."""
    number = _number(connection.execute("insert into ticket default values returning number"))
    assert number is not None
    return number


def call(connection: psycopg.Connection[TupleRow], clerk: str) -> int | None:
    """Calls the lowest number that nobody has called, or nothing. Two clerks never call the same one."""
    next_one = connection.execute(
        """update ticket set called = true, clerk = %s where number = (
               select number from ticket where not called order by number limit 1 for update skip locked
           ) returning number""",
        [clerk],
    )
    return _number(next_one)


def _number(cursor: psycopg.Cursor[TupleRow]) -> int | None:
    row = cursor.fetchone()
    return int(row[0]) if row else None


def label(number: int) -> str:
    """What is printed on a ticket: 7 is A07, 99 is A99, 100 is B00."""
    letter, rest = divmod(number, 100)
    return f"{chr(ord('A') + letter % 26)}{rest:02}"
