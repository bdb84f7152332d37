"""Reading a Magento shop: loads that resume, changes that are not missed, stock and prices that move silently."""

from collections.abc import Iterator
from typing import Any

import pytest

from storedesk.connectors import neutral
from storedesk.connectors.port import Kind
from storedesk.connectors.trouble import Stopped, Unreachable
from tests.connectors.magento.magento_world import World, all_of, pages_of
from tests.platforms.fake_magento.shop import BUSY, LOST_BEFORE, MAINTENANCE

pytestmark = pytest.mark.asyncio


@pytest.fixture
def world() -> Iterator[World]:
    made = World(b2b=True)
    made.store("store1")
    made.store("store2")
    yield made
    assert made.wrong_requests() == []


def _named(records: list[Any], kind: type) -> list[Any]:
    return [one for one in records if isinstance(one, kind)]


async def test_variants_follow_their_configurable_and_single_products_are_their_own(world: World) -> None:
    for sku, colour in (("CFG-0", "4"), ("CFG-1", "5")):
        world.shop.add_product(sku, color=colour, visible=False)
    parent = world.shop.add_configurable("CFG", ("CFG-0", "CFG-1"), "Jacket")
    own = world.article("SINGLE")
    found, _cursor = await all_of(world.connector.load, Kind.PRODUCTS)
    assert [one.external_id for one in _named(found, neutral.RemoteProduct)] == [str(parent), str(own)]
    variants = _named(found, neutral.RemoteVariant)
    assert [(one.sku, one.product_id, one.colour) for one in variants] == [
        ("CFG-0", str(parent), "Red"),
        ("CFG-1", str(parent), "Blue"),
        ("SINGLE", str(own), ""),
    ]
    assert all(one.stock_id == one.sku and one.listed for one in variants)


async def test_a_load_goes_on_after_each_page_in_another_process(world: World) -> None:
    for number in range(7):
        world.article(f"A{number}")
    world.shop.add_configurable("CFG", ("A0", "A1"))
    cursor = ""
    found: list[neutral.Remote] = []
    for _round in range(20):
        pages = world.again(page_size="2").load(Kind.PRODUCTS, cursor)
        page = await anext(pages)
        await pages.aclose()  # type: ignore[attr-defined]
        found += page.records
        cursor = page.cursor
        if '"step"' not in cursor:
            break
    assert sorted(one.sku for one in _named(found, neutral.RemoteVariant)) == [f"A{n}" for n in range(7)]
    assert len(_named(found, neutral.RemoteProduct)) == 6


async def test_only_what_changed_is_read_again_and_a_variant_keeps_its_parent(world: World) -> None:
    for sku in ("A", "B", "C"):
        world.article(sku)
    parent = world.shop.add_configurable("CFG", ("A", "B"))
    world.clock.now += 3_600_000
    _found, cursor = await all_of(world.connector.load, Kind.PRODUCTS)
    world.clock.now += 3_600_000
    nothing, cursor = await all_of(world.connector.changes, Kind.PRODUCTS, cursor)
    assert nothing == []
    world.clock.now += 3_600_000
    world.shop.products["A"]["updated_at"] = world.shop.moment()
    changed, _cursor = await all_of(world.again().changes, Kind.PRODUCTS, cursor)
    assert [(one.sku, one.product_id) for one in _named(changed, neutral.RemoteVariant)] == [
        ("A", str(parent))
    ]


async def test_stock_is_swept_place_by_place_although_no_time_of_change_moves(world: World) -> None:
    world.article("A", store1=3, store2=5)
    world.article("B", store1=7)
    _found, cursor = await all_of(world.connector.load, Kind.LEVELS)
    before = world.shop.products["A"]["updated_at"]
    world.shop.set_stock("A", "store2", 1)
    assert world.shop.products["A"]["updated_at"] == before
    found, _cursor = await all_of(world.connector.changes, Kind.LEVELS, cursor)
    levels = {(one.variant_id, one.place_id): one.on_hand for one in _named(found, neutral.RemoteLevel)}
    assert levels == {
        ("A", "default"): 0,
        ("B", "default"): 0,
        ("A", "store1"): 3,
        ("B", "store1"): 7,
        ("A", "store2"): 1,
    }


