"""The mark of a field of an order as somebody saw it, so that a change meanwhile is noticed; never the text itself."""

from storedesk.actions.action import State
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Address, Fulfilment, Order, OrderLine


def address_mark(order_id: str, address: Address | None) -> str:
    if address is None:
        return ""
    return derived_id("address", order_id, address.name, address.street, address.postcode, address.city)


def note_mark(order_id: str, note: str) -> str:
    return derived_id("note", order_id, note) if note else ""


def line_mark(line: OrderLine) -> str:
    """What of the line is still wanted, in smallest steps."""
    return str(line.ordered - line.cancelled)


def mark_of(state: State, order: Order, change: str, line: int | None) -> str:
    """The mark of what a change touches, as it is now."""
    if change == "address":
        return address_mark(order.id, shipping_address(state, order.id))
    if change == "note":
        parts = state.among(Fulfilment, order_id=order.id)
        return note_mark(order.id, parts[0].note if parts else "")
    if change == "cancel_line" and line is not None:
        row = state.get(OrderLine, order.id, line)
        return line_mark(row) if isinstance(row, OrderLine) else ""
    return order.state


def shipping_address(state: State, order_id: str) -> Address | None:
    found = state.among(Address, order_id=order_id)
    return next((address for address in found if address.role == "shipping"), None)
