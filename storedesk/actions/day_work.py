"""Opening a place's day, changing shifts and closing: entries of the day, claims that pass or lapse."""

from collections.abc import Iterator
from typing import Any

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.day_args import ChangeShift, CloseDay, OpenDay
from storedesk.actions.effects import Effects
from storedesk.actions.rights import staff_at
from storedesk.actions.shelf_scan import compare_shelf
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.reasons import UnknownRecord, WrongState
from storedesk.domain.records import DayEntry, Fulfilment, FulfilmentLine

OPENED, SHIFT_CHANGED, CLOSED = "opened", "shift_changed", "closed"


def day_state(state: State, place_id: int, day: str) -> str:
    """``opened``, ``closed`` or empty, by the last such entry of a local date."""
    entries = sorted(
        state.among(DayEntry, place_id=place_id, day=day), key=lambda entry: (entry.at, entry.id)
    )
    return next((entry.kind for entry in reversed(entries) if entry.kind != SHIFT_CHANGED), "")


def begin_open(state: State, act: Act, at: int) -> None:
    """A day is opened once; after a closing it may be opened again."""
    args: OpenDay = act.args
    if day_state(state, act.place_id, args.day) == OPENED:
        raise Refusal(WrongState(OPENED, OPENED))


def begin_change(state: State, act: Act, at: int) -> None:
    args: ChangeShift = act.args
    if day_state(state, act.place_id, args.day) == CLOSED:
        raise Refusal(WrongState(CLOSED, SHIFT_CHANGED))


def begin_close(state: State, act: Act, at: int) -> None:
    args: CloseDay = act.args
    if day_state(state, act.place_id, args.day) == CLOSED:
        raise Refusal(WrongState(CLOSED, CLOSED))


def open_day(state: State, act: Act, at: int, now: int) -> Accepted:
    """Two desks that open the same day apart are both kept: nothing is lost by it."""
    effects = Effects(state, act, at)
    _enter(effects, OPENED, act.args, {})
    return effects.accepted()


def change_shift(state: State, act: Act, at: int, now: int) -> Accepted:
    """The claims of who leaves pass to somebody with rights here, or are given back."""
    args: ChangeShift = act.args
    if args.to is not None and staff_at(state, act.place_id, args.to, at) is None:
        raise Refusal(UnknownRecord("staff"))
    effects = Effects(state, act, at)
    claims = [row for row in _claims(state, act, at) if row.claimed_by == args.leaving]
    for row in claims:
        if args.to is None:
            _give_back(effects, row)
        elif args.to != args.leaving:
            effects.set(row, claimed_by=args.to, claimed_desk=act.desk, claimed_at=at, changed_at=at)
            effects.note(row.order_id, "claim_passed", {"to": args.to})
    facts = {"leaving": args.leaving, "to": args.to or 0, "claims": len(claims)}
    _enter(effects, SHIFT_CHANGED, args, facts)
    return effects.accepted()


def close_day(state: State, act: Act, at: int, now: int) -> Accepted:
    """Claims lapse, and what the shelf scan found otherwise becomes tasks."""
    args: CloseDay = act.args
    effects = Effects(state, act, at)
    claims = list(_claims(state, act, at))
    for row in claims:
        _give_back(effects, row)
    found = compare_shelf(effects, args.seen)
    _enter(effects, CLOSED, args, {"lapsed": len(claims), **found})
    return effects.accepted()


def _claims(state: State, act: Act, at: int) -> Iterator[Fulfilment]:
    """The claims of the place as they stood at the time of the act; later ones are let alone."""
    for name in ("claimed", "picking"):
        for row in state.among(Fulfilment, place_id=act.place_id, state=name):
            if row.claimed_by is not None and (row.claimed_at or 0) <= at:
                yield row


def _give_back(effects: Effects, row: Fulfilment) -> None:
    """Back to new while nothing is picked; else anybody goes on from where it is."""
    picked = any(line.picked for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id))
    effects.set(
        row,
        state="picking" if picked else "new",
        claimed_by=None,
        claimed_desk="",
        claimed_at=None,
        changed_at=effects.at,
    )
    effects.note(row.order_id, "claim_given_back")


def _enter(effects: Effects, kind: str, args: Any, facts: dict[str, int]) -> None:
    refuse_personal_number(args.note, "note")
    act, text = effects.act, msgspec.json.encode(facts, order="sorted").decode()
    effects.insert(
        DayEntry(
            effects.new_id(),
            act.place_id,
            kind,
            args.day,
            effects.at,
            act.desk,
            act.staff_id,
            args.note,
            text,
        )
    )
