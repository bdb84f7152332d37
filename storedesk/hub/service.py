"""What the hub's addresses do, from a request to a packed reply; knows no web framework."""

import asyncio
import re
import time
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from storedesk.hub.bodies import BadBody, Packed, decode, pack
from storedesk.hub.database import Database
from storedesk.hub.enrolment import Applicant, Random, TriesLimit
from storedesk.hub.handle import desk_scopes
from storedesk.hub.hints import Hints
from storedesk.hub.order_look_up import Asked, look_up_orders
from storedesk.hub.push_batches import Decider, PushBatches
from storedesk.hub.request_proof import NotProven, RequestProof, SeenNonces, SignedRequest
from storedesk.hub.routing_calls import RoutingCalls
from storedesk.hub.snapshots import Snapshots, TooManySnapshots, Waiting
from storedesk.hub.stock_minute import EVERY_SECONDS
from storedesk.hub.why_order import AskedWhy, why_order
from storedesk.protocol.enrolment import EnrolRequest
from storedesk.protocol.wire import (
    WIRE_VERSION,
    HelloRequest,
    PullRequest,
    PushReply,
    PushRequest,
    Reply,
    Request,
    SnapshotRequest,
    WireError,
    request_decoder,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.protocol.wire_sizes import ENROL_BYTES, REQUEST_BYTES
from storedesk.storage import hub_places
from storedesk.storage.database_work import Connection, DatabaseTrouble
from storedesk.storage.devices import KnownDevice, find_device
from storedesk.storage.feed_writer import FeedWriter

T = TypeVar("T")
_enrol_decoder = msgspec.json.Decoder(EnrolRequest)
CUT_LOG_AT = 45
"""The minute of each hour in which deleted rows leave the database's log."""
_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{0,15})")


class Handler(Decider, Protocol):
    """Decides requests inside the transaction in which it is called."""

    def handle(self, connection: Connection, device_id: str, request: Request, now: int) -> Reply: ...


class Incoming(NamedTuple):
    """A request with its body read; header values as they came, empty where they did not."""

    method: str
    target: str
    body: bytes
    encoding: str
    authorization: str
    accepted: str


class Part(NamedTuple):
    """The bytes of a snapshot file from ``start`` up to ``stop``."""

    file: Waiting
    start: int
    stop: int


class Refused(Exception):
    """The request is answered with ``error``."""

    def __init__(self, error: WireError) -> None:
        super().__init__(str(error.number))
        self.error = error


