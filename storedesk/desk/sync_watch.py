"""What a desk notices about its sync over many rounds: standing still, a hub put back, its data in use twice."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

import msgspec

from storedesk.desk.desk_clock import DeskClock
from storedesk.domain.sync_alarm import Answered, Standing, after_answer, after_silence, stands_still
from storedesk.protocol.wire import HelloReply, Reply
from storedesk.storage.desk_standing import Where, where_it_stands
from storedesk.storage.desk_store import DeskStore

T = TypeVar("T")

NOTED = "sync_noticed"
LONG_AWAY_MS = 90 * 86_400_000
"""A desk that was away for longer has lost its place in the feed by that alone."""


class InDatabase(Protocol):
    """Runs a function on the thread that owns the writing connection."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


class Noticed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept over restarts; times in UTC ms, 0 for never."""

    restored_at: int = 0
    copied_at: int = 0
    forks: int = 0


class SyncWatch:
    """Told of each round and reply, on the event loop. How long it has stood still is forgotten by a restart, on
    purpose: the 15 minutes begin anew."""

    def __init__(self) -> None:
        self.noticed = Noticed()
        self._standing = Standing()
        self._where = Where(None, 0)
        self._hello: HelloReply | None = None
        self._answered = False
        self._head = self._fetched = 0

    def resume(self, text: str | None) -> None:
        """What was kept before; unreadable text is nothing."""
        try:
            self.noticed = msgspec.json.decode(text or "{}", type=Noticed)
        except msgspec.MsgspecError:
            self.noticed = Noticed()

    def begin_round(self) -> None:
        self._hello, self._answered = None, False

    def heard(self, reply: Reply) -> None:
        """The hub answered something."""
        self._answered = True
        if isinstance(reply, HelloReply):
            self._hello, self._head = reply, reply.head

    def fetched(self, done: int) -> None:
        """So many bytes of a copy are here."""
        self._fetched = done

    def told(self) -> dict[str, Any]:
        """The lines of ``SyncState`` that this is about."""
        return {
            "stuck": stands_still(self._standing),
            "restored_at": self.noticed.restored_at,
            "copied_at": self.noticed.copied_at,
            "parked": self._where.parked,
            "corrected": self._where.corrected,
        }

    async def look(
        self, in_database: InDatabase, store: DeskStore, clock: DeskClock, last_good: int | None
    ) -> None:
        """After each round: what it shows beside the ones before; raises ``DatabaseTrouble``."""

        restored_at = self.noticed.restored_at

        def where() -> Where:
            with store.begin() as connection:
                return where_it_stands(connection, restored_at)

        self._where = await in_database(where)
        before = self.noticed
        self.after_round(self._where, clock.monotonic(), clock.now(), last_good)
        if self.noticed != before:
            text = msgspec.json.encode(self.noticed).decode()
            await in_database(lambda: store.note(NOTED, text))

    def after_round(self, where: Where, steady: int, now: int, last_good: int | None) -> None:
        """``steady`` on a clock that never jumps, ``now`` and ``last_good`` in UTC ms."""
        if not self._answered:
            self._standing = after_silence(self._standing, steady)
            return
        seen = Answered(where.first, where.position, self._head, self._fetched)
        self._standing = after_answer(self._standing, seen, steady)
        if self._hello is not None:
            self.noticed = _after_hello(self.noticed, self._hello, now, last_good)


def _after_hello(before: Noticed, hello: HelloReply, now: int, last_good: int | None) -> Noticed:
    restored, copied = before.restored_at, before.copied_at
    unknown = hello.put_back or not hello.cursor_known
    if unknown and last_good is not None and now - last_good < LONG_AWAY_MS:
        restored = now
    if hello.forks > before.forks:
        copied = now
    return Noticed(restored, copied, max(before.forks, hello.forks))
