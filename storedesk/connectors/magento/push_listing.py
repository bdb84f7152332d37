"""Tells the shop a product's title and whether buyers can see it."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.client import GLOBAL
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.scalars import exact, record, rows, text
from storedesk.connectors.magento.search import criteria
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, ListingPush, Outcome


async def push_listing(line: Line, ask: ListingPush) -> Outcome:
    """Saved by its SKU in the body, which the shop takes for a product that is there: a path cannot carry every
    SKU. One that is not there would be made, so it is looked up first."""
    found = await _product(line, ask)
    if not found:
        return Outcome(REFUSED, "not_linked", f"no product {ask.product_id[:40]}")
    wanted = _wanted(ask)
    if all(text(found.get(name)) == text(value) for name, value in wanted.items()):
        return Outcome(DONE)
    product = {"sku": exact(found.get("sku")), **wanted}
    await line.client.send("POST", "/V1/products", {"product": product}, scope=GLOBAL)
    return Outcome(DONE)


async def look_listing(line: Line, ask: ListingPush) -> Outcome:
    found, wanted = await _product(line, ask), _wanted(ask)
    same = found and all(text(found.get(name)) == text(value) for name, value in wanted.items())
    return Outcome(DONE if same else NOT_DONE)


def _wanted(ask: ListingPush) -> Mapping[str, Any]:
    wanted: dict[str, Any] = {}
    if ask.title is not None:
        wanted["name"] = ask.title
    if ask.listed is not None:
        wanted["status"] = 1 if ask.listed else 2
    return wanted


async def _product(line: Line, ask: ListingPush) -> Mapping[str, Any]:
    if not ask.product_id.isdigit():
        return {}
    query = criteria([[("entity_id", "eq", ask.product_id)]], 1)
    found = rows(record(await line.client.get("/V1/products", query)).get("items"))
    return found[0] if found else {}
