"""Source items as stock levels."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.scalars import exact, flag, pieces
from storedesk.connectors.neutral import RemoteLevel


def level_of(item: Mapping[str, Any], read_at: int, unshipped: int | None) -> RemoteLevel:
    """The physical figure; what could be sold of it is less by what open orders hold at that source, where that is
    known (else None). One that is marked out of stock sells nothing. Raises Odd."""
    on_hand = pieces(item.get("quantity"), "quantity")
    left = None if unshipped is None else max(0, on_hand - unshipped)
    available = left if flag(item.get("status")) else 0
    return RemoteLevel(
        exact(item.get("sku"), 64), exact(item.get("source_code")), on_hand, available, read_at
    )
