"""A pickup whose goods another place brings: what is reserved there, comes, does not come, or is called off."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from storedesk.actions.action import State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.pickup_state import ARRIVED, INBOUND, REJECTED
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, Task, Transfer, TransferLine

ASKED_TASK = "transfer_asked"
REFUSED, NOT_SENT, NOT_ARRIVED = "refused", "not_sent", "not_arrived"
BY_SOURCE = frozenset({REFUSED, NOT_SENT})
"""Why a line is short where the place that should bring it did not."""
MOST_ARTICLES = 12
"""More do not go into one transfer."""
_STOPPED = frozenset({"refused", "cancelled"})
_LONGEST_NUMBER = 30


def is_brought(part: Fulfilment) -> bool:
    """Whether goods of it are still to come from another place."""
    return part.state == INBOUND and part.source_id != 0


def coming(line: FulfilmentLine) -> int:
    """What of a line has neither come nor been given up, while it is brought."""
    return max(0, line.ordered - line.cancelled - line.picked - line.short)


def ask_for_goods(effects: Effects, part: Fulfilment, goods: Mapping[int, int]) -> None:
    """Reserves ``goods`` (smallest steps by article) at the place that brings them, and asks it for them."""
    articles = sorted(goods.items())
    made = _transfers_of_order(effects.state, part)
    for number, start in enumerate(range(0, len(articles), MOST_ARTICLES), made + 1):
        some = articles[start : start + MOST_ARTICLES]
        row = effects.insert(
            Transfer(
                effects.new_id(), f"{part.order_number[:_LONGEST_NUMBER]}-T{number}", part.source_id,
                part.place_id, "asked", "", part.id, effects.at, effects.act.staff_id, effects.act.desk,
                part.expected_at, None, None, "", effects.at,
            )
        )  # fmt: skip
        for variant, quantity in some:
            effects.insert(TransferLine(row.id, variant, quantity, 0, 0, quantity))
            effects.release(part.source_id, variant, -quantity)
        facts = {"number": row.number, "transfer": row.id, "order": part.order_number}
        effects.task(ASKED_TASK, part.source_id, facts, part.order_id, part.id)
    effects.note(part.order_id, "goods_asked", {"from": part.source_id, "to": part.place_id})


def release_reserved(effects: Effects, row: Transfer, line: TransferLine, kept: int = 0) -> None:
    """Frees at the place that sends what a line has reserved, but for ``kept`` that go on as another transfer."""
    effects.release(row.from_id, line.variant_id, max(0, line.reserved - kept))


def close_asked(effects: Effects, row: Transfer, answer: str) -> None:
    """The place that was asked need not answer any more."""
    by, at = effects.act.staff_id, effects.at
    for state in ("open", "waiting"):
        for task in effects.state.among(Task, place_id=row.from_id, state=state):
            if task.kind == ASKED_TASK and msgspec.json.decode(task.facts).get("transfer") == row.id:
                effects.set(task, state="answered", answer=answer, answered_by=by, answered_at=at)


def call_off_all(effects: Effects, part: Fulfilment) -> None:
    """The part has ended: what has not left is free again, and nobody need send it."""
    for row in _not_sent(effects.state, part):
        for line in effects.state.among(TransferLine, transfer_id=row.id):
            release_reserved(effects, row, line)
            effects.set(line, reserved=0)
        effects.set(row, state="cancelled", changed_at=effects.at)
        close_asked(effects, row, "no_longer")


def at_place(part: Fulfilment, line: FulfilmentLine, quantity: int) -> int:
    """How much of ``quantity`` cut from a line is reserved at the part's own place."""
    return max(0, quantity - coming(line)) if is_brought(part) else quantity


