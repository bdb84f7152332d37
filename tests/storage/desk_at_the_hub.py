"""A device that speaks to the hub's decisions directly, on either engine."""

import json
import random
from typing import Any

import msgspec

from storedesk.actions.registry import KINDS
from storedesk.domain.ids import effect_id, new_id
from storedesk.hub.database import Database
from storedesk.hub.handle import Hub
from storedesk.protocol.action_hash import chain_over
from storedesk.protocol.wire import ActionRecord, Cursor, PullRequest, PushReply, PushRequest, Reply, Request
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.schema import device
from tests.small_shop import ELIN, GBG, NOW, fulfilment_id, small_shop


class DeskAtTheHub:
    """``seed`` names the device and makes its ids."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database, self.source = database, random.Random(seed)
        self.id, self.number = f"device-{seed}", seed
        self.hub = Hub(self.tag)
        self.chains: dict[int, str] = {}

    def tag(self) -> int:
        return self.source.getrandbits(62)

    async def enrol(self) -> None:
        row = device.insert().values(
            id=self.id, place_id=GBG, number=self.number, code=f"GBG-{self.number}", name="", public_key="", enrolled_at=NOW
        )  # fmt: skip
        await self.database.write(lambda connection: connection.execute(row) and None)

    async def ask(self, request: Request) -> Reply:
        run = self.database.read if isinstance(request, PullRequest) else self.database.write
        return await run(lambda connection: self.hub.handle(connection, self.id, request, NOW))

    def record(self, seq: int, kind: str, staff_id: int = ELIN, **args: object) -> ActionRecord:
        return self.raw(seq, kind, json.dumps(args).encode(), staff_id)

    def raw(self, seq: int, kind: str, args: bytes, staff_id: int = ELIN) -> ActionRecord:
        version = KINDS[kind].version if kind in KINDS else 1
        return ActionRecord(
            id=new_id(NOW, self.source.randbytes), seq=seq, kind=kind, version=version, at=NOW,
            at_error=0, boot="b", staff_id=staff_id, place_id=GBG, args=msgspec.Raw(args),
        )  # fmt: skip

    def push_request(self, records: list[ActionRecord]) -> PushRequest:
        first = records[0].seq
        chain = self.chains.get(first, "")
        for number, record in enumerate(records, 1):
            self.chains.setdefault(record.seq + 1, chain_over(records[:number], chain))
        return PushRequest(epoch=1, first_seq=first, actions=records, chain=chain)

    async def push(self, records: list[ActionRecord]) -> PushReply:
        reply = await self.ask(self.push_request(records))
        assert isinstance(reply, PushReply), reply
        return reply

    async def make_ready(self, pickup: int) -> str:
        """Claims, picks, stages and marks ready (sequence 1 to 4); the id of the one parcel."""
        known = fulfilment_id(pickup)
        lines = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
        stage = self.record(3, "StageParcels", fulfilment_id=known, parcels=[{"bin": "H1", "lines": lines}])
        records = [
            self.record(1, "ClaimPickup", fulfilment_id=known),
            self.record(2, "Pick", fulfilment_id=known, lines=lines),
            stage,
            self.record(4, "MarkReady", fulfilment_id=known),
        ]
        reply = await self.push(records)
        assert [decision.outcome for decision in reply.decisions] == ["accepted"] * 4
        return effect_id(stage.id, 1)


async def set_up(database: Database) -> tuple[list[Any], Cursor]:
    """A small shop through the feed; its rows, and the cursor from before them."""
    source, rows = random.Random(5), small_shop()
    await database.write(lambda connection: prepare_hub(connection, "hub-1", lambda: source.getrandbits(62)))
    start = await database.read(FeedWriter.head)
    await database.write(
        lambda connection: write_rows(connection, rows, lambda: source.getrandbits(62)) and None
    )
    return rows, start
