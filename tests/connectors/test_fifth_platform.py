"""A fifth platform is one folder and one line: it goes through the hub like those that were there before."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors import platforms
from storedesk.connectors.port import CAN_WAIT, OK, Capability, Connector, Kind
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, UNKNOWN, PartReady, Push, StockPush
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.records import Price
from storedesk.hub.channels.deliveries import Hooks, Inbox
from storedesk.hub.channels.lines import Lines
from storedesk.hub.channels.reading import Reader
from storedesk.hub.channels.secrets import SecretStore
from storedesk.hub.database import Database, SqliteDatabase
from storedesk.storage.channel_accounts import change_account
from storedesk.storage.hub_rows import write_rows
from tests.architecture.product import ROOT, source_files
from tests.channel_day.day import PLACES, Day, Size
from tests.channel_day.reckoning import reckon
from tests.connectors.corner_day import CHANNEL, CODE, CornerDay, Shop, around_of
from tests.platforms.corner_market.connector import PLATFORM, page_of
from tests.platforms.corner_market.market import ADDRESS, KEY, RIGHTS, SECRET, signed
from tests.small_shop import NOW

FOLDER = ROOT / "tests" / "platforms" / "corner_market"
WITHOUT_ITS_MARKET = [path for path in FOLDER.glob("*.py") if path.name != "market.py"]
ONE_LINE = {"corner": "tests.platforms.corner_market.connector"}
SHOWN = 58
"""Of sixty pieces, two are kept back from the channel."""
NOTHING = Size(orders=0, stock_changes=0, articles=3)


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[Shop]:
    day = opened_day(tmp_path, NOTHING)
    await day.run()
    yield Shop(day, tmp_path)
    await day.close()


def opened_day(folder: Path, size: Size) -> Day:
    async def opened() -> Database:
        return SqliteDatabase(folder / "hub.db", "5a" * 32, folder / "scratch")

    return Day(opened, lambda now, places, skus: [CornerDay(now, places, skus)], size, seed=1)


@pytest.mark.asyncio
async def test_a_day_over_failing_lines_ends_right_at_a_fifth_platform(tmp_path: Path) -> None:
    day = opened_day(tmp_path, Size(orders=24, stock_changes=60, articles=8))
    try:
        await day.run()
        await reckon(day)
    finally:
        await day.close()
    assert day.happened["HandOver"] > 5
    assert day.lines[0].counts["reply_lost"] > 3


@pytest.mark.asyncio
async def test_its_articles_are_linked_and_its_stock_and_prices_are_told(shop: Shop) -> None:
    market = shop.corner.market
    assert {row["free"] for row in market.rows["levels"].values()} == {SHOWN}
    dearer = Price("base", 1, "SEK", 1, "2026-11-01", 129_5000, 1)
    await shop.day.database.write(lambda connection: write_rows(connection, [dearer], shop.day.tag))
    await shop.turn()
    assert [row["amount"] for row in market.rows["prices"].values()] == ["129.5", "100.00", "100.00"]
    assert len(market.rows["levels"]) == len(shop.day.skus) * len(PLACES)


@pytest.mark.asyncio
async def test_an_order_is_ready_and_gone_once_though_every_reply_is_lost(shop: Shop) -> None:
    market = shop.corner.market
    name = market.buy("SKU-000", "GBG", 2)
    await shop.turn()
    (order,) = await shop.day.rows("orders")
    assert (order.external_id, order.number) == (name, f"CM-{name}")
    shop.corner.lost.lost += ["ready", "gone"]
    steps = [await shop.step() for _ in range(4)]
    await shop.turn()
    assert market.mails == {name: 1}
    steps.append(await shop.step())
    await shop.turn()
    assert steps == ["ClaimPickup", "Pick", "StageParcels", "MarkReady", "HandOver"]
    assert (market.mails, market.handed) == ({name: 1}, {name: 2})
    assert market.asked[f"POST /orders/{name}/ready"] == market.asked[f"POST /orders/{name}/gone"] == 1
    assert shop.corner.lost.lost == []
    assert market.free("SKU-000", "GBG") == SHOWN - 2


@pytest.mark.asyncio
async def test_a_buyers_cancel_frees_the_goods_again(shop: Shop) -> None:
    name = shop.corner.market.buy("SKU-001", "MAL", 1)
    await shop.turn()
    shop.corner.market.cancel(name)
    await shop.turn()
    (part,) = await shop.day.rows("fulfilment")
    assert part.state == "cancelled"
    assert shop.corner.market.free("SKU-001", "MAL") == SHOWN


@pytest.mark.asyncio
async def test_a_hook_is_a_hint_that_is_read_again_and_a_forged_one_is_refused(
    shop: Shop, one_line: None
) -> None:
    day, market = shop.day, shop.corner.market
    store = SecretStore(shop.folder)
    store.write(CHANNEL, {"key": KEY, "webhook_secret": SECRET})
    settings = json.dumps({"address": ADDRESS})
    await day.database.write(lambda connection: change_account(connection, CHANNEL, settings=settings))
    bugs: list[list[str]] = []
    lines = Lines(platforms.platform_named, shop.around(), store)
    hooks = Hooks(day.database, lines, lambda: day.now, bugs.append)
    name = market.buy("SKU-002", "GBG", 1)
    lies = json.dumps({"about": "orders", "id": name, "state": "cancelled", "total": "0.01"}).encode()
    assert await hooks.take(CODE, signed(lies, "d1", "another secret"), lies) == 401
    assert await hooks.take(CODE, signed(lies, "d1"), lies + b" ") == 401
    assert await hooks.take(CODE, {}, lies) == 401
    assert [await hooks.take(CODE, signed(lies, "d1"), lies) for _ in range(2)] == [200, 200]
    connector = PLATFORM.open(shop.corner.settings(), shop.around())
    reader = Reader(day.database, connector, CHANNEL, lambda: day.now, day.tag)
    assert await Inbox(day.database, reader, CHANNEL, lambda: day.now, bugs.append).turn() == 1
    (order,) = await day.rows("orders")
    assert (order.external_id, order.state, order.total) == (name, "open", 100_0000)
    assert bugs == []
    await connector.close()
    await lines.close()


@pytest.fixture
def one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Registered, as by one line more in the mapping."""
    for name, module in ONE_LINE.items():
        monkeypatch.setitem(platforms._MODULES, name, module)


