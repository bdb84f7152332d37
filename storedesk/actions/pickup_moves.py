"""A customer wants another store, or somebody else to collect: asked for here, decided centrally."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.free_stock import free_at
from storedesk.actions.not_collected import ask_to_put_back, outstanding
from storedesk.actions.pickup_shelf_args import MovePickupToStore
from storedesk.actions.pickup_work import open_quantity, require_state
from storedesk.actions.reading import need
from storedesk.domain import pickup_state
from storedesk.domain.opening_hours import OpeningHours, add_days
from storedesk.domain.reasons import NotAStore, NotEnoughThere
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, OrderRequest, Person, Place

MOVABLE = (
    pickup_state.NEW,
    pickup_state.CLAIMED,
    pickup_state.PICKING,
    pickup_state.INBOUND,
    pickup_state.ARRIVED,
    pickup_state.STAGED,
    pickup_state.READY,
)
PROMISE_MINUTES = 120
"""Opening minutes in which the other store has it ready."""

KEPT_DAYS = 7


def begin_move(state: State, act: Act, at: int) -> None:
    _checked(state, act)


def move(state: State, act: Act, at: int, now: int) -> Accepted:
    """A desk only asks. Centrally the other store gets the pickup if it has the goods, and here they go back."""
    row, target = _checked(state, act)
    effects = Effects(state, act, at)
    moved = state.is_central
    facts = {"from": row.place_id, "to": target.id}
    write_request(effects, row, "move", {"place": row.place_id}, {"place": target.id}, moved)
    effects.note(row.order_id, "pickup_moved" if moved else "pickup_move_asked", facts)
    if moved:
        lines = _still_wanted(state, row)
        _refuse_without_stock(state, target.id, lines, now)
        new = _at_the_other_store(effects, row, target, lines, now)
        _end_here(effects, row)
        _take_names_along(effects, row, new)
    return effects.accepted()


def write_request(
    effects: Effects,
    row: Fulfilment,
    kind: str,
    seen: dict[str, int | str],
    wanted: dict[str, int | str],
    decided: bool,
    reason: str = "",
) -> OrderRequest:
    """What was asked for, with what was seen; ``reason`` is why it was refused."""
    act, at = effects.act, effects.at
    saw, wants = (msgspec.json.encode(part, order="sorted").decode() for part in (seen, wanted))
    state = "asked" if not decided else "refused" if reason else "accepted"
    request: OrderRequest = effects.insert(
        OrderRequest(
            effects.new_id(), row.order_id, row.place_id, kind, saw, wants, state, reason, at, act.staff_id,
            act.desk, at if decided else None,
        )
    )  # fmt: skip
    return request


def _checked(state: State, act: Act) -> tuple[Fulfilment, Place]:
    args: MovePickupToStore = act.args
    row = need(state, Fulfilment, args.fulfilment_id)
    require_state(row, MOVABLE, pickup_state.OTHER_STORE)
    target = need(state, Place, args.place_id)
    if target.kind != "store" or target.id == row.place_id:
        raise Refusal(NotAStore(target.id))
    return row, target


def _still_wanted(state: State, row: Fulfilment) -> list[tuple[FulfilmentLine, int]]:
    """The lines with what the customer still waits for."""
    lines = state.among(FulfilmentLine, fulfilment_id=row.id)
    wanted = ((line, line.ordered - line.cancelled - line.collected - line.refunded) for line in lines)
    return [(line, quantity) for line, quantity in wanted if quantity > 0]


def _refuse_without_stock(
    state: State, place_id: int, lines: list[tuple[FulfilmentLine, int]], now: int
) -> None:
    totals: dict[int, int] = {}
    for line, quantity in lines:
        totals[line.variant_id] = totals.get(line.variant_id, 0) + quantity
    for variant, quantity in sorted(totals.items()):
        free = free_at(state, place_id, variant, now)
        if free < quantity:
            raise Refusal(NotEnoughThere(place_id, quantity, free))


def _at_the_other_store(
    effects: Effects, row: Fulfilment, target: Place, lines: list[tuple[FulfilmentLine, int]], now: int
) -> Fulfilment:
    """A new pickup there. Its code is not known centrally, so that an ID is asked for until there is one."""
    hours = OpeningHours.from_text(target.zone, target.weekly, target.exceptions)
    promised = hours.add_opening_minutes(now, PROMISE_MINUTES)
    new: Fulfilment = effects.insert(
        row._replace(
            id=effects.new_id(),
            place_id=target.id,
            state=pickup_state.NEW,
            promised_at=promised,
            last_day=max(row.last_day, add_days(hours.local_day(promised), KEPT_DAYS)),
            claimed_by=None,
            claimed_desk="",
            claimed_at=None,
            ready_at=None,
            ended_at=None,
            code_hash="",
            wrong_codes=0,
            changed_at=effects.at,
            expected_at=None,
        )
    )
    for line, quantity in lines:
        effects.insert(FulfilmentLine(new.id, line.line, line.variant_id, quantity, 0, 0, 0, "", 0, 0, 0))
        effects.release(target.id, line.variant_id, -quantity)
    return new


def _end_here(effects: Effects, row: Fulfilment) -> None:
    """What is in no bin is free at once; what was picked is free once it is back on its shelf."""
    for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id):
        effects.release(row.place_id, line.variant_id, open_quantity(line))
    ended = effects.set(row, state=pickup_state.OTHER_STORE, ended_at=effects.at, changed_at=effects.at)
    lines = effects.state.among(FulfilmentLine, fulfilment_id=row.id)
    if any(outstanding(line) for line in lines):
        ask_to_put_back(effects, ended)


def _take_names_along(effects: Effects, row: Fulfilment, new: Fulfilment) -> None:
    """The other store may hold the names; this one no longer, unless it has more of the order or handed some out."""
    state = effects.state
    still = any(
        other.id != row.id and other.place_id == row.place_id
        for other in state.among(Fulfilment, order_id=row.order_id)
    ) or bool(state.among(Handover, fulfilment_id=row.id))
    old, to = str(row.place_id), str(new.place_id)
    for person in state.among(Person, order_id=row.order_id):
        if person.holder != old:
            continue
        if still:
            effects.insert(person._replace(id=effects.new_id(), holder=to))
        else:
            effects.set(person, holder=to)
