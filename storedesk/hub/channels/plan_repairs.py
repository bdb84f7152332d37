"""What staff asked to be told to a channel again, and orders that are to be made there out of quotes."""

from collections.abc import Iterable

from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.port import Capability
from storedesk.connectors.pushes import ListingPush, OrderAsk, OrderLineAsk
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Difference, Quote
from storedesk.hub.channels.link_details import CustomerThere
from storedesk.hub.channels.link_details import detail_of as detail_of_link
from storedesk.hub.channels.plan import About, Plan, detail_of
from storedesk.hub.channels.plan_prices import price_pushes
from storedesk.hub.channels.plan_stock import stock_pushes
from storedesk.storage.channel_feed import channel_for_orders_of
from storedesk.storage.channel_links import (
    COMPANY,
    CUSTOMER,
    ORDER,
    PRODUCT,
    QUOTE,
    VARIANT,
    link_with_detail,
)
from storedesk.storage.channel_outbox import Planned, listing_entity, order_entity

PUSH, ORDERED = "push", "ordered"


def repair_pushes(plan: Plan, differences: Iterable[Difference]) -> list[Planned]:
    """Our figures, whatever was told before."""
    planned: list[Planned] = []
    for one in differences:
        if one.channel_id != plan.channel.id or one.asked != PUSH or one.variant_id is None:
            continue
        made_by = f"{one.id} {one.asked_at}"
        if one.field == "stock":
            places = [int(one.about)] if one.about.isdecimal() else [row.id for row in plan.among("place")]
            forced = {(one.variant_id, place): one.id for place in places}
            pushes = stock_pushes(plan, [one.variant_id], made_by, forced)
            planned += [push for push in pushes if one.id in push.about]
        elif one.field == "price":
            planned += price_pushes(plan, [one.variant_id], made_by, {one.variant_id: one.id})
        elif one.field in ("title", "listed"):
            planned += _listing(plan, one, made_by)
    return planned


def _listing(plan: Plan, one: Difference, made_by: str) -> list[Planned]:
    variant = plan.row("variant", one.variant_id or 0)
    if variant is None:
        return []
    found = plan.links(PRODUCT, [str(variant.product_id)]).get(str(variant.product_id))
    if not found:
        return []
    title = one.ours if one.field == "title" else None
    listed = one.ours in ("1", "true", "yes") if one.field == "listed" else None
    ask = ListingPush(found[0].external_id, variant.sku, title, listed)
    about = About(variant=variant.id, product=variant.product_id, difference=one.id, forced=True)
    entity = listing_entity(variant.product_id, one.field)
    return [plan.push(ask, about, entity, [made_by], plan.now, newest_counts=True)]


def quote_pushes(plan: Plan, quotes: Iterable[Quote]) -> list[Planned]:
    """An order is made on one channel only: the first that can and knows the company."""
    if not plan.can(Capability.QUOTES):
        return []
    return [
        _order(plan, quote)
        for quote in quotes
        if quote.state == ORDERED
        and quote.order_id
        and channel_for_orders_of(plan.connection, quote.company_id, Capability.QUOTES) == plan.channel.id
        and not plan.external(ORDER, quote.order_id)
    ]


def quote_is_true(plan: Plan, quote_id: str) -> bool:
    quote = plan.row("quote", quote_id)
    return quote is not None and quote.state == ORDERED and not plan.external(ORDER, quote.order_id)


def _order(plan: Plan, quote: Quote) -> Planned:
    ask = OrderAsk(
        quote.id,
        quote.number,
        plan.external(COMPANY, str(quote.company_id)),
        _buyer(plan, quote),
        plan.external(COMPANY, str(quote.site_id or "")),
        quote.currency,
        quote.delivery,
        plan.place_there(quote.place_id) if quote.delivery == COLLECTED else "",
        quote.po_number,
        _lines(plan, quote),
        "",
        plan.external(QUOTE, quote.id),
    )
    about = About(quote=quote.id, order=quote.order_id)
    return plan.push(ask, about, order_entity(quote.order_id), [quote.id], quote.changed_at)


def _buyer(plan: Plan, quote: Quote) -> str:
    """The customer there who is the quote's person; empty where it has none."""
    if quote.contact_id is None:
        return ""
    detail = detail_of_link(CustomerThere(quote.contact_id))
    return link_with_detail(plan.connection, plan.channel.id, CUSTOMER, detail)


def _lines(plan: Plan, quote: Quote) -> tuple[OrderLineAsk, ...]:
    lines = plan.among("quote_line", quote_id=quote.id, version=quote.version)
    links = plan.links(VARIANT, [str(line.variant_id) for line in lines if line.variant_id is not None])
    found = []
    for line in lines:
        link = links.get(str(line.variant_id), [None])[0]
        sku = line.sku if link is None else str(detail_of(link).get("sku") or line.sku)
        pieces = max(1, line.quantity // UNITS.get(line.unit, PIECE).step)
        there = "" if link is None else link.external_id
        found.append(OrderLineAsk(there, sku, line.name, pieces, line.net))
    return tuple(found)
