"""A customer wants to collect in another store: asked for by any desk, decided centrally."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import end_part, free_at, new_part, wanted
from storedesk.actions.pickup_shelf_args import MovePickupToStore
from storedesk.actions.pickup_work import require_state
from storedesk.actions.reading import need
from storedesk.domain import pickup_state
from storedesk.domain.opening_hours import OpeningHours, add_days
from storedesk.domain.place_of_work import STORE
from storedesk.domain.reasons import NotAStore, NotEnoughThere, NothingWanted
from storedesk.domain.records import Address, Fulfilment, FulfilmentLine, OrderRequest, Person, Place

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
    if moved:
        _refuse_without_stock(state, row, target.id, now)
    write_request(effects, row, "move", str(row.place_id), {"place": target.id})
    facts = {"from": row.place_id, "to": target.id}
    effects.note(row.order_id, "pickup_moved" if moved else "pickup_move_asked", facts)
    if moved:
        _promise(effects, new_part(effects, row, target.id, row.kind), target, now)
        end_part(effects, row, pickup_state.OTHER_STORE)
        _take_names_along(effects, row, target.id)
    return effects.accepted()


def write_request(
    effects: Effects,
    row: Fulfilment,
    kind: str,
    seen: str,
    wants: dict[str, int | str],
    reason: str = "",
    found: str = "",
) -> OrderRequest:
    """What was asked for, with what was seen; decided at the hub, where ``reason`` is why it was refused and
    ``found`` what stood against it."""
    act, at, decided = effects.act, effects.at, effects.state.is_central
    state = "asked" if not decided else "refused" if reason else "accepted"
    text = msgspec.json.encode({"fulfilment": row.id, **wants}, order="sorted").decode()
    request: OrderRequest = effects.insert(
        OrderRequest(
            effects.new_id(), row.order_id, act.place_id, kind, seen, text, state, reason, at, act.staff_id,
            act.desk, at if decided else None, found,
        )
    )  # fmt: skip
    return request


def names_stay(state: State, row: Fulfilment) -> bool:
    """Whether the place of a part that leaves it has another part of the order."""
    parts = state.among(Fulfilment, order_id=row.order_id)
    return any(part.id != row.id and part.place_id == row.place_id for part in parts)


def _checked(state: State, act: Act) -> tuple[Fulfilment, Place]:
    args: MovePickupToStore = act.args
    row = need(state, Fulfilment, args.fulfilment_id)
    require_state(row, MOVABLE, pickup_state.OTHER_STORE)
    target = need(state, Place, args.place_id)
    if target.kind != STORE or target.id == row.place_id:
        raise Refusal(NotAStore(target.id))
    if not any(map(wanted, state.among(FulfilmentLine, fulfilment_id=row.id))):
        raise Refusal(NothingWanted())
    return row, target


def _refuse_without_stock(state: State, row: Fulfilment, place_id: int, now: int) -> None:
    totals: dict[int, int] = {}
    for line in state.among(FulfilmentLine, fulfilment_id=row.id):
        totals[line.variant_id] = totals.get(line.variant_id, 0) + wanted(line)
    for variant, quantity in sorted(totals.items()):
        free = max(0, free_at(state, place_id, variant, now))
        if free < quantity:
            raise Refusal(NotEnoughThere(place_id, quantity, free))


def _promise(effects: Effects, part: Fulfilment, target: Place, now: int) -> None:
    """By the other store's own calendar."""
    hours = OpeningHours.from_text(target.zone, target.weekly, target.exceptions)
    promised = hours.add_opening_minutes(now, PROMISE_MINUTES)
    last_day = max(part.last_day, add_days(hours.local_day(promised), KEPT_DAYS))
    effects.set(part, promised_at=promised, last_day=last_day, expected_at=None)


def _take_names_along(effects: Effects, row: Fulfilment, place_id: int) -> None:
    """The other store may hold the names; this one no longer, unless it has more of the order."""
    state = effects.state
    old, to, still = str(row.place_id), str(place_id), names_stay(state, row)
    rows: list[Person | Address] = [*state.among(Person, order_id=row.order_id)]
    rows += state.among(Address, order_id=row.order_id)
    for one in rows:
        if one.holder != old:
            continue
        if still:
            effects.insert(one._replace(id=effects.new_id(), holder=to))
        else:
            effects.set(one, holder=to)
