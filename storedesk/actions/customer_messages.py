"""What customers are told: put down with the act that makes it so, minded by the hub, never by a desk."""

from storedesk.actions.action import Act, State
from storedesk.actions.chain_setting import setting
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain import pickup_state
from storedesk.domain.changes import Absent, Change
from storedesk.domain.customer_message import (
    DROPPED,
    FAILED,
    LAST_DAY,
    MOST_TRIES,
    SENDING,
    SENT,
    UNKNOWN,
    WAITING,
    by_day,
    is_true,
    next_try_at,
    reminder_at,
)
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Channel, Fulfilment, Message, Order, Place
from storedesk.domain.wall_clock import NotALocalDay, zone_named

HUB, PLATFORM, US = "hub", "platform", "us"
MESSAGE = 40_000
"""The number of an act's message among what it creates: only the hub makes it, and nothing else may shift by it."""
TASK = "ring_customer"


def told_by_setting(channel_code: str, kind: str) -> str:
    """The name of the setting that says who tells customers of a channel: ``platform`` or ``us``."""
    return f"told_by:{channel_code}:{kind}"


def sender(state: State, kind: str, place_id: int, channel_id: int) -> str:
    """Who tells customers of a channel this kind of thing: the hub, or the channel's own platform."""
    channel = row_or_none(state, Channel, channel_id)
    chosen = "" if channel is None else setting(state, place_id, told_by_setting(channel.code, kind))
    if chosen:
        return HUB if chosen == US else PLATFORM
    return setting(state, place_id, f"message.{kind}.{channel_id}", PLATFORM)


def tell_customer(effects: Effects, row: Fulfilment, kind: str, about: str, due_at: int) -> None:
    """Only the hub tells, once for each kind and what it is about, and not where the platform does."""
    state = effects.state
    order = row_or_none(state, Order, row.order_id) if state.is_central else None
    place = None if order is None else row_or_none(state, Place, row.place_id)
    if order is None or place is None or sender(state, kind, row.place_id, order.channel_id) != HUB:
        return
    message_id = effect_id(effects.act.id, MESSAGE)
    if not isinstance(state.get(Message, message_id), Absent):
        return
    due_at = by_day(due_at, zone_named(place.zone))
    effects.insert(
        Message(
            message_id,
            row.order_id,
            row.id,
            row.place_id,
            kind,
            about,
            WAITING,
            effects.at,
            due_at,
            0,
            None,
            "",
        )
    )


def remind_of_last_day(state: State, fulfilment_id: str, heard_at: int, now: int) -> tuple[Change, ...]:
    """A day before the last one, once every desk of the place has been heard of after that moment: goods that were
    handed over without a line are not asked for. ``heard_at`` in UTC ms."""
    row = row_or_none(state, Fulfilment, fulfilment_id)
    place = None if row is None else row_or_none(state, Place, row.place_id)
    if row is None or place is None or row.state != pickup_state.READY:
        return ()
    try:
        due_at = reminder_at(row.last_day, zone_named(place.zone))
    except NotALocalDay:
        return ()
    if not due_at <= now < due_at + 36 * 3_600_000 or heard_at <= due_at or (row.ready_at or 0) > due_at:
        return ()
    effects = _by_itself(state, f"{row.id} {row.last_day}", row.place_id, now)
    tell_customer(effects, row, LAST_DAY, row.last_day, now)
    return tuple(effects.changes)


def take_up(state: State, message_id: str, now: int) -> tuple[Change, ...]:
    """The attempt is put down before it is made; what is true no more is dropped instead."""
    row = row_or_none(state, Message, message_id)
    if row is None or row.state != WAITING or row.due_at > now:
        return ()
    effects = _by_itself(state, row.id, row.place_id, now)
    if not is_true(row, row_or_none(state, Fulfilment, row.fulfilment_id)):
        effects.set(row, state=DROPPED, why="no_longer_true")
        effects.note(row.order_id, "message_dropped", {"message": row.kind})
    else:
        effects.set(row, state=SENDING, tries=row.tries + 1, tried_at=now)
    return tuple(effects.changes)


def went_out(state: State, message_id: str, now: int) -> tuple[Change, ...]:
    row = row_or_none(state, Message, message_id)
    if row is None or row.state != SENDING:
        return ()
    effects = _by_itself(state, f"{row.id} sent", row.place_id, now)
    effects.set(row, state=SENT)
    effects.note(row.order_id, "message_sent", {"message": row.kind})
    return tuple(effects.changes)


def not_reached(state: State, message_id: str, why: str, now: int) -> tuple[Change, ...]:
    """Certainly not sent: tried again later, given up after ``MOST_TRIES``."""
    row = row_or_none(state, Message, message_id)
    if row is None or row.state != SENDING:
        return ()
    if row.tries >= MOST_TRIES:
        return not_sent(state, message_id, FAILED, why, now)
    effects = _by_itself(state, row.id, row.place_id, now)
    effects.set(row, state=WAITING, due_at=next_try_at(row.tries, now), why=why)
    return tuple(effects.changes)


def not_sent(state: State, message_id: str, end: str, why: str, now: int) -> tuple[Change, ...]:
    """``end`` is failed, or unknown where it may have gone out: shown to people, never sent again by itself."""
    row = row_or_none(state, Message, message_id)
    if row is None or row.state not in (SENDING, WAITING) or end not in (FAILED, UNKNOWN):
        return ()
    effects = _by_itself(state, f"{row.id} {end}", row.place_id, now)
    effects.set(row, state=end, why=why)
    effects.note(row.order_id, f"message_{end}", {"message": row.kind})
    pickup = row_or_none(state, Fulfilment, row.fulfilment_id)
    if is_true(row, pickup):
        facts = {"order": "" if pickup is None else pickup.order_number, "reason": why, "state": end}
        effects.task(TASK, row.place_id, facts, row.order_id, row.fulfilment_id)
    return tuple(effects.changes)


def _by_itself(state: State, name: str, place_id: int, now: int) -> Effects:
    return Effects(state, Act(derived_id("message step", name), "", None, 0, place_id, ""), now)
