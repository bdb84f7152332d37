"""Looking an order up for a desk that does not hold it: rights and place first, then what may be told."""

from typing import NamedTuple

from storedesk.actions.action import Act
from storedesk.actions.rights import may
from storedesk.domain.order_query import LONGEST_QUERY
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.protocol.wire import FoundOrder, FoundOrders, FoundPart, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_order_search import HubOrder, search_orders
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

PERMISSION = "order.look"
MOST = 20
SHORTEST = 3


class Asked(NamedTuple):
    """Who asks, from which place, and what was typed."""

    place_id: int
    staff_id: int
    text: str


def look_up_orders(connection: Connection, asked: Asked, now: int) -> FoundOrders | WireError:
    """``now`` is the hub's clock in UTC milliseconds; it stands in the reply as the time of the answer."""
    view = StateView(Rows(connection))
    act = Act("", PERMISSION, None, asked.staff_id, asked.place_id, "")
    if not may(view, act, PERMISSION, now):
        return WireError(number=WireErrorNumber.SCOPE_NOT_ALLOWED, now=now)
    typed = clean_text(asked.text, LONGEST_QUERY)
    if len(typed) < SHORTEST:
        return WireError(number=WireErrorNumber.UNREADABLE, detail="too little to look for", now=now)
    found = search_orders(connection, typed, MOST + 1)
    return FoundOrders(now=now, orders=[_told(one) for one in found[:MOST]], more=len(found) > MOST)


def _told(found: HubOrder) -> FoundOrder:
    order = found.order
    return FoundOrder(
        order_id=order.id,
        number=order.number,
        channel_id=order.channel_id,
        state=order.state,
        payment_state=order.payment_state,
        placed_at=order.placed_at,
        total=order.total,
        currency=order.currency,
        name=clean_text(found.name, NAME_SHOWN),
        phone_tail=found.phone_digits[-3:],
        parts=[
            FoundPart(
                place_id=part.place_id, state=part.state, promised_at=part.promised_at, last_day=part.last_day
            )
            for part in found.parts
        ],
    )
