"""Stock: levels, and the movements they are the sum of."""

from typing import NamedTuple


class StockLevel(NamedTuple):
    """``quantity`` is the sum of the movements of this bucket; ``reserved`` counts only for sellable."""

    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    reserved: int
    safety: int
    incoming: int
    incoming_at: int | None
    shelf: str
    changed_at: int
    counted_at: int | None = None


class Movement(NamedTuple):
    id: str
    location_id: int
    variant_id: int
    bucket: int
    quantity: int
    reason: str
    action_id: str
    staff_id: int
    at: int


class Hold(NamedTuple):
    """Units kept for a person; ``state`` is asked, held, refused, released, collected or lapsed. The person's
    name is a Person row whose ``order_id`` is the hold's id and whose role is ``hold``. ``lent`` is 1 for
    units out of the desk's protected stock."""

    id: str
    location_id: int
    variant_id: int
    quantity: int
    state: str
    until: int
    asked_at: int
    asked_by: int
    desk: str
    reason: str
    changed_at: int
    lent: int = 0


class ProtectedStock(NamedTuple):
    """Units the hub has lent to one desk until ``lent_until``; ``used`` of them are held. ``asked_at`` is when
    the desk last asked for the article: what is not asked for any more is not lent again."""

    location_id: int
    variant_id: int
    desk: str
    quantity: int
    used: int
    lent_until: int
    asked_at: int = 0


class StockCount(NamedTuple):
    """What was counted at ``at``; ``expected`` is the level at that moment as far as it was known."""

    id: str
    location_id: int
    variant_id: int
    bucket: int
    counted: int
    expected: int
    at: int
    desk: str
    staff_id: int


class TillFeed(NamedTuple):
    """When a place's tills were last heard of."""

    location_id: int
    last_sale_at: int | None


class Transfer(NamedTuple):
    """Goods from one place to another; ``state`` is asked, agreed, refused, sent, received or cancelled.
    ``fulfilment_id`` is the pickup that waits for it, or empty; ``rest_of`` the transfer whose rest this is."""

    id: str
    number: str
    from_id: int
    to_id: int
    state: str
    reason: str
    fulfilment_id: str
    asked_at: int
    asked_by: int
    desk: str
    needed_by: int | None
    sent_at: int | None
    received_at: int | None
    note: str
    changed_at: int
    answered_at: int | None = None
    answered_by: int = 0
    sent_by: int = 0
    received_by: int = 0
    rest_of: str = ""


class TransferLine(NamedTuple):
    """``reserved`` is kept at the place that sends, for the pickup that waits, until the goods leave."""

    transfer_id: str
    variant_id: int
    asked: int
    sent: int
    received: int
    reserved: int = 0
