"""What the order screen shows of one order: values ready to be put into words."""

from dataclasses import dataclass
from enum import Enum

from storedesk.desk.moments import Moment


class Shown(Enum):
    """How much of a customer's details stands on the screen: in a store the tails, on the phone nothing before
    the caller is verified, and then all."""

    TAILS = "tails"
    COVERED = "covered"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Answer:
    """What to tell the customer about one part of an order; ``kind`` is the state of it in plain words,
    ``what`` its first article and ``more`` how many others, where an order has several parts."""

    kind: str
    place: str = ""
    day: str = ""
    when: Moment | None = None
    what: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class BoughtLine:
    """Quantities in the unit's smallest step; ``returnable`` is what the customer holds and may bring back."""

    name: str
    detail: str
    sku: str
    unit: str
    ordered: int
    cancelled: int
    returned: int
    returnable: int
    amount: int
    line: int = 0
    variant_id: int | None = None


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A payment or refund in 1/10,000 of the order's currency; a refund is negative."""

    kind: str
    method: str
    state: str
    amount: int
    at: Moment


@dataclass(frozen=True, slots=True)
class OrderPart:
    """What one place does of the order."""

    fulfilment_id: str
    place: str
    is_here: bool
    state: str
    pieces: int
    collected: int
    promised: Moment
    last_day: str
    ended: Moment | None
    place_id: int = 0
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; ``where`` is a place or a desk, ``who`` the person if known here."""

    kind: str
    at: Moment
    where: str
    who: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A change somebody asked for. ``choice`` is what the customer chose, where it was that."""

    kind: str
    choice: str
    state: str
    reason: str
    at: Moment
    who: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question to a store; ``answer`` is empty while it waits."""

    question: str
    note: str
    place: str
    at: Moment
    answer: str
    answer_note: str
    answered: Moment | None


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order; ``shown`` says how much of the customer's details the texts here hold."""

    order_id: str
    number: str
    name: str
    channel: str
    state: str
    payment_state: str
    currency: str
    total: int
    due: int
    placed: Moment
    answers: tuple[Answer, ...]
    lines: tuple[BoughtLine, ...]
    money: tuple[MoneyRow, ...]
    parts: tuple[OrderPart, ...]
    timeline: tuple[Happening, ...]
    phone: str
    email: str
    address: tuple[str, ...] = ()
    shown: Shown = Shown.TAILS
    asked: tuple[AskedRow, ...] = ()
    questions: tuple[QuestionRow, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One found order in the list at the left."""

    order_id: str
    number: str
    name: str
    phone_tail: str
    state: str
    placed: Moment
    total: int
    currency: str
