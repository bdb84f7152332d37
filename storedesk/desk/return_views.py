"""What may come back of an order: each line with what is possible, or why nothing of it is."""

from dataclasses import dataclass

from storedesk.desk.order_views import BoughtLine, OrderView
from storedesk.domain.returnable import refund_of
from storedesk.storage.desk_order_reads import OrderRecord


@dataclass(frozen=True, slots=True)
class ReturnLineView:
    """Quantities in smallest steps. ``why_not`` is returned, not_left, cancelled or not_goods, else empty."""

    line: int
    variant_id: int
    name: str
    detail: str
    unit: str
    bought: int
    returned: int
    possible: int
    why_not: str
    amount: int
    ordered: int


@dataclass(frozen=True, slots=True)
class ReturnView:
    """``last_day`` is the last return day (ISO), empty where none is known yet; after it ``is_late``."""

    order_id: str
    number: str
    name: str
    currency: str
    is_paid: bool
    lines: tuple[ReturnLineView, ...]
    last_day: str = ""
    is_late: bool = False

    def worth(self, line: int, quantity: int) -> int:
        """What a quantity of a line is worth (1/10,000), for the customer to know; nothing is paid here."""
        found = next((one for one in self.lines if one.line == line), None)
        if found is None:
            return 0
        return refund_of(found.amount, found.ordered, found.returned, quantity, self.currency)


def derive_return(record: OrderRecord, view: OrderView, last_day: str = "", today: str = "") -> ReturnView:
    """``last_day`` and ``today`` are local dates of the place, ISO."""
    return ReturnView(
        view.order_id,
        view.number,
        view.name,
        view.currency,
        record.order.payment_state in ("captured", "on_account", "part_paid"),
        tuple(_line(line) for line in view.lines),
        last_day,
        bool(last_day) and today > last_day,
    )


def _line(line: BoughtLine) -> ReturnLineView:
    return ReturnLineView(
        line.line,
        line.variant_id or 0,
        line.name,
        line.detail,
        line.unit,
        line.ordered - line.cancelled,
        line.returned,
        line.returnable,
        "" if line.returnable else _why_not(line),
        line.amount,
        line.ordered,
    )


def _why_not(line: BoughtLine) -> str:
    if line.variant_id is None:
        return "not_goods"
    if line.ordered <= line.cancelled:
        return "cancelled"
    return "returned" if line.returned else "not_left"
