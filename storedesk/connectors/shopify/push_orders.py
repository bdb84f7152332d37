"""Cancelling, capturing and refunding: each looks at the order first and asks for no more than is open."""

from collections.abc import Mapping

from storedesk.connectors.pushes import (
    DONE,
    NOT_DONE,
    REFUSED,
    UNKNOWN,
    CancelAsk,
    CaptureAsk,
    Outcome,
    RefundAsk,
)
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mapping_parts import place_of
from storedesk.connectors.shopify.node_fields import (
    Node,
    amount,
    bag,
    children,
    decimal_text,
    gid,
    id_of,
    text,
    whole,
)
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.parts_of_order import Lines, line_names, parts_of_order
from storedesk.connectors.shopify.refusals import answered, refusal
from storedesk.domain.plain_text import clean_text

MOST_LOOKS = 5
RETURNED = "returned"
"""The reason of a refund for goods that a customer brought back."""
_JOB_WAIT = 1.0
_REASONS = {
    "customer": "CUSTOMER",
    "stock": "INVENTORY",
    "fraud": "FRAUD",
    "declined": "DECLINED",
    "staff": "STAFF",
}
_TAKEN = frozenset({"SALE", "CAPTURE"})
_HELD = frozenset({"AUTHORIZATION", "EMV_AUTHORIZATION"})
Transactions = list[dict[str, object]]


class OrderPushes:
    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._client: Client = pager.client

    async def cancel(self, key: str, ask: CancelAsk) -> Outcome:
        """The whole order by Shopify's own cancelling, which is a job; some lines by taking them off."""
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        if order.get("cancelledAt"):
            return Outcome(DONE)
        if ask.lines:
            return await self._taken_off(key, ask, order)
        reason = next((word for name, word in _REASONS.items() if name in ask.reason), "OTHER")
        values = {
            "orderId": id_of(order),
            "reason": reason,
            "restock": ask.restock,
            "staffNote": clean_text(ask.reason, 200),
            "refundMethod": {"originalPaymentMethodsRefund": False},
        }
        found = (await self._client.ask("OrderCancel", values))["orderCancel"]
        errors = found["orderCancelUserErrors"]
        return refusal(errors) if errors else await self._job_ended(found["job"], id_of(order))

    async def cancel_shown(self, key: str, ask: CancelAsk) -> Outcome:
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        if ask.lines and not order.get("cancelledAt"):
            return Outcome(DONE if _noted(order, key) else NOT_DONE)
        return Outcome(DONE if order.get("cancelledAt") else NOT_DONE)

    async def capture(self, ask: CaptureAsk) -> Outcome:
        """Takes what was authorised, as far as it is not taken yet."""
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        if _captured(order) >= ask.amount:
            return Outcome(DONE)
        held = [one for one in _good(order) if one.get("kind") in _HELD]
        open_amount = bag(order, "totalCapturableSet")
        if order.get("cancelledAt") or not held or open_amount <= 0:
            return Outcome(REFUSED, "over")
        if ask.amount > open_amount + _captured(order):
            return Outcome(REFUSED, "too_many")
        given = {
            "id": id_of(order),
            "parentTransactionId": id_of(held[-1]),
            "amount": decimal_text(min(ask.amount - _captured(order), open_amount)),
            "currency": ask.currency,
        }
        found = (await self._client.ask("OrderCapture", {"input": given}))["orderCapture"]
        return answered(found["userErrors"], id_of(found["transaction"]))

    async def capture_shown(self, ask: CaptureAsk) -> Outcome:
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        return Outcome(DONE if _captured(order) >= ask.amount else NOT_DONE)

    async def refund(self, key: str, ask: RefundAsk) -> Outcome:
        """Gives money back on the way it came; goods that came back are stocked again where they lie. Where the shop
        has given everything back already nothing is left to do; of an order that is cancelled there nothing is left
        to take off, and only the money goes."""
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        if _noted(order, key) or _all_given_back(order):
            return Outcome(DONE)
        if not _captured(order):
            return Outcome(REFUSED, "not_paid")
        lines = line_names(ask.lines) if not order.get("cancelledAt") else ()
        there = {id_of(one): one for one in children(order, "lineItems")}
        if any(line not in there or whole(there[line], "refundableQuantity") < many for line, many in lines):
            return Outcome(REFUSED, "too_many")
        items = _items_back(lines, there, ask)
        ways = await self._ways_back(id_of(order), items, ask.amount, order)
        if sum(amount(way["amount"], "amount") for way in ways) < ask.amount:
            return Outcome(REFUSED, "too_many", "Less was paid than is to be given back.")
        return await self._refunded(key, id_of(order), items, ways, ask.reason)

    async def refund_shown(self, key: str, ask: RefundAsk) -> Outcome:
        order = await self._order(ask.order_id)
        if order is None:
            return Outcome(REFUSED, "not_linked")
        return Outcome(DONE if _noted(order, key) or _all_given_back(order) else NOT_DONE)

    async def _taken_off(self, key: str, ask: CancelAsk, order: Node) -> Outcome:
        if _noted(order, key):
            return Outcome(DONE)
        lines = line_names(ask.lines)
        open_of = {id_of(one): whole(one, "unfulfilledQuantity") for one in children(order, "lineItems")}
        if any(open_of.get(line, 0) < many for line, many in lines):
            return Outcome(REFUSED, "too_many")
        place = await self._place_of(id_of(order), lines) if ask.restock else None
        items = _refund_lines(lines, "CANCEL" if place else "NO_RESTOCK", place)
        return await self._refunded(key, id_of(order), items, [], ask.reason)

    async def _refunded(
        self, key: str, order_id: str, items: list[dict[str, object]], ways: Transactions, reason: str
    ) -> Outcome:
        """The key goes into the note too, by which a later look finds it."""
        given = {
            "orderId": order_id,
            "note": f"{clean_text(reason, 120)} [{key}]".strip(),
            "notify": False,
            "refundLineItems": items,
            "transactions": ways,
        }
        found = (await self._client.ask("RefundCreate", {"input": given, "key": key}))["refundCreate"]
        return answered(found["userErrors"], id_of(found["refund"]))

    async def _ways_back(
        self, order_id: str, items: list[dict[str, object]], wanted: int, order: Node
    ) -> Transactions:
        """Transactions that give ``wanted`` back: those Shopify suggests for the goods, cut or added to from what is
        left of the payments. Less than that where less is left."""
        found = (await self._client.ask("SuggestedRefund", {"id": order_id, "items": items}))["order"]
        suggested = ((found or {}).get("suggestedRefund") or {}).get("suggestedTransactions") or []
        room = _left_on(order)
        given: dict[str, int] = {}
        for parent, most in [
            (id_of(one.get("parentTransaction")), bag(one, "amountSet")) for one in suggested
        ]:
            given[parent] = given.get(parent, 0) + min(
                wanted - sum(given.values()), most, room.get(parent, 0)
            )
        for parent, most in room.items():
            more = min(wanted - sum(given.values()), most - given.get(parent, 0))
            given[parent] = given.get(parent, 0) + more
        gateways = {id_of(one): text(one, "gateway") for one in _good(order)}
        return [
            {
                "orderId": order_id,
                "parentId": parent,
                "kind": "REFUND",
                "gateway": gateways.get(parent) or "manual",
                "amount": decimal_text(part),
            }
            for parent, part in given.items()
            if part > 0
        ]

    async def _job_ended(self, job: Node | None, order_id: str) -> Outcome:
        """Waits a little for the job; if it goes on, whether it was done is looked up later."""
        for number in range(MOST_LOOKS):
            order = await self._order(order_id)
            if order is not None and order.get("cancelledAt"):
                return Outcome(DONE)
            if job is not None and (job.get("done") or number == MOST_LOOKS - 1):
                break
            await self._client.sleep(_JOB_WAIT)
            job = (await self._client.ask("JobDone", {"id": id_of(job)}))["job"] if job else None
        return Outcome(UNKNOWN, "no_reply")

    async def _place_of(self, order_id: str, lines: Lines) -> str | None:
        order = await parts_of_order(self._pager, order_id)
        parts = [one for one in order.parts if any(one.left(line) for line, _many in lines)] if order else []
        return next((place_of(one.node) for one in parts if place_of(one.node)), None)

    async def _order(self, order_id: str) -> Node | None:
        found: Node | None = (
            await self._pager.sized("OrderMoney", {"id": gid("Order", order_id)}, ("first",))
        )["order"]
        return found


