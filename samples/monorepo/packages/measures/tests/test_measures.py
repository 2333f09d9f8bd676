"""Tests of the units."""

import pytest

from measures import metric


@pytest.mark.parametrize(
    ("amount", "unit", "wanted"),
    [(2, "kg", (2000, "g")), (1.5, "cup", (360, "ml")), (3, "tsp", (15, "ml")), (7, "g", (7, "g"))],
)
def test_amounts(amount: float, unit: str, wanted: tuple[float, str]) -> None:
    assert metric(amount, unit) == wanted


def test_a_word_that_is_no_unit() -> None:
    with pytest.raises(ValueError, match="no unit"):
        metric(1, "handful")
