"""Each test has a schema of its own in the one database, so that tests leave nothing behind."""

import os
import uuid

import pytest

import tickets


@pytest.fixture
def url():
    """A service needs some seconds to start: the first test waits for it."""
    name = f"test_{uuid.uuid4().hex}"
    with tickets.connect(patience=30) as connection:
        connection.execute(f"create schema {name}")
        yield f"{os.environ['DATABASE_URL']}?options=-csearch_path%3D{name}"
        connection.execute(f"drop schema {name} cascade")


@pytest.fixture
def connection(url):
    with tickets.connect(url) as connection:
        yield connection
