"""Tells connected desks that the feed has moved: at most once per desk in 100 ms, and a lost hint loses nothing."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec

from storedesk.storage.database_work import DatabaseTrouble

EVERY_SECONDS = 0.1
QUIET_SECONDS = 15.0
LOOK_SECONDS = 0.5
MOST_DESKS = 5_000


class TooManyListeners(Exception):
    """More desks listen than this hub serves; they still poll."""


class Hints:
    """One stream per desk, a new one ends the one before; used on the event loop."""

    def __init__(self) -> None:
        self._head = 0
        self._wakers: dict[str, asyncio.Event] = {}
        self._closed = False

    def moved(self, head: int) -> None:
        """The feed has reached ``head``."""
        if head > self._head:
            self._head = head
            for waker in self._wakers.values():
                waker.set()

    def close(self) -> None:
        """Ends every stream, so that the server can stop."""
        self._closed = True
        for waker in self._wakers.values():
            waker.set()

    async def watch(self, read_head: Callable[[], Awaitable[int]]) -> None:
        """Looks for changes made by other processes while somebody listens; runs until cancelled."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if self._wakers:
                try:
                    self.moved(await read_head())
                except DatabaseTrouble:
                    continue

    async def stream(self, device_id: str) -> AsyncIterator[bytes]:
        """Server-sent events with the feed's head; a comment after a quiet time keeps the line open."""
        if len(self._wakers) >= MOST_DESKS:
            raise TooManyListeners
        before = self._wakers.get(device_id)
        mine = self._wakers[device_id] = asyncio.Event()
        if before is not None:
            before.set()
        told = -1
        try:
            yield b": connected\n\n"
            while not self._closed and self._wakers.get(device_id) is mine:
                if self._head > told:
                    told = self._head
                    yield b"event: head\ndata: " + msgspec.json.encode({"head": told}) + b"\n\n"
                    await asyncio.sleep(EVERY_SECONDS)
                elif not await _within(mine, QUIET_SECONDS):
                    yield b": still here\n\n"
                mine.clear()
        finally:
            if self._wakers.get(device_id) is mine:
                del self._wakers[device_id]


async def _within(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
