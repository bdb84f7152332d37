"""Until which day goods of an order may come back, and who may take them back after it."""

from storedesk.actions.action import Act, State
from storedesk.actions.chain_setting import setting
from storedesk.actions.handover_second_check import local_day
from storedesk.actions.reading import row_or_none
from storedesk.actions.rights import is_supervisor
from storedesk.domain.pickup_state import COLLECTED, PARTLY_COLLECTED, SHIP_HOME
from storedesk.domain.reasons import Reason, ReturnTooLate
from storedesk.domain.records import Fulfilment, Order
from storedesk.domain.wall_clock import add_days

RETURN_DAYS = "return.days"
"""The setting of a place or the chain: calendar days after the customer got the goods."""
USUAL_DAYS, MOST_DAYS = 30, 3650


def return_days(state: State, place_id: int) -> int:
    """The usual number where nothing or no sensible number is set."""
    text = setting(state, place_id, RETURN_DAYS)
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else USUAL_DAYS
    return min(days, MOST_DAYS)


def last_return_day(state: State, order_id: str, place_id: int) -> str:
    """The local date at the place, ISO; empty while part of it is still being collected, or where the order is
    not known here. It counts from the last part that the customer got, else from the order."""
    order = row_or_none(state, Order, order_id)
    parts = state.among(Fulfilment, order_id=order_id)
    if order is None or any(part.state == PARTLY_COLLECTED for part in parts):
        return ""
    got = [part.ended_at for part in parts if part.state in (COLLECTED, SHIP_HOME) and part.ended_at]
    day = local_day(state, place_id, max(got, default=order.placed_at))
    return add_days(day, return_days(state, place_id)) if day else ""


def too_late(state: State, act: Act, order_id: str, checked_by: int | None, at: int) -> Reason | None:
    """Why these goods are not taken back; None before the last day has ended or with a supervisor's yes."""
    last_day = last_return_day(state, order_id, act.place_id)
    if not last_day or local_day(state, act.place_id, at) <= last_day:
        return None
    if is_supervisor(state, act, act.staff_id, at) or is_supervisor(state, act, checked_by, at):
        return None
    return ReturnTooLate(last_day)