def test_one_line_in_the_mapping_registers_it(one_line: None) -> None:
    assert platforms.platform_named("corner") is PLATFORM


def test_nothing_but_the_mapping_and_its_folder_knows_a_platform() -> None:
    named = {
        file.path
        for file in source_files("storedesk")
        for name in platforms.NAMES
        if f"connectors.{name}" in file.text and f"connectors/{name}/" not in file.path
    }
    assert named == {"storedesk/connectors/platforms.py"}


def test_it_is_less_than_two_hundred_lines() -> None:
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in WITHOUT_ITS_MARKET) < 200


@pytest_asyncio.fixture
async def corner() -> AsyncIterator[tuple[Connector, CornerDay]]:
    day = CornerDay(lambda: NOW, {"GBG": "Göteborg"}, [("A", "731"), ("B", "732")])
    connector = PLATFORM.open(day.settings(), around_of(day))
    yield connector, day
    await connector.close()


@pytest.mark.asyncio
async def test_the_check_names_the_right_that_is_missing_and_writes_nothing(
    corner: tuple[Connector, CornerDay],
) -> None:
    connector, day = corner
    day.market.rights = set(RIGHTS) - {"orders.write"}
    checked = await connector.check()
    lacking = [one for one in checked.findings if one.state != OK]
    assert [(one.name, one.state, one.detail) for one in lacking] == [("handouts", CAN_WAIT, "orders.write")]
    assert lacking[0].effect and lacking[0].where
    assert checked.capabilities == connector.capabilities
    assert Capability.PICKUP not in connector.capabilities and Capability.ORDERS in connector.capabilities
    assert {asked.split()[0] for asked in day.market.asked} == {"GET"}
    with pytest.raises(Stopped, match=r"right_missing orders\.write"):
        await connector.push([ready("o1")])


@pytest.mark.asyncio
async def test_a_wrong_key_stops_the_line() -> None:
    day = CornerDay(lambda: NOW, {}, [])
    connector = PLATFORM.open({**day.settings(), "key": "old"}, around_of(day))
    with pytest.raises(Stopped, match="signed_out"):
        await connector.check()
    await connector.close()


