"""Looking orders up at the hub: signed, by people with the right, capped, and never in a log."""

from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
import pytest_asyncio

from storedesk.desk.central_look_up import look_up_centrally
from storedesk.desk.hub_failures import Refused
from storedesk.domain.records import Person
from storedesk.protocol.desk_link import LookUpOrders
from storedesk.protocol.wire_errors import WireErrorNumber
from tests.hub.running_hub import RunningHub, hello, running_hub
from tests.small_shop import ELIN, MAL, NOW, order_id, pickup, small_shop

pytestmark = pytest.mark.asyncio
FAR = order_id(50001)


def rows() -> list[object]:
    """A pickup of another store, of somebody with a name of their own, and thirty of one more name."""
    far = [row for row in pickup(50001, {101: 1}, place=MAL, name="Åsa Öberg") if not isinstance(row, Person)]
    asa = Person(
        "0b0c8a4e-2f4e-5f5c-8a58-0d9f2b8a7c11", str(MAL), FAR, "buyer", "c", "Åsa Öberg", "asa oberg",
        "070-174 06 12", "46701740612", "asa@example.se", "sv",
    )  # fmt: skip
    many = [
        row for number in range(62200, 62230) for row in pickup(number, {102: 1}, place=MAL, name="Bo Ek")
    ]
    return [*small_shop(), *far, asa, *many]


@pytest_asyncio.fixture
async def hub(tmp_path: Path) -> AsyncIterator[RunningHub]:
    async with running_hub(tmp_path, rows=rows()) as running:
        yield running


@pytest.mark.parametrize(
    "typed", ["50001", "0001", "oberg", "Åsa Ö", "070-1740612", "+46 70 174", "asa@ex", "example.se"]
)
async def test_an_order_of_another_store_is_found_by_any_fragment(hub: RunningHub, typed: str) -> None:
    desk = await hub.desk()
    found = await desk.find_orders(typed, ELIN)
    assert [one.number for one in found.orders] == ["50001"]
    (order,) = found.orders
    assert (order.name, order.phone_tail, order.parts[0].place_id) == ("Åsa Öberg", "612", MAL)
    assert (found.now, found.more) == (NOW, False)
    await desk.close()


async def test_orders_are_found_by_an_article_of_theirs(hub: RunningHub) -> None:
    desk = await hub.desk()
    found = await desk.find_orders("SKU-103", ELIN)
    assert found.orders
    assert {one.number for one in found.orders} <= {str(number) for number in range(48201, 48207)}
    await desk.close()


async def test_no_more_than_twenty_are_told(hub: RunningHub) -> None:
    desk = await hub.desk()
    found = await desk.find_orders("Bo Ek", ELIN)
    assert (len(found.orders), found.more) == (20, True)
    await desk.close()


@pytest.mark.parametrize(("staff", "typed"), [(999, "oberg"), (0, "oberg")])
async def test_nobody_without_a_right_at_this_place_is_told_anything(
    hub: RunningHub, staff: int, typed: str
) -> None:
    desk = await hub.desk()
    with pytest.raises(Refused) as refused:
        await desk.find_orders(typed, staff)
    assert refused.value.error.number == WireErrorNumber.SCOPE_NOT_ALLOWED
    await desk.close()


async def test_too_little_to_look_for_is_refused(hub: RunningHub) -> None:
    desk = await hub.desk()
    answer = await look_up_centrally(LookUpOrders(request=7, text="b ", staff_id=ELIN), desk, False)
    assert (answer.problem, answer.orders) == ("too_short", [])
    await desk.close()


async def test_an_unsigned_look_and_one_with_other_words_than_signed_are_refused(hub: RunningHub) -> None:
    async with hub.plain() as plain:
        reply = await plain.get("/v1/orders?q=oberg&staff=1")
        assert (reply.status_code, reply.json()["number"]) == (401, WireErrorNumber.NOT_SIGNED)
    desk = await hub.desk()
    signed = desk.device_key.authorization("GET", "/v1/orders?q=oberg&staff=1", b"", NOW + 1, bytes(16))
    async with hub.plain() as plain:
        reply = await plain.get("/v1/orders?q=berg&staff=1", headers={"authorization": signed})
        assert reply.json()["number"] == WireErrorNumber.WRONG_SIGNATURE
    await desk.close()


async def test_what_was_looked_for_stands_in_no_log(tmp_path: Path) -> None:
    lines = StringIO()
    async with running_hub(tmp_path, rows=rows(), lines=lines) as hub:
        desk = await hub.desk()
        await hello(desk)
        await desk.find_orders("Öberg", ELIN)
        await desk.close()
    assert "/v1/orders" in lines.getvalue()
    assert "berg" not in lines.getvalue().casefold()


async def test_offline_nobody_is_asked(hub: RunningHub) -> None:
    asked = LookUpOrders(request=7, text="oberg", staff_id=ELIN)
    desk = await hub.desk()
    for client, on_purpose in ((None, False), (desk, True)):
        assert (await look_up_centrally(asked, client, on_purpose)).problem == "no_line"
    online = await look_up_centrally(asked, desk, False)
    assert (online.problem, online.at, len(online.orders)) == ("", NOW, 1)
    await desk.close()
