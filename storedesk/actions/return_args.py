"""The arguments of taking goods back, as they travel; quantities in the unit's smallest step."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, LineNumber, Note, Number, Quantity

ReturnReason = Literal["too_small", "too_large", "not_as_shown", "faulty", "changed_mind", "other"]
Condition = Literal["as_new", "opened", "damaged"]


class ReturnedLine(Struct, frozen=True):
    """``variant_id`` is what lies on the counter, so that it can be booked before the order is known here."""

    line: LineNumber
    variant_id: Number
    quantity: Quantity
    reason: ReturnReason
    condition: Condition


class TakeBackGoods(Args, frozen=True):
    """Goods of an order that came back over the counter; ``number`` is the slip's, final from the start.
    ``checked_by`` is the supervisor whose PIN allowed it after the last return day."""

    order_id: Id
    number: Annotated[str, Meta(min_length=1, max_length=40)]
    lines: Annotated[tuple[ReturnedLine, ...], Meta(min_length=1, max_length=50)]
    note: Note = ""
    checked_by: Number | None = None
