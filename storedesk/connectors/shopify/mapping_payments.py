"""Payment states and transactions of an order."""

from collections.abc import Iterable

from storedesk.connectors.neutral import RemotePayment
from storedesk.connectors.shopify.node_fields import Node, bag, id_of, moment, moment_or_none, text
from storedesk.domain.payment import AUTHORISED, CAPTURED, ON_ACCOUNT, ON_HOLD, PART_PAID, REFUNDED, UNPAID

PAYMENT, REFUND = "payment", "refund"
_STATES = {
    "PENDING": UNPAID, "EXPIRED": UNPAID, "VOIDED": UNPAID, "AUTHORIZED": AUTHORISED, "PAID": CAPTURED,
    "PARTIALLY_PAID": PART_PAID, "PARTIALLY_REFUNDED": CAPTURED, "REFUNDED": REFUNDED,
}  # fmt: skip
_SETTLED = {
    "SALE": CAPTURED,
    "CAPTURE": CAPTURED,
    "AUTHORIZATION": AUTHORISED,
    "EMV_AUTHORIZATION": AUTHORISED,
}


def payment_state(order: Node) -> str:
    """A company's order with terms is on account until it is paid; a state never heard of holds the goods."""
    found = order.get("displayFinancialStatus")
    if found is None:
        return UNPAID
    state = _STATES.get(str(found), ON_HOLD)
    return ON_ACCOUNT if state == UNPAID and found == "PENDING" and order.get("paymentTerms") else state


def authorised_until(order: Node) -> int | None:
    """When the first of the authorisations ends that nothing was captured of."""
    transactions = _good(order)
    used = {id_of(one.get("parentTransaction")) for one in transactions}
    ends = [
        moment_or_none(one.get("authorizationExpiresAt"), "authorizationExpiresAt")
        for one in transactions
        if _SETTLED.get(str(one.get("kind"))) == AUTHORISED and id_of(one) not in used
    ]
    return min((end for end in ends if end is not None), default=None)


def payments_from(order: Node) -> Iterable[RemotePayment]:
    """What went through; an authorisation that was captured or voided is shown by what followed it."""
    transactions = _good(order)
    used = {id_of(one.get("parentTransaction")) for one in transactions if one.get("kind") != "REFUND"}
    for one in transactions:
        kind = str(one.get("kind"))
        if kind == "REFUND":
            yield _payment(one, REFUND, REFUNDED)
        elif kind in _SETTLED and id_of(one) not in used:
            yield _payment(one, PAYMENT, _SETTLED[kind])


def _good(order: Node) -> list[Node]:
    return [one for one in order.get("transactions") or () if one.get("status") == "SUCCESS"]


def _payment(node: Node, kind: str, state: str) -> RemotePayment:
    at = moment(node.get("processedAt") or node.get("createdAt"), "processedAt")
    method = text(node, "formattedGateway", 80) or text(node, "gateway", 80)
    return RemotePayment(id_of(node), kind, method, state, bag(node, "amountSet"), at)
