"""What if: past orders replayed over the wire by two sets of rules, from the stock of their day."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import pytest_asyncio

from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import Refused
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import SELLABLE
from storedesk.hub.what_if import GIVEN_UP_SECONDS, WhatIfs
from storedesk.protocol.routing_wire import WhatIfAsked, WhatIfPlace, WhatIfSet, WhatIfTold, WhyAsked
from storedesk.protocol.wire_errors import WireErrorNumber
from tests.hub.running_hub import RunningHub, running_hub
from tests.small_shop import ALVA, ELIN, GBG, MAJA, MAL, NOW, articles, pickup, places

pytestmark = pytest.mark.asyncio
DAY = 86_400_000
ELSEWHERE = json.dumps({"rules": [{"name": "Any", "from_elsewhere": True, "safety": False}]})


def rows() -> list[Any]:
    """Göteborg had two shells on the day of three orders of one each; both have left since."""
    found: list[Any] = [*places(), *articles(5)]
    found.append(StockLevel(GBG, ALVA, SELLABLE, 0, 0, 0, 0, None, "A1-01", NOW))
    found.append(
        Movement(derived_id("m"), GBG, ALVA, SELLABLE, -2, "handed_over", derived_id("a"), ELIN, NOW + 1)
    )
    for number in (48301, 48302, 48303):
        found += pickup(number, {ALVA: 1})
    return found


@pytest_asyncio.fixture
async def hub(tmp_path: Path) -> AsyncIterator[RunningHub]:
    async with running_hub(tmp_path, rows=rows()) as running:
        running.clock.now = NOW + DAY
        yield running


def asked(**other: Any) -> WhatIfAsked:
    return msgspec.structs.replace(WhatIfAsked(staff=MAJA, run="r-1", days=30, rules=ELSEWHERE), **other)


async def whole_run(desk: HubClient, question: WhatIfAsked) -> WhatIfTold:
    while True:
        told = await desk.what_if(question)
        if told.used is not None:
            return told
        await asyncio.sleep(0)


async def test_both_sets_are_counted_from_the_stock_of_the_day(hub: RunningHub) -> None:
    desk = await hub.desk()
    told = await whole_run(desk, asked())
    assert (told.done, told.total, told.left_out) == (3, 3, 0)
    assert (told.first_at, told.last_at) == (NOW, NOW)
    assert told.used == WhatIfSet(orders=3, whole=2, split=0, unplaced=1, km=None, over_limit=0)
    assert told.draft == WhatIfSet(orders=3, whole=3, split=0, unplaced=0, km=None, over_limit=0)
    assert told.places == [
        WhatIfPlace(place_id=GBG, name="Göteborg Centrum", used=2, draft=2),
        WhatIfPlace(place_id=MAL, name="Malmö", used=0, draft=1),
    ]
    await desk.close()


async def test_days_without_orders_replay_nothing(hub: RunningHub) -> None:
    hub.clock.now = NOW + 9 * DAY
    desk = await hub.desk()
    told = await whole_run(desk, asked(days=3))
    assert (told.total, told.draft) == (
        0,
        WhatIfSet(orders=0, whole=0, split=0, unplaced=0, km=None, over_limit=0),
    )
    await desk.close()


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (asked(staff=ELIN), WireErrorNumber.SCOPE_NOT_ALLOWED),
        (asked(rules='{"rules":[]}'), WireErrorNumber.UNREADABLE),
    ],
)
async def test_wrong_rules_and_wrong_people_are_refused(
    hub: RunningHub, question: WhatIfAsked, number: int
) -> None:
    desk = await hub.desk()
    with pytest.raises(Refused) as refused:
        await whole_run(desk, question)
    assert refused.value.error.number == number
    await desk.close()


async def test_a_run_that_nobody_asks_about_any_more_stops(hub: RunningHub) -> None:
    seconds = 0.0
    runs = WhatIfs(hub.database, lambda: seconds)
    await runs.ask("desk", asked(), hub.clock())
    seconds = GIVEN_UP_SECONDS + 1
    task = runs._runs["desk"].task
    assert task is not None
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    await runs.close()


async def test_a_draft_is_tried_on_one_order_and_nothing_is_changed(hub: RunningHub) -> None:
    desk = await hub.desk()
    by_draft = await desk.why_by_rules(WhyAsked(staff=ELIN, number="48301", rules=ELSEWHERE))
    in_use = await desk.why_order("48301", ELIN)
    assert (by_draft.rule, in_use.rule) == ("Any", "Collected where the buyer chose")
    assert {one.place_id: one.why for one in by_draft.places}[MAL] != "wrong_place"
    await desk.close()
