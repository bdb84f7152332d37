"""The arguments of the stock actions, as they travel; quantities in the unit's smallest step."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, Note, Number, Quantity, Short

AdjustReason = Literal[
    "missing", "found", "damaged", "display", "display_back", "stolen", "own_use", "written_off"
]
CountedBucket = Annotated[int, Meta(ge=0, le=3)]
Counted = Annotated[int, Meta(ge=0, le=1_000_000_000)]
PhoneTail = Annotated[str, Meta(max_length=4, pattern="^[0-9]*$")]
TransferNumber = Annotated[str, Meta(min_length=1, max_length=40)]


class AdjustStock(Args, frozen=True):
    """``quantity`` units of an article here changed for ``reason``, which says out of what and into what;
    with ``takes_back`` an adjustment of the same words was a mistake, and all of it goes the other way."""

    variant_id: Number
    quantity: Quantity
    reason: AdjustReason
    note: Note = ""
    takes_back: bool = False


class CountStock(Args, frozen=True):
    """So many stand in this bucket here, at the moment of the act."""

    variant_id: Number
    counted: Counted
    bucket: CountedBucket = 0


class PlaceHold(Args, frozen=True):
    """Keep units at a place for a person until then (UTC ms); ``phone_tail`` are the last digits at most."""

    location_id: Number
    variant_id: Number
    quantity: Quantity
    until: Number
    customer_name: Short = ""
    note: Note = ""
    phone_tail: PhoneTail = ""


class ReleaseHold(Args, frozen=True):
    hold_id: Id
    outcome: Literal["released", "collected"] = "released"


class TransferQuantity(Struct, frozen=True):
    variant_id: Number
    quantity: Quantity


Lines = Annotated[tuple[TransferQuantity, ...], Meta(min_length=1, max_length=12)]
Arrived = Annotated[tuple[TransferQuantity, ...], Meta(max_length=12)]


class AskTransfer(Args, frozen=True):
    """``number`` is the document number, final from the first print."""

    number: TransferNumber
    from_id: Number
    lines: Lines
    needed_by: Number | None = None
    note: Note = ""


class AnswerTransfer(Args, frozen=True):
    transfer_id: Id
    agree: bool
    note: Note = ""


class SendTransfer(Args, frozen=True):
    """These quantities left the place that sends; with ``rest_later`` what was asked for and stayed goes on
    as a transfer of its own."""

    transfer_id: Id
    lines: Lines
    rest_later: bool = False


class ReceiveTransfer(Args, frozen=True):
    """These quantities arrived; no line where nothing did."""

    transfer_id: Id
    lines: Arrived
