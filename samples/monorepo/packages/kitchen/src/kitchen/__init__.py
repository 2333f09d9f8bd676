"""Recipes for more guests, or for fewer."""

from measures import metric


def scaled(line: str, guests: int, usual: int) -> str:
    """A line of a recipe for so many guests: an amount, a unit and what it is."""
    amount, unit, what = line.split(maxsplit=2)
    number, name = metric(float(amount), unit)
    return f"{number * guests / usual:g} {name} {what}"
