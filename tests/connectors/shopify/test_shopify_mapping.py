"""Orders as they come out of the mapping: pieces add up, states are ours, and what is not known breaks nothing."""

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.connectors.neutral import COLLECTED, GONE, SENT
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import DONE, CancelAsk, PartGone, Push, RefundAsk
from storedesk.connectors.shopify.mapping_levels import level_from
from storedesk.connectors.shopify.mapping_orders import order_from
from storedesk.connectors.shopify.mapping_payments import payment_state
from storedesk.connectors.shopify.mapping_places import place_from
from storedesk.connectors.shopify.mapping_products import variant_from
from storedesk.connectors.shopify.mapping_quotes import quote_from
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.page_making import one, page_of
from storedesk.domain import payment
from storedesk.domain.ids import derived_id
from tests.connectors.shopify.shopify_world import ShopifyWorld, run

AT = "2026-11-23T04:00:00+01:00"
ORDER: dict[str, Any] = {"id": "gid://shopify/Order/1", "name": "#1", "createdAt": AT, "updatedAt": AT}
LEVEL = {
    "id": "gid://shopify/InventoryLevel/1",
    "updatedAt": AT,
    "item": {"id": "i"},
    "location": {"id": "l"},
}


@settings(deadline=None, max_examples=12)
@given(st.integers(0, 10_000))
def test_pieces_add_up_whatever_happened_to_an_order(seed: int) -> None:
    async def test(world: ShopifyWorld) -> None:
        random = Random(seed)
        variant, _item = world.article("A", stock=20)
        order = world.shop.place_order([(variant, 6)], world.lund)
        line = world.shop.orders[order]["_lines"][0]["id"]
        connector = world.connector()
        waiting, left, cancelled, returned = 6, 0, 0, 0
        for number in range(5):
            act, many = random.choice(["gone", "cancel", "return"]), random.randint(1, 3)
            world.time += 3_600_000
            lines = ((line, many),)
            ask: Any = {
                "gone": PartGone(order, "", world.lund, COLLECTED, lines, world.time, True),
                "cancel": CancelAsk(order, lines, "stock", True),
                "return": RefundAsk(order, lines, 10_000, "SEK", "returned", world.lund),
            }[act]
            if (act == "return" and many > left) or (act != "return" and many > waiting):
                continue
            outcome = (await connector.push([Push(derived_id("t", str(number), repr(ask)), ask)]))[0]
            assert outcome.state == DONE, outcome
            waiting -= many if act != "return" else 0
            left += {"gone": many, "cancel": 0, "return": -many}[act]
            cancelled += many if act == "cancel" else 0
            returned += many if act == "return" else 0
        found = (await connector.reread(Kind.ORDERS, [order])).records[0]
        goods = found.lines[0]
        assert (goods.ordered, goods.cancelled, goods.returned) == (6, cancelled, returned)
        gone = sum(many for part in found.parts if part.state == GONE for _line, many in part.lines)
        open_now = sum(many for part in found.parts if part.state != GONE for _line, many in part.lines)
        assert gone == left + returned and open_now == waiting

    run(test)


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("PENDING", payment.UNPAID), ("EXPIRED", payment.UNPAID), ("VOIDED", payment.UNPAID),
        ("AUTHORIZED", payment.AUTHORISED), ("PAID", payment.CAPTURED), ("PARTIALLY_PAID", payment.PART_PAID),
        ("PARTIALLY_REFUNDED", payment.CAPTURED), ("REFUNDED", payment.REFUNDED), (None, payment.UNPAID),
        ("SOMETHING_NEW", payment.ON_HOLD),
    ],
)  # fmt: skip
def test_each_financial_status_is_a_payment_state(word: str | None, state: str) -> None:
    assert payment_state({"displayFinancialStatus": word}) == state


def test_a_company_that_has_terms_is_on_account_until_it_has_paid() -> None:
    terms = {"paymentTerms": {"paymentTermsName": "Net 30", "dueInDays": 30}}
    assert payment_state({"displayFinancialStatus": "PENDING", **terms}) == payment.ON_ACCOUNT
    assert payment_state({"displayFinancialStatus": "PAID", **terms}) == payment.CAPTURED


