"""Keeps a desk's sealed file level with its outbox: what lacks is appended, what could not be rewritten is later."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import msgspec
import sqlalchemy as sa

from storedesk.protocol.wire import ActionRecord
from storedesk.storage import desk_outbox
from storedesk.storage.desk_rows import WAITING, record_from
from storedesk.storage.schema import outbox
from storedesk.storage.sealed_copy import SealedCopy, SealedRecord

Begin = Callable[[], AbstractContextManager[sa.Connection]]


class SecondCopy:
    """``unmarked`` are the numbers of actions that are sealed and not yet noted so in the database."""

    def __init__(self, sealed: SealedCopy) -> None:
        self._sealed = sealed
        self._is_uneven = False
        self.unmarked: set[int] = set()

    def holds_something(self) -> bool:
        return self._sealed.holds_something()

    def records(self) -> list[ActionRecord]:
        """In the order they were made."""
        kept = [msgspec.json.decode(record.content, type=ActionRecord) for record in self._sealed.read()]
        return list({record.id: record for record in kept}.values())

    def seal(self, begin: Begin) -> None:
        """Appends what lacks; raises ``OSError`` if the disk does not take it."""
        if self._is_uneven:
            self.compact(begin)
            return
        with begin() as connection:
            missing = [row for row in desk_outbox.unsealed(connection) if row.number not in self.unmarked]
        if not missing:
            return
        self._sealed.append(
            SealedRecord(row.number, msgspec.json.encode(record_from(row))) for row in missing
        )
        self.unmarked.update(row.number for row in missing)

    def compact(self, begin: Begin) -> None:
        """Just what the hub has not decided; where that fails, the next ``seal`` does it."""
        self._is_uneven = True
        with begin() as connection:
            rows = connection.execute(
                sa.select(outbox).where(outbox.c.state == WAITING).order_by(outbox.c.number)
            ).all()
        self._sealed.rewrite(SealedRecord(row.number, msgspec.json.encode(record_from(row))) for row in rows)
        with begin() as connection:
            connection.execute(sa.update(outbox).where(outbox.c.sealed == 0).values(sealed=1))
        self.unmarked.clear()
        self._is_uneven = False
