"""The arguments of customer service's actions, as they travel."""

from typing import Annotated, Literal

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, LineNumber, Note, Number, Quantity
from storedesk.domain.wall_clock import day_from

ContactReason = Literal["where_is_my_order", "stock", "price", "return", "complaint", "other"]
ContactOutcome = Literal["answered", "asked_store", "changed", "call_back", "no_answer"]
CallerProof = Literal["order_number", "postcode", "phone", "email"]
LocalDay = Annotated[str, Meta(min_length=10, max_length=10)]
StoreQuestionKind = Literal["is_it_there", "when_ready", "condition", "keep_longer", "other"]
CustomerChoice = Literal["other_store", "ship_home", "cancel"]
RequestKind = Literal["address", "cancel", "cancel_line", "note"]
Mark = Annotated[str, Meta(max_length=200)]
AddressPart = Annotated[str, Meta(max_length=120)]


class LogContact(Args, frozen=True):
    """``order_id`` is empty where it was about no order; ``day`` is the place's date on which it counts."""

    reason: ContactReason
    outcome: ContactOutcome
    day: LocalDay
    order_id: Annotated[str, Meta(max_length=36)] = ""
    note: Note = ""

    def __post_init__(self) -> None:
        day_from(self.day)


class ExtendPickup(Args, frozen=True):
    fulfilment_id: Id
    last_day: LocalDay

    def __post_init__(self) -> None:
        day_from(self.last_day)


class VerifyCaller(Args, frozen=True):
    """Which two proofs matched; what was said is not kept."""

    order_id: Id
    first: CallerProof
    second: CallerProof

    def __post_init__(self) -> None:
        if self.first == self.second:
            raise ValueError("The same proof twice proves nothing more; ask for another one.")


class AskStore(Args, frozen=True):
    """A question to the store that holds the goods of this part of an order."""

    fulfilment_id: Id
    question: StoreQuestionKind
    note: Annotated[str, Meta(max_length=200)] = ""


class DecideForCustomer(Args, frozen=True):
    """What the customer wants after a store could not do its part; ``place_id`` for another store."""

    fulfilment_id: Id
    choice: CustomerChoice
    place_id: Number | None = None

    def __post_init__(self) -> None:
        if (self.choice == "other_store") != (self.place_id is not None):
            raise ValueError("Another store needs its place, the other choices have none.")


class RequestChange(Args, frozen=True):
    """A change to an order. ``seen`` is the mark of the field touched as the desk saw it (``order_marks``)."""

    order_id: Id
    change: RequestKind
    seen: Mark
    line: LineNumber | None = None
    quantity: Quantity | None = None
    name: AddressPart = ""
    street: AddressPart = ""
    postcode: Annotated[str, Meta(max_length=20)] = ""
    city: AddressPart = ""
    note: Note = ""

    def __post_init__(self) -> None:
        if self.change == "cancel_line" and (self.line is None or self.quantity is None):
            raise ValueError("Cancelling a line needs the line and a quantity.")
