"""How many calls a platform's host gets at once, and when the next: a congestion window, and waits it asks for."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

FIRST_WINDOW = 2.0
SMALLEST_WINDOW = 1.0
GROWTH = 0.2
LONGEST_WAIT_MS = 60_000


class RateControl:
    """One per host, on one event loop. A good answer lets the window grow, a busy one halves it and waits."""

    def __init__(
        self, now: Callable[[], int], sleep: Callable[[float], Awaitable[None]], most: int = 4
    ) -> None:
        self._now, self._sleep, self._most = now, sleep, most
        self._window, self._under_way, self._not_before = min(FIRST_WINDOW, most), 0, 0
        self._freed = asyncio.Event()

    @property
    def window(self) -> float:
        return self._window

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits until a call may begin."""
        while True:
            left = self._not_before - self._now()
            if left > 0:
                await self._sleep(left / 1000)
            elif self._under_way >= int(self._window):
                self._freed.clear()
                await self._freed.wait()
            else:
                break
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._freed.set()

    def good(self) -> None:
        self._window = min(float(self._most), self._window + GROWTH / self._window)
        self._freed.set()

    def busy(self, wait_ms: int) -> None:
        """The host asks for less: so long (at most a minute) nothing begins."""
        self._window = max(SMALLEST_WINDOW, self._window / 2)
        self.pause(wait_ms)

    def pause(self, wait_ms: int) -> None:
        """Nothing begins for so long, for a budget that fills up again by itself."""
        self._not_before = max(self._not_before, self._now() + min(max(wait_ms, 0), LONGEST_WAIT_MS))
