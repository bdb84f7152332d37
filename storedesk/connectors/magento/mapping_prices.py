"""Base, special and tier prices as prices of lists: a tier price's list is its customer group."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from storedesk.connectors.magento.scalars import amount, day, exact, number, pieces, text, whole
from storedesk.connectors.neutral import RemotePrice
from storedesk.domain.money import UNIT, divide_half_up

SPECIAL = "special"
"""The ``list_code`` that a push of a special price names; read, they are prices of everybody that end."""

FOR_EVER = "2037-12-31"
"""When a special price ends that has no end."""

ALL_GROUPS = "all groups"
"""How Magento gives back what it takes as ALL GROUPS."""


class PriceScope(NamedTuple):
    """Whose prices count: the store view's and website's own, else those of all (0)."""

    currency: str
    gross: bool
    store_id: int = 0
    website_id: int = 0


def base_prices(found: Iterable[Mapping[str, Any]], scope: PriceScope) -> dict[str, int]:
    """By SKU; a price of the store view's own goes before that of all. Raises Odd."""
    prices: dict[str, tuple[int, int]] = {}
    for row in found:
        store = whole(row.get("store_id"), "store_id")
        sku = exact(row.get("sku"))
        if store in (0, scope.store_id) and prices.get(sku, (-1, 0))[0] <= store:
            prices[sku] = (store, amount(row.get("price"), "price"))
    return {sku: price for sku, (_store, price) in prices.items()}


def base_of(variant_id: str, price: int, scope: PriceScope) -> RemotePrice:
    return RemotePrice(variant_id, "", scope.currency, 1, price, scope.gross)


def special_of(variant_id: str, row: Mapping[str, Any], today: str, scope: PriceScope) -> RemotePrice | None:
    """None for another store view's, and for one that is over. Raises Odd."""
    ends = day(row.get("price_to")) or FOR_EVER
    if whole(row.get("store_id"), "store_id") not in (0, scope.store_id) or ends < today:
        return None
    price = amount(row.get("price"), "special price")
    begins = day(row.get("price_from"))
    return RemotePrice(variant_id, "", scope.currency, 1, price, scope.gross, begins, ends)


def tier_of(variant_id: str, row: Mapping[str, Any], base: int, scope: PriceScope) -> RemotePrice | None:
    """None for another website's. A discount is off ``base``. Raises Odd."""
    if whole(row.get("website_id"), "website_id") not in (0, scope.website_id):
        return None
    group = text(row.get("customer_group"), 64)
    quantity = pieces(row.get("quantity"), "quantity")
    everybody = group.lower() == ALL_GROUPS
    return RemotePrice(
        variant_id,
        ("" if quantity > 1 else ALL_GROUPS) if everybody else group,
        scope.currency,
        quantity,
        tier_amount(row, base),
        scope.gross,
    )


def tier_amount(row: Mapping[str, Any], base: int) -> int:
    """A fixed price, or the base price less so many per cent. Raises Odd."""
    if row.get("price_type") != "discount":
        return amount(row.get("price"), "tier price")
    off = number(row.get("price"), "discount")
    return divide_half_up(base * (100 * UNIT - int(off * UNIT)), 100 * UNIT)
