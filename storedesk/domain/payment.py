"""Payment states of an order, and whether goods may leave the counter."""

from collections.abc import Mapping
from types import MappingProxyType

UNPAID = "unpaid"
AUTHORISED = "authorised"
CAPTURED = "captured"
PART_PAID = "part_paid"
ON_ACCOUNT = "on_account"
ON_HOLD = "on_hold"
REFUND_ASKED = "refund_asked"
REFUNDED = "refunded"

PAYMENT_DUE = "payment_due"
AUTHORISATION_ENDED = "authorisation_ended"
PAYMENT_ON_HOLD = "payment_on_hold"
PAYMENT_REFUNDED = "payment_refunded"
PAYMENT_UNKNOWN = "payment_unknown"

START = frozenset({UNPAID, AUTHORISED, CAPTURED, PART_PAID, ON_ACCOUNT, ON_HOLD})
FINAL = frozenset({REFUNDED})

TRANSITIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        UNPAID: frozenset({AUTHORISED, CAPTURED, PART_PAID, ON_ACCOUNT, ON_HOLD}),
        AUTHORISED: frozenset({UNPAID, CAPTURED, PART_PAID, ON_HOLD, REFUND_ASKED}),
        PART_PAID: frozenset({CAPTURED, ON_ACCOUNT, ON_HOLD, REFUND_ASKED}),
        CAPTURED: frozenset({PART_PAID, ON_HOLD, REFUND_ASKED}),
        ON_ACCOUNT: frozenset({CAPTURED, PART_PAID, ON_HOLD, REFUND_ASKED}),
        ON_HOLD: frozenset({UNPAID, AUTHORISED, CAPTURED, PART_PAID, ON_ACCOUNT, REFUND_ASKED}),
        REFUND_ASKED: frozenset({CAPTURED, PART_PAID, ON_ACCOUNT, REFUNDED}),
        REFUNDED: frozenset(),
    }
)


def can_become(old: str, new: str) -> bool:
    """True when payment state `new` may follow `old`."""
    return new in TRANSITIONS.get(old, frozenset())


def handover_allowed(state: str, authorised_until_ms: int | None, due: int, at_ms: int) -> str | None:
    """None when the goods may leave, else the reason key.

    `due` is what is still to be paid at the till, in 1/10,000 of the major unit; times are UTC
    milliseconds. An authorisation without an end holds.
    """
    if state in (CAPTURED, ON_ACCOUNT):
        return None
    if state == AUTHORISED:
        ended = authorised_until_ms is not None and at_ms > authorised_until_ms
        return AUTHORISATION_ENDED if ended else None
    if state in (UNPAID, PART_PAID):
        return PAYMENT_DUE if due > 0 else None
    if state == ON_HOLD:
        return PAYMENT_ON_HOLD
    return PAYMENT_REFUNDED if state in (REFUND_ASKED, REFUNDED) else PAYMENT_UNKNOWN


def end_of_pickup(state: str, authorised_until_ms: int | None, end_of_last_day_ms: int) -> int:
    """When a pickup ends: with its last day, or with its authorisation if that ends before."""
    if state == AUTHORISED and authorised_until_ms is not None:
        return min(authorised_until_ms, end_of_last_day_ms)
    return end_of_last_day_ms


_FURTHER: Mapping[str, int] = MappingProxyType(
    {
        UNPAID: 0,
        ON_HOLD: 1,
        AUTHORISED: 2,
        PART_PAID: 3,
        ON_ACCOUNT: 3,
        CAPTURED: 4,
        REFUND_ASKED: 5,
        REFUNDED: 6,
    }
)


def can_be_news(old: str, new: str) -> bool:
    """Whether a channel's word that a payment is in state `new` counts beside what is known here.

    What comes late or out of order never takes a state back; what has been asked back waits for the refund.
    """
    if old == new or new not in _FURTHER or old in FINAL:
        return False
    if old == REFUND_ASKED:
        return new == REFUNDED
    return _FURTHER[new] > _FURTHER.get(old, -1) or (old == AUTHORISED and new in (UNPAID, ON_HOLD))
