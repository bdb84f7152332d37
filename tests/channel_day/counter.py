"""A store's desk at the hub: its acts are decided as those of any desk, one after the other."""

import random
from typing import Any

import msgspec

from storedesk.domain.ids import new_id
from storedesk.domain.records import Fulfilment
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.protocol.action_hash import chain_over
from storedesk.protocol.wire import ActionRecord, Decision, PushReply, PushRequest
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from storedesk.storage.schema import device
from tests.small_shop import ELIN


class Counter:
    """``database`` may be opened anew between two acts."""

    def __init__(self, place_id: int, hub: Hub, rng: random.Random) -> None:
        self.id, self.place_id = f"counter-{place_id}", place_id
        self._hub, self._rng, self._seq, self._chain = hub, rng, 0, ""

    def enrol(self, connection: Connection, now: int) -> None:
        connection.execute(
            device.insert().values(
                id=self.id, place_id=self.place_id, number=1, code=f"D-{self.place_id}", name="", public_key="",
                enrolled_at=now,
            )
        )  # fmt: skip

    async def act(self, database: Database, now: int, kind: str, **args: Any) -> Decision:
        record = ActionRecord(
            id=new_id(now, self._rng.randbytes), seq=self._seq + 1, kind=kind, version=1, at=now, at_error=0,
            boot="b", staff_id=ELIN, place_id=self.place_id, args=msgspec.Raw(msgspec.json.encode(args)),
        )  # fmt: skip
        request = PushRequest(epoch=1, first_seq=record.seq, actions=[record], chain=self._chain)
        reply = await database.write(lambda connection: self._hub.handle(connection, self.id, request, now))
        assert isinstance(reply, PushReply), reply
        self._seq, self._chain = record.seq, chain_over([record], self._chain)
        return reply.decisions[0]

    async def work_on(self, database: Database, now: int, part: Fulfilment) -> str:
        """One step further with a pickup; what was done, or empty where nothing is left to do."""
        rows = await database.read(lambda connection: _around(connection, part.id))
        lines, parcels = rows
        if part.state == "new":
            return await self._do(database, now, "ClaimPickup", fulfilment_id=part.id)
        left = [
            {"line": line.line, "quantity": open_}
            for line in lines
            if (open_ := line.ordered - line.cancelled - line.picked - line.short) > 0
        ]
        if part.state in ("claimed", "picking") and left:
            return await self._do(database, now, "Pick", fulfilment_id=part.id, lines=left)
        if part.state == "picking":
            picked = [
                {"line": line.line, "quantity": line.picked - line.staged}
                for line in lines
                if line.picked > line.staged
            ]
            parcel = [{"bin": "H1", "lines": picked}]
            return await self._do(database, now, "StageParcels", fulfilment_id=part.id, parcels=parcel)
        if part.state == "staged":
            return await self._do(database, now, "MarkReady", fulfilment_id=part.id)
        if part.state == "ready":
            here = [parcel.id for parcel in parcels if parcel.state != "collected"]
            return await self._do(
                database, now, "HandOver", fulfilment_id=part.id, parcels=here, proof="id_seen",
                id_document="driving_licence",
            )  # fmt: skip
        return ""

    async def _do(self, database: Database, now: int, kind: str, **args: Any) -> str:
        decision = await self.act(database, now, kind, **args)
        return kind if decision.outcome.startswith("accepted") else f"{kind} {decision.outcome}"


def _around(connection: Connection, part_id: str) -> tuple[list[Any], list[Any]]:
    rows = Rows(connection)
    lines = [stored.row for stored in rows.among("fulfilment_line", {"fulfilment_id": part_id})]
    parcels = [stored.row for stored in rows.among("parcel", {"fulfilment_id": part_id})]
    return lines, parcels
