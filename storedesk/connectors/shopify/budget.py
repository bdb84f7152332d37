"""How long to wait before a request so that its cost fits into what the shop gives: no line, no clock."""

from collections.abc import Mapping
from typing import Any, NamedTuple

FIRST_MAXIMUM, FIRST_RATE = 1000.0, 50.0
"""Taken where the shop does not say: the smallest that any page names."""


class Cost(NamedTuple):
    """What an answer says of its cost; None where it does not."""

    requested: float | None
    maximum: float | None
    available: float | None
    rate: float | None


def cost_of(answer: Mapping[str, Any]) -> Cost:
    """Out of an answer's extensions; anything missing or odd is None."""
    cost = _inner(_inner(answer, "extensions"), "cost")
    status = _inner(cost, "throttleStatus")
    return Cost(
        _number(cost.get("requestedQueryCost")),
        _number(status.get("maximumAvailable")),
        _number(status.get("currentlyAvailable")),
        _number(status.get("restoreRate")),
    )


class Budget:
    """What is left of the bucket, as far as the last answers told: kept in 1/1,000 of a point, so that a point per
    second is one of them per millisecond. Times are UTC milliseconds."""

    def __init__(self) -> None:
        self._maximum, self._rate = _thousandths(FIRST_MAXIMUM), round(FIRST_RATE)
        self._available, self._at = self._maximum, 0
        self._costs: dict[str, int] = {}

    def cost_of(self, name: str) -> float | None:
        """Points that an operation asked for last time; None where that is not known."""
        found = self._costs.get(name)
        return None if found is None else found / 1000

    def wait_before(self, name: str, now: int) -> int:
        """Milliseconds until the bucket holds what this request cost last time."""
        return self._wait_for(self._costs.get(name, 0), now)

    def begun(self, name: str, now: int) -> None:
        """Takes the expected cost off at once, so that requests side by side see each other."""
        self._available, self._at = self._projected(now) - self._costs.get(name, 0), now

    def heard(self, name: str, cost: Cost, now: int) -> None:
        if cost.requested is not None:
            self._costs[name] = _thousandths(cost.requested)
        if cost.maximum is not None and cost.maximum > 0:
            self._maximum = _thousandths(cost.maximum)
        if cost.rate is not None and cost.rate >= 1:
            self._rate = int(cost.rate)
        if cost.available is not None:
            self._available, self._at = min(_thousandths(cost.available), self._maximum), now

    def wait_after_refusal(self, name: str, cost: Cost, now: int) -> int:
        """Milliseconds to wait after THROTTLED: until what was asked for is there, and never nothing."""
        if cost.available is None:
            self._available, self._at = 0, now
        return max(self._wait_for(self._costs.get(name, self._rate * 1000), now), 100)

    def _wait_for(self, needed: int, now: int) -> int:
        missing = min(needed, self._maximum) - self._projected(now)
        return -(-missing // self._rate) if missing > 0 else 0

    def _projected(self, now: int) -> int:
        return min(self._maximum, self._available + max(0, now - self._at) * self._rate)


def _thousandths(points: float) -> int:
    return int(points * 1000)


def _inner(found: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = found.get(name)
    return inner if isinstance(inner, dict) else {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
