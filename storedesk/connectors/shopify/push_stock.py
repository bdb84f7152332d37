"""Stock figures: set absolutely, each against the figure it was read with, at most 250 in one call."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, Outcome, Push, StockPush
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_levels import available_of
from storedesk.connectors.shopify.node_fields import Node, children, gid, id_of
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.read_levels import Levels
from storedesk.connectors.shopify.refusals import (
    FAILED_BEFORE,
    NOT_STOCKED,
    RUNNING,
    STALE,
    UserErrors,
    after_trouble,
    code_of,
    not_begun,
    refusal,
)
from storedesk.connectors.trouble import Stopped, Unreachable
from storedesk.domain.ids import derived_id

MOST = 250
ROUNDS = 4
"""So often a call is made anew because figures had changed, before the rest is left for another try."""
REASON = "correction"
_REASONS = {
    "count": "cycle_count_available", "received": "received", "return": "restock", "damaged": "damaged",
    "hold": "reservation_created", "hold_ended": "reservation_deleted", "lost": "shrinkage",
}  # fmt: skip
_RUNNING_WAIT = 1.5


class Figure(NamedTuple):
    """One line of a call: ``seen`` is what Shopify must still show for it to count, None for whatever it shows."""

    key: str
    item: str
    place: str
    available: int
    seen: int | None
    reason: str
    read: int | None = None


class StockPushes:
    """Sets `available`, from which Shopify takes its own open orders off by itself."""

    def __init__(self, pager: Pager, levels: Levels) -> None:
        self._client: Client = pager.client
        self._levels = levels

    async def push(self, pushes: Sequence[Push]) -> list[Outcome]:
        """One outcome each; ``found`` of a done one is the figure that stands there now. Where a place and article
        is named twice, the later figure counts for both."""
        figures = [_figure(push) for push in pushes]
        latest = {(one.item, one.place): one for one in figures}
        settled: dict[tuple[str, str], Outcome] = {}
        by_reason: dict[str, list[Figure]] = {}
        for one in latest.values():
            by_reason.setdefault(one.reason, []).append(one)
        calls = [group[at : at + MOST] for group in by_reason.values() for at in range(0, len(group), MOST)]
        for number, call in enumerate(calls):
            try:
                settled |= await self._settle(call)
            except (Unreachable, Stopped) as error:
                if not settled:
                    raise
                left = [one for later in calls[number:] for one in later]
                settled |= {(one.item, one.place): not_begun(error) for one in left}
                break
        return [settled[(one.item, one.place)] for one in figures]

    async def look_up(self, ask: StockPush) -> Outcome:
        """What Shopify shows now says whether the figure came through."""
        item, place = gid("InventoryItem", ask.stock_id), gid("Location", ask.place_id)
        found = await self._shown([item])
        if item not in found:
            return Outcome(REFUSED, "not_linked")
        shown = available_of(found[item].get(place))
        return Outcome(DONE if shown == max(0, ask.available) else NOT_DONE, found=shown)

    async def _settle(self, figures: list[Figure]) -> dict[tuple[str, str], Outcome]:
        """Sends until every line has its outcome; lines that are wrong fall out, stale ones are read again."""
        settled: dict[tuple[str, str], Outcome] = {}
        waiting = figures
        for attempt in range(ROUNDS):
            if not waiting:
                return settled
            try:
                errors = await self._sent(waiting, attempt)
                if not errors:
                    return settled | {
                        (one.item, one.place): Outcome(DONE, found=one.available) for one in waiting
                    }
                waiting = await self._after(errors, waiting, settled)
            except Unreachable as error:
                if not settled and not error.maybe_done:
                    raise
                return settled | {(one.item, one.place): after_trouble(error) for one in waiting}
        return settled | {
            (one.item, one.place): Outcome(NOT_DONE, "stale", found=one.read) for one in waiting
        }

    async def _sent(self, figures: list[Figure], attempt: int) -> UserErrors:
        """The call's errors. A lost answer is asked for once more with the same key, which does nothing twice."""
        key = derived_id(
            "shopify stock", str(attempt), *(f"{one.key} {one.available} {one.seen}" for one in figures)
        )
        variables = {"key": key, "input": _input(figures)}
        for once_more in (True, False):
            try:
                data = await self._client.ask("StockSet", variables)
            except Unreachable as error:
                if not error.maybe_done or not once_more:
                    raise
                continue
            errors: UserErrors = data["inventorySetQuantities"]["userErrors"]
            if not once_more or RUNNING not in {code_of(error) for error in errors}:
                return errors
            await self._client.sleep(_RUNNING_WAIT * (attempt + 1))
        return errors

    async def _after(
        self, errors: UserErrors, sent: list[Figure], settled: dict[tuple[str, str], Outcome]
    ) -> list[Figure]:
        """What to send next: nothing of a refused call was done, so its good lines go again without the others."""
        by_line = {_line_of(error): error for error in errors}
        if None in by_line and code_of(by_line[None]) not in FAILED_BEFORE:
            settled |= {(one.item, one.place): refusal(errors) for one in sent}
            return []
        again = [one for number, one in enumerate(sent) if _reads_again(by_line, number)]
        shown = await self._shown([one.item for one in again])
        rest = []
        for number, one in enumerate(sent):
            if one not in again and number in by_line:
                settled[(one.item, one.place)] = refusal([by_line[number]])
            elif one not in again:
                rest.append(one)
            else:
                rest += await self._reread(one, shown, settled)
        return rest

    async def _reread(
        self, one: Figure, shown: dict[str, dict[str, Node]], settled: dict[tuple[str, str], Outcome]
    ) -> list[Figure]:
        """The figure against what is shown now; nothing where it is settled by that."""
        name = (one.item, one.place)
        if one.item not in shown:
            settled[name] = Outcome(REFUSED, "not_linked")
            return []
        now = available_of(shown[one.item].get(one.place))
        if now is None:
            settled[name] = await self._activated(one)
            return []
        if now == one.available:
            settled[name] = Outcome(DONE, found=now)
            return []
        return [one._replace(seen=now, read=now)]

    async def _activated(self, one: Figure) -> Outcome:
        """Stocks the item at the place, with the figure."""
        values = {"inventoryItemId": one.item, "locationId": one.place, "available": one.available}
        data = await self._client.ask(
            "StockActivate", {**values, "key": derived_id("shopify activate", one.key)}
        )
        errors: UserErrors = data["inventoryActivate"]["userErrors"]
        return refusal(errors) if errors else Outcome(DONE, found=one.available)

    async def _shown(self, items: Sequence[str]) -> dict[str, dict[str, Node]]:
        """Levels by item and place; an item that is not tracked has none."""
        found: dict[str, dict[str, Node]] = {}
        async for node in self._levels.items(list(dict.fromkeys(items))):
            found[id_of(node)] = {
                id_of(level.get("location")): level for level in children(node, "inventoryLevels")
            }
        return found


