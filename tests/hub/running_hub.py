"""The hub's real application in this process, with clocks that a test sets, and desks that speak HTTP to it."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import httpx
import litestar
import structlog

from storedesk.connectors.platforms import NAMES, platform_named
from storedesk.connectors.port import Surroundings
from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_client import HubClient
from storedesk.hub.activity.post import ActivityPosts
from storedesk.hub.channels.channel_calls import ChannelCalls
from storedesk.hub.channels.connecting import Shops
from storedesk.hub.channels.deliveries import Hooks
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.secrets import SecretStore
from storedesk.hub.database import SqliteDatabase
from storedesk.hub.enrolment import make_code
from storedesk.hub.handle import Hub
from storedesk.hub.request_log import hub_log
from storedesk.hub.server import hub_app
from storedesk.hub.service import HubService
from storedesk.hub.snapshots import Snapshots
from storedesk.hub.tills.post import TillPosts
from storedesk.protocol.wire import WIRE_VERSION, HelloReply, HelloRequest
from storedesk.storage.hub_rows import prepare_hub, write_rows
from tests.small_shop import NOW, small_shop

ADDRESS = "http://127.0.0.1"
KEY = "5a" * 32


@dataclass
class SetClock:
    now: int = NOW

    def __call__(self) -> int:
        return self.now


@dataclass
class RunningHub:
    folder: Path
    database: SqliteDatabase
    service: HubService
    app: litestar.Litestar
    clock: SetClock
    random: random.Random
    log: list[dict[str, Any]] = field(default_factory=list)

    def tag(self) -> int:
        return self.random.getrandbits(62)

    async def code(self, place: str = "GBG") -> str:
        return await self.database.write(
            lambda connection: make_code(connection, place, "test", self.clock(), self.random.randbytes)
        )

    def client(self, clock: Callable[[], int] | None = None, app: Any = None) -> HubClient:
        """A device that is not a desk yet."""
        transport = httpx.ASGITransport(app or self.app)
        key = DeviceKey.new(self.random.randbytes)
        return HubClient(ADDRESS, key, clock or self.clock, transport, random_bytes=self.random.randbytes)

    async def desk(self, place: str = "GBG", clock: Callable[[], int] | None = None) -> HubClient:
        client = self.client(clock)
        await client.enrol(await self.code(place), "Till")
        return client

    def plain(self) -> httpx.AsyncClient:
        """Somebody who sends what they like."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=ADDRESS)


def hello_request(last_seq: int = 0) -> HelloRequest:
    return HelloRequest(app="test", wire=WIRE_VERSION, epoch=1, cursor=None, last_seq=last_seq)


async def hello(client: HubClient) -> HelloReply:
    reply = await client.call(hello_request())
    assert isinstance(reply, HelloReply), reply
    return reply


def signed(
    client: HubClient, method: str, target: str, body: bytes, time: int, nonce: bytes
) -> dict[str, str]:
    return {"authorization": client.device_key.authorization(method, target, body, time, nonce)}


@asynccontextmanager
async def running_hub(
    folder: Path, handler: Any = None, rows: list[Any] | None = None, lines: TextIO | None = None
) -> AsyncIterator[RunningHub]:
    """``lines`` takes the log as the hub itself writes it; without it, entries are kept for the test."""
    clock, source = SetClock(), random.Random(7)
    database = SqliteDatabase(folder / "hub.db", KEY, folder / "snapshots")
    log: list[dict[str, Any]] = []

    def keep(_logger: Any, method: str, event: Any) -> Any:
        log.append({"level": method, **event})
        raise structlog.DropEvent

    service = HubService(
        database,
        handler or Hub(lambda: source.getrandbits(62)),
        Snapshots(folder / "snapshots", database),
        clock,
        source.randbytes,
    )
    kept = structlog.wrap_logger(structlog.PrintLogger(), processors=[keep])
    tills = TillPosts(database, clock, lambda: source.getrandbits(62))
    around = Surroundings(clock, asyncio.sleep, source.randbytes)
    hooks = Hooks(database, Lines(platform_named, around, SecretStore(folder)), clock, lambda _trace: None)
    activity = ActivityPosts(database, clock, lambda: source.getrandbits(62))
    written = hub_log(lines, clock) if lines is not None else kept
    shops = Shops(database, SecretStore(folder), around, platform_named, lambda: source.getrandbits(62))
    calls = ChannelCalls(service, shops, NAMES, time.monotonic, written)
    app = hub_app(service, written, tills, hooks, activity, calls)
    hub = RunningHub(folder, database, service, app, clock, source, log)
    try:
        await database.write(lambda connection: prepare_hub(connection, "hub-1", hub.tag))
        await database.write(lambda connection: write_rows(connection, rows or small_shop(), hub.tag))
        await service.start()
        yield hub
    finally:
        await service.stop()
        await database.close()
