"""The second check of a handover without a line: wanted above a value or after long silence, by whom it is given."""

from storedesk.actions.action import Act, Refusal, State
from storedesk.actions.pickup_args import HandOver
from storedesk.actions.reading import row_or_none
from storedesk.actions.rights import is_supervisor
from storedesk.domain.one_time_word import words_match
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.reasons import SecondCheckNeeded
from storedesk.domain.records import Fulfilment, Order, Place, Setting, WordKey
from storedesk.domain.second_check import GENUINE_CODES, second_check_reason

VALUE_LIMIT = "handover.second_check_above"
"""The setting of a place or the chain: money in 1/10,000 of the place's currency; absent for no limit."""


def refuse_without_second_check(state: State, act: Act, row: Fulfilment, at: int) -> None:
    """A supervisor's own handover, the PIN of one, an ID beside a genuine code, or the words of the day."""
    args: HandOver = act.args
    order = row_or_none(state, Order, row.order_id)
    value = 0 if order is None else order.total
    why = second_check_reason(value, value_limit(state, row.place_id), args.last_contact, at)
    if not why or (args.proof in GENUINE_CODES and args.id_document):
        return
    if is_supervisor(state, act, args.checked_by, at) or is_supervisor(state, act, act.staff_id, at):
        return
    if not (args.word and _is_word_of_day(state, row, args.word, at)):
        raise Refusal(SecondCheckNeeded(why))


def value_limit(state: State, place_id: int) -> int | None:
    """Above which value a place wants a second check while the line is down; None for no limit."""
    for place in (place_id, 0):
        row = row_or_none(state, Setting, place, VALUE_LIMIT)
        if row is not None:
            return limit_from(row.value)
    return None


def limit_from(text: str) -> int | None:
    """The limit a setting states; what is no whole number is no limit."""
    return int(text) if text.isascii() and text.isdigit() else None


def _is_word_of_day(state: State, row: Fulfilment, typed: str, at: int) -> bool:
    key, place = row_or_none(state, WordKey, row.place_id), row_or_none(state, Place, row.place_id)
    if key is None or place is None:
        return False
    day = OpeningHours.from_text(place.zone, place.weekly, place.exceptions).local_day(at)
    return words_match(bytes.fromhex(key.key), row.order_number, day, typed)
