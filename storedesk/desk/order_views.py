"""What the order screen shows of one order: values ready to be put into words."""

from dataclasses import dataclass

from storedesk.desk.moments import Moment


@dataclass(frozen=True, slots=True)
class Answer:
    """What to tell the customer about one part of an order; ``kind`` is the state of it in plain words."""

    kind: str
    place: str = ""
    day: str = ""
    when: Moment | None = None


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


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened; ``where`` is a place or a desk, ``who`` the person if known here."""

    kind: str
    at: Moment
    where: str
    who: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order; phone and e-mail are covered but for what tells callers apart."""

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
