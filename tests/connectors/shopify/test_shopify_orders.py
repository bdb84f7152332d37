"""Money and orders told to the shop, prices and listings, and an order out of a quote."""

from decimal import Decimal

import httpx
import pytest

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    REFUSED,
    UNKNOWN,
    Ask,
    CancelAsk,
    CaptureAsk,
    ListingPush,
    OrderAsk,
    OrderLineAsk,
    Outcome,
    PartGone,
    PartReady,
    PricePush,
    Push,
    RefundAsk,
    StockPush,
)
from storedesk.domain.ids import derived_id
from tests.connectors.shopify.shopify_world import ShopifyWorld, pages, run

QUOTE = "0192f0c2-0000-7000-8000-000000000001"


def push(ask: Ask) -> Push:
    return Push(derived_id("test", repr(ask)), ask)


def ordered(world: ShopifyWorld, payment: str = "SALE", many: int = 2) -> tuple[str, str, str]:
    """Order, line and stock item."""
    variant, item = world.article("A", stock=10)
    order = world.shop.place_order([(variant, many)], world.lund, payment=payment)
    return order, world.shop.orders[order]["_lines"][0]["id"], item


def quote(
    world: ShopifyWorld, company: str, contact: str = "", site: str = "", price: int = 790_000
) -> OrderAsk:
    variant, _item = world.article("Q", stock=10)
    line = OrderLineAsk(variant, "Q", "Article Q", 3, price)
    return OrderAsk(QUOTE, "Q-1", company, contact, site, "SEK", COLLECTED, world.lund, "PO-77", (line,), "")


def test_cancelling_is_a_job_and_is_waited_for() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, _line, item = ordered(world)
        ask = push(CancelAsk(order, (), "customer", True))
        assert await world.connector().push([ask]) == [Outcome(DONE)]
        assert world.shop.available(item, world.lund) == 10 and world.shop.orders[order]["cancelledAt"]
        assert await world.connector().push([ask]) == [Outcome(DONE)]
        assert await world.connector().look_up(ask) == Outcome(DONE)
        assert world.shop.calls["OrderCancel"] == 1

    run(test)


def test_some_pieces_are_taken_off_once() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, item = ordered(world, many=3)
        ask = push(CancelAsk(order, ((line, 1),), "stock", True))
        assert [(await world.connector().push([ask]))[0].state for _time in range(2)] == [DONE, DONE]
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert page.records[0].lines[0].cancelled == 1 and world.shop.available(item, world.lund) == 8
        assert await world.connector().look_up(ask) == Outcome(DONE)
        too_many = push(CancelAsk(order, ((line, 3),), "stock", True))
        assert (await world.connector().push([too_many]))[0].why == "too_many"

    run(test)


def test_what_was_authorised_is_taken_once() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, _line, _item = ordered(world, payment="AUTHORIZATION")
        ask = push(CaptureAsk(order, 2_000_000, "SEK"))
        assert [(await world.connector().push([ask]))[0].state for _time in range(2)] == [DONE, DONE]
        assert world.shop.captured == 1
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert page.records[0].payment_state == "captured"
        assert [one.state for one in page.records[0].payments] == ["captured"]

    run(test)


def test_a_capture_whose_answer_was_lost_is_found() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, _line, _item = ordered(world, payment="AUTHORIZATION")
        ask = push(CaptureAsk(order, 2_000_000, "SEK"))

        def lose(name: str) -> None:
            if name == "OrderCapture":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([ask]))[0].state == UNKNOWN
        assert await world.connector().look_up(ask) == Outcome(DONE)

    run(test)


@pytest.mark.parametrize(("payment", "why"), [("", "over"), ("AUTHORIZATION", "too_many")])
def test_no_more_is_taken_than_was_authorised(payment: str, why: str) -> None:
    async def test(world: ShopifyWorld) -> None:
        order, _line, _item = ordered(world, payment=payment)
        outcome = (await world.connector().push([push(CaptureAsk(order, 2_010_000, "SEK"))]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, why)

    run(test)


def test_money_and_goods_go_back_once() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, item = ordered(world, many=3)
        part = world.shop.orders[order]["_parts"][0]["id"]
        left = PartGone(order, part, world.lund, COLLECTED, ((line, 2),), world.time, True)
        await world.connector().push([push(left)])
        ask = push(RefundAsk(order, ((line, 1),), 1_000_000, "SEK", "returned", world.store))
        assert [(await world.connector().push([ask]))[0].state for _time in range(2)] == [DONE, DONE]
        assert world.shop.refunded == 1 and world.shop.available(item, world.store) == 1
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert [(one.kind, one.amount) for one in page.records[0].payments][-1] == ("refund", 1_000_000)
        line_now = page.records[0].lines[0]
        assert (line_now.ordered, line_now.returned, line_now.cancelled) == (3, 1, 0)
        assert await world.connector().look_up(ask) == Outcome(DONE)

    run(test)


def test_a_refund_whose_answer_was_lost_is_found_by_its_note() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, _item = ordered(world)
        ask = push(RefundAsk(order, ((line, 1),), 1_000_000, "SEK", "", ""))

        def lose(name: str) -> None:
            if name == "RefundCreate":
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([ask]))[0].state == UNKNOWN
        assert await world.connector().look_up(ask) == Outcome(DONE)
        other = push(RefundAsk(order, ((line, 1),), 900_000, "SEK", "", ""))
        assert (await world.connector().look_up(other)).state == NOT_DONE

    run(test)


