"""Finds what stands out."""

from collections.abc import Iterable, Sequence
from math import copysign, inf
from statistics import median

from shieldcraft.ingestion import Event

LIMIT = 3.5


def scores(values: Sequence[float]) -> list[float]:
    """Modified z-scores: distances from the median, in usual distances."""
    if not values:
        return []
    middle = median(values)
    usual = median(abs(v - middle) for v in values)
    if usual == 0:
        return [0.0 if v == middle else copysign(inf, v - middle) for v in values]
    return [0.6745 * (v - middle) / usual for v in values]


def standing_out(events: Iterable[Event], limit: float = LIMIT) -> list[Event]:
    """The events with far more failures than usual, in their order."""
    events = list(events)
    scored = zip(events, scores([event.failures for event in events]), strict=True)
    return [event for event, score in scored if score > limit]
