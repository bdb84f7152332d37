"""How far two places are from each other, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

from storedesk.domain.records import Place

_EARTH_KM = 6371.0
_MILLIONTHS = 1_000_000


def kilometres(first: Place, second: Place) -> int | None:
    """Whole kilometres, rounded; None where one of them has no position."""
    if None in (first.latitude, first.longitude, second.latitude, second.longitude):
        return None
    north_1, east_1 = _radians(first.latitude), _radians(first.longitude)
    north_2, east_2 = _radians(second.latitude), _radians(second.longitude)
    half = sin((north_2 - north_1) / 2) ** 2
    half += cos(north_1) * cos(north_2) * sin((east_2 - east_1) / 2) ** 2
    return round(2 * _EARTH_KM * asin(sqrt(min(1.0, half))))


def _radians(millionths: int | None) -> float:
    return radians((millionths or 0) / _MILLIONTHS)
