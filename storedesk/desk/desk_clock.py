"""The desk's time as the hub would tell it: the machine's clock and a correction learned from hellos."""

from collections.abc import Callable


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

    def monotonic(self) -> int:
        return self._monotonic()
