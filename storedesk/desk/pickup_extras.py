"""What a pickup may have besides its records: swaps, changes asked for, and whether items are checked here."""

from dataclasses import dataclass, field

import msgspec

from storedesk.actions.action import State
from storedesk.actions.chain_setting import setting
from storedesk.actions.pickup_swap import alike
from storedesk.actions.reading import row_or_none
from storedesk.actions.ready_unchecked import ITEM_CHECKS, OFF
from storedesk.desk.pickup_views import AskedView, SwapView
from storedesk.domain import pickup_state
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import OrderRequest, Person, Place, Product
from storedesk.storage.read_records import PickupDetailRecord


@dataclass(frozen=True, slots=True)
class PickupExtras:
    """``swaps`` by line; ``asked`` are the changes that nobody has decided yet."""

    swaps: dict[int, tuple[SwapView, ...]] = field(default_factory=dict)
    item_checks: bool = True
    asked: tuple[AskedView, ...] = ()


def pickup_extras(state: State, detail: PickupDetailRecord, now: int) -> PickupExtras:
    """``state`` are the desk's rows as actions see them, ``now`` in UTC milliseconds."""
    row = detail.pickup.fulfilment
    in_work = row.state in (*pickup_state.PICKABLE, pickup_state.STAGED)
    swaps = {}
    for record in detail.lines if in_work else ():
        line = record.line
        if line.ordered - line.cancelled - line.picked - line.short > 0:
            swaps[line.line] = _swaps(state, detail, record.line.line, now)
    return PickupExtras(
        swaps=swaps,
        item_checks=setting(state, row.place_id, ITEM_CHECKS) != OFF,
        asked=tuple(
            _asked(state, request)
            for request in state.among(OrderRequest, order_id=row.order_id)
            if request.state == "asked" and request.kind in ("move", "collector")
        ),
    )


def exchanges(state: State, detail: PickupDetailRecord, now: int) -> dict[int, tuple[SwapView, ...]]:
    """By line that stands ready, what may go out instead of a refused unit; empty where nothing may."""
    ready = [one.line.line for one in detail.lines if one.line.staged > one.line.collected]
    return {number: _swaps(state, detail, number, now) for number in ready}


def _swaps(state: State, detail: PickupDetailRecord, number: int, now: int) -> tuple[SwapView, ...]:
    record = next(one for one in detail.lines if one.line.line == number)
    views = []
    for variant, free in alike(state, detail.pickup.fulfilment, record.line, now):
        product = row_or_none(state, Product, variant.product_id)
        name = clean_text(product.name if product else variant.name, NAME_SHOWN)
        views.append(SwapView(variant.id, name, variant.colour, variant.size, free, variant.unit))
    return tuple(views)


def _asked(state: State, request: OrderRequest) -> AskedView:
    """The store's or the person's name; empty where this desk does not hold it."""
    try:
        wanted = msgspec.json.decode(request.wanted, type=dict[str, int | str])
    except msgspec.MsgspecError:
        wanted = {}
    if request.kind == "move":
        place = row_or_none(state, Place, wanted.get("place", 0))
        return AskedView("move", clean_text(place.name, NAME_SHOWN) if place else "")
    person = row_or_none(state, Person, wanted.get("person", ""))
    return AskedView("collector", clean_text(person.name, NAME_SHOWN) if person else "")
