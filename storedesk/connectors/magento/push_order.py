"""Makes an order in the shop out of a quote of ours, through the customer's cart as an administrator."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.magento.markers import quote_mark, quote_marked
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.reading_orders import ORDERS
from storedesk.connectors.magento.refusals import SaidNo, refused
from storedesk.connectors.magento.scalars import amount, exact, moment_text, number, record, rows, text, whole
from storedesk.connectors.magento.search import every
from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, OrderAsk, Outcome

_BACK_MS = 30 * 86_400_000


async def push_order(line: Line, ask: OrderAsk) -> Outcome:
    """Looks for the order first; then fills the customer's cart, whatever lay in it before, and compares what the
    shop asks for each article with what the quote says: the shop's cart takes no price of ours."""
    made = await look_order(line, ask)
    if made.state == DONE:
        return made
    if not ask.contact_id.isdigit():
        return Outcome(REFUSED, "not_linked", "the quote's buyer has no account there")
    customer = record(await line.client.get(f"/V1/customers/{ask.contact_id}"))
    address = _address(customer, ask)
    if not address:
        return Outcome(REFUSED, "invalid", "the buyer has no address there")
    cart = text(await line.client.send("POST", f"/V1/customers/{ask.contact_id}/carts"))
    try:
        priced = await _filled(line, cart, ask, address)
        wrong = _wrong_price(priced, ask)
        if wrong:
            await _empty(line, cart)
            return Outcome(REFUSED, "refused", wrong)
        method = {"method": line.settings.payment_method}
        body = {"paymentMethod": method | ({"po_number": ask.po_number} if ask.po_number else {})}
        done = await line.client.send("PUT", f"/V1/carts/{cart}/order", body)
    except SaidNo as error:
        return refused(error.message)
    return Outcome(DONE, made=text(done))


async def look_order(line: Line, ask: OrderAsk) -> Outcome:
    """By the mark in the billing address, which comes into being with the order."""
    if not ask.contact_id.isdigit():
        return Outcome(NOT_DONE)
    since = moment_text(line.now() - _BACK_MS)
    groups = [[("customer_id", "eq", ask.contact_id)], [("created_at", "gteq", since)]]
    async for order in every(line.client, ORDERS, groups, 100):
        if quote_marked(order) == ask.desk_id:
            return Outcome(DONE, made=text(order.get("entity_id")))
    return Outcome(NOT_DONE)


async def _filled(
    line: Line, cart: str, ask: OrderAsk, address: Mapping[str, Any]
) -> Sequence[Mapping[str, Any]]:
    """The cart's items with their totals, once it holds the quote's lines and knows where they go."""
    await _empty(line, cart)
    names = {}
    for one in ask.lines:
        item = {"sku": one.sku, "qty": one.quantity, "quote_id": cart}
        added = record(await line.client.send("POST", f"/V1/carts/{cart}/items", {"cartItem": item}))
        names[text(added.get("item_id"))] = exact(added.get("sku")) or one.sku
    carrier, method = line.settings.shipping_method
    goes_to = {name: value for name, value in address.items() if name != "fax"}
    if ask.delivery == COLLECTED:
        carrier, method = "instore", "pickup"
        goes_to["extension_attributes"] = {"pickup_location_code": ask.pickup_place}
    information = {
        "shipping_address": goes_to,
        "billing_address": address,
        "shipping_carrier_code": carrier,
        "shipping_method_code": method,
    }
    path = f"/V1/carts/{cart}/shipping-information"
    found = record(await line.client.send("POST", path, {"addressInformation": information}))
    items = rows(record(found.get("totals")).get("items"))
    return [{**item, "sku": names.get(text(item.get("item_id")), "")} for item in items]


async def _empty(line: Line, cart: str) -> None:
    """A customer has one cart, and what a failed try or the buyer left in it would be ordered too."""
    for item in rows(await line.client.get(f"/V1/carts/{cart}/items")):
        item_id = whole(item.get("item_id"), "item_id")
        await line.client.send("DELETE", f"/V1/carts/{cart}/items/{item_id}")


def _wrong_price(items: Sequence[Mapping[str, Any]], ask: OrderAsk) -> str:
    """The first article that the shop would sell at another price than the quote's, or empty. A quote's price may
    be with tax or without: one of the two must be it."""
    shown: dict[str, list[tuple[int, int]]] = {}
    for item in items:
        both = (amount(item.get("price"), "price"), amount(item.get("price_incl_tax"), "price_incl_tax"))
        shown.setdefault(text(item.get("sku")), []).append(both)
    for one in ask.lines:
        found = shown.get(one.sku, [])
        if not any(one.price in both for both in found):
            asked = found[0][0] if found else 0
            return f"{one.sku[:60]} costs {number(asked, 'price') / 10_000} there, not as quoted"
    return ""


def _address(customer: Mapping[str, Any], ask: OrderAsk) -> dict[str, Any]:
    """The site's address, else the usual one, as the cart wants it; empty where the customer has none."""
    own = rows(customer.get("addresses"))
    chosen = [one for one in own if text(one.get("id")) == ask.site_id]
    usual = [one for one in own if one.get("default_shipping") or one.get("default_billing")]
    found = next(iter([*chosen, *usual, *own]), None)
    if found is None:
        return {}
    region = record(found.get("region"))
    return {
        "region": text(region.get("region")),
        "region_id": whole(found.get("region_id"), "region_id"),
        "region_code": text(region.get("region_code")),
        "country_id": text(found.get("country_id"), 2),
        "street": [text(part) for part in found.get("street") or ()],
        "company": text(found.get("company")),
        "telephone": text(found.get("telephone"), 40),
        "postcode": text(found.get("postcode"), 20),
        "city": text(found.get("city")),
        "firstname": text(found.get("firstname")) or text(customer.get("firstname")),
        "lastname": text(found.get("lastname")) or text(customer.get("lastname")),
        "email": text(customer.get("email")),
        "fax": quote_mark(ask.desk_id),
    }
