"""What a customer is told by mail."""

from typing import NamedTuple


class Message(NamedTuple):
    """One mail to the customer of an order, without address or name. ``about`` is what made it true: the time the
    goods were ready, or the last day. ``state`` is waiting, sending, sent, dropped (true no more), unknown (nobody
    can say whether it went out) or failed; ``why`` says more where it is not sent."""

    id: str
    order_id: str
    fulfilment_id: str
    place_id: int
    kind: str
    about: str
    state: str
    made_at: int
    due_at: int
    tries: int
    tried_at: int | None
    why: str
