"""The states a pickup fulfilment goes through, and which may follow which."""

from collections.abc import Mapping
from types import MappingProxyType

NEW = "new"
CLAIMED = "claimed"
PICKING = "picking"
STAGED = "staged"
READY = "ready"
COLLECTED = "collected"
PARTLY_COLLECTED = "partly_collected"
NOT_COLLECTED = "not_collected"
RETURNED_TO_STOCK = "returned_to_stock"
REJECTED = "rejected"
CUSTOMER_DECISION = "customer_decision"
REROUTED = "rerouted"
SHIP_HOME = "ship_home"
OTHER_STORE = "other_store"
CANCELLED = "cancelled"
INBOUND = "inbound"
ARRIVED = "arrived"

START = frozenset({NEW, INBOUND})
"""A fulfilment begins as new, or as inbound when its goods are shipped to the store first."""

FINAL = frozenset({COLLECTED, RETURNED_TO_STOCK, REROUTED, SHIP_HOME, OTHER_STORE, CANCELLED})
"""Nothing follows but a correction."""

TRANSITIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        NEW: frozenset({CLAIMED, PICKING, REJECTED, REROUTED, OTHER_STORE, SHIP_HOME, CANCELLED}),
        CLAIMED: frozenset({NEW, PICKING, REJECTED, REROUTED, OTHER_STORE, SHIP_HOME, CANCELLED}),
        PICKING: frozenset({NEW, CLAIMED, STAGED, REJECTED, OTHER_STORE, SHIP_HOME, CANCELLED}),
        INBOUND: frozenset({ARRIVED, REJECTED, OTHER_STORE, CANCELLED}),
        ARRIVED: frozenset({STAGED, REJECTED, OTHER_STORE, CANCELLED}),
        STAGED: frozenset(
            {PICKING, READY, COLLECTED, PARTLY_COLLECTED, REJECTED, OTHER_STORE, SHIP_HOME, CANCELLED}
        ),
        READY: frozenset({STAGED, COLLECTED, PARTLY_COLLECTED, NOT_COLLECTED, OTHER_STORE, CANCELLED}),
        PARTLY_COLLECTED: frozenset({PARTLY_COLLECTED, COLLECTED, NOT_COLLECTED}),
        NOT_COLLECTED: frozenset({READY, PARTLY_COLLECTED, COLLECTED, RETURNED_TO_STOCK}),
        REJECTED: frozenset({CUSTOMER_DECISION, REROUTED, CANCELLED}),
        CUSTOMER_DECISION: frozenset({REROUTED, SHIP_HOME, OTHER_STORE, CANCELLED}),
        COLLECTED: frozenset(),
        RETURNED_TO_STOCK: frozenset(),
        REROUTED: frozenset(),
        SHIP_HOME: frozenset(),
        OTHER_STORE: frozenset(),
        CANCELLED: frozenset(),
    }
)

CORRECTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {COLLECTED: frozenset({READY, PARTLY_COLLECTED}), PARTLY_COLLECTED: frozenset({READY})}
)
"""What only CorrectHandover may do."""

STATES = frozenset(TRANSITIONS)
OPEN = STATES - FINAL
PICKABLE = frozenset({NEW, CLAIMED, PICKING})
ON_SHELF = frozenset({STAGED, READY, PARTLY_COLLECTED, NOT_COLLECTED})
"""Goods stand in a bin of the pickup shelf."""

HANDOVER = frozenset({READY, PARTLY_COLLECTED})
"""The customer may take goods away."""

COUNTS_FOR_PROMISE = frozenset({NEW, CLAIMED, PICKING, ARRIVED, STAGED})
"""The promise to be ready can still be kept or missed."""


def can_become(old: str, new: str) -> bool:
    """True when `new` may follow `old` in daily work; unknown states may neither lead nor follow."""
    return new in TRANSITIONS.get(old, frozenset())


def can_be_corrected(old: str, new: str) -> bool:
    """True when CorrectHandover may take a fulfilment back from `old` to `new`."""
    return new in CORRECTIONS.get(old, frozenset())