@pytest.mark.parametrize(
    ("method", "delivery"),
    [("PICK_UP", COLLECTED), ("RETAIL", COLLECTED), ("LOCAL", SENT), ("SHIPPING", SENT), ("PICKUP_POINT", SENT),
     ("DRONE", SENT), (None, SENT)],
)  # fmt: skip
def test_how_an_order_leaves_follows_from_its_delivery_method(method: str | None, delivery: str) -> None:
    part = {
        "id": "gid://shopify/FulfillmentOrder/1", "updatedAt": AT, "status": "NEW_STATUS", "lineItems": [],
        "deliveryMethod": {"methodType": method} if method else None, "assignedLocation": {"location": None},
    }  # fmt: skip
    found = order_from({**ORDER, "fulfillmentOrders": [part]})
    assert (found.delivery, found.pickup_place) == (delivery, "")


def test_a_bare_order_is_understood() -> None:
    found = order_from(ORDER)
    assert (found.total, found.lines, found.parts, found.state) == (0, (), (), "open")
    assert found.placed_at == found.changed_at == 1_795_402_800_000


def test_what_is_charged_for_sending_is_a_line_of_its_own() -> None:
    charge = {"title": "Frakt", "code": "F", "currentDiscountedPriceSet": {"shopMoney": {"amount": "49.00"}},
              "taxLines": [{"rate": 0.25}]}  # fmt: skip
    line = order_from({**ORDER, "shippingLine": charge}).lines[0]
    assert (line.kind, line.amount, line.tax_rate) == ("charge", 490_000, 250_000)


def test_hostile_text_is_cleaned_and_capped() -> None:
    node = {"id": "gid://shopify/ProductVariant/1", "sku": "A\u202eB\n", "title": "x" * 5000,
            "product": {"title": "\x00Drill"}, "updatedAt": AT}  # fmt: skip
    found = variant_from(node)
    assert found.sku == "AB" and len(found.name) <= 420 and found.name.startswith("Drill x")


def test_quantities_below_zero_and_levels_that_are_off_are_kept_apart() -> None:
    def figures(available: int, on_hand: int) -> list[dict[str, Any]]:
        return [{"name": "available", "quantity": available}, {"name": "on_hand", "quantity": on_hand}]

    below = level_from({**LEVEL, "quantities": figures(-3, 2)})
    off = level_from({**LEVEL, "quantities": figures(5, 5), "isActive": False})
    assert (below.available, below.on_hand) == (-3, 2) and (off.available, off.on_hand) == (0, 0)


def test_a_place_says_why_nothing_can_be_picked_up_there() -> None:
    place = {
        "id": "gid://shopify/Location/1",
        "name": "Lund",
        "isActive": True,
        "fulfillsOnlineOrders": False,
    }
    assert place_from({**place, "localPickupSettingsV2": None}).problem == "local pickup is off"
    assert place_from({**place, "localPickupSettingsV2": {}}).problem == "it does not fulfil online orders"
    assert "service" in place_from({**place, "isFulfillmentService": True}).problem


@pytest.mark.parametrize(
    ("status", "ours", "state"),
    [("OPEN", False, "asked"), ("OPEN", True, "offered"), ("INVOICE_SENT", False, "offered"),
     ("COMPLETED", True, "ordered"), ("LATER", False, "asked")],
)  # fmt: skip
def test_a_draft_is_a_quote_in_our_words(status: str, ours: bool, state: str) -> None:
    attributes = [{"key": "storedesk_quote_id", "value": "q"}] if ours else []
    node = {"id": "d", "name": "#D1", "status": status, "updatedAt": AT, "customAttributes": attributes}
    assert quote_from(node).state == state


@settings(deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
                        st.sampled_from([*ORDER, "lineItems", "fulfillmentOrders", "customer", "quantities", "item"]),
                        inner, max_size=4), max_leaves=8))  # fmt: skip
def test_a_node_of_any_shape_is_mapped_or_set_aside_and_never_stops_its_page(node: Any) -> None:
    for mapper in (order_from, level_from, variant_from, place_from, quote_from):
        page = page_of([node, {**ORDER, **LEVEL}], one(mapper), Mark())
        assert len(page.records) + len(page.problems) == 2
        assert json.loads(page.cursor) == {}
