"""What the tests of several folders share."""

import os
from pathlib import Path

import pytest

from guestbook import Store


@pytest.fixture
def shared_store() -> Store:
    """The team's one database, emptied: whoever uses it must be alone."""
    store = Store(Path(os.environ["GUESTBOOK_DATABASE"]))
    store.migrate(0)
    return store
