"""A network in one heap: requests and replies that are lost, doubled, late and out of order."""

import heapq
import random
from collections import Counter
from typing import NamedTuple

TIMEOUT_MS = 20_000


class Request(NamedTuple):
    """``flight`` names the exchange it belongs to, ``index`` its place in it."""

    desk: int
    flight: int
    index: int
    body: bytes


class Reply(NamedTuple):
    desk: int
    flight: int
    index: int
    body: bytes


class Timeout(NamedTuple):
    desk: int
    flight: int


Event = Request | Reply | Timeout


class Network:
    """Times in UTC milliseconds. A healed network delivers everything, once and soon."""

    def __init__(self, rng: random.Random, faults: Counter[str]) -> None:
        self._rng = rng
        self._faults = faults
        self._heap: list[tuple[int, int, Event]] = []
        self._sent = 0
        self.cut: dict[int, int] = {}
        self.healed = False

    def is_cut(self, desk: int, now: int) -> bool:
        return self.cut.get(desk, 0) > now

    def send(self, event: Request | Reply, now: int) -> None:
        what = "request" if isinstance(event, Request) else "reply"
        if self.is_cut(event.desk, now):
            self._faults[f"{what} into a partition"] += 1
            return
        if self.healed:
            self._put(now + 50, event)
            return
        chance = self._rng.random()
        if chance < 0.04:
            self._faults[f"{what} dropped"] += 1
            return
        if chance < 0.12 and what == "request":
            self._faults["request duplicated"] += 1
            self._put(now + self._delay(what), event)
        self._put(now + self._delay(what), event)

    def arm(self, desk: int, flight: int, now: int) -> None:
        self._put(now + TIMEOUT_MS, Timeout(desk, flight))

    def take(self, until: int) -> tuple[int, Event] | None:
        """The next event not later than ``until`` with its time."""
        if not self._heap or self._heap[0][0] > until:
            return None
        at, _, event = heapq.heappop(self._heap)
        if not isinstance(event, Timeout) and self.is_cut(event.desk, at):
            self._faults["lost in flight by a partition"] += 1
            return self.take(until)
        return at, event

    def heal(self) -> None:
        self.cut.clear()
        self.healed = True

    def _delay(self, what: str) -> int:
        chance = self._rng.random()
        if chance < 0.03:
            self._faults[f"{what} later than the time-out"] += 1
            return self._rng.randrange(TIMEOUT_MS, 4 * TIMEOUT_MS)
        if chance < 0.15:
            self._faults[f"{what} delayed"] += 1
            return self._rng.randrange(1_000, 8_000)
        return self._rng.randrange(5, 400)

    def _put(self, at: int, event: Event) -> None:
        self._sent += 1
        heapq.heappush(self._heap, (at, self._sent, event))
