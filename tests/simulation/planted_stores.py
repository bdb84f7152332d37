"""Stores of a desk with one mistake each."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from storedesk.protocol.desk_rows import Pending
from storedesk.protocol.wire import Decision, PullReply
from storedesk.storage.desk_rows import DeskRowsInTransaction
from storedesk.sync.rebase import replay
from tests.simulation.sim_desk import CrashingStore

T = TypeVar("T")


class DropOnDecision(CrashingStore):
    """Takes own work off the screen when it is decided, not when its effects have arrived."""

    def decided(self, decisions: Sequence[Decision], now: int) -> None:
        super().decided(decisions, now)
        with self.begin() as connection:
            rows = self.rows(connection)
            rows.finish_decided(1 << 60)
            replay(rows)


class DeleteOnSend(CrashingStore):
    """Believes that what was sent has arrived."""

    def sent(self, first_seq: int, last_seq: int, now: int) -> None:
        with self.begin() as connection:
            connection.exec_driver_sql("DELETE FROM outbox WHERE seq BETWEEN ? AND ?", (first_seq, last_seq))


class StalePage(CrashingStore):
    """Applies a page wherever it begins."""

    def apply(self, page: PullReply, apply_page: Callable[[DeskRowsInTransaction, PullReply], T]) -> T | None:
        with self.begin() as connection:
            return apply_page(self.rows(connection), page)


class WallClock(CrashingStore):
    """Does own work again as if it had just been done."""

    def rows(self, connection: sa.Connection) -> DeskRowsInTransaction:
        rows = super().rows(connection)
        wanted = rows.pending

        def pending() -> list[Pending]:
            now = self.clock()
            return [one._replace(record=msgspec.structs.replace(one.record, at=now)) for one in wanted()]

        rows.pending = pending  # type: ignore[method-assign]
        return rows
