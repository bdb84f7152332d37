"""Tells the shop prices: base, special or tier price by their list, in small batches, with faults by row."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.magento.client import GLOBAL
from storedesk.connectors.magento.mapping_prices import ALL_GROUPS, FOR_EVER, SPECIAL
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.refusals import SaidNo, refused, row_faults
from storedesk.connectors.magento.scalars import (
    Odd,
    amount,
    exact,
    moment_text,
    pieces,
    price_out,
    rows,
    text,
)
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, Outcome, PricePush

_INFORMATION = "/V1/products/{}-information"
BASE, SPECIALS, TIER = "base-prices", "special-price", "tier-prices"


def sort_of(ask: PricePush) -> str:
    """Which of the three kinds of price a push is about."""
    if ask.list_code == SPECIAL:
        return SPECIALS
    return BASE if not ask.list_code and ask.from_quantity <= 1 else TIER


async def push_prices(line: Line, sort: str, asks: Sequence[PricePush]) -> list[Outcome]:
    """All of one kind. Rows beside a faulty one are saved there, and a fault does not always name its row: what the
    shop shows afterwards decides."""
    outcomes = {place: why for place, ask in enumerate(asks) if (why := await _unfit(line, ask))}
    waiting = [place for place in range(len(asks)) if place not in outcomes]
    for start in range(0, len(waiting), line.settings.write_rows):
        part = waiting[start : start + line.settings.write_rows]
        body = {"prices": [_row(line, sort, asks[one]) for one in part]}
        try:
            faults = row_faults(await line.client.send("POST", f"/V1/products/{sort}", body, scope=GLOBAL))
        except SaidNo as error:
            faults = [error.message]
        if not faults:
            outcomes |= {one: Outcome(DONE) for one in part}
            continue
        shown = await _shown(line, sort, sorted({asks[one].sku for one in part}))
        for one in part:
            fault = next((said for said in faults if asks[one].sku in said), faults[0])
            outcomes[one] = Outcome(DONE) if _shows(shown, asks[one]) else refused(fault, "invalid")
    return [outcomes[place] for place in range(len(asks))]


async def look_price(line: Line, ask: PricePush) -> Outcome:
    shown = await _shown(line, sort_of(ask), [ask.sku])
    return Outcome(DONE if _shows(shown, ask) else NOT_DONE)


async def _unfit(line: Line, ask: PricePush) -> Outcome | None:
    scope = await line.facts.scope()
    if ask.currency != scope.currency:
        return Outcome(REFUSED, "invalid", f"the shop's prices are in {scope.currency}")
    if ask.gross != scope.gross:
        which = "with" if scope.gross else "without"
        return Outcome(REFUSED, "invalid", f"the shop's prices are entered {which} tax")
    return None


def _row(line: Line, sort: str, ask: PricePush) -> Mapping[str, Any]:
    row: dict[str, Any] = {"price": price_out(ask.amount), "sku": ask.sku}
    if sort == BASE:
        return row | {"store_id": 0}
    if sort == SPECIALS:
        begun = moment_text(line.now())[:10] + " 00:00:00"
        return row | {"store_id": 0, "price_from": begun, "price_to": FOR_EVER + " 00:00:00"}
    group = ask.list_code or ALL_GROUPS
    return row | {
        "price_type": "fixed",
        "website_id": 0,
        "customer_group": "ALL GROUPS" if group == ALL_GROUPS else group,
        "quantity": ask.from_quantity,
    }


Key = tuple[str, str, int]


async def _shown(line: Line, sort: str, skus: Sequence[str]) -> dict[Key, int]:
    """Prices there by SKU, group in lower case and quantity."""
    found: dict[Key, int] = {}
    for row in rows(await line.client.read(_INFORMATION.format(sort), {"skus": list(skus)})):
        if row.get("price_type") == "discount" or text(row.get("store_id")) not in ("", "0"):
            continue
        try:
            quantity = pieces(row.get("quantity"), "quantity") if sort == TIER else 1
            key = (exact(row.get("sku")), text(row.get("customer_group")).lower(), quantity)
            found[key] = amount(row.get("price"), "price")
        except Odd:
            continue
    return found


def _shows(shown: Mapping[Key, int], ask: PricePush) -> bool:
    group = (ask.list_code or ALL_GROUPS).lower() if sort_of(ask) == TIER else ""
    return shown.get((ask.sku, group, max(1, ask.from_quantity))) == ask.amount
