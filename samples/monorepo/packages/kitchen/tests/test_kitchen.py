"""Tests of the recipes."""

import pytest

from kitchen import scaled


def test_more_guests() -> None:
    assert scaled("250 g flour", guests=6, usual=4) == "375 g flour"


def test_other_units() -> None:
    assert scaled("1 cup cold milk", guests=1, usual=2) == "120 ml cold milk"


def test_a_line_that_is_none() -> None:
    with pytest.raises(ValueError, match="no unit"):
        scaled("2 fresh eggs", guests=1, usual=1)
