"""Weights in grams, volumes in millilitres."""

METRIC = {
    "g": ("g", 1.0),
    "kg": ("g", 1000.0),
    "ml": ("ml", 1.0),
    "l": ("ml", 1000.0),
    "cup": ("ml", 240.0),
    "tsp": ("ml", 5.0),
}


def metric(amount: float, unit: str) -> tuple[float, str]:
    """An amount in grams or millilitres, with that unit."""
    if unit not in METRIC:
        raise ValueError(f"{unit} is no unit of a kitchen")
    name, factor = METRIC[unit]
    return amount * factor, name