def settle_cut(effects: Effects, part: Fulfilment, cuts: Mapping[int, int]) -> Fulfilment:
    """The part after ``cuts`` (smallest steps by line): fewer are asked for; it has arrived if nothing comes now."""
    if not is_brought(part):
        return part
    lines = _lines(effects.state, part)
    less: dict[int, int] = {}
    for number, quantity in cuts.items():
        variant = lines[number].variant_id
        less[variant] = less.get(variant, 0) + min(quantity, coming(lines[number]))
    picked = any(line.picked for line in lines.values())
    if _call_off(effects, part, less) or not picked:
        return part
    after: Fulfilment = effects.set(part, state=ARRIVED, changed_at=effects.at)
    return after


def gave_back(state: State, part: Fulfilment) -> set[int]:
    """The places that will not be asked again for what a rejected part was about."""
    if not part.source_id:
        return {part.place_id}
    reasons = {line.short_reason for line in state.among(FulfilmentLine, fulfilment_id=part.id) if line.short}
    barred = {part.source_id} if reasons & BY_SOURCE else set[int]()
    return barred | ({part.place_id} if reasons - BY_SOURCE - {NOT_ARRIVED} else set())


def not_coming(
    effects: Effects, row: Transfer, missing: Mapping[int, int], reason: str, underway: Mapping[int, int]
) -> None:
    """Units that the place did not send; ``underway`` is what of the transfer does come, by article. Comes last in
    an act: a task for the other place is the hub's alone."""
    part = part_of(effects.state, row)
    if part is None or not is_brought(part):
        return
    lines, short = _lines(effects.state, part), _spread(missing)
    gone = 0
    for number, line in lines.items():
        units = short(line.variant_id, coming(line))
        gone += units
        if units:
            lines[number] = effects.set(line, short=line.short + units, short_reason=reason)
    if gone:
        effects.note(part.order_id, "goods_not_coming", {"from": row.from_id, "quantity": gone})
    _go_on(effects, part, lines, (row.id,), underway)


def came_in(
    effects: Effects, rows: Iterable[Transfer], arrived: Mapping[int, int], expected: Mapping[int, int]
) -> None:
    """Goods that stand at the part's place now are its customer's alone; what did not come is short. More than the
    customer waits for is to be put on its shelf. Comes last in an act."""
    transfers = tuple(rows)
    part = part_of(effects.state, transfers[0])
    if part is None:
        return
    waits = is_brought(part)
    lines = _lines(effects.state, part) if waits else {}
    came, short = _spread(arrived), _spread(_less(expected, arrived))
    taken = 0
    for number, line in lines.items():
        here = came(line.variant_id, coming(line))
        units = short(line.variant_id, coming(line) - here)
        effects.release(part.place_id, line.variant_id, -here)
        taken += here
        if here or units:
            reason = NOT_ARRIVED if units else line.short_reason
            lines[number] = effects.set(
                line, picked=line.picked + here, short=line.short + units, short_reason=reason
            )
    over = sum(arrived.values()) - taken
    if over > 0:
        facts = {"order": part.order_number, "quantity": over}
        effects.task("brought_too_much", part.place_id, facts, part.order_id, part.id)
    if waits:
        _go_on(effects, part, lines, tuple(row.id for row in transfers), {})


def part_of(state: State, row: Transfer) -> Fulfilment | None:
    return row_or_none(state, Fulfilment, row.fulfilment_id) if row.fulfilment_id else None


def awaited_transfers(state: State, part: Fulfilment) -> list[Transfer]:
    """What may still arrive, what has been sent first."""
    rows = [row for row in state.among(Transfer, fulfilment_id=part.id) if _is_awaited(row)]
    return sorted(rows, key=lambda row: (row.sent_at is None, row.number))