def _items_back(lines: Lines, there: Mapping[str, Node], ask: RefundAsk) -> list[dict[str, object]]:
    """Pieces that had left come back to a place; those that had not are taken off. Which are meant follows from
    why: what was returned had left, anything else is taken from what still waits first."""
    if not ask.place_id:
        return _refund_lines(lines, "NO_RESTOCK", None)
    left: list[tuple[str, int]] = []
    waiting: list[tuple[str, int]] = []
    for line, many in lines:
        waits = whole(there[line], "unfulfilledQuantity")
        had_left = max(0, whole(there[line], "currentQuantity") - waits)
        back = min(many, had_left) if ask.reason == RETURNED else max(0, many - waits)
        left += [(line, back)] if back else []
        waiting += [(line, many - back)] if many > back else []
    place = gid("Location", ask.place_id)
    return _refund_lines(left, "RETURN", place) + _refund_lines(waiting, "CANCEL", place)


def _refund_lines(lines: Lines, restock: str, place: str | None) -> list[dict[str, object]]:
    return [
        {"lineItemId": line, "quantity": many, "restockType": restock}
        | ({"locationId": place} if place and restock != "NO_RESTOCK" else {})
        for line, many in lines
    ]


def _good(order: Node) -> list[Node]:
    return [one for one in order.get("transactions") or () if one.get("status") == "SUCCESS"]


def _left_on(order: Node) -> dict[str, int]:
    """What has not been given back of each payment that was taken, by its transaction."""
    left = {id_of(one): bag(one, "amountSet") for one in _good(order) if one.get("kind") in _TAKEN}
    for one in _good(order):
        parent = id_of(one.get("parentTransaction"))
        if one.get("kind") == "REFUND" and parent in left:
            left[parent] -= bag(one, "amountSet")
    return {name: amount for name, amount in left.items() if amount > 0}


def _captured(order: Node) -> int:
    return sum(bag(one, "amountSet") for one in _good(order) if one.get("kind") in _TAKEN)


def _all_given_back(order: Node) -> bool:
    """Whether all that was taken has gone back, whoever did it."""
    back = sum(bag(one, "amountSet") for one in _good(order) if one.get("kind") == "REFUND")
    return 0 < _captured(order) <= back


def _noted(order: Node, key: str) -> bool:
    return any(f"[{key}]" in text(one, "note", 5000) for one in order.get("refunds") or ())
