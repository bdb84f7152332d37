"""Why this store: the same answer at the hub's address and in its command, with the figure that failed."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storedesk.desk.hub_failures import Refused
from storedesk.domain.records import Setting
from storedesk.hub.why_order import dry_run
from storedesk.hub.why_words import why_lines
from storedesk.protocol.wire_errors import WireErrorNumber
from tests.hub.channels.order_shop import OrderShop, line, order
from tests.hub.running_hub import RunningHub, running_hub
from tests.small_shop import ALVA, CENTRAL, ELIN, GBG, MAL, order_id, small_shop

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def hub(tmp_path: Path) -> AsyncIterator[RunningHub]:
    off = Setting(MAL, "routing_off", "stocktaking")
    async with running_hub(tmp_path, rows=[*small_shop(), off]) as running:
        yield running


async def test_a_desk_is_told_why_each_place_does_an_order_or_not(hub: RunningHub) -> None:
    desk = await hub.desk()
    why = await desk.why_order("48201", ELIN)
    assert (why.number, why.delivery, why.rule_number) == ("48201", "collected", 1)
    by_place = {place.place_id: place for place in why.places}
    assert (by_place[GBG].outcome, by_place[GBG].has_it) == ("chosen", True)
    assert by_place[MAL].why == "switched_off"
    assert by_place[CENTRAL].why == "wrong_place"
    assert why == await desk.why_order(order_id(48201), ELIN)
    await desk.close()


async def test_nobody_without_a_right_is_told_why(hub: RunningHub) -> None:
    desk = await hub.desk()
    with pytest.raises(Refused) as refused:
        await desk.why_order("48201", 999)
    assert refused.value.error.number == WireErrorNumber.SCOPE_NOT_ALLOWED
    await desk.close()


async def test_an_order_that_there_is_not_is_said_plainly(hub: RunningHub) -> None:
    desk = await hub.desk()
    with pytest.raises(Refused) as refused:
        await desk.why_order("99999/..", ELIN)
    assert refused.value.error.number == WireErrorNumber.UNREADABLE
    await desk.close()


async def test_the_dry_run_names_the_figure_that_failed_and_changes_nothing(tmp_path: Path) -> None:
    shop = OrderShop(tmp_path, stock=3)
    shop.take(order(1, line(1, ALVA, 3)), order(2, line(1, ALVA, 9)))
    before = shop.rows("stock_level")
    with shop.engine.begin() as connection:
        placed, waits = dry_run(connection, "1", shop.now), dry_run(connection, "2", shop.now)
    assert shop.rows("stock_level") == before
    assert [place.place_id for place in placed.places if place.outcome == "chosen"] == [CENTRAL]
    short = {place.place_id: (place.why, place.figure, place.against) for place in waits.places}
    assert short[CENTRAL] == ("too_little", 0, 9)
    assert short[GBG] == ("too_little", 3, 9)
    assert why_lines(waits)[0] == "No place can take order 2 now; it waits."
    assert "Central warehouse takes order 1: rule 2, One parcel, warehouse." in why_lines(placed)
    shop.close()
