"""Pushes that wait while the writer is busy share one transaction, so that they share its commit too."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from storedesk.hub.database import Database
from storedesk.protocol.wire import PushRequest, Reply
from storedesk.storage.database_work import Connection, DatabaseTrouble

MOST_ACTIONS = 50
MOST_SECONDS = 0.005
MOST_WAITING = 2_000


class Push(NamedTuple):
    """What a known device wants decided."""

    device_id: str
    request: PushRequest


class Decider(Protocol):
    """Decides pushes of different devices in one transaction, in their order."""

    def handle_pushes(
        self, connection: Connection, pushes: Sequence[Push], now: int, go_on: Callable[[], bool]
    ) -> list[Reply | None]:
        """A reply for each push, None for one that is to be asked again; the rest is left when ``go_on`` says no."""
        ...


class _Waiting(NamedTuple):
    push: Push
    reply: "asyncio.Future[Reply]"


class PushBatches:
    """Used on the event loop. ``now`` is the hub's clock, ``seconds`` one that only goes forward."""

    def __init__(
        self, database: Database, decider: Decider, now: Callable[[], int], seconds: Callable[[], float]
    ) -> None:
        self._database, self._decider, self._now, self._seconds = database, decider, now, seconds
        self._waiting: list[_Waiting] = []
        self._deciding: set[str] = set()
        self._lanes: set[asyncio.Task[None]] = set()

    async def push(self, device_id: str, request: PushRequest) -> Reply:
        """The reply, after the commit; raises ``DatabaseTrouble`` if nothing was written, or the decider's error."""
        if len(self._waiting) >= MOST_WAITING:
            raise DatabaseTrouble("too many requests wait")
        mine = _Waiting(Push(device_id, request), asyncio.get_running_loop().create_future())
        self._waiting.append(mine)
        self._begin()
        return await mine.reply

    async def close(self) -> None:
        """Waits for what has begun; who still waits is answered with ``DatabaseTrouble``."""
        left, self._waiting = self._waiting, []
        for waiting in left:
            _fail(waiting, DatabaseTrouble("the hub stops"))
        await asyncio.gather(*self._lanes, return_exceptions=True)

    def _begin(self) -> None:
        """Opens another lane if one is free and somebody waits for it."""
        if len(self._lanes) < self._database.writers and (batch := self._take()):
            lane = asyncio.create_task(self._decide(batch))
            self._lanes.add(lane)
            lane.add_done_callback(self._ended)

    def _ended(self, lane: "asyncio.Task[None]") -> None:
        self._lanes.discard(lane)
        self._begin()

    def _take(self) -> list[_Waiting]:
        """The next batch in the order of arrival; of a device one push at a time, since each builds on the last."""
        batch: list[_Waiting] = []
        later: list[_Waiting] = []
        actions, devices = 0, set(self._deciding)
        for waiting in self._waiting:
            device_id, request = waiting.push
            fits = not batch or (
                len(batch) < self._database.together and actions + len(request.actions) <= MOST_ACTIONS
            )
            if fits and device_id not in devices:
                batch.append(waiting)
                actions += len(request.actions)
            else:
                later.append(waiting)
            devices.add(device_id)
        self._waiting = later
        self._deciding |= {waiting.push.device_id for waiting in batch}
        return batch

    async def _decide(self, batch: list[_Waiting]) -> None:
        """A transaction that fails is no answer to several: then each has one of its own."""
        (done,) = await asyncio.gather(self._together(batch), return_exceptions=True)
        if isinstance(done, BaseException):
            if len(batch) > 1:
                for waiting in batch:
                    await self._decide([waiting])
                return
            _fail(batch[0], done)
            done = [None]
        for waiting, reply in zip(batch, done, strict=True):
            if reply is not None and not waiting.reply.done():
                waiting.reply.set_result(reply)
        self._deciding -= {waiting.push.device_id for waiting in batch}
        self._waiting[:0] = [waiting for waiting in batch if not waiting.reply.done()]

    async def _together(self, batch: list[_Waiting]) -> list[Reply | None]:
        pushes = [waiting.push for waiting in batch]

        def work(connection: Connection) -> list[Reply | None]:
            until = self._seconds() + MOST_SECONDS
            return self._decider.handle_pushes(
                connection, pushes, self._now(), lambda: self._seconds() < until
            )

        done = await self._database.write(work)
        return [*done, *[None] * (len(batch) - len(done))]


def _fail(waiting: _Waiting, error: BaseException) -> None:
    if not waiting.reply.done():
        waiting.reply.set_exception(error)
