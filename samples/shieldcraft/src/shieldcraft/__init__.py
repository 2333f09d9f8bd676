"""Finds the accounts whose failed log-ins stand out."""

from shieldcraft.detect import standing_out
from shieldcraft.ingestion import Event, read

__all__ = ["Event", "read", "standing_out"]
