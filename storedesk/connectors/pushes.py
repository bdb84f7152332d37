"""What the hub tells a platform: one record per effect, with a key that follows from what made it."""

from typing import NamedTuple

STOCK, PRICE, LISTING = "stock", "price", "listing"
PART_READY, PART_GONE, CANCEL, CAPTURE, REFUND = "ready", "gone", "cancel", "capture", "refund"
MAKE_ORDER = "order"


class StockPush(NamedTuple):
    """``available`` is what the channel may sell at the place, ``own_reserved`` what its own open orders hold there
    beside that: a platform that takes its open orders off by itself is told the sum. ``last_seen`` is the figure
    we last read there, None if never."""

    variant_id: str
    stock_id: str
    sku: str
    place_id: str
    available: int
    own_reserved: int
    last_seen: int | None
    reason: str


class PricePush(NamedTuple):
    """The price of one piece in the shop's own list (``list_code`` empty) or in another."""

    variant_id: str
    sku: str
    list_code: str
    currency: str
    from_quantity: int
    amount: int
    gross: bool


class ListingPush(NamedTuple):
    """Title and whether buyers can see it; None leaves a field as it is."""

    product_id: str
    sku: str
    title: str | None
    listed: bool | None


class PartReady(NamedTuple):
    """Goods wait for their customer. ``told_by_us`` is True where the platform must not write to the customer."""

    order_id: str
    part_id: str
    place_id: str
    lines: tuple[tuple[str, int], ...]
    told_by_us: bool


class PartGone(NamedTuple):
    """Goods were collected or sent; ``receipt`` is the till's, ``at`` UTC ms, ``carrier`` and ``tracking`` or empty."""

    order_id: str
    part_id: str
    place_id: str
    delivery: str
    lines: tuple[tuple[str, int], ...]
    at: int
    told_by_us: bool
    carrier: str = ""
    tracking: str = ""


class CancelAsk(NamedTuple):
    """All of an order (no ``lines``) or some of it; ``restock`` says whether the goods can be sold again."""

    order_id: str
    lines: tuple[tuple[str, int], ...]
    reason: str
    restock: bool


class CaptureAsk(NamedTuple):
    order_id: str
    amount: int
    currency: str


class RefundAsk(NamedTuple):
    """``place_id`` is where the goods came back to, or empty."""

    order_id: str
    lines: tuple[tuple[str, int], ...]
    amount: int
    currency: str
    reason: str
    place_id: str


class OrderLineAsk(NamedTuple):
    variant_id: str
    sku: str
    name: str
    quantity: int
    price: int


class OrderAsk(NamedTuple):
    """An order out of a quote of ours: ``desk_id`` is the quote's id, which the platform keeps and gives back;
    ``asked_there`` is the platform's id of the request that it answers, or empty."""

    desk_id: str
    number: str
    company_id: str
    contact_id: str
    site_id: str
    currency: str
    delivery: str
    pickup_place: str
    po_number: str
    lines: tuple[OrderLineAsk, ...]
    note: str
    asked_there: str = ""


Ask = (
    StockPush | PricePush | ListingPush | PartReady | PartGone | CancelAsk | CaptureAsk | RefundAsk | OrderAsk
)
KINDS: dict[str, type[Ask]] = {
    STOCK: StockPush, PRICE: PricePush, LISTING: ListingPush, PART_READY: PartReady, PART_GONE: PartGone,
    CANCEL: CancelAsk, CAPTURE: CaptureAsk, REFUND: RefundAsk, MAKE_ORDER: OrderAsk,
}  # fmt: skip
KIND_OF: dict[type[Ask], str] = {ask: kind for kind, ask in KINDS.items()}


class Push(NamedTuple):
    """``key`` is a UUID that is the same at every try and in every run: it follows from what made the effect."""

    key: str
    ask: Ask


DONE, REFUSED, NOT_DONE, UNKNOWN = "done", "refused", "not_done", "unknown"


class Outcome(NamedTuple):
    """What became of a push: done; refused for good; not done and worth another try; or nobody can say.

    ``why`` is a word of ``push_reasons``; ``detail`` what the platform said, without personal data, at most 200
    characters. ``found`` is the stock figure that was read on the way, ``made`` the id of what was made there.
    """

    state: str
    why: str = ""
    detail: str = ""
    found: int | None = None
    made: str = ""


PUSH_REASONS: dict[str, str] = {
    "not_linked": "The platform has no such article, place or order.",
    "not_stocked": "The article is not stocked at that place there.",
    "stale": "The figure there changed since it was last read.",
    "not_ready": "The platform finds too little stock at the place to mark the order ready.",
    "too_many": "More would be sent, refunded or cancelled than was ordered.",
    "not_paid": "The order has not been invoiced or paid there.",
    "over": "The order is over there: cancelled, refunded or closed.",
    "not_supported": "This platform cannot be told that; it is done by hand there.",
    "invalid": "The platform found the message wrong; support needs to look.",
    "busy": "The platform asks to wait.",
    "no_reply": "The platform did not answer.",
    "refused": "The platform said no.",
}
"""Every word that an outcome may carry, and what it means."""
