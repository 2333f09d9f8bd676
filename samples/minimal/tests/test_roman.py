"""Tests of the Roman numerals."""

import pytest

from roman import from_roman, to_roman


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (4, "IV"), (9, "IX"), (44, "XLIV"), (1987, "MCMLXXXVII")],
)
def test_known_numerals(number: int, text: str) -> None:
    assert to_roman(number) == text


def test_there_and_back() -> None:
    assert all(from_roman(to_roman(number)) == number for number in range(1, 4000))


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        to_roman(number)


@pytest.mark.parametrize("text", ["", "IIII", "VX", "MMMM", "ABC", "iv"])
def test_texts_that_are_no_numerals(text: str) -> None:
    with pytest.raises(ValueError, match="not a Roman numeral"):
        from_roman(text)