async def test_a_stock_sweep_goes_on_in_the_middle_of_a_place(world: World) -> None:
    for number in range(5):
        world.article(f"A{number}", store1=number, store2=number)
    pages = await pages_of(world.again(page_size="2").load(Kind.LEVELS, ""))
    assert len(pages) == 9
    rest = await pages_of(world.again(page_size="2").load(Kind.LEVELS, pages[4].cursor))
    assert [one.records for one in rest] == [one.records for one in pages[5:]]


async def test_base_special_and_tier_prices_become_prices_of_lists(world: World) -> None:
    own = str(world.article("A", 99.5))
    world.shop.special["A"] = {"price": 80, "store_id": 0, "sku": "A", "price_from": "2027-01-01 00:00:00", "price_to": "2027-02-01 00:00:00"}  # fmt: skip  # noqa: E501
    for group, kind, price, quantity in (("Wholesale", "fixed", 90, 1), ("ALL GROUPS", "discount", 5, 10)):
        row = {"price": price, "price_type": kind, "website_id": 0, "sku": "A"}
        world.shop.tiers["A", group, quantity] = row | {"customer_group": group, "quantity": quantity}
    found, cursor = await all_of(world.connector.load, Kind.PRICES)
    prices = {
        (one.list_code, one.from_quantity, one.valid_until): one for one in _named(found, neutral.RemotePrice)
    }
    assert {key: one.amount for key, one in prices.items()} == {
        ("", 1, ""): 995_000,
        ("", 1, "2027-02-01"): 800_000,
        ("Wholesale", 1, ""): 900_000,
        ("", 10, ""): 945_250,
    }
    assert prices["", 1, "2027-02-01"].valid_from == "2027-01-01"
    assert {one.variant_id for one in prices.values()} == {own}
    world.shop.base["A"] = 50.0
    world.clock.now += 86_400_000
    again, _cursor = await all_of(world.connector.changes, Kind.PRICES, cursor)
    assert next(one.amount for one in again if one.list_code == "") == 500_000  # type: ignore[union-attr]


async def test_orders_carry_their_pickup_place_payment_and_shipments(world: World) -> None:
    world.article("A", store1=5)
    buyer = world.shop.add_customer()
    order_id = world.shop.place_order([("A", 2)], pickup="store1", customer_id=buyer)
    world.clock.now += 3_600_000
    found, cursor = await all_of(world.connector.load, Kind.ORDERS)
    order = found[0]
    assert isinstance(order, neutral.RemoteOrder)
    assert (order.pickup_place, order.delivery, order.payment_state) == ("store1", "collected", "unpaid")
    assert (order.total, order.due, order.state, order.group) == (2_000_000, 2_000_000, "open", "General")
    world.clock.now += 3_600_000
    world.shop.place_order([("A", 1)], paid=True)
    changed, _cursor = await all_of(world.connector.changes, Kind.ORDERS, cursor)
    assert [one.external_id for one in changed] == [str(order_id + 1)]  # type: ignore[union-attr]
    assert [(one.payment_state, one.payments[0].state) for one in changed] == [("captured", "captured")]  # type: ignore[union-attr]


async def test_an_old_order_that_is_open_is_loaded_and_an_old_closed_one_is_not(world: World) -> None:
    world.article("A", store1=5)
    first, second = (world.shop.place_order([("A", 1)]) for _time in range(2))
    world.shop.orders[second]["state"] = "complete"
    world.clock.now += 100 * 86_400_000
    found, _cursor = await all_of(world.connector.load, Kind.ORDERS)
    assert [one.external_id for one in found] == [str(first)]  # type: ignore[union-attr]


