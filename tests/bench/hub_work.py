"""Desks whose pushes a hub decides while it is measured: holds on stock that does not last for all of them."""

import json
import random
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.actions.registry import KINDS
from storedesk.domain.ids import new_id
from storedesk.hub.database import Database
from storedesk.protocol.action_hash import chain_over
from storedesk.protocol.wire import ActionRecord, PushRequest
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.schema import device
from tests.small_shop import ALVA, ELIN, GBG, NOW, RASK, TERMOS, articles, places

PIECES = 20
"""Of each article at the start: with what is found fewer than are asked for, so that an oversell would show."""


class BusyDesk:
    """One device with its numbers and its chain."""

    def __init__(self, number: int) -> None:
        self.id, self.number, self._source = f"bench-{number}", number, random.Random(number)
        self._seq, self._chain = 1, ""
        self._last = PushRequest(epoch=1, first_seq=1, actions=[], chain="")

    def push(self, actions: int) -> PushRequest:
        records = [self._record(self._seq + number) for number in range(actions)]
        self._last = PushRequest(epoch=1, first_seq=self._seq, actions=records, chain=self._chain)
        self._seq, self._chain = self._seq + actions, chain_over(records, self._chain)
        return self._last

    def again(self) -> PushRequest:
        """The last push once more: the hub answers what it has decided, and decides the rest."""
        return self._last

    def _record(self, seq: int) -> ActionRecord:
        """Two pieces are found, then a hold asks for three: in the end there is not enough for every hold."""
        variant = (ALVA, RASK, TERMOS)[seq // 3 % 3]
        held = {"location_id": GBG, "variant_id": variant, "quantity": 3, "until": NOW + 3_600_000}
        found = {"variant_id": variant, "quantity": 1, "reason": "found"}
        kind, args = ("PlaceHold", held) if seq % 3 == 0 else ("AdjustStock", found)
        return ActionRecord(
            id=new_id(NOW, self._source.randbytes), seq=seq, kind=kind, version=KINDS[kind].version, at=NOW, at_error=0,
            boot="b", staff_id=ELIN, place_id=GBG, args=msgspec.Raw(json.dumps(args).encode()),
        )  # fmt: skip


async def set_up(database: Database, desks: list[BusyDesk], pieces: int = PIECES) -> None:
    """An empty hub with a place, its articles and the desks."""
    source = random.Random(1)

    def tag() -> int:
        return source.getrandbits(62)

    def fill(connection: Connection) -> None:
        prepare_hub(connection, "bench", tag)
        write_rows(connection, [*places(), *articles(quantity=pieces)], tag)
        for desk in desks:
            connection.execute(_device(desk))

    await database.write(fill)


def _device(desk: BusyDesk) -> Any:
    return sa.insert(device).values(
        id=desk.id,
        place_id=GBG,
        number=desk.number,
        code=f"GBG-{desk.number}",
        name="",
        public_key="",
        enrolled_at=NOW,
    )


async def oversold(database: Database) -> int:
    """How many levels promise more than there is."""
    text = "SELECT count(*) FROM stock_level WHERE reserved > quantity OR quantity < 0"
    return await database.read(lambda connection: int(connection.exec_driver_sql(text).scalar_one()))


def scratch(folder: Path) -> Path:
    made = folder / "snapshots"
    made.mkdir(exist_ok=True)
    return made
