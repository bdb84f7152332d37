"""The arguments of customer service's actions, as they travel."""

from typing import Annotated, Literal

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, Note
from storedesk.domain.wall_clock import day_from

ContactReason = Literal["where_is_my_order", "stock", "price", "return", "other"]
ContactOutcome = Literal["answered", "asked_store", "changed", "call_back", "no_answer"]
CallerProof = Literal["order_number", "postcode", "phone", "email"]
LocalDay = Annotated[str, Meta(min_length=10, max_length=10)]


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
