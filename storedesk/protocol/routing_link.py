"""The messages between a desk's window and its worker that are about routing."""

from storedesk.protocol.link_message import LinkMessage
from storedesk.protocol.routing_wire import WhatIfTold
from storedesk.protocol.wire import OrderWhy


class AskWhy(LinkMessage, frozen=True, kw_only=True, tag="ask_why"):
    """``order_id`` may be an order's number; ``rules`` are those of a draft, None for the rules in use."""

    request: int
    order_id: str
    staff_id: int
    rules: str | None = None


class AskWhatIf(LinkMessage, frozen=True, kw_only=True, tag="ask_what_if"):
    """Begins the run of that name, or asks how far it is."""

    request: int
    run: str
    days: int
    staff_id: int
    rules: str


class WhyTold(LinkMessage, frozen=True, kw_only=True, tag="why_told"):
    request: int
    problem: str = ""
    why: OrderWhy | None = None


class WhatIfAnswered(LinkMessage, frozen=True, kw_only=True, tag="what_if_answered"):
    request: int
    problem: str = ""
    told: WhatIfTold | None = None