async def test_companies_have_their_parent_credit_and_price_list(world: World) -> None:
    for own in (1, 2):
        world.shop.companies[own] = {
            "id": own,
            "company_name": f"Firm {own}",
            "status": 1,
            "customer_group_id": 2,
        }
        world.shop.companies[own] |= {"country_id": "SE", "vat_tax_id": "SE556677889901"}
    world.shop.credits[1] = {"id": 9, "company_id": 1, "credit_limit": 5000, "currency_code": "EUR"}
    world.shop.relations.append({"company_id": 2, "parent_id": 1})
    found, _cursor = await all_of(world.connector.load, Kind.COMPANIES)
    first, second = (one for one in found if isinstance(one, neutral.RemoteCompany))
    assert (first.credit_limit, first.price_list, first.state) == (50_000_000, "Wholesale", "open")
    assert (second.parent_id, second.kind, second.credit_limit) == ("1", "site", None)


async def test_a_cart_with_a_negotiable_quote_is_a_quote_and_a_plain_cart_is_not(world: World) -> None:
    at = world.shop.moment()
    quote = {"status": "submitted_by_admin", "negotiated_price_type": 1, "negotiated_price_value": 10}
    world.shop.carts[1] = {"id": 1, "updated_at": at, "items": [], "customer_id": 1, "is_active": True}
    world.shop.carts[2] = {
        "id": 2, "updated_at": at, "items": [{"item_id": 5, "sku": "A", "qty": 2, "price": 100}],
        "customer": {"id": 7}, "currency": {"quote_currency_code": "EUR"},
        "extension_attributes": {"negotiable_quote": quote, "company_id": 3},
    }  # fmt: skip
    found, _cursor = await all_of(world.connector.load, Kind.QUOTES)
    assert len(found) == 1
    assert isinstance(found[0], neutral.RemoteQuote)
    assert (found[0].state, found[0].total, found[0].company_id) == ("offered", 1_800_000, "3")


async def test_customers_are_reread_by_id_and_lost_ones_are_gone(world: World) -> None:
    own = world.shop.add_customer(company_id=4)
    page = await world.connector.reread(Kind.CUSTOMERS, [str(own), "999"])
    assert page.gone == ("999",)
    found = page.records[0]
    assert isinstance(found, neutral.RemoteCustomer)
    assert (found.company_id, found.person.name, found.group) == ("4", "Cara Lund", "General")


async def test_every_kind_can_be_reread(world: World) -> None:
    own = world.article("A,1", store1=2)
    order_id = world.shop.place_order([("A,1", 1)])
    for kind, external_id in (
        (Kind.PLACES, "store1"), (Kind.PRODUCTS, str(own)), (Kind.PRICES, "A,1"), (Kind.LEVELS, "A,1"),
        (Kind.ORDERS, str(order_id)),
    ):  # fmt: skip
        page = await world.connector.reread(kind, [external_id, "77777"])
        assert page.records, kind
        assert page.gone == ("77777",), kind
    assert (await world.connector.reread(Kind.COMPANIES, ["5"])).gone == ("5",)
    assert (await world.connector.reread(Kind.QUOTES, ["5", "no number"])).gone == ("5", "no number")


async def test_trouble_of_the_line_is_told_apart(world: World) -> None:
    for trouble, why in ((BUSY, "busy"), (LOST_BEFORE, "no_reply"), (MAINTENANCE, "busy")):
        world.shop.trouble = lambda _sent, trouble=trouble: trouble  # type: ignore[misc]
        with pytest.raises(Unreachable, match=why):
            await pages_of(world.connector.load(Kind.PLACES, ""))


async def test_a_missing_right_is_named_and_clocks_that_differ_are_told(world: World) -> None:
    world.shop.lacks.add("Magento_Sales::actions_view")
    with pytest.raises(Stopped, match="right_missing Magento_Sales::actions_view"):
        await pages_of(world.connector.load(Kind.ORDERS, ""))
    world.shop.skew_ms = 600_000
    with pytest.raises(Stopped, match="clock_differs"):
        await pages_of(world.connector.load(Kind.PLACES, ""))
