"""A guest book for a small web site."""

from guestbook.entries import Entry
from guestbook.store import Store

__all__ = ["Entry", "Store"]
