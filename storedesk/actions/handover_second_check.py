"""The second check of a handover without a line: wanted above a value or after long silence, by whom it is given."""

from typing import NamedTuple

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


class Given(NamedTuple):
    """What was done beside looking at the goods; ``is_coded`` for a genuine code of the customer."""

    is_coded: bool
    id_document: str
    checked_by: int | None
    last_contact: int | None
    word: str


def refuse_without_second_check(state: State, act: Act, row: Fulfilment, at: int) -> None:
    args: HandOver = act.args
    order = row_or_none(state, Order, row.order_id)
    given = Given(
        args.proof in GENUINE_CODES, args.id_document, args.checked_by, args.last_contact, args.word
    )
    refuse_unchecked(state, act, row.order_number, 0 if order is None else order.total, given, at)


def refuse_unchecked(state: State, act: Act, number: str, value: int, given: Given, at: int) -> None:
    """A supervisor's own handover, the PIN of one, an ID beside a genuine code, or the words of the day."""
    why = second_check_reason(value, value_limit(state, act.place_id), given.last_contact, at)
    if not why or (given.is_coded and given.id_document):
        return
    if is_supervisor(state, act, given.checked_by, at) or is_supervisor(state, act, act.staff_id, at):
        return
    if not (given.word and _is_word_of_day(state, act.place_id, number, given.word, at)):
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


def local_day(state: State, place_id: int, at: int) -> str:
    """The date of a place at a time, ISO; empty where the place is not known."""
    place = row_or_none(state, Place, place_id)
    if place is None:
        return ""
    return OpeningHours.from_text(place.zone, place.weekly, place.exceptions).local_day(at)


def _is_word_of_day(state: State, place_id: int, number: str, typed: str, at: int) -> bool:
    key, day = row_or_none(state, WordKey, place_id), local_day(state, place_id, at)
    return key is not None and bool(day) and words_match(bytes.fromhex(key.key), number, day, typed)