@pytest.mark.parametrize(("many", "amount"), [(3, 1_000_000), (1, 2_000_100)])
def test_no_more_goes_back_than_was_bought_and_paid(many: int, amount: int) -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, _item = ordered(world)
        ask = push(RefundAsk(order, ((line, many),), amount, "SEK", "", ""))
        outcome = (await world.connector().push([ask]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, "too_many") and world.shop.refunded == 0

    run(test)


def test_a_quote_becomes_one_order_with_the_agreed_price() -> None:
    async def test(world: ShopifyWorld) -> None:
        company = world.shop.add_company("Bygg AB")
        site, customer = company["_sites"][0]["id"], company["mainContact"]["customer"]["id"]
        ask = push(quote(world, company["id"], customer, site))
        outcomes = [(await world.connector().push([ask]))[0] for _time in range(2)]
        assert outcomes[0] == outcomes[1] and outcomes[0].state == DONE and len(world.shop.drafts) == 1
        page = await world.connector().reread(Kind.ORDERS, [outcomes[0].made])
        order = page.records[0]
        assert (order.desk_id, order.po_number, order.company_id) == (QUOTE, "PO-77", site)
        assert (order.lines[0].price, order.lines[0].ordered) == (790_000, 3)
        assert (order.delivery, order.pickup_place) == (COLLECTED, world.lund)

    run(test)


@pytest.mark.parametrize("step", ["QuoteCreate", "QuoteComplete"])
def test_a_quote_whose_answer_was_lost_makes_no_second_order(step: str) -> None:
    async def test(world: ShopifyWorld) -> None:
        company = world.shop.add_company("Bygg AB")
        ask = push(quote(world, company["id"]))
        world.shop.search_lag_ms = 3_600_000

        def lose(name: str) -> None:
            if name == step:
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        assert (await world.connector().push([ask]))[0].state == UNKNOWN
        world.shop.after = lambda _name: None
        found = await world.connector().look_up(ask)
        assert found.state == (DONE if step == "QuoteComplete" else NOT_DONE)
        assert (await world.connector().push([ask]))[0].state == DONE
        assert len(world.shop.drafts) == 1 and len(world.shop.orders) == 1

    run(test)


def test_a_company_that_is_not_there_is_said_to_be_missing() -> None:
    async def test(world: ShopifyWorld) -> None:
        outcome = (await world.connector().push([push(quote(world, "gid://shopify/Company/1"))]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, "not_linked") and not world.shop.drafts

    run(test)


def test_prices_titles_and_listings_are_set_and_seen() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A", price="100.00")
        product = world.shop.variants[variant]["product"]["id"]
        site = world.shop.add_company("Bygg AB")["_sites"][0]
        prices = world.shop.add_price_list([site], {variant: "80.00"})
        asks = [
            push(PricePush(variant, "A", "", "SEK", 1, 1_234_500, True)),
            push(PricePush(variant, "A", prices, "SEK", 1, 700_000, True)),
            push(PricePush(variant, "A", prices, "SEK", 10, 650_000, True)),
            push(ListingPush(product, "A", "A new title", False)),
        ]
        connector = world.connector()
        assert [(await connector.look_up(one)).state for one in asks] == [NOT_DONE] * 4
        assert [one.state for one in await connector.push(asks)] == [DONE] * 4
        assert [(await connector.look_up(one)).state for one in asks] == [DONE] * 4
        assert world.shop.variants[variant]["price"] == "123.45"
        page = await connector.reread(Kind.PRODUCTS, [product])
        assert (page.records[0].title, page.records[0].listed) == ("A new title", False)

    run(test)


def test_a_break_in_the_shops_own_list_is_not_possible() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A")
        ask = push(PricePush(variant, "A", "", "SEK", 10, 900_000, True))
        assert (await world.connector().push([ask]))[0].why == "not_supported"

    run(test)


def test_after_a_push_was_done_trouble_is_an_outcome_of_the_next() -> None:
    async def test(world: ShopifyWorld) -> None:
        variant, _item = world.article("A")
        product = world.shop.variants[variant]["product"]["id"]
        listing = push(ListingPush(product, "A", "New", None))
        price = push(PricePush(variant, "A", "", "SEK", 1, 900_000, True))

        def down(name: str) -> None:
            if name == "VariantsById":
                raise httpx.ConnectError("no line")

        world.shop.before = down
        outcomes = await world.connector().push([listing, price])
        assert [(one.state, one.why) for one in outcomes] == [(DONE, ""), (NOT_DONE, "no_reply")]

    run(test)


def test_goods_never_collected_are_taken_off_and_stocked_where_they_lie() -> None:
    async def test(world: ShopifyWorld) -> None:
        order, line, item = ordered(world)
        ask = push(RefundAsk(order, ((line, 2),), 2_000_000, "SEK", "not_collected", world.lund))
        assert (await world.connector().push([ask]))[0].state == DONE
        page = await world.connector().reread(Kind.ORDERS, [order])
        assert (page.records[0].lines[0].cancelled, page.records[0].payment_state) == (2, "refunded")
        assert world.shop.available(item, world.lund) == 10

    run(test)


@pytest.mark.parametrize("version", ["2026-04", "2026-10"])
def test_the_versions_beside_ours_take_the_same_requests(version: str) -> None:
    async def test(world: ShopifyWorld) -> None:
        world.shop.version = version
        order, line, item = ordered(world, many=3)
        connector = world.connector()
        part = world.shop.orders[order]["_parts"][0]["id"]
        asks: list[Ask] = [
            StockPush("", item, "", world.lund, 5, 0, 7, "changed"),
            PartReady(order, part, world.lund, ((line, 2),), False),
            PartGone(order, part, world.lund, COLLECTED, ((line, 2),), world.time, True),
            RefundAsk(order, ((line, 1),), 1_000_000, "SEK", "returned", world.lund),
        ]
        assert [one.state for one in await connector.push([push(ask) for ask in asks])] == [DONE] * 4
        for kind in Kind:
            assert all(not page.problems for page in await pages(connector, kind))
            assert all(not page.problems for page in await pages(connector, kind, load=False))

    run(test)


async def asked_for(world: ShopifyWorld) -> tuple[str, OrderAsk]:
    """A draft that a company's buyer sent in for review, and the order out of the quote that answers it."""
    company = world.shop.add_company("Bygg AB")
    ask = quote(world, company["id"])
    variant = ask.lines[0].variant_id
    ids = {"companyId": company["id"], "companyLocationId": company["_sites"][0]["id"]}
    draft = world.shop.add_draft([(variant, 2, Decimal("100.00"))], company=ids)["id"]
    for _number in range(30):
        world.shop.add_draft([(variant, 1, Decimal("100.00"))])
    page = await world.connector().reread(Kind.QUOTES, [draft])
    assert (page.records[0].state, page.records[0].desk_id) == ("asked", "")
    return draft, ask._replace(asked_there=draft)


@pytest.mark.parametrize("lost", ["", "QuoteUpdate", "QuoteComplete"])
def test_the_answer_to_a_request_is_the_requests_own_order(lost: str) -> None:
    async def test(world: ShopifyWorld) -> None:
        draft, ask = await asked_for(world)
        world.shop.search_lag_ms = 3_600_000

        def lose(name: str) -> None:
            if name == lost:
                raise httpx.ReadTimeout("no answer")

        world.shop.after = lose
        first = (await world.connector().push([push(ask)]))[0]
        assert first.state == (UNKNOWN if lost else DONE)
        world.shop.after = lambda _name: None
        found = await world.connector().look_up(push(ask))
        assert found.state == (NOT_DONE if lost == "QuoteUpdate" else DONE)
        outcome = (await world.connector().push([push(ask)]))[0]
        assert outcome.state == DONE and len(world.shop.drafts) == 31 and len(world.shop.orders) == 1
        assert world.shop.drafts[draft]["status"] == "COMPLETED"
        order = (await world.connector().reread(Kind.ORDERS, [outcome.made])).records[0]
        assert (order.desk_id, order.lines[0].ordered, order.lines[0].price) == (QUOTE, 3, 790_000)
        assert world.shop.calls["QuoteCreate"] == 0

    run(test)


def test_a_request_that_was_ordered_there_meanwhile_is_over() -> None:
    async def test(world: ShopifyWorld) -> None:
        draft, ask = await asked_for(world)
        world.shop.drafts[draft] |= {"status": "COMPLETED", "order": {"id": "gid://shopify/Order/1"}}
        outcome = (await world.connector().push([push(ask)]))[0]
        assert (outcome.state, outcome.why) == (REFUSED, "over")
        assert (await world.connector().look_up(push(ask))).state == NOT_DONE

    run(test)
