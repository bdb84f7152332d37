"""Every recording of a real shop decodes, maps, and where it is an error ends as the facts say; none is unused."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from storedesk.connectors.magento import mapping_orders, mapping_prices
from storedesk.connectors.magento.client import Client
from storedesk.connectors.magento.mapping_accounts import customer_of
from storedesk.connectors.magento.mapping_levels import level_of
from storedesk.connectors.magento.mapping_places import STATE_NEEDED, place_of
from storedesk.connectors.magento.mapping_prices import PriceScope
from storedesk.connectors.magento.mapping_products import Attributes, children_of, product_of, variant_of
from storedesk.connectors.magento.refusals import SaidNo, ready_faults, refused, row_faults
from storedesk.connectors.magento.scalars import text
from storedesk.connectors.magento.shop_facts import COMPANY, PICKUP
from storedesk.connectors.magento.signing import Keys
from storedesk.connectors.port import Surroundings
from storedesk.connectors.trouble import Stopped
from tests.connectors.magento.magento_world import Clock
from tests.platforms.fake_magento.shop import RECORDINGS

NAMES = sorted(file.stem for file in RECORDINGS.glob("*.json"))
SCOPE = PriceScope("EUR", gross=False, store_id=1, website_id=1)
RULES = mapping_orders.OrderRules(groups={"1": "General"})


def _recorded(name: str) -> Any:
    return json.loads((RECORDINGS / f"{name}.json").read_text(encoding="utf-8"))


def _replayed(name: str) -> Any:
    """What the client makes of the recorded answer; raises what it raises."""
    recorded = _recorded(name)
    clock, asked = Clock(), []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["authorization"])
        return httpx.Response(recorded["status"], json=recorded["response"])

    async def run() -> Any:
        keys = Keys("ck", "cs", "at", "ats")
        surroundings = Surroundings(clock.time, clock.sleep, clock.random_bytes, httpx.MockTransport(answer))
        client = Client("https://shop.example.test", "default", keys, surroundings)
        try:
            if recorded["request"]["method"] == "GET":
                return await client.get("/V1/any")
            return await client.send(recorded["request"]["method"], "/V1/any", recorded["request"]["body"])
        finally:
            await client.close()

    try:
        return asyncio.run(run())
    finally:
        assert len(set(asked)) == len(asked) == (2 if recorded["status"] == 401 else 1)


# ---------------------------------------------------------------- errors

STOPPED = {
    "err_401_bad_token": "right_missing Magento_Catalog::products",
    "err_401_no_token": "right_missing Magento_Catalog::products",
    "err_oauth_nonce_reused": "signed_out",
    "err_oauth_param_mismatch": "signed_out",
}
_GONE = "The entity that was requested doesn't exist. Verify the entity and try again."
_SAVE = "Could not save a shipment, see error log for details"
_EMPTY = "Shipment Document Validation Error(s): You can't create a shipment without products."
REFUSALS = {
    "err_400_type": (
        "invalid",
        'The "abc" value\'s type is invalid. The "int" type was expected. Verify and try again.',
    ),
    "err_404_order": ("not_linked", _GONE),
    "err_404_product": (
        "not_linked",
        "The product that was requested doesn't exist. Verify the product and try again.",
    ),
    "err_404_route": ("refused", "Request does not match any route."),
    "err_bad_filter_field": (
        "refused",
        'The "nofield" attribute name is invalid. Reset the name and try again.',
    ),
    "err_invoice_twice": (
        "over",
        (
            "Invoice Document Validation Error(s): The invoice can't be created without products. Add products and try"
            " again. An invoice cannot be created when an order has a status of complete"
        ),
    ),
    "err_place_order_twice": ("not_linked", "No such entity with cartId = 5"),
    "err_refund_not_invoiced": (
        "not_paid",
        (
            "Creditmemo Document Validation Error(s): The most money available to refund is 0. The quantity to refund must"
            ' not be greater than the unrefunded quantity. The "SKU-1" product is not part of the current creditmemo.'
        ),
    ),
    "err_ship_bad_source": ("refused", _SAVE),
    "err_ship_on_pickup_order": ("refused", _SAVE),
    "err_ship_over": ("too_many", _EMPTY),
    "err_source_items_invalid": ("refused", "Could not save Source Item"),
    "ship_configurable_child_id": ("too_many", _EMPTY),
    "ship_pickup_order_with_source": ("refused", _SAVE),
    "ship_rest_no_source": ("refused", _SAVE),
}


@pytest.mark.parametrize("name", STOPPED)
def test_a_refused_signature_is_tried_once_more_and_then_stops(name: str) -> None:
    with pytest.raises(Stopped, match=STOPPED[name]):
        _replayed(name)


@pytest.mark.parametrize("name", REFUSALS)
def test_a_recorded_refusal_has_its_word_and_its_sentence(name: str) -> None:
    word, sentence = REFUSALS[name]
    with pytest.raises(SaidNo) as caught:
        _replayed(name)
    assert (refused(caught.value.message).why, caught.value.message) == (word, sentence)
    assert caught.value.not_there == (name in ("err_404_order", "err_404_product", "err_place_order_twice"))


# ---------------------------------------------------------------- what was taken


def _order(answer: Any, shipments: Any = ()) -> Any:
    order = mapping_orders.order_of(answer, shipments, RULES)
    return order.delivery, order.pickup_place, order.state, order.payment_state, order.total, len(order.lines)


def _configurable_order(answer: Any) -> Any:
    order = mapping_orders.order_of(answer, (), RULES)
    return [
        (one.external_id, one.kind, one.variant_id, one.sku, one.ordered, one.amount) for one in order.lines
    ]


def _ready_part(answer: Any) -> Any:
    shipments = [
        {"entity_id": 1, "items": [{"order_item_id": 3, "qty": 2}], "updated_at": "2026-11-23 05:01:27"}
    ]
    part = mapping_orders.order_of(answer, shipments, RULES).parts[0]
    return part.place_id, part.state, part.lines


def _shipments(answer: Any) -> Any:
    parts = [mapping_orders.part_of(one, "", pickup=False, collected=False) for one in answer["items"]]
    return [(one.external_id, one.place_id, one.lines) for one in parts]


def _products(answer: Any) -> Any:
    return [variant_of(item, str(item["id"]), Attributes(colour="shade")).sku for item in answer["items"]]


def _tier(answer: Any) -> Any:
    found = [mapping_prices.tier_of("1", row, 995_000, SCOPE) for row in answer]
    return [(one.list_code, one.from_quantity, one.amount) for one in found if one]


def _place(answer_name: str) -> Callable[[Any], Any]:
    """A source as it was sent, for the shop answers nothing when it saves one."""
    return lambda answer: (
        answer,
        place_of(_recorded(answer_name)["request"]["body"]["source"]).problem != "",
    )


def _place_of_pickup(answer: Any) -> Any:
    return [one["pickup_location_code"] for one in answer["items"] if one["country_id"] in STATE_NEEDED]


_PICKUP_ORDER = ("collected", "store1", "open", "unpaid", 3_010_000, 2)
_CANCELLED_3 = [("SKU-1", 2, 0), ("SKU-2", 0, 1)]
_CANCELLED_4 = [("SKU-1", 2, 0), ("SKU-2", 1, 0)]


def _counts(answer: Any) -> Any:
    assert answer["state"] == "canceled"
    return [(row["sku"], row["qty_shipped"], row["qty_canceled"]) for row in answer["items"]]


def _statuses(answer: Any) -> Any:
    return [(one["status"], text(one["result_message"])[:20]) for one in answer["operations_list"]]


def _same(answer: Any) -> Any:
    return answer


TAKEN: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "admin_cart_create": (text, "5"),
    "admin_cart_item": (lambda found: found["sku"], "SKU-3"),
    "admin_cart_item_configurable": (lambda found: found["sku"], "CFG-0"),
    "admin_cart_place_order": (text, "5"),
    "admin_cart_shipping_pickup": (lambda found: found["totals"]["items"][0]["price_incl_tax"], 55),
    "async_accept": (lambda found: found["errors"], False),
    "async_bulk_accept": (lambda found: len(found["request_items"]), 2),
    "attribute_create": (lambda found: found["options"][1]["label"], "Red"),
    "base_prices_info": (lambda rows: mapping_prices.base_prices(rows, SCOPE), {"SKU-1": 995_000, "SKU-2": 1_020_000}),
    "base_prices_partial": (row_faults, ["Invalid attribute Price = -1.", "Invalid attribute SKU = NOPE."]),
    "bulk_detailed_status": (lambda found: [one["status"] for one in found["operations_list"]], [1, 3]),
    "bulk_detailed_status_fail": (_statuses, [(1, "Service execution su")]),
    "bulk_status_open": (_statuses, [(4, ""), (4, "")]),
    "cancel_after_ready": (_same, True),
    "cancel_shipped": (_same, True),
    "cart_item": (lambda found: found["qty"], 2),
    "configurable_children": (
        lambda found: [(one.product_id, one.colour) for one in (variant_of(item, "8", Attributes(colour="shade", labels={"shade": {"4": "Red"}})) for item in found)],  # noqa: E501
        [("8", "Red"), ("8", "5")],
    ),
    "configurable_option": (text, "1"),
    "customer_create": (lambda found: customer_of(found, {"1": "General"}).group, "General"),
    "customers_search": (lambda found: customer_of(found["items"][0], {}).person.name, "Cara Lund"),
    "dump_stock_index": (lambda found: [row["sku"] for row in found][-1], "SKU/5 A"),
    "export_stock_salable_qty": (lambda found: (len(found["items"]), found["total_count"]), (3, 3)),
    "invoice_ok": (text, "1"),
    "modules": (lambda found: (PICKUP in found, COMPANY in found), (True, False)),
    "notify_ready_errors": (ready_faults, {"999999": _GONE, "3": _SAVE}),
    "notify_ready_not_enough_stock": (
        lambda found: refused(ready_faults(found)["4"]).why,
        "not_ready",
    ),
    "notify_ready_ok": (ready_faults, {}),
    "notify_ready_second_time": (ready_faults, {}),
    "oauth1_search": (_products, ["SKU-1"]),
    "order_after_cancel_3": (_counts, _CANCELLED_3),
    "order_after_cancel_4": (_counts, _CANCELLED_4),
    "order_comment_collected": (_same, True),
    "order_get_configurable": (
        _configurable_order,
        [("10", "goods", "6", "CFG-0", 2, 200_000), ("shipping", "charge", "", "", 1, 100_000)],
    ),
    "order_get_pickup": (_order, _PICKUP_ORDER),
    "order_get_pickup_after_ready": (_ready_part, ("store1", "ready", (("3", 2),))),
    "order_get_regular": (_order, ("sent", "", "open", "unpaid", 3_160_000, 3)),
    "orders_filter_pickup_code": (lambda found: _order(found["items"][0]), _PICKUP_ORDER),
    "orders_incremental": (lambda found: [_order(one)[0] for one in found["items"]], ["sent", "collected", "sent"]),
    "page_beyond_end_orders": (lambda found: (found["items"], found["total_count"]), ([], 3)),
    "page_beyond_end_products": (lambda found: (found["items"], found["total_count"]), ([], 5)),
    "partial_transfer": (_same, []),
    "payment_information": (text, "4"),
    "pickup_locations": (_place_of_pickup, ["store1", "store2"]),
    "product_create": (lambda found: product_of(found, Attributes()).title, "Product 1"),
    "product_get": (lambda found: variant_of(found, "1", Attributes()).weight_grams, 1000),
    "product_get_configurable": (children_of, ["6", "7"]),
    "product_get_slash": (lambda found: variant_of(found, "5", Attributes()).stock_id, "SKU/5 A"),
    "products_incremental": (_products, ["SKU-1", "SKU-2"]),
    "refund_ok": (text, "1"),
    "salable_qty": (text, "30"),
    "salable_qty_slash": (text, "30"),
    "ship_configurable_parent_id": (text, "8"),
    "ship_partial_again": (text, "5"),
    "ship_partial_ok": (text, "4"),
    "shipments_list": (_shipments, [("4", "store2", (("5", 1),)), ("5", "store2", (("5", 1),))]),
    "shipping_information_pickup": (lambda found: found["totals"]["items"][1]["price"], 102),
    "source_create_store1": (_place("source_create_store1"), ([], True)),
    "source_create_store2": (_place("source_create_store2"), ([], True)),
    "source_create_wh": (_place("source_create_wh"), ([], False)),
    "source_items_list": (
        lambda found: [level_of(one, 0, None)[:4] for one in found["items"]],
        [("SKU-1", "store1", 10, None), ("SKU-2", "store1", 10, None)],
    ),
    "source_items_save": (_same, []),
    "source_update_store1": (_place("source_update_store1"), ([], False)),
    "source_update_store2": (_place("source_update_store2"), ([], False)),
    "special_price": (row_faults, []),
    "stock_create": (text, "2"),
    "stock_source_links": (_same, []),
    "store_configs": (lambda found: (found[0]["code"], found[0]["base_currency_code"]), ("default", "EUR")),
    "store_views": (lambda found: [one["code"] for one in found], ["default", "admin"]),
    "store_websites": (lambda found: [one["code"] for one in found], ["admin", "base"]),
    "tier_prices_info": (_tier, [("Wholesale", 1, 900_000), ("", 10, 945_250)]),
    "tier_prices_partial": (
        row_faults,
        ["No such entity with Customer Group = Nope. Row ID: SKU = SKU-1, Website ID: 0, Customer Group: Nope, Quantity: 1."],  # noqa: E501
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN)
def test_a_recorded_answer_decodes_and_maps(name: str) -> None:
    mapped, expected = TAKEN[name]
    assert mapped(_replayed(name)) == expected


def test_no_recording_is_unused() -> None:
    assert sorted([*STOPPED, *REFUSALS, *TAKEN]) == NAMES