def _figure(push: Push) -> Figure:
    ask = push.ask
    if not isinstance(ask, StockPush):
        raise TypeError("only stock is pushed here")
    return Figure(
        key=push.key,
        item=gid("InventoryItem", ask.stock_id),
        place=gid("Location", ask.place_id),
        available=max(0, ask.available),
        seen=ask.last_seen,
        reason=_REASONS.get(ask.reason, REASON),
    )


def _input(figures: list[Figure]) -> dict[str, object]:
    """The null of a figure never read is written out: leaving it away is an error."""
    quantities = [
        {
            "inventoryItemId": one.item,
            "locationId": one.place,
            "quantity": one.available,
            "changeFromQuantity": one.seen,
        }
        for one in figures
    ]
    uri = f"gid://storedesk/StockFigure/{figures[0].key}"
    return {
        "name": "available",
        "reason": figures[0].reason,
        "referenceDocumentUri": uri,
        "quantities": quantities,
    }


def _line_of(error: object) -> int | None:
    """The number of the line that an error is about; None for the whole call."""
    path = error.get("field") if isinstance(error, dict) else None
    numbers = [int(part) for part in path or () if str(part).isdigit()]
    return numbers[0] if numbers else None


def _reads_again(by_line: Mapping[int | None, object], number: int) -> bool:
    if None in by_line:
        return True
    error = by_line.get(number)
    return isinstance(error, dict) and code_of(error) in {STALE, NOT_STOCKED}
