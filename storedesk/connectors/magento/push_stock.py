"""Tells the shop what lies at each place: absolute physical figures in small batches, one after the other."""

from collections.abc import Sequence

from storedesk.connectors.magento.mapping_products import STOCKED
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.reading_stock import LEVELS, SOURCES
from storedesk.connectors.magento.refusals import SaidNo, refused
from storedesk.connectors.magento.scalars import Odd, exact, pieces, text
from storedesk.connectors.magento.search import every, one_of
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, Outcome, StockPush

Level = tuple[str, str]
"""A SKU and a source's code."""


def physical(line: Line, ask: StockPush) -> int:
    """What is told: the shop takes its own open orders off by itself, so they are put on again. Telling it less
    than lies there makes its next shipment fail. What it has shipped as ready it has taken off already."""
    waiting = line.goods.waiting((ask.sku, ask.place_id))
    return max(0, ask.available) + max(0, ask.own_reserved - waiting)


async def push_stock(line: Line, asks: Sequence[StockPush]) -> list[Outcome]:
    """An unknown SKU would be stored without a word, and an unknown source spoil its whole batch: both are looked
    up first. A figure that is already right is not written again."""
    await line.goods.refresh()
    skus = sorted({ask.sku for ask in asks})
    known = await stocked_skus(line, skus)
    codes = {
        exact(one.get("source_code")) async for one in every(line.client, SOURCES, (), 100, "source_code")
    }
    found = await figures(line, skus, sorted({ask.place_id for ask in asks} & codes))
    outcomes = [
        Outcome(REFUSED, "not_linked", f"no source {ask.place_id[:60]}")
        if ask.place_id not in codes
        else Outcome(REFUSED, "not_linked", f"no article {ask.sku[:60]}")
        if ask.sku not in known
        else Outcome(DONE)
        for ask in asks
    ]
    waiting = [
        place
        for place, (ask, outcome) in enumerate(zip(asks, outcomes, strict=True))
        if outcome.state == DONE and found.get((ask.sku, ask.place_id)) != physical(line, ask)
    ]
    for place, outcome in (await _write(line, asks, waiting)).items():
        outcomes[place] = outcome
    return outcomes


async def look_stock(line: Line, ask: StockPush) -> Outcome:
    await line.goods.refresh()
    found = (await figures(line, [ask.sku], [ask.place_id])).get((ask.sku, ask.place_id))
    return Outcome(DONE if found == physical(line, ask) else NOT_DONE)


async def stocked_skus(line: Line, skus: Sequence[str]) -> set[str]:
    """Those that are articles with stock there; the shop's own search does not tell cases apart, we do."""
    found = set()
    for start in range(0, len(skus), 100):
        groups = [one_of("sku", skus[start : start + 100])]
        async for item in every(line.client, "/V1/products", groups, 100, "id", field="entity_id"):
            if text(item.get("type_id")) in STOCKED:
                found.add(exact(item.get("sku")))
    return found


async def figures(line: Line, skus: Sequence[str], codes: Sequence[str]) -> dict[Level, int]:
    """What the shop has at each place; a figure that is no whole number is left out."""
    found: dict[Level, int] = {}
    for code in codes:
        for start in range(0, len(skus), 100):
            groups = [one_of("sku", skus[start : start + 100]), [("source_code", "eq", code)]]
            async for item in every(line.client, LEVELS, groups, 100, "sku"):
                try:
                    found[exact(item.get("sku")), code] = pieces(item.get("quantity"), "quantity")
                except Odd:
                    continue
    return found


async def write_figures(line: Line, levels: Sequence[tuple[str, str, int]]) -> None:
    """Raises SaidNo for all of them together."""
    rows = [
        {"sku": sku, "source_code": code, "quantity": quantity, "status": 1 if quantity > 0 else 0}
        for sku, code, quantity in levels
    ]
    await line.client.send("POST", LEVELS, {"sourceItems": rows})


async def _write(line: Line, asks: Sequence[StockPush], places: Sequence[int]) -> dict[int, Outcome]:
    outcomes: dict[int, Outcome] = {}
    for start in range(0, len(places), line.settings.write_rows):
        part = places[start : start + line.settings.write_rows]
        try:
            await write_figures(
                line, [(asks[one].sku, asks[one].place_id, physical(line, asks[one])) for one in part]
            )
        except SaidNo as error:
            outcomes |= await _one_by_one(line, asks, part, error)
        else:
            outcomes |= {one: Outcome(DONE) for one in part}
    return outcomes


async def _one_by_one(
    line: Line, asks: Sequence[StockPush], places: Sequence[int], first: SaidNo
) -> dict[int, Outcome]:
    """A batch that was refused says nothing of its rows: each goes alone."""
    if len(places) == 1:
        return {places[0]: refused(first.message)}
    outcomes = {}
    for one in places:
        ask = asks[one]
        try:
            await write_figures(line, [(ask.sku, ask.place_id, physical(line, ask))])
            outcomes[one] = Outcome(DONE)
        except SaidNo as error:
            outcomes[one] = refused(error.message)
    return outcomes