@pytest.mark.asyncio
async def test_every_page_goes_on_where_the_one_before_ended(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    for _ in range(50):
        day.market.buy("A", "GBG", 1)
    pages = [page async for page in connector.load(Kind.ORDERS, "")]
    assert [len(page.records) for page in pages] == [20, 20, 10]
    again = [page async for page in connector.changes(Kind.ORDERS, pages[1].cursor)]
    assert again == pages[2:]
    assert [len(page.records) async for page in connector.changes(Kind.ORDERS, pages[2].cursor)] == [0]


@pytest.mark.asyncio
async def test_what_is_gone_and_what_cannot_be_read_stop_nothing(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    day.market.drop("products", "p-B")
    day.market.put("levels", "a-B@GBG", free="many")
    page = await connector.reread(Kind.PRODUCTS, ["a-A", "p-B"])
    assert ([type(one).__name__ for one in page.records], page.gone) == (
        ["RemoteProduct", "RemoteVariant"],
        ("p-B",),
    )
    (levels,) = [page async for page in connector.load(Kind.LEVELS, "")]
    assert len(levels.records) == 1
    assert [one.external_id for one in levels.problems] == ["a-B"]


@pytest.mark.asyncio
async def test_a_busy_market_costs_nobody_a_message(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    both = [stock("a-A", 5), stock("a-B", 6)]
    day.lost.busy += ["GBG"]
    with pytest.raises(Unreachable, match="busy"):
        await connector.push(both)
    day.lost.lost += ["GBG"]
    assert [one.state for one in await connector.push(both)] == [UNKNOWN, NOT_DONE]
    assert (await connector.look_up(both[0])).state == DONE
    assert (await connector.look_up(both[1])).state == NOT_DONE
    assert [one.state for one in await connector.push(both)] == [DONE, DONE]
    assert [day.market.free(sku, "GBG") for sku in ("A", "B")] == [5, 6]


@pytest.mark.asyncio
async def test_a_figure_that_has_changed_there_is_said_and_left(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    day.market.set_free("A", "GBG", 9)
    (outcome,) = await connector.push([stock("a-A", 5, seen=10)])
    assert (outcome.state, outcome.why, outcome.found) == (NOT_DONE, "stale", 9)
    assert day.market.free("A", "GBG") == 9


@pytest.mark.asyncio
async def test_what_it_says_no_to_is_refused_with_a_word_of_ours(corner: tuple[Connector, CornerDay]) -> None:
    connector, day = corner
    name = day.market.buy("A", "GBG", 1)
    day.market.cancel(name)
    outcomes = await connector.push([stock("a-none", 1), ready(name), ready("o77")])
    assert [(one.state, one.why) for one in outcomes] == [
        (REFUSED, "not_linked"), (REFUSED, "over"), (REFUSED, "not_linked"),
    ]  # fmt: skip


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(
    kind=st.sampled_from([Kind.PLACES, Kind.PRODUCTS, Kind.PRICES, Kind.LEVELS, Kind.ORDERS]), data=st.data()
)
def test_whatever_stands_in_a_row_its_neighbour_counts(kind: Kind, data: st.DataObject) -> None:
    row = good_row(kind)
    name = data.draw(st.sampled_from(sorted(set(row) - {"id", "turn"})))
    odd = {**row, name: data.draw(ANY)}
    page = page_of(kind, {"rows": [odd, row], "total": None, "gone": []}, "")
    good = page_of(kind, {"rows": [row], "total": None, "gone": []}, "")
    assert good.records and not good.problems
    assert page.records[-len(good.records) :] == good.records
    assert len(page.problems) == (len(page.records) == len(good.records))


def good_row(kind: Kind) -> dict[str, Any]:
    day = CornerDay(lambda: NOW, {"GBG": "Göteborg"}, [("A", "731")])
    day.market.buy("A", "GBG", 1)
    return next(iter(day.market.rows[kind.value].values()))


def stock(article: str, free: int, seen: int | None = None) -> Push:
    return Push(
        f"key {article} {free}", StockPush(article, article, article[2:], "GBG", free, 0, seen, "changed")
    )


def ready(order: str) -> Push:
    return Push(f"key {order}", PartReady(order, "", "GBG", (("l1", 1),), told_by_us=False))
