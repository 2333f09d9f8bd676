"""Tests of reading a log and of finding what stands out."""

from math import inf

import pytest

from shieldcraft import Event, read, standing_out
from shieldcraft.detect import scores

LOG = """\
# hour account failures
2026-03-01T09:00 alice 2
2026-03-01T09:00 bob 41

2026-03-01T09:00 carol 3
2026-03-01T09:00 dan 1
"""


def test_reads_events_and_skips_the_rest() -> None:
    events = list(read(LOG.splitlines()))
    assert [event.account for event in events] == ["alice", "bob", "carol", "dan"]
    assert events[1] == Event("2026-03-01T09:00", "bob", 41)


@pytest.mark.parametrize("line", ["alice 2", "2026-03-01T09:00 alice many"])
def test_names_the_line_that_is_no_event(line: str) -> None:
    with pytest.raises(ValueError, match="line 2: not an event"):
        list(read(["# a comment", line]))


def test_bob_stands_out() -> None:
    assert [event.account for event in standing_out(read(LOG.splitlines()))] == ["bob"]


def test_a_quiet_account_does_not_stand_out() -> None:
    events = [Event("now", name, 30) for name in ("alice", "bob", "carol")]
    assert standing_out([*events, Event("now", "dan", 0)]) == []


def test_nothing_stands_out_of_nothing() -> None:
    assert standing_out([]) == []


def test_scores_are_distances_from_the_median() -> None:
    assert scores([1, 2, 3, 4, 5]) == pytest.approx([-1.349, -0.6745, 0, 0.6745, 1.349])


def test_scores_where_nothing_strays() -> None:
    assert scores([5, 5, 5, 6, 4]) == [0, 0, 0, inf, -inf]
