"""Signals of a channel: proven, put down once, answered at once, read again; poison is set aside and seen."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from storedesk.connectors.port import Kind, Surroundings
from storedesk.connectors.trouble import Unreachable
from storedesk.hub.channels.deliveries import MOST_BYTES, MOST_TRIES, Hooks, Inbox
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.secrets import SecretStore
from storedesk.hub.server import hub_app
from storedesk.storage.channel_accounts import change_account
from storedesk.storage.channel_deliveries import parked_deliveries
from storedesk.storage.short_sql import ShortSql
from tests.hub.channels.told_shop import HOUR, WEB, ToldShop
from tests.hub.running_hub import RunningHub, running_hub
from tests.platforms.plain_shop import plain_platform
from tests.small_shop import NOW

pytestmark = pytest.mark.asyncio
CANARY = "c4n4ry-5ecret"


class Reads:
    """A reader that notes what it is asked, and breaks where a test wants it."""

    def __init__(self) -> None:
        self.asked: list[tuple[Kind, tuple[str, ...]]] = []
        self.broken: dict[str, BaseException] = {}

    async def read(self, kind: Kind) -> None:
        self.asked.append((kind, ()))

    async def reread(self, kind: Kind, external_ids: list[str]) -> None:
        self.asked.append((kind, tuple(external_ids)))
        for name in external_ids:
            if name in self.broken:
                raise self.broken[name]


class Signals:
    def __init__(self, told: ToldShop, folder: Any) -> None:
        async def sleep(_seconds: float) -> None:
            return None

        store = SecretStore(folder)
        store.write(WEB, {"key": CANARY})
        around = Surroundings(lambda: told.now, sleep, lambda size: bytes(size))
        self.told, self.reads, self.bugs = told, Reads(), list[list[str]]()
        lines = Lines(lambda _name: plain_platform(told.shop), around, store)
        self.hooks = Hooks(told.database, lines, lambda: told.now, self.bugs.append)
        self.inbox = Inbox(told.database, self.reads, WEB, lambda: told.now, self.bugs.append)

    async def send(
        self, body: str = "orders o1", id_: str = "d1", signed: str = "plain", to: str = "web"
    ) -> int:
        return await self.hooks.take(to, {"x-signed": signed, "x-id": id_}, body.encode())

    async def rows(self) -> list[tuple[Any, ...]]:
        text = "SELECT * FROM channel_delivery ORDER BY delivery_id"
        found = await self.told.database.read(lambda connection: ShortSql(connection).all(text))
        return [tuple(row) for row in found]


@pytest.fixture
def signals(told: ToldShop, tmp_path: Any) -> Signals:
    return Signals(told, tmp_path)


async def test_a_signal_is_read_again_once_however_often_it_comes(signals: Signals) -> None:
    assert [await signals.send() for _ in range(3)] == [200, 200, 200]
    assert await signals.inbox.turn() == 1
    assert await signals.send() == 200
    assert await signals.inbox.turn() == 0
    assert signals.reads.asked == [(Kind.ORDERS, ("o1",))]


async def test_what_is_not_signed_is_refused_and_leaves_nothing(signals: Signals) -> None:
    assert await signals.send(signed="forged") == 401
    assert await signals.send(to="nobody") == 404
    assert await signals.rows() == []


async def test_what_no_connector_can_read_stops_nothing(signals: Signals) -> None:
    assert await signals.send("no such kind") == 400
    assert signals.bugs
    assert await signals.send() == 200


async def test_a_channel_that_is_off_keeps_no_signals(signals: Signals) -> None:
    await signals.told.database.write(lambda connection: change_account(connection, WEB, state="off"))
    assert await signals.send() == 200
    assert await signals.rows() == []


async def test_signals_of_one_kind_are_read_together(signals: Signals) -> None:
    for number in range(3):
        await signals.send(f"orders o{number}", f"d{number}")
    await signals.send("levels", "d9")
    assert await signals.inbox.turn() == 4
    assert signals.reads.asked == [(Kind.ORDERS, ("o0", "o1", "o2")), (Kind.LEVELS, ())]


async def test_a_poison_delivery_is_parked_and_the_others_are_read(signals: Signals) -> None:
    signals.reads.broken["bad"] = ValueError("a bug")
    await signals.send("orders bad", "d1")
    await signals.send("orders good", "d2")
    for _ in range(MOST_TRIES):
        await signals.inbox.turn()
        signals.told.now += HOUR
    assert (Kind.ORDERS, ("good",)) in signals.reads.asked
    parked = await signals.told.database.read(lambda connection: parked_deliveries(connection, WEB))
    assert parked == 1
    assert await signals.inbox.turn() == 0


async def test_a_line_that_is_away_parks_nothing(signals: Signals) -> None:
    signals.reads.broken["o1"] = Unreachable("no_reply")
    await signals.send()
    for _ in range(MOST_TRIES + 2):
        with pytest.raises(Unreachable):
            await signals.inbox.turn()
    signals.reads.broken.clear()
    assert await signals.inbox.turn() == 1


@pytest_asyncio.fixture
async def served(signals: Signals, tmp_path: Any) -> AsyncIterator[tuple[httpx.AsyncClient, RunningHub]]:
    (tmp_path / "hub").mkdir()
    async with running_hub(tmp_path / "hub") as hub:
        log: Any = _Log(hub)
        app = hub_app(hub.service, log, hooks=signals.hooks)
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1"
        ) as client:
            yield client, hub


class _Log:
    """Keeps what would be logged."""

    def __init__(self, hub: RunningHub) -> None:
        self._hub = hub

    def info(self, event: str, **facts: Any) -> None:
        self._hub.log.append({"event": event, **facts})

    error = warning = info


async def test_over_http_nothing_that_came_is_kept_logged_or_answered(
    served: tuple[httpx.AsyncClient, RunningHub], signals: Signals
) -> None:
    client, hub = served
    headers = {"X-Signed": "plain", "X-Id": "d1"}
    reply = await client.post("/v1/hooks/web", content=b"orders o1", headers=headers)
    assert (reply.status_code, reply.content) == (200, b"")
    forged = await client.post("/v1/hooks/web", content=CANARY.encode(), headers={"X-Signed": CANARY})
    assert (forged.status_code, forged.content) == (401, b"")
    assert (await client.post("/v1/hooks/none", content=b"")).status_code == 404
    large = await client.post("/v1/hooks/web", content=b"x" * (MOST_BYTES + 1), headers=headers)
    assert large.status_code == 413
    kept = f"{await signals.rows()}{hub.log}"
    assert CANARY not in kept
    assert "o1" in kept
    assert str(NOW) in kept
