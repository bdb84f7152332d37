"""Negotiable quotes out of the carts that carry one."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.mapping_lines import GOODS
from storedesk.connectors.magento.scalars import (
    amount,
    day,
    exact,
    identity,
    moment,
    pieces,
    record,
    rows,
    text,
)
from storedesk.connectors.neutral import RemoteLine, RemoteQuote
from storedesk.domain.money import divide_half_up

_STATES = {
    "created": "asked", "processing_by_admin": "asked", "submitted_by_customer": "asked",
    "draft_by_admin": "asked", "submitted_by_admin": "offered", "processing_by_customer": "offered",
    "ordered": "ordered", "expired": "expired", "declined": "declined", "closed": "declined",
}  # fmt: skip


def negotiated(cart: Mapping[str, Any]) -> Mapping[str, Any]:
    """The quote of a cart; empty for a shopper's plain cart."""
    found = record(record(cart.get("extension_attributes")).get("negotiable_quote"))
    return found if found.get("status") else {}


def quote_of(cart: Mapping[str, Any]) -> RemoteQuote:
    """The agreed total is for the whole quote: its lines have the shop's prices. Raises Odd."""
    quote = negotiated(cart)
    lines = tuple(_line(row) for row in rows(cart.get("items")))
    customer = record(cart.get("customer"))
    company = record(record(customer.get("extension_attributes")).get("company_attributes"))
    return RemoteQuote(
        external_id=identity(cart.get("id"), "id"),
        number=text(quote.get("quote_name")) or text(cart.get("id")),
        company_id=text(record(cart.get("extension_attributes")).get("company_id"))
        or text(company.get("company_id")),
        customer_id=text(customer.get("id")),
        state=_STATES.get(text(quote.get("status")), "asked"),
        currency=text(record(cart.get("currency")).get("quote_currency_code"), 3),
        total=_total(quote, sum(line.amount for line in lines)),
        valid_until=day(quote.get("expiration_period")),
        desk_id="",
        lines=lines,
        changed_at=moment(cart.get("updated_at")),
    )


def _total(quote: Mapping[str, Any], listed: int) -> int:
    """The total that was agreed: a percentage off, an amount off, or the total itself (types 1, 2 and 3)."""
    if quote.get("negotiated_total_price") is not None:
        return amount(quote.get("negotiated_total_price"), "negotiated_total_price")
    if quote.get("original_total_price") is not None:
        listed = amount(quote.get("original_total_price"), "original_total_price")
    value = amount(quote.get("negotiated_price_value"), "negotiated_price_value")
    kind = text(quote.get("negotiated_price_type"))
    if kind == "3" and value:
        return value
    off = {"1": divide_half_up(listed * value, 1_000_000), "2": value}.get(kind, 0)
    return listed - off


def _line(row: Mapping[str, Any]) -> RemoteLine:
    quantity, price = pieces(row.get("qty"), "qty"), amount(row.get("price"), "price")
    own = identity(row.get("item_id"), "item_id")
    sku, name = exact(row.get("sku"), 64), text(row.get("name"))
    return RemoteLine(own, GOODS, "", sku, name, quantity, 0, 0, price, price * quantity, 0)
