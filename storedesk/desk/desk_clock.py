"""The desk's time as the hub would tell it: the machine's clock and a correction learned from hellos."""

from collections.abc import Callable
from typing import NamedTuple

CHANGED_MS = 5 * 60_000


class ClockMark(NamedTuple):
    """What the clocks showed together when the hub was last heard, in milliseconds."""

    hub: int
    wall: int
    monotonic: int

    def text(self) -> str:
        return f"{self.hub} {self.wall} {self.monotonic}"

    @classmethod
    def from_text(cls, text: str | None) -> "ClockMark | None":
        parts = (text or "").split()
        return cls(*map(int, parts)) if len(parts) == 3 and all(part.isdecimal() for part in parts) else None


class DeskClock:
    """``offset`` is what the hub's clock was ahead at the last hello, ``error`` how far that may be off (ms).

    Between hellos time runs by the monotonic clock, so that a jump of the machine's clock changes nothing.
    """

    def __init__(
        self, wall: Callable[[], int], monotonic: Callable[[], int], offset: int = 0, error: int = 60_000
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self.offset, self.error = offset, error
        self._anchor = wall() + offset
        self._anchored_at = monotonic()

    def now(self) -> int:
        """Hub-corrected UTC milliseconds."""
        return self._anchor + self._monotonic() - self._anchored_at

    def learn(self, hub_now: int, asked_at: int) -> None:
        """Takes the hub's time from a reply; ``asked_at`` is ``monotonic()`` when the request left."""
        arrived = self._monotonic()
        travel = max(0, arrived - asked_at)
        self.error = travel // 2 + 1
        self._anchor, self._anchored_at = hub_now + travel // 2, arrived
        self.offset = self._anchor - self._wall()

    def mark(self) -> ClockMark:
        """To be kept, so that the next start knows the time before it hears the hub."""
        return ClockMark(self.now(), self._wall(), self._monotonic())

    def resume(self, mark: ClockMark) -> None:
        """Goes on from an earlier start: never before what the hub has said then, and where the machine's
        clock was set back meanwhile, by the monotonic clock."""
        wall, monotonic = self._wall(), self._monotonic()
        by_wall = mark.hub + wall - mark.wall
        by_monotonic = mark.hub + max(0, monotonic - mark.monotonic)
        self._anchor = by_wall if by_wall >= by_monotonic - CHANGED_MS else by_monotonic
        self._anchor = max(self._anchor, mark.hub)
        self._anchored_at = monotonic
        self.offset = self._anchor - wall

    def monotonic(self) -> int:
        return self._monotonic()
