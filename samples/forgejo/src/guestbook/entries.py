"""What guests write."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 280


@dataclass(frozen=True)
class Entry:
    """A guest's name and words."""

    guest: str
    words: str

    @classmethod
    def written(cls, guest: str, words: str) -> Entry:
        """Tidy up what a guest typed, or say what is wrong with it."""
        guest, words = " ".join(guest.split()), " ".join(words.split())
        if not guest:
            raise ValueError("please say who you are")
        if not words:
            raise ValueError("please write something")
        if len(words) > LONGEST:
            raise ValueError(f"please stay below {LONGEST} characters")
        return cls(guest, words)