def _go_on(
    effects: Effects,
    part: Fulfilment,
    lines: Mapping[int, FulfilmentLine],
    done: tuple[str, ...],
    underway: Mapping[int, int],
) -> None:
    """The part after its lines have changed: it waits on, stands here, or is nothing that can be fulfilled.
    ``underway`` still comes of the transfers in ``done``."""
    on_way, asked = _still_to_come(effects.state, part, done, underway)
    left: dict[int, int] = {}
    for line in lines.values():
        left[line.variant_id] = left.get(line.variant_id, 0) + coming(line)
    less = {
        variant: asked[variant] - max(0, left.get(variant, 0) - on_way.get(variant, 0)) for variant in asked
    }
    goes_on = _call_off(effects, part, less, done) or any(underway.values())
    missing = sum(line.short for line in lines.values())
    if goes_on:
        effects.set(part, changed_at=effects.at)
    elif any(line.picked for line in lines.values()):
        effects.set(part, state=ARRIVED, changed_at=effects.at)
        effects.note(part.order_id, "goods_arrived", {"missing": missing})
    else:
        effects.set(part, state=REJECTED, ended_at=effects.at, changed_at=effects.at)
        if effects.state.is_central:
            facts = {"order": part.order_number}
            effects.task("customer_decision", part.place_id, facts, part.order_id, part.id)


def _call_off(
    effects: Effects, part: Fulfilment, less: Mapping[int, int], done: tuple[str, ...] = ()
) -> bool:
    """Asks for fewer, by article, what was asked for last first; whether anything is still to come after that."""
    left = _spread(less)
    rows = [row for row in awaited_transfers(effects.state, part) if row.id not in done]
    comes = any(row.sent_at is not None for row in rows)
    for row in reversed([one for one in rows if one.sent_at is None]):
        asked = 0
        for line in effects.state.among(TransferLine, transfer_id=row.id):
            units = left(line.variant_id, line.asked)
            freed = min(units, line.reserved)
            effects.release(row.from_id, line.variant_id, freed)
            effects.set(line, asked=line.asked - units, reserved=line.reserved - freed)
            asked += line.asked - units
        comes = comes or asked > 0
        if not asked:
            effects.set(row, state="cancelled", changed_at=effects.at)
            close_asked(effects, row, "no_longer")
    return comes


def _still_to_come(
    state: State, part: Fulfilment, done: tuple[str, ...], underway: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """What is on its way, beside ``underway``, and what is asked for of the part's other transfers, by article."""
    on_way = dict(underway)
    asked: dict[int, int] = {}
    for row in awaited_transfers(state, part):
        for line in () if row.id in done else state.among(TransferLine, transfer_id=row.id):
            sums, units = (asked, line.asked) if row.sent_at is None else (on_way, line.sent)
            sums[line.variant_id] = sums.get(line.variant_id, 0) + units
    return on_way, asked


def _spread(goods: Mapping[int, int]) -> Callable[[int, int], int]:
    """Gives out quantities by article, asked for with an article and the most that is wanted."""
    left = {variant: quantity for variant, quantity in goods.items() if quantity > 0}

    def take(variant_id: int, most: int) -> int:
        units = max(0, min(most, left.get(variant_id, 0)))
        left[variant_id] = left.get(variant_id, 0) - units
        return units

    return take


def _less(expected: Mapping[int, int], arrived: Mapping[int, int]) -> dict[int, int]:
    return {variant: quantity - arrived.get(variant, 0) for variant, quantity in expected.items()}


def _lines(state: State, part: Fulfilment) -> dict[int, FulfilmentLine]:
    return {line.line: line for line in state.among(FulfilmentLine, fulfilment_id=part.id)}


def _is_awaited(row: Transfer) -> bool:
    return row.received_at is None and row.state not in _STOPPED


def _not_sent(state: State, part: Fulfilment) -> Iterator[Transfer]:
    for row in awaited_transfers(state, part):
        if row.sent_at is None:
            yield row


def _transfers_of_order(state: State, part: Fulfilment) -> int:
    """How many transfers other parts of the order have had: numbers go on."""
    order = row_or_none(state, Order, part.order_id)
    parts = () if order is None else state.among(Fulfilment, order_id=order.id)
    return sum(len(state.among(Transfer, fulfilment_id=one.id)) for one in parts)
