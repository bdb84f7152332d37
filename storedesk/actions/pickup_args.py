"""The arguments of the pickup actions, as they travel; quantities in the unit's smallest step."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from storedesk.actions.action import Args

Id = Annotated[str, Meta(min_length=36, max_length=36)]
Short = Annotated[str, Meta(max_length=80)]
Note = Annotated[str, Meta(max_length=500)]
Quantity = Annotated[int, Meta(ge=1, le=1_000_000_000)]
LineNumber = Annotated[int, Meta(ge=0, le=1_000_000)]
Number = Annotated[int, Meta(ge=0, le=(1 << 53) - 1)]

ShortReason = Literal[
    "not_found", "damaged", "wrong_label", "display", "later", "other", "too_busy", "avoid_split"
]
Proof = Literal["code", "qr", "id_seen", "name", "label"]
IdDocument = Literal["", "driving_licence", "passport", "id_card", "other"]
OfAge = Literal["", "yes", "no", "not_shown"]
Relation = Literal["", "family", "friend", "colleague", "courier", "other"]


class LineQuantity(Struct, frozen=True):
    line: LineNumber
    quantity: Quantity


class StagedParcel(Struct, frozen=True):
    bin: Annotated[str, Meta(min_length=1, max_length=12)]
    lines: tuple[LineQuantity, ...]


class ClaimPickup(Args, frozen=True):
    fulfilment_id: Id
    take_over: bool = False


class ReleasePickup(Args, frozen=True):
    fulfilment_id: Id


class Pick(Args, frozen=True):
    """These quantities were taken from the shelf, on top of what was picked before."""

    fulfilment_id: Id
    lines: tuple[LineQuantity, ...]


class PutBack(Args, frozen=True):
    """A picked quantity of a line goes back to its shelf."""

    fulfilment_id: Id
    line: LineNumber
    quantity: Quantity


class ReportShort(Args, frozen=True):
    """``found_variant_id`` is what was scanned instead, for ``wrong_label``."""

    fulfilment_id: Id
    line: LineNumber
    quantity: Quantity
    reason: ShortReason
    found_variant_id: Number | None = None
    note: Note = ""


class StageParcels(Args, frozen=True):
    """Everything that is picked and not yet staged goes into these parcels."""

    fulfilment_id: Id
    parcels: tuple[StagedParcel, ...]


class MarkReady(Args, frozen=True):
    fulfilment_id: Id


class HandOver(Args, frozen=True):
    """Parcels that went over the counter, and those stated as left. ``id_document`` is the kind of
    document that was seen, nothing of what it says. ``override`` is the reason when a name was enough.
    ``last_contact`` is when central was last heard if the line is down, else None; then ``checked_by``,
    ``id_document`` beside a code, or ``word`` from customer service may be the second check."""

    fulfilment_id: Id
    parcels: tuple[Id, ...]
    left: tuple[Id, ...] = ()
    proof: Proof = "code"
    id_document: IdDocument = ""
    override: Note = ""
    collector_name: Short = ""
    relation: Relation = ""
    receipt: Short = ""
    of_age: OfAge = ""
    checked_by: Number | None = None
    last_contact: Number | None = None
    word: Short = ""


class HandOverFromLabel(Args, frozen=True):
    """Everything of an order this desk has not heard of went over the counter: ``label`` is the customer's code
    as scanned, signed by the hub. The other fields mean what they mean in ``HandOver``."""

    label: Annotated[str, Meta(max_length=200, pattern="^[A-Z0-9]{20,200}$")]
    id_document: IdDocument = ""
    collector_name: Short = ""
    relation: Relation = ""
    checked_by: Number | None = None
    last_contact: Number | None = None
    word: Short = ""
    of_age: OfAge = ""


class ExchangeAtHandover(Args, frozen=True):
    """The customer refuses a quantity of a parcel's line: it goes back, ``variant_id`` goes in its place."""

    fulfilment_id: Id
    parcel_id: Id
    line: LineNumber
    quantity: Quantity
    variant_id: Number
    condition: Literal["as_new", "damaged"] = "as_new"


class CorrectHandover(Args, frozen=True):
    """The goods did not leave after all: back to ``bin``, or marked missing where it is empty."""

    handover_id: Id
    reason: Literal["wrong_customer", "wrong_parcel", "too_early", "came_back"]
    bin: Annotated[str, Meta(max_length=12)] = ""
    checked_by: Number | None = None


class EnterWrongCode(Args, frozen=True):
    """Somebody gave a code that is not this order's."""

    fulfilment_id: Id


class AnswerTask(Args, frozen=True):
    task_id: Id
    choice: Annotated[str, Meta(min_length=1, max_length=40)]
    note: Note = ""
