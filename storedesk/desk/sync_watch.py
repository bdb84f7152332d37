"""What a desk notices about its sync over many rounds: standing still, a hub put back, its data in use twice."""

from typing import NamedTuple

import msgspec

from storedesk.domain.sync_alarm import (
    Answered,
    Standing,
    after_answer,
    after_silence,
    stands_still,
)
from storedesk.protocol.wire import HelloReply
from storedesk.storage.desk_standing import Where

NOTED = "sync_noticed"
LONG_AWAY_MS = 90 * 86_400_000
"""A desk that was away for longer has lost its place in the feed by that alone."""


class Noticed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept over restarts; times in UTC ms, 0 for never."""

    restored_at: int = 0
    copied_at: int = 0
    forks: int = 0


class Heard(NamedTuple):
    """What one round heard: the hub's greeting, if it got so far, and whether the hub answered at all."""

    hello: HelloReply | None
    answered: bool
    fetched: int = 0


class SyncWatch:
    """Told of each round; used by one thread at a time. Its standing is forgotten by a restart, on purpose: the
    15 minutes begin anew."""

    def __init__(self) -> None:
        self.noticed = Noticed()
        self._standing = Standing()
        self._head = 0

    def resume(self, text: str | None) -> None:
        """What was kept before; unreadable text is nothing."""
        try:
            self.noticed = msgspec.json.decode(text or "{}", type=Noticed)
        except msgspec.MsgspecError:
            self.noticed = Noticed()

    @property
    def stuck(self) -> str:
        """``queue`` or ``feed`` where it has stood still for 15 minutes though the hub answers; else empty."""
        return stands_still(self._standing)

    def after_round(self, heard: Heard, where: Where, steady: int, now: int, last_good: int | None) -> str | None:
        """``steady`` on a clock that never jumps, ``now`` in UTC ms; the text to keep where something new was
        noticed."""
        if not heard.answered:
            self._standing = after_silence(self._standing, steady)
            return None
        if heard.hello is not None:
            self._head = heard.hello.head
        seen = Answered(where.first, where.position, self._head, heard.fetched)
        self._standing = after_answer(self._standing, seen, steady)
        before = self.noticed
        if heard.hello is not None:
            self.noticed = _after_hello(before, heard.hello, now, last_good)
        return None if self.noticed == before else msgspec.json.encode(self.noticed).decode()


def _after_hello(before: Noticed, hello: HelloReply, now: int, last_good: int | None) -> Noticed:
    restored, copied = before.restored_at, before.copied_at
    if not hello.cursor_known and last_good is not None and now - last_good < LONG_AWAY_MS:
        restored = now
    if hello.forks > before.forks:
        copied = now
    return Noticed(restored, copied, max(before.forks, hello.forks))
