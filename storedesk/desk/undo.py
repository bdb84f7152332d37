"""Which act takes another one back, and what must not have changed meanwhile. A line for each kind that has one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from storedesk.actions.pickup_args import ClaimPickup, LineQuantity, Pick, PutBack, ReleasePickup
from storedesk.actions.stock_args import AdjustStock


class Watch(NamedTuple):
    """Rows of one table that the act concerns, by the value of one column."""

    table: str
    column: str
    value: str | int


class Compensation(NamedTuple):
    """The acts that take it back, in their order; ``record`` names what both are about."""

    steps: tuple[tuple[str, Any], ...]
    record: str
    watched: tuple[Watch, ...]


def compensation(kind: str, args: Any) -> Compensation | None:
    """How to take back an act that was saved with these arguments; None where nothing honest does."""
    make = _UNDO.get(kind)
    return make(args) if make is not None else None


def _pickup(fulfilment_id: str, *steps: tuple[str, Any]) -> Compensation:
    rows = (
        Watch("fulfilment", "id", fulfilment_id),
        Watch("fulfilment_line", "fulfilment_id", fulfilment_id),
    )
    return Compensation(steps, fulfilment_id, rows)


def _claim(args: ClaimPickup) -> Compensation | None:
    """Who took over from somebody else cannot give it back to them."""
    if args.take_over:
        return None
    return _pickup(args.fulfilment_id, ("ReleasePickup", ReleasePickup(args.fulfilment_id)))


def _release(args: ReleasePickup) -> Compensation:
    return _pickup(args.fulfilment_id, ("ClaimPickup", ClaimPickup(args.fulfilment_id, False)))


def _pick(args: Pick) -> Compensation:
    back = (PutBack(args.fulfilment_id, part.line, part.quantity) for part in args.lines)
    return _pickup(args.fulfilment_id, *(("PutBack", one) for one in back))


def _put_back(args: PutBack) -> Compensation:
    again = Pick(args.fulfilment_id, (LineQuantity(args.line, args.quantity),))
    return _pickup(args.fulfilment_id, ("Pick", again))


def _adjust(args: AdjustStock) -> Compensation | None:
    """The same the other way; after a count nobody can say any more what would have to be taken back."""
    if args.takes_back:
        return None
    back = AdjustStock(args.variant_id, args.quantity, args.reason, takes_back=True)
    counts = (Watch("stock_count", "variant_id", args.variant_id),)
    return Compensation((("AdjustStock", back),), f"stock {args.variant_id}", counts)


_UNDO: dict[str, Callable[[Any], Compensation | None]] = {
    "ClaimPickup": _claim,
    "ReleasePickup": _release,
    "Pick": _pick,
    "PutBack": _put_back,
    "AdjustStock": _adjust,
}
