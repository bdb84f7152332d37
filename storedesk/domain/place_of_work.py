"""The kinds of place a desk belongs to, and what each may do."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

STORE = "store"
CUSTOMER_SERVICE = "customer_service"
WAREHOUSE = "warehouse"


class PlaceKind(NamedTuple):
    """What a place of this kind has and does."""

    has_stock: bool
    has_pickup_shelf: bool
    hands_over: bool
    sends_transfers: bool
    takes_calls: bool
    follows_all_places: bool
    """Open orders of all stores and channels, persons included, for customer service."""


KINDS: Mapping[str, PlaceKind] = MappingProxyType(
    {
        STORE: PlaceKind(
            has_stock=True,
            has_pickup_shelf=True,
            hands_over=True,
            sends_transfers=True,
            takes_calls=True,
            follows_all_places=False,
        ),
        CUSTOMER_SERVICE: PlaceKind(
            has_stock=False,
            has_pickup_shelf=False,
            hands_over=False,
            sends_transfers=False,
            takes_calls=True,
            follows_all_places=True,
        ),
        WAREHOUSE: PlaceKind(
            has_stock=True,
            has_pickup_shelf=False,
            hands_over=False,
            sends_transfers=True,
            takes_calls=False,
            follows_all_places=False,
        ),
    }
)


class UnknownPlaceKind(LookupError):
    """The kind of a place is none of store, customer_service and warehouse."""


def place_kind(kind: str) -> PlaceKind:
    """What a place of `kind` may do; raises UnknownPlaceKind."""
    found = KINDS.get(kind)
    if found is None:
        raise UnknownPlaceKind(f"A place is one of {', '.join(KINDS)}, not {kind[:20]!r}.")
    return found
