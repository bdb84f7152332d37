"""One call in five fails before or after it was done: everything still happens, and nothing happens twice."""

from collections import Counter
from random import Random

import httpx
import pytest

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    UNKNOWN,
    Ask,
    CancelAsk,
    CaptureAsk,
    OrderAsk,
    OrderLineAsk,
    Outcome,
    PartGone,
    PartReady,
    Push,
    RefundAsk,
    StockPush,
)
from storedesk.connectors.shopify.connector import ShopifyConnector
from storedesk.connectors.trouble import Unreachable
from storedesk.domain.ids import derived_id
from tests.connectors.shopify.shopify_world import ShopifyWorld, records, run
from tests.platforms.fake_shopify.line import Broken

MOST_TRIES = 60
FAILS = 0.2


class Weather:
    """Makes calls fail by a seed."""

    def __init__(self, world: ShopifyWorld, seed: int) -> None:
        self._random = Random(seed)
        self.failed = 0
        world.shop.before = world.shop.after = self.strike

    def strike(self, _name: str) -> None:
        if self._random.random() >= FAILS / 2:
            return
        self.failed += 1
        raise self._random.choice(
            [httpx.ReadTimeout("lost"), httpx.ReadError("reset"), Broken(500), Broken(502), Broken(503)]
        )


async def settled(connector: ShopifyConnector, push: Push) -> Outcome:
    """As a sender does it: tried again, and looked up first whenever nobody can say."""
    found = Outcome(NOT_DONE)
    for _time in range(MOST_TRIES):
        try:
            if found.state == UNKNOWN:
                found = await connector.look_up(push)
            else:
                found = (await connector.push([push]))[0]
        except Unreachable as error:
            found = Outcome(UNKNOWN) if error.maybe_done else found
        if found.state not in (UNKNOWN, NOT_DONE):
            return found
    return found


def made(number: int, ask: Ask) -> Push:
    return Push(derived_id("fault", str(number), repr(ask)), ask)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_all_that_is_told_happens_once(seed: int) -> None:
    async def test(world: ShopifyWorld) -> None:
        weather = Weather(world, seed)
        connector = world.connector()
        outcomes: Counter[str] = Counter()
        company = world.shop.add_company("Bygg AB")
        for number in range(8):
            variant, item = world.article(f"A{number}", stock=10)
            paid = world.shop.place_order([(variant, 3)], world.lund)
            held = world.shop.place_order([(variant, 1)], world.lund, payment="AUTHORIZATION")
            dropped = world.shop.place_order([(variant, 1)], world.lund)
            line = world.shop.orders[paid]["_lines"][0]["id"]
            part = world.shop.orders[paid]["_parts"][0]["id"]
            quoted = OrderLineAsk(variant, "", "", 1, 500_000)
            asks: list[Ask] = [
                PartReady(paid, part, world.lund, ((line, 2),), False),
                PartGone(paid, part, world.lund, COLLECTED, ((line, 2),), world.time, True),
                RefundAsk(paid, ((line, 1),), 1_000_000, "SEK", "broken", world.lund),
                CaptureAsk(held, 1_000_000, "SEK"),
                CancelAsk(dropped, (), "customer", True),
                OrderAsk(f"0192f0c2-0000-7000-8000-{number:012d}", "Q", company["id"], "", "", "SEK", COLLECTED,
                         world.lund, "", (quoted,), ""),
                StockPush(variant, item, "", world.lund, 40 + number, 0, None, "count"),
            ]  # fmt: skip
            for index, ask in enumerate(asks):
                outcomes[(await settled(connector, made(index, ask))).state] += 1
            assert world.shop.available(item, world.lund) == 40 + number
        assert outcomes == {DONE: 56} and weather.failed > 30
        assert Counter(what for _order, what in world.shop.mails) == {"ready": 8}
        assert (world.shop.fulfilled, world.shop.captured, world.shop.refunded) == (8, 8, 8)
        assert len(world.shop.drafts) == 8 and len(world.shop.orders) == 32

    run(test)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_load_that_is_interrupted_again_and_again_brings_everything(seed: int) -> None:
    async def test(world: ShopifyWorld) -> None:
        for number in range(12):
            variant, _item = world.article(f"A{number}", stock=9)
            world.shop.place_order([(variant, 1)], world.lund)
        world.shop.allows_bulk = seed == 1
        expected = {
            kind: set(await records(world.connector(), kind)) for kind in (Kind.ORDERS, Kind.PRODUCTS)
        }
        Weather(world, seed)
        for kind, all_of_it in expected.items():
            found, cursor, ended = set(), "", False
            for _time in range(MOST_TRIES):
                try:
                    async for page in world.connector().load(kind, cursor):
                        found |= set(page.records)
                        cursor = page.cursor
                    ended = True
                    break
                except Unreachable:
                    continue
            assert ended and found == all_of_it

    run(test)
