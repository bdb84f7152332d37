"""The arguments of what happens to a pickup beside picking: arriving, going back, another store, another item."""

from typing import Annotated, Literal

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, LineNumber, LineQuantity, Number, Quantity, Short, ShortReason

ReleaseReason = Literal["does_not_come", "no_answer"]
Condition = Literal["sellable", "damaged", "missing"]
BinCode = Annotated[str, Meta(min_length=1, max_length=12)]


class ReleaseNotCollected(Args, frozen=True):
    """Nobody collects it: the goods are to go back to their shelves."""

    fulfilment_id: Id
    reason: ReleaseReason
    checked_by: Number | None = None


class RestockReturned(Args, frozen=True):
    """A picked quantity of a line is back on its shelf, or turned out to be damaged or missing."""

    fulfilment_id: Id
    line: LineNumber
    quantity: Quantity
    condition: Condition = "sellable"


class ReceiveInbound(Args, frozen=True):
    """The goods of a pickup have come to the store; without ``lines`` all of them have."""

    fulfilment_id: Id
    lines: tuple[LineQuantity, ...] = ()


class MovePickupToStore(Args, frozen=True):
    """``place_id`` is the store that the customer wants to go to."""

    fulfilment_id: Id
    place_id: Number


class ChangeCollector(Args, frozen=True):
    """``seen`` is the id of the collector's row that was shown, empty where there was none."""

    fulfilment_id: Id
    name: Annotated[Short, Meta(min_length=1)]
    seen: Annotated[str, Meta(max_length=36)] = ""


class SwapLine(Args, frozen=True):
    """A quantity of a line cannot be picked for ``reason``; another variant of the style goes in its place."""

    fulfilment_id: Id
    line: LineNumber
    quantity: Quantity
    reason: ShortReason
    variant_id: Number


class ReadyUnchecked(Args, frozen=True):
    """All of it is picked, in one bin and ready at once, where the store checks no items."""

    fulfilment_id: Id
    bin: BinCode
