"""How much of a line may still come back, and what of its price that is worth."""

from storedesk.domain.currency import UnknownCurrency
from storedesk.domain.money import to_minor_unit


def returnable(ordered: int, cancelled: int, returned: int, collected: int | None) -> int:
    """Quantity in smallest steps, never below zero. ``collected`` is what the places that hand the line over
    have handed over, None where none does: then everything not cancelled has left."""
    gone = ordered - cancelled if collected is None else collected
    return max(0, gone - returned)


def refund_of(amount: int, ordered: int, returned: int, quantity: int, currency: str) -> int:
    """What ``quantity`` of a line is worth (1/10,000) after ``returned`` came back before, rounded so that all
    returns of the line together give exactly its amount."""
    return _share(amount, ordered, returned + quantity, currency) - _share(
        amount, ordered, returned, currency
    )


def _share(amount: int, ordered: int, quantity: int, currency: str) -> int:
    if ordered <= 0:
        return 0
    share = amount * min(quantity, ordered) // ordered
    try:
        return to_minor_unit(share, currency) if quantity < ordered else amount
    except UnknownCurrency:
        return share
