"""Ready and gone: the customer is written to once, and no piece leaves twice."""

import httpx

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, UNKNOWN, Outcome, PartGone, PartReady, Push
from storedesk.domain.ids import derived_id
from tests.connectors.shopify.shopify_world import START, ShopifyWorld, run


def lines_of(world: ShopifyWorld, order: str) -> list[str]:
    return [line["id"] for line in world.shop.orders[order]["_lines"]]


def part_of(world: ShopifyWorld, order: str) -> str:
    return str(world.shop.orders[order]["_parts"][0]["id"])


def ready(world: ShopifyWorld, order: str, many: int = 2, told_by_us: bool = False) -> Push:
    lines = ((lines_of(world, order)[0], many),)
    ask = PartReady(order, part_of(world, order), world.lund, lines, told_by_us)
    return Push(derived_id("ready", order, str(many)), ask)


def gone(world: ShopifyWorld, order: str, many: int = 2, at: int = START, told_by_us: bool = True) -> Push:
    lines = ((lines_of(world, order)[0], many),)
    ask = PartGone(order, part_of(world, order), world.lund, COLLECTED, lines, at, told_by_us)
    return Push(derived_id("gone", order, str(many), str(at)), ask)


def ordered(world: ShopifyWorld, many: int = 2) -> str:
    variant, _item = world.article("A", stock=10)
    return world.shop.place_order([(variant, many)], world.lund)


def test_ready_is_told_once_however_often_it_is_pushed() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        connector, push = world.connector(), ready(world, order)
        assert [(await connector.push([push]))[0].state for _time in range(3)] == [DONE] * 3
        assert world.shop.mails == [(order, "ready")]
        assert await world.connector().look_up(push) == Outcome(DONE)

    run(test)


def test_ready_whose_answer_was_lost_is_found_and_not_told_again() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        push = ready(world, order)

        def lose(name: str) -> None:
            if name == "PickupReady":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([push]))[0].state == UNKNOWN
        assert await world.connector().look_up(push) == Outcome(DONE)
        assert (await world.connector().push([push]))[0].state == DONE
        assert world.shop.mails == [(order, "ready")]

    run(test)


def test_ready_that_never_left_is_found_not_done() -> None:
    async def test(world: ShopifyWorld) -> None:
        push = ready(world, ordered(world))

        def lose(name: str) -> None:
            if name == "PickupReady":
                raise httpx.ReadTimeout("no answer")

        world.shop.before = lose
        assert (await world.connector().push([push]))[0].state == UNKNOWN
        assert (await world.connector().look_up(push)).state == NOT_DONE
        assert world.shop.mails == []

    run(test)


def test_where_we_write_ourselves_the_shop_is_only_given_a_tag() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        push = ready(world, order, told_by_us=True)
        assert (await world.connector().push([push]))[0].state == DONE
        assert world.shop.mails == []
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert page.records[0].parts[0].state == "ready"
        assert (await world.connector().look_up(push)).state == DONE

    run(test)


def test_some_of_a_part_is_split_off_before_it_is_ready() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=3)
        push = ready(world, order, many=1)
        assert (await world.connector().push([push]))[0].state == DONE
        held = [
            line["totalQuantity"] for part in world.shop.orders[order]["_parts"] for line in part["_lines"]
        ]
        assert sorted(held) == [1, 2] and world.shop.mails == [(order, "ready")]
        assert (await world.connector().push([push]))[0].state == DONE
        assert len(world.shop.orders[order]["_parts"]) == 2 and len(world.shop.mails) == 1

    run(test)


def test_a_split_whose_answer_was_lost_is_not_made_twice() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=3)
        push = ready(world, order, many=1)

        def lose(name: str) -> None:
            if name == "PartSplit":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([push]))[0].state == UNKNOWN
        assert (await world.connector().look_up(push)).state == NOT_DONE
        assert (await world.connector().push([push]))[0].state == DONE
        assert len(world.shop.orders[order]["_parts"]) == 2 and world.shop.mails == [(order, "ready")]

    run(test)


def test_a_cancelled_order_cannot_be_ready_or_gone() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        world.shop.cancel_order(order)
        outcomes = await world.connector().push([ready(world, order), gone(world, order)])
        assert [(one.state, one.why) for one in outcomes] == [(REFUSED, "over")] * 2
        assert world.shop.mails == []

    run(test)


