"""Refusals as data: each says what is wrong; the sentence for it is made where it is shown."""

from dataclasses import asdict, dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Reason:
    """A refusal. Fields are plain text and integers without personal data, so that it can travel."""

    kinds: ClassVar[dict[str, type["Reason"]]] = {}

    def __init_subclass__(cls) -> None:
        Reason.kinds[cls.__name__] = cls

    @property
    def kind(self) -> str:
        return type(self).__name__

    def facts(self) -> dict[str, int | str]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class NeedsHub(Reason):
    table: str


@dataclass(frozen=True, slots=True)
class UnknownRecord(Reason):
    table: str


@dataclass(frozen=True, slots=True)
class NotAllowed(Reason):
    permission: str


@dataclass(frozen=True, slots=True)
class WrongState(Reason):
    """``wanted`` is the state the action leads to, ``state`` the one that was found."""

    state: str
    wanted: str


@dataclass(frozen=True, slots=True)
class WorkedOnByOther(Reason):
    staff_id: int
    desk: str
    since: int


@dataclass(frozen=True, slots=True)
class NotThisPlace(Reason):
    place_id: int


@dataclass(frozen=True, slots=True)
class TooMany(Reason):
    line: int
    wanted: int
    possible: int


@dataclass(frozen=True, slots=True)
class NothingStaged(Reason):
    pass


@dataclass(frozen=True, slots=True)
class LinesOpen(Reason):
    lines: int


@dataclass(frozen=True, slots=True)
class ParcelNotHere(Reason):
    parcel_id: str
    order_number: str


@dataclass(frozen=True, slots=True)
class PaymentMissing(Reason):
    """``why`` is a reason key of the payment rules; ``due`` in 1/10,000 of the currency's major unit."""

    why: str
    due: int
    currency: str


@dataclass(frozen=True, slots=True)
class ReceiptUsed(Reason):
    number: str


@dataclass(frozen=True, slots=True)
class WrongCode(Reason):
    tries_left: int


@dataclass(frozen=True, slots=True)
class IdentityNeeded(Reason):
    why: str


@dataclass(frozen=True, slots=True)
class AgeCheckNeeded(Reason):
    age_limit: int


@dataclass(frozen=True, slots=True)
class SecondCheckNeeded(Reason):
    why: str


@dataclass(frozen=True, slots=True)
class ReturnTooLate(Reason):
    """``last_day`` is the last local date on which goods of the order were taken back without a supervisor."""

    last_day: str


@dataclass(frozen=True, slots=True)
class LabelNotGood(Reason):
    """``why``: other_place, over (its last day has passed) or unreadable."""

    why: str


@dataclass(frozen=True, slots=True)
class PersonalNumberInText(Reason):
    field: str


@dataclass(frozen=True, slots=True)
class TextMissing(Reason):
    field: str


@dataclass(frozen=True, slots=True)
class AlreadyAnswered(Reason):
    answer: str


@dataclass(frozen=True, slots=True)
class TooLate(Reason):
    """Allowed for ``minutes`` only; after that a supervisor may."""

    minutes: int


@dataclass(frozen=True, slots=True)
class LastDayNotPossible(Reason):
    """A pickup's last day may move at most ``days`` days on from ``last_day``, and not back."""

    last_day: str
    days: int


@dataclass(frozen=True, slots=True)
class LastDayNotOver(Reason):
    """Without a word of the customer, goods are kept until their last day has closed."""

    last_day: str


@dataclass(frozen=True, slots=True)
class CallsMissing(Reason):
    """The customer has to be tried ``calls`` times more before the goods are let go."""

    calls: int


@dataclass(frozen=True, slots=True)
class NotAStore(Reason):
    """A pickup moves to another store only."""

    place_id: int


@dataclass(frozen=True, slots=True)
class NotEnoughThere(Reason):
    place_id: int
    wanted: int
    possible: int


@dataclass(frozen=True, slots=True)
class NothingWanted(Reason):
    """The customer waits for nothing of a pickup any more: everything was cancelled or paid back."""


@dataclass(frozen=True, slots=True)
class OtherPrice(Reason):
    """What should go instead costs something else: that is a matter of the till."""


@dataclass(frozen=True, slots=True)
class NotAlike(Reason):
    """Only another variant of the same style and price goes in the place of an article."""


@dataclass(frozen=True, slots=True)
class ItemChecksOn(Reason):
    """The place has its items checked one by one."""


@dataclass(frozen=True, slots=True)
class GoodsHaveLeft(Reason):
    """Nothing of an order can be changed once goods of it are with the customer or on their way."""

    state: str


@dataclass(frozen=True, slots=True)
class OwnDesk(Reason):
    """A desk is replaced from another one."""

    desk: str


@dataclass(frozen=True, slots=True)
class UnknownChoice(Reason):
    choice: str


@dataclass(frozen=True, slots=True)
class RulesWrong(Reason):
    """Routing rules that cannot be used; ``sentence`` says in English which and what it may be."""

    sentence: str


@dataclass(frozen=True, slots=True)
class RuleUnreachable(Reason):
    """Rule ``rule`` of a routing draft never gets an order: rule ``first`` takes all it would."""

    rule: int
    first: int


@dataclass(frozen=True, slots=True)
class RulesChanged(Reason):
    """The routing rules that somebody looked at are not those of today; ``number`` is the set's."""

    number: int


@dataclass(frozen=True, slots=True)
class GivenUp(Reason):
    """Somebody with the right has decided that a parked action shall not be tried again."""

    staff_id: int


def reason_from(kind: str, facts: dict[str, int | str]) -> Reason | None:
    """The reason a message carries, or None for a kind or fields this version does not know."""
    known = Reason.kinds.get(kind)
    if known is None or set(facts) != {field.name for field in fields(known)}:
        return None
    return known(**facts)
