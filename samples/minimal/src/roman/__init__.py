"""Roman numerals, there and back."""

__all__ = ["from_roman", "to_roman"]

_NUMERALS = {
    "M": 1000,
    "CM": 900,
    "D": 500,
    "CD": 400,
    "C": 100,
    "XC": 90,
    "L": 50,
    "XL": 40,
    "X": 10,
    "IX": 9,
    "V": 5,
    "IV": 4,
    "I": 1,
}


def to_roman(number: int) -> str:
    """Write a number from 1 to 3999 as a Roman numeral."""
    if not 1 <= number <= 3999:
        raise ValueError(f"the Romans had no numeral for {number}")
    text = ""
    for numeral, value in _NUMERALS.items():
        count, number = divmod(number, value)
        text += numeral * count
    return text


def from_roman(text: str) -> int:
    """Read a Roman numeral; only the usual way of writing it counts."""
    number, rest = 0, text
    for numeral, value in _NUMERALS.items():
        while rest.startswith(numeral):
            number += value
            rest = rest.removeprefix(numeral)
    if rest or not 1 <= number <= 3999 or to_roman(number) != text:
        raise ValueError(f"not a Roman numeral: {text!r}")
    return number
