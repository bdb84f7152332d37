"""Stock that is told to the shop: against what was read, once, and with every line's own outcome."""

import httpx
import pytest

from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, UNKNOWN, Outcome, Push, StockPush
from storedesk.connectors.trouble import Unreachable
from storedesk.domain.ids import derived_id
from tests.connectors.shopify.shopify_world import ShopifyWorld, run


def figure(item: str, place: str, available: int, last_seen: int | None, number: int = 1) -> Push:
    ask = StockPush("", item, "", place, available, 0, last_seen, "sold")
    return Push(derived_id("test", item, place, str(number)), ask)


def test_a_figure_is_set_against_the_one_that_was_read() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        outcomes = await world.connector().push([figure(item, world.lund, 7, 10)])
        assert outcomes == [Outcome(DONE, found=7)] and world.shop.available(item, world.lund) == 7

    run(test)


def test_a_figure_never_read_is_set_whatever_is_shown() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        assert await world.connector().push([figure(item, world.lund, 7, None)]) == [Outcome(DONE, found=7)]
        assert world.shop.available(item, world.lund) == 7

    run(test)


def test_a_stale_figure_is_read_again_and_set_with_a_new_key() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, item = world.article("A", stock=10)
        world.shop.place_order([(variant, 1)], world.lund)
        assert await world.connector().push([figure(item, world.lund, 7, 10)]) == [Outcome(DONE, found=7)]
        assert world.shop.available(item, world.lund) == 7 and world.shop.adjustments == 1
        assert world.shop.calls["StockSet"] == 2

    run(test)


def test_a_stale_figure_that_is_right_already_is_not_set_again() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, item = world.article("A", stock=10)
        world.shop.place_order([(variant, 1)], world.lund)
        assert await world.connector().push([figure(item, world.lund, 9, 10)]) == [Outcome(DONE, found=9)]
        assert world.shop.adjustments == 0

    run(test)


def test_a_figure_that_changes_at_every_look_is_left_for_another_try() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=100)

        def sell(name: str) -> None:
            if name == "StockSet":
                level = world.shop.level(item, world.lund)
                level.available -= 1

        world.shop.before = sell
        outcome = (await world.connector().push([figure(item, world.lund, 50, 100)]))[0]
        assert (outcome.state, outcome.why) == (NOT_DONE, "stale") and outcome.found is not None
        assert world.shop.calls["StockSet"] == 4 and world.shop.adjustments == 0

    run(test)


def test_an_article_not_stocked_at_the_place_is_stocked_there() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        assert await world.connector().push([figure(item, world.store, 4, None)]) == [Outcome(DONE, found=4)]
        assert world.shop.available(item, world.store) == 4

    run(test)


def test_each_line_of_a_call_has_its_own_outcome() -> None:
    async def test(world: ShopifyWorld) -> None:
        (variant, first), (_v, second), (_w, third) = (world.article(sku, stock=10) for sku in "ABC")
        world.shop.place_order([(variant, 2)], world.lund)
        pushes = [
            figure(first, world.lund, 5, 10),
            figure("gid://shopify/InventoryItem/1", world.lund, 5, 10),
            figure(second, world.lund, 6, 10),
            figure(second, "gid://shopify/Location/1", 6, 10),
            figure(third, world.store, 7, None),
        ]
        outcomes = await world.connector().push(pushes)
        assert [(one.state, one.why) for one in outcomes] == [
            (DONE, ""), (REFUSED, "not_linked"), (DONE, ""), (REFUSED, "not_linked"), (DONE, ""),
        ]  # fmt: skip
        shown = [world.shop.available(item, world.lund) for item in (first, second, third)]
        assert shown == [5, 6, 10] and world.shop.available(third, world.store) == 7

    run(test)


def test_a_pair_named_twice_goes_once_with_the_later_figure() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        pushes = [figure(item, world.lund, 8, 10, 1), figure(item, world.lund, 6, 10, 2)]
        assert [one.state for one in await world.connector().push(pushes)] == [DONE, DONE]
        assert world.shop.available(item, world.lund) == 6 and world.shop.adjustments == 1

    run(test)


def test_more_than_a_call_may_carry_goes_in_several() -> None:
    async def test(world: ShopifyWorld) -> None:
        items = [world.article(f"A{number}", stock=1)[1] for number in range(260)]
        outcomes = await world.connector().push([figure(item, world.lund, 2, 1) for item in items])
        assert {one.state for one in outcomes} == {DONE}
        assert world.shop.calls["StockSet"] == 2 and world.shop.adjustments == 260

    run(test)


def test_a_lost_answer_is_asked_for_again_with_the_same_key_and_does_nothing_twice() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        lost = iter([True, False])

        def lose(name: str) -> None:
            if name == "StockSet" and next(lost):
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert await world.connector().push([figure(item, world.lund, 7, 10)]) == [Outcome(DONE, found=7)]
        assert world.shop.adjustments == 1 and world.shop.calls["StockSet"] == 2

    run(test)


def test_when_nobody_answers_the_outcome_is_unknown_and_the_look_finds_it() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)

        def lose(name: str) -> None:
            if name == "StockSet":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        connector, push = world.connector(), figure(item, world.lund, 7, 10)
        assert [one.state for one in await connector.push([push])] == [UNKNOWN]
        assert await connector.look_up(push) == Outcome(DONE, found=7)
        world.shop.set_stock(item, world.lund, 3)
        assert await connector.look_up(push) == Outcome(NOT_DONE, found=3)

    run(test)


def test_trouble_before_anything_was_done_is_raised() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)

        def down(_name: str) -> None:
            raise httpx.ConnectError("no line")

        world.shop.before = down
        with pytest.raises(Unreachable):
            await world.connector().push([figure(item, world.lund, 7, 10)])

    run(test)


def test_an_article_sold_without_counting_has_no_figure() -> None:
    async def test(world: ShopifyWorld) -> None:
        _variant, item = world.article("A", stock=10)
        world.shop.items[item]["tracked"] = False
        page = await world.connector().reread(Kind.LEVELS, [item])
        assert [(one.on_hand, one.available) for one in page.records] == [(None, None)]

    run(test)
