"""Tests of what guests may write."""

import pytest

from guestbook import Entry
from guestbook.entries import LONGEST


def test_tidies_up_spaces() -> None:
    entry = Entry.written("  Ada\tLovelace ", "What a\n  fine engine!")
    assert entry == Entry("Ada Lovelace", "What a fine engine!")


@pytest.mark.parametrize(
    ("guest", "words", "complaint"),
    [
        (" ", "Hello", "who you are"),
        ("Ada", "\n", "write something"),
        ("Ada", "x" * (LONGEST + 1), "stay below"),
    ],
)
def test_says_what_is_wrong(guest: str, words: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        Entry.written(guest, words)


def test_the_longest_entry_is_welcome() -> None:
    assert len(Entry.written("Ada", "x" * LONGEST).words) == LONGEST
