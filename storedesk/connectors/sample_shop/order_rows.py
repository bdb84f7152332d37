"""Builds an order with its lines and names from articles, quantities and a way of paying."""

from typing import Any, NamedTuple

from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.people import Customer, person_row
from storedesk.domain.ids import derived_id
from storedesk.domain.payment import AUTHORISED, PART_PAID, UNPAID
from storedesk.domain.quantity import UNITS
from storedesk.domain.records import Order, OrderLine
from storedesk.domain.tax import TaxRate, rate_on

DAY_MS = 86_400_000


class Goods(NamedTuple):
    """An article and how much of it, in the unit's smallest step."""

    article: Article
    quantity: int


class OrderFacts(NamedTuple):
    """What an order is besides its goods; times in UTC milliseconds."""

    number: str
    channel_id: int
    placed_at: int
    country: str
    currency: str
    state: str
    payment: str
    buyer: Customer
    holder: int
    company_id: int | None = None
    gift: bool = False
    authorised_until: int | None = None


def order_id_of(number: str) -> str:
    return derived_id("sample order", number)


def order_rows(facts: OrderFacts, goods: list[Goods], rates: list[TaxRate], day: str) -> list[Any]:
    """Order, lines and buyer; ``day`` is the local date whose tax rates hold."""
    order_id, lines = order_id_of(facts.number), []
    for number, (article, quantity) in enumerate(goods, 1):
        price = article.price_in(facts.currency)
        rate = rate_on(rates, facts.country, article.product.tax_category, day)
        cancelled = quantity if facts.state == "cancelled" else 0
        lines.append(
            OrderLine(
                order_id,
                number,
                "goods",
                article.variant.id,
                article.variant.sku,
                article.product.name,
                article.variant.name,
                article.variant.unit,
                quantity,
                cancelled,
                0,
                price,
                price * quantity // UNITS[article.variant.unit].step,
                rate,
            )
        )
    total = sum(line.amount for line in lines)
    order = Order(
        order_id,
        facts.number,
        facts.channel_id,
        f"{1_000_000 + int(facts.number)}",
        facts.placed_at,
        facts.country,
        facts.currency,
        total,
        facts.state,
        facts.payment,
        facts.authorised_until if facts.payment == AUTHORISED else None,
        _due(facts.payment, total),
        int(facts.gift),
        facts.buyer.id,
        facts.company_id,
        facts.placed_at,
    )
    return [order, *lines, person_row(facts.buyer, facts.holder, order_id, "buyer")]


def _due(payment: str, total: int) -> int:
    """What the till still has to take: everything, or half of it to the full krona."""
    if payment == UNPAID:
        return total
    return total // 2 // 10_000 * 10_000 if payment == PART_PAID else 0
