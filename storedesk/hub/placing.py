"""What the hub knows beside the rows when it routes: the buyer's wish, and what each place sends today."""

from collections.abc import Mapping

from storedesk.actions.action import State
from storedesk.actions.incoming_order import Wish
from storedesk.actions.routing_facts import hours_of
from storedesk.actions.send_home import SHIP
from storedesk.domain.pickup_state import CANCELLED, REJECTED, REROUTED
from storedesk.domain.records import Channel, Fulfilment, Order, Place, Setting
from storedesk.domain.routing_rules import COLLECTED, SENT, SETTING
from storedesk.domain.wall_clock import MINUTE_MS
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import StoredWish, parcels_promised, wishes_of
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

DAY_MS = 24 * 60 * MINUTE_MS


def wish_of(connection: Connection, order_id: str) -> Wish | None:
    """How the buyer wants an order that came by a channel."""
    stored = wishes_of(connection, [order_id]).get(order_id)
    return None if stored is None else wish_from(stored)


def wish_from(stored: StoredWish) -> Wish:
    return Wish(stored.channel, stored.group, stored.delivery, stored.place_id, stored.gone)


def wish_by_parts(state: State, order: Order) -> Wish:
    """For an order that was made here: as its parts leave."""
    parts = [
        part
        for part in state.among(Fulfilment, order_id=order.id)
        if part.state not in (CANCELLED, REJECTED, REROUTED)
    ]
    channel = state.get(Channel, order.channel_id)
    code = channel.code if isinstance(channel, Channel) else ""
    collected = next((part for part in parts if part.kind != SHIP), None)
    delivery = SENT if collected is None else COLLECTED
    return Wish(code, "", delivery, None if collected is None else collected.place_id, {})


def parcels_today(connection: Connection, now: int, rules: str | None = None) -> Mapping[int, int]:
    """By place; empty where no rule of those in use, or of ``rules``, asks for it. A part is promised a day after it
    was made."""
    rows = Rows(connection)
    setting = rows.get("setting", (0, SETTING))
    text = rules if rules is not None else "" if setting is None else _text(setting.row)
    if '"daily"' not in text:
        return {}
    since = min((day_began(place, now) for place in StateView(rows).among(Place)), default=now)
    return parcels_promised(connection, SHIP, since + DAY_MS)


def _text(row: Setting) -> str:
    return row.value


def day_began(place: Place, now: int) -> int:
    """The place's midnight (UTC ms)."""
    hours = hours_of(place)
    if hours is None:
        return now - DAY_MS
    hour, minute = hours.local_clock(now).split(":")
    return now - (int(hour) * 60 + int(minute)) * MINUTE_MS - now % MINUTE_MS