def test_pieces_leave_once_and_the_rest_stays() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=3)
        push = gone(world, order, many=1)
        assert (await world.connector().push([push]))[0].state == DONE
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert [(part.state, part.lines[0][1]) for part in page.records[0].parts] == [
            ("waiting", 2),
            ("gone", 1),
        ]
        assert (await world.connector().push([gone(world, order, many=2, at=START + 1)]))[0].state == DONE
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert page.records[0].state == "completed" and world.shop.fulfilled == 2
        assert world.shop.mails == []

    run(test)


def test_gone_is_told_to_the_customer_where_the_shop_writes() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        await world.connector().push([gone(world, order, told_by_us=False)])
        assert world.shop.mails == [(order, "gone")]

    run(test)


def test_gone_whose_answer_was_lost_is_seen_by_what_is_left() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=3)
        push = gone(world, order, many=1)

        def lose(name: str) -> None:
            if name == "PartGone":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([push]))[0].state == DONE
        assert world.shop.fulfilled == 1

    run(test)


def test_gone_is_looked_up_when_the_shop_was_silent_for_longer() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=3)
        push, silent = gone(world, order, many=1), False

        def lose(name: str) -> None:
            nonlocal silent
            silent = silent or name == "PartGone"
            if silent:
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([push]))[0].state == UNKNOWN
        world.shop.after = lambda _name: None
        assert await world.connector().look_up(push) == Outcome(DONE)
        later = gone(world, order, many=2, at=START + 3_600_000)
        assert (await world.connector().look_up(later)).state == NOT_DONE

    run(test)


def test_more_than_is_left_does_not_leave() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world, many=2)
        outcome = (await world.connector().push([gone(world, order, many=3)]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, "too_many") and world.shop.fulfilled == 0

    run(test)


def test_what_staff_sent_in_the_shop_itself_is_gone_already() -> None:
    async def test(world: ShopifyWorld) -> None:
        order = ordered(world)
        await world.connector().push([gone(world, order)])
        assert (await world.connector().push([gone(world, order, at=START + 86_400_000)]))[0].state == DONE
        assert world.shop.fulfilled == 1

    run(test)


def test_an_order_that_is_not_there_is_said_to_be_missing() -> None:
    async def test(world: ShopifyWorld) -> None:
        ask = PartReady("gid://shopify/Order/1", "gid://shopify/FulfillmentOrder/1", world.lund, (), False)
        push = Push(derived_id("x"), ask)
        assert await world.connector().push([push]) == [Outcome(REFUSED, "not_linked")]
        assert await world.connector().look_up(push) == Outcome(REFUSED, "not_linked")

    run(test)


def routed(world: ShopifyWorld, many: int, stocked: bool = True) -> tuple[str, str, str]:
    """An order that the shop gave to Lund and that another place does: order, line and stock item."""
    variant, item = world.article("A", stock=10)
    if stocked:
        world.shop.set_stock(item, world.store, 5)
    order = world.shop.place_order([(variant, many)], world.lund)
    return order, lines_of(world, order)[0], item


def test_what_another_place_does_is_moved_there_before_it_is_ready() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, item = routed(world, many=3)
        push = Push(derived_id("ready"), PartReady(order, "", world.store, ((line, 2),), False))
        assert [(await world.connector().push([push]))[0].state for _time in range(2)] == [DONE, DONE]
        parts = world.shop.orders[order]["_parts"]
        assert [part["_place"] for part in parts] == [world.lund, world.store] and len(world.shop.mails) == 1
        assert (world.shop.available(item, world.lund), world.shop.available(item, world.store)) == (9, 3)
        away = Push(
            derived_id("gone"), PartGone(order, "", world.store, COLLECTED, ((line, 2),), world.time, True)
        )
        assert (await world.connector().push([away]))[0].state == DONE
        assert [part["status"] for part in parts] == ["OPEN", "CLOSED"]

    run(test)


def test_a_place_that_does_not_stock_it_there_cannot_be_ready_but_what_left_is_told() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, _item = routed(world, many=2, stocked=False)
        push = Push(derived_id("ready"), PartReady(order, "", world.store, ((line, 2),), False))
        outcome = (await world.connector().push([push]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, "not_stocked") and world.shop.mails == []
        away = PartGone(order, "", world.store, COLLECTED, ((line, 2),), world.time, True)
        assert (await world.connector().push([Push(derived_id("gone"), away)]))[0].state == DONE
        assert world.shop.fulfilled == 1

    run(test)