class HubService:
    """Used on the event loop; the database decides where its work runs."""

    def __init__(
        self,
        database: Database,
        handler: Handler,
        snapshots: Snapshots,
        now: Callable[[], int],
        random_bytes: Random,
        mind: Callable[[Connection, int], int] | None = None,
    ) -> None:
        """``mind`` does what time alone does, and says how far the feed is then."""
        self._database = database
        self._handler = handler
        self._snapshots = snapshots
        self._now = now
        self._random_bytes = random_bytes
        self._proof = RequestProof(SeenNonces(now()))
        self._limit = TriesLimit()
        self._mind = mind
        self._pushes = PushBatches(database, handler, now, time.monotonic)
        self._hints = Hints()
        self._routing = RoutingCalls(database, now, time.monotonic)
        self._instance = ""
        self._background: list[asyncio.Task[None]] = []

    @property
    def hints(self) -> Hints:
        return self._hints

    async def start(self) -> None:
        self._snapshots.prepare()
        self._instance = await self._database.read(hub_places.instance)
        self._hints.moved(await self._head())
        self._background = [
            asyncio.create_task(self._hints.watch(self._head)),
            asyncio.create_task(self._snapshots.warm()),
            asyncio.create_task(self._each_minute()),
        ]

    async def stop(self) -> None:
        """Ends streams; the database is closed by whoever opened it."""
        self._hints.close()
        await self._pushes.close()
        await self._routing.close()
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)

    async def call(self, incoming: Incoming, kind: type[Request]) -> Packed:
        """Answers hello, push, pull and snapshot."""
        try:
            device = await self.prove(incoming)
            request = _decoded(incoming, request_decoder, REQUEST_BYTES, self._now())
            if not isinstance(request, kind):
                raise self._refused(WireErrorNumber.UNREADABLE, "another message belongs here")
            if device.revoked and not isinstance(request, HelloRequest):
                raise self._refused(WireErrorNumber.REVOKED)
            return await self._answer(device, request, incoming.accepted)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)
        except TooManySnapshots:
            return pack(self._error(WireErrorNumber.BUSY, "too many snapshots"), incoming.accepted)

    async def enrol(self, incoming: Incoming) -> Packed:
        now = self._now()
        try:
            request = _decoded(incoming, _enrol_decoder, ENROL_BYTES, now)
            if self._limit.reached(now):
                raise self._refused(WireErrorNumber.BUSY, "too many wrong codes")
            applicant = await asyncio.to_thread(Applicant, self._instance, request, self._random_bytes)
            reply = await self._database.write(lambda connection: applicant.enrol(connection, now))
            if isinstance(reply, WireError):
                self._limit.add(now)
            return pack(reply, incoming.accepted)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)

    async def health(self) -> Packed:
        """Says that the database answers; open to everybody, names nobody."""
        try:
            await self._head()
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), "")
        return pack(
            {"status": "ok", "instance": self._instance, "wire": WIRE_VERSION, "now": self._now()}, ""
        )

    async def prove(self, incoming: Incoming) -> KnownDevice:
        """The device that signed the request; raises ``Refused`` or ``DatabaseTrouble``."""
        try:
            proof = self._proof.named(incoming.authorization, self._now())
            device = await self._database.read(lambda connection: find_device(connection, proof.device_id))
            signed = SignedRequest(incoming.method, incoming.target, incoming.body)
            return self._proof.check(proof, device, signed, self._now())
        except NotProven as not_proven:
            raise Refused(not_proven.error) from not_proven

    async def prove_active(self, incoming: Incoming) -> KnownDevice:
        """As ``prove``, and the device has not been revoked."""
        device = await self.prove(incoming)
        if device.revoked:
            raise self._refused(WireErrorNumber.REVOKED)
        return device

    async def snapshot_part(self, incoming: Incoming, name: str, wanted: str) -> Part:
        """The part of a waiting file that a ``Range`` header asks for; raises ``Refused``."""
        device = await self.prove_active(incoming)
        file = self._snapshots.find(name, device.id, self._now())
        if file is None:
            raise self._refused(WireErrorNumber.UNKNOWN_CURSOR, "this snapshot is gone")
        if not wanted:
            return Part(file, 0, file.size)
        found = _RANGE.fullmatch(wanted)
        start = int(found[1]) if found else file.size
        stop = min(int(found[2]) + 1, file.size) if found and found[2] else file.size
        if start >= stop:
            raise self._refused(WireErrorNumber.UNREADABLE, "no such part")
        return Part(file, start, stop)

    async def find_orders(self, incoming: Incoming, text: str, staff: str) -> Packed:
        """Orders beyond the desk's scopes, for a person who may look at orders at the device's place."""
        try:
            device, now = await self.prove_active(incoming), self._now()
            asked = Asked(device.place_id, int(staff) if staff.isdecimal() else 0, text)
            reply = await self._database.read(lambda connection: look_up_orders(connection, asked, now))
            return pack(reply, incoming.accepted)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)

    async def why_order(self, incoming: Incoming, number: str, staff: str) -> Packed:
        """A dry run of routing for one order, for a person who may look at orders at the device's place."""
        try:
            device, now = await self.prove_active(incoming), self._now()
            asked = AskedWhy(device.place_id, int(staff) if staff.isdecimal() else 0, number)
            reply = await self._database.read(lambda connection: why_order(connection, asked, now))
            return pack(reply, incoming.accepted)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)

    async def try_rules(self, incoming: Incoming, what_if: bool) -> Packed:
        """Routing rules tried out on one order, or on past ones (``what_if``); nothing is changed."""
        try:
            device = await self.prove_active(incoming)
        except Refused as refused:
            return pack(refused.error, incoming.accepted)
        except DatabaseTrouble as trouble:
            return pack(self._error(WireErrorNumber.BUSY, str(trouble)), incoming.accepted)
        if what_if:
            return await self._routing.what_if(incoming, device.place_id, device.id)
        return await self._routing.why(incoming, device.place_id)

    def snapshot_sent(self, name: str) -> None:
        self._snapshots.fetched(name, self._now())

    async def _answer(self, device: KnownDevice, request: Request, accepted: str) -> Packed:
        if isinstance(request, SnapshotRequest):
            return pack(await self._snapshot(device, request), accepted)

        if isinstance(request, PushRequest):
            decided = await self._pushes.push(device.id, request)
            if isinstance(decided, PushReply) and decided.decisions:
                self._hints.moved(max(decision.position for decision in decided.decisions))
            return pack(decided, accepted)

        def work(connection: Connection) -> Packed:
            reply = self._handler.handle(connection, device.id, request, self._now())
            return pack(reply, accepted)

        run = self._database.read if isinstance(request, PullRequest) else self._database.write
        return await run(work)

    async def _snapshot(self, device: KnownDevice, request: SnapshotRequest) -> Reply:
        allowed = await self._database.read(lambda connection: desk_scopes(connection, device.place_id))
        if not set(allowed).issuperset(request.scopes):
            return self._error(WireErrorNumber.SCOPE_NOT_ALLOWED)
        return await self._snapshots.build(device.id, tuple(dict.fromkeys(request.scopes)), self._now())

    async def _each_minute(self) -> None:
        """Minds what time does; a database in trouble is tried again a minute later."""
        mind = self._mind
        while mind is not None:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                self._hints.moved(
                    await self._database.write(lambda connection: mind(connection, self._now()))
                )
                if self._now() // 60_000 % 60 == CUT_LOG_AT:
                    await self._database.cut_log()
            except DatabaseTrouble:
                continue

    async def _head(self) -> int:
        return await self._database.read(lambda connection: FeedWriter.head(connection).position)

    def _error(self, number: WireErrorNumber, detail: str = "") -> WireError:
        return WireError(number=number, detail=detail, now=self._now())

    def _refused(self, number: WireErrorNumber, detail: str = "") -> Refused:
        return Refused(self._error(number, detail))


def _decoded(incoming: Incoming, decoder: "msgspec.json.Decoder[T]", limit: int, now: int) -> T:
    try:
        return decode(incoming.body, incoming.encoding, decoder, limit)
    except BadBody as bad:
        raise Refused(WireError(number=bad.number, detail=bad.detail, now=now)) from bad
