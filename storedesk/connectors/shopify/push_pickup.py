"""Ready and gone: each looks at the order first, for Shopify writes to the customer every time it is told."""

from storedesk.connectors.neutral import SENT
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, Outcome, PartGone, PartReady
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_parts import is_ready, place_of, ready_tag
from storedesk.connectors.shopify.node_fields import gid, moment
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.parts_of_order import (
    FULFIL,
    Held,
    Lines,
    OrderParts,
    fulfilments_of,
    line_names,
    part_name,
    parts_of_order,
)
from storedesk.connectors.shopify.refusals import answered, refusal
from storedesk.connectors.trouble import Unreachable

CLOCKS_DIFFER_MS = 60 * 1000


class PickupPushes:
    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._client: Client = pager.client

    async def ready(self, ask: PartReady) -> Outcome:
        """Marks a part ready, after moving it to the place that does it or splitting off what is not meant. Where
        we write to the customer ourselves the order only gets a tag: Shopify cannot be told without writing too."""
        order = await parts_of_order(self._pager, ask.order_id)
        lines = line_names(ask.lines)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        if self._told_ready(order, ask):
            return Outcome(DONE)
        part = order.holding(part_name(ask.part_id), gid("Location", ask.place_id), lines)
        if part is None:
            return _not_held(order, ask.part_id)
        if _is_elsewhere(part, ask.place_id):
            refused = await self._moved(part, ask.place_id, lines)
        elif part.holds_just(lines):
            return await self._prepared(ask, part)
        else:
            refused = await self._split(part, lines)
        return refused or await self._ready_after(ask, lines)

    async def ready_shown(self, ask: PartReady) -> Outcome:
        order = await parts_of_order(self._pager, ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        return Outcome(DONE if self._told_ready(order, ask) else NOT_DONE)

    async def gone(self, ask: PartGone) -> Outcome:
        """Fulfils just these pieces, if that many are left and nothing says that they are gone already."""
        order = await parts_of_order(self._pager, ask.order_id)
        lines = line_names(ask.lines)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        part = order.holding(part_name(ask.part_id), gid("Location", ask.place_id), lines)
        if part is None:
            return Outcome(DONE) if _left_already(order, ask, lines) else _not_held(order, ask.part_id)
        if not part.allows(FULFIL):
            return Outcome(NOT_DONE, "refused", f"The fulfilment order is {part.node.get('status')}.")
        if _is_elsewhere(part, ask.place_id) and await self._moved(part, ask.place_id, lines) is None:
            part = await self._held_again(ask, lines) or part
        return await self._fulfilled(ask, part, lines)

    async def gone_shown(self, ask: PartGone) -> Outcome:
        """Done where nothing of the lines is left, or where just these left at or after the handover."""
        order = await parts_of_order(self._pager, ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        return Outcome(DONE if _left_already(order, ask, line_names(ask.lines)) else NOT_DONE)

    async def _prepared(self, ask: PartReady, part: Held) -> Outcome:
        if not ask.told_by_us:
            given = {"lineItemsByFulfillmentOrder": [{"fulfillmentOrderId": part.part_id}]}
            data = await self._client.ask("PickupReady", {"input": given})
            errors = data["fulfillmentOrderLineItemsPreparedForPickup"]["userErrors"]
            if errors:
                return refusal(errors)
        return await self._tagged(ask, part)

    async def _tagged(self, ask: PartReady, part: Held) -> Outcome:
        """The tag is our memory of it. Once the customer was told a tag that fails changes nothing."""
        tags = sorted({ready_tag(part.part_id), ready_tag(part_name(ask.part_id))})
        try:
            data = await self._client.ask("TagsAdd", {"id": gid("Order", ask.order_id), "tags": tags})
        except Unreachable:
            if ask.told_by_us:
                raise
            return Outcome(DONE, made=part.part_id)
        if ask.told_by_us:
            return answered(data["tagsAdd"]["userErrors"], made=part.part_id)
        return Outcome(DONE, made=part.part_id)

    async def _split(self, part: Held, lines: Lines) -> Outcome | None:
        split = {"fulfillmentOrderId": part.part_id, "fulfillmentOrderLineItems": part.own_lines(lines)}
        data = await self._client.ask("PartSplit", {"splits": [split]})
        errors = data["fulfillmentOrderSplit"]["userErrors"]
        return refusal(errors) if errors else None

    async def _moved(self, part: Held, place_id: str, lines: Lines) -> Outcome | None:
        """Gives these lines to the place that does them; the shop had given them to another."""
        values = {"id": part.part_id, "place": gid("Location", place_id), "lines": part.own_lines(lines)}
        data = await self._client.ask("PartMove", values)
        errors = data["fulfillmentOrderMove"]["userErrors"]
        return refusal(errors) if errors else None

    async def _ready_after(self, ask: PartReady, lines: Lines) -> Outcome:
        """Which of the two keeps the number is not relied on: the one with just these lines is meant."""
        part = await self._held_again(ask, lines)
        if part is None or not part.holds_just(lines):
            return Outcome(NOT_DONE, "refused", "The part was split and its lines are not found.")
        return await self._prepared(ask, part)

    async def _held_again(self, ask: PartReady | PartGone, lines: Lines) -> Held | None:
        order = await parts_of_order(self._pager, ask.order_id)
        return order.holding(part_name(ask.part_id), gid("Location", ask.place_id), lines) if order else None

    async def _fulfilled(self, ask: PartGone, part: Held, lines: Lines) -> Outcome:
        fulfilment: dict[str, object] = {
            "lineItemsByFulfillmentOrder": [
                {"fulfillmentOrderId": part.part_id, "fulfillmentOrderLineItems": part.own_lines(lines)}
            ],
            "notifyCustomer": not ask.told_by_us,
        }
        if ask.delivery == SENT and ask.tracking:
            fulfilment["trackingInfo"] = {"number": ask.tracking[:100], "company": ask.carrier[:100]}
        try:
            data = await self._client.ask("PartGone", {"fulfillment": fulfilment})
        except Unreachable as error:
            if error.maybe_done:
                return await self._after_lost_answer(ask, part, lines, error)
            raise
        found = data["fulfillmentCreate"]
        made = str((found["fulfillment"] or {}).get("id") or "")
        return answered(found["userErrors"], made)

    async def _after_lost_answer(
        self, ask: PartGone, before: Held, lines: Lines, error: Unreachable
    ) -> Outcome:
        """What is left now, beside what was left before, says whether it was done."""
        order = await parts_of_order(self._pager, ask.order_id)
        now = order.named(before.part_id) if order else None
        if now is None:
            raise error
        if all(now.left(line) == before.left(line) - many for line, many in lines):
            return Outcome(DONE)
        untouched = all(now.left(line) == before.left(line) for line, _many in lines)
        if untouched:
            return Outcome(NOT_DONE, "no_reply")
        raise error

    def _told_ready(self, order: OrderParts, ask: PartReady) -> bool:
        """Tagged by us, or a part with just these lines waits for its customer there."""
        if ready_tag(part_name(ask.part_id)) in order.tags:
            return True
        part = order.named(part_name(ask.part_id))
        lines = line_names(ask.lines)
        mine = [one for one in order.parts if one.holds_just(lines) or (part is one and not one.is_open)]
        return any(is_ready(one.node, order.tags) for one in mine)


def _is_elsewhere(part: Held, place_id: str) -> bool:
    return bool(place_id) and place_of(part.node) not in ("", gid("Location", place_id))


def _left_already(order: OrderParts, ask: PartGone, lines: Lines) -> bool:
    """Nothing of the lines is left anywhere, or just these left since the handover."""
    there = {line for part in order.parts for line in part.lines}
    if not all(line in there for line, _many in lines):
        return False
    if all(part.left(line) == 0 for part in order.parts for line, _many in lines):
        return not order.order.get("cancelledAt")
    since = ask.at - CLOCKS_DIFFER_MS
    return any(
        left == dict(lines) and moment(at, "createdAt") >= since
        for part in order.parts
        for at, left in fulfilments_of(part)
    )


def _not_held(order: OrderParts, part_id: str) -> Outcome:
    """Why no open part has these lines."""
    part = order.named(part_name(part_id))
    if order.order.get("cancelledAt") or (part is not None and not part.is_open):
        return Outcome(REFUSED, "over")
    return Outcome(REFUSED, "not_linked" if part is None else "too_many")
