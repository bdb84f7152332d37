"""Derives the order screen from an order's records: the answer first, then what it rests on."""

from collections import Counter

from storedesk.desk.moments import Look
from storedesk.desk.order_views import (
    Answer,
    BoughtLine,
    Happening,
    MoneyRow,
    OrderPart,
    OrderView,
    ResultRow,
)
from storedesk.domain import pickup_state
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Order, OrderLine, Person
from storedesk.storage.desk_order_reads import OrderRecord
from storedesk.storage.read_records import OrderHit, PickupRecord

_ROLES = ("recipient", "buyer", "collector")
_BEING_PICKED = frozenset(
    {pickup_state.NEW, pickup_state.CLAIMED, pickup_state.PICKING, pickup_state.STAGED, pickup_state.ARRIVED}
)
_TEXT_SHOWN = 120


def derive_order(record: OrderRecord, look: Look, place_id: int) -> OrderView:
    order, person = record.order, _first_person(record.persons)
    parts = tuple(_part(part, record, look, place_id) for part in record.parts)
    return OrderView(
        order_id=order.id,
        number=order.number,
        name=clean_text(person.name, NAME_SHOWN) if person else "",
        channel=record.parts[0].channel if record.parts else "",
        state=order.state,
        payment_state=order.payment_state,
        currency=order.currency,
        total=order.total,
        due=order.due,
        placed=look.moment(order.placed_at),
        answers=_answers(order, parts),
        lines=tuple(_line(line, record) for line in record.lines),
        money=_money(record, look),
        parts=parts,
        timeline=_timeline(record, look),
        phone=covered_phone(next((p.phone_digits for p in record.persons if p.phone_digits), "")),
        email=covered_email(next((p.email for p in record.persons if p.email), "")),
    )


def derive_result(hit: OrderHit, order: Order, look: Look) -> ResultRow:
    return ResultRow(
        order.id,
        order.number,
        hit.name,
        hit.phone_tail,
        order.state,
        look.moment(order.placed_at),
        order.total,
        order.currency,
    )


def covered_phone(digits: str) -> str:
    """The last three digits behind dots."""
    return f"•••{digits[-3:]}" if len(digits) > 3 else ""


def covered_email(email: str) -> str:
    """The first letter and the domain, as in m•••@example.se; empty where there is no such address."""
    local, at, domain = clean_text(email, NAME_SHOWN).partition("@")
    return f"{local[:1]}•••@{domain}" if local and at and domain else ""


def _first_person(persons: tuple[Person, ...]) -> Person | None:
    known = [person for person in persons if person.role in _ROLES]
    return min(known, key=lambda person: _ROLES.index(person.role), default=None)


def _part(pickup: PickupRecord, record: OrderRecord, look: Look, place_id: int) -> OrderPart:
    row = pickup.fulfilment
    return OrderPart(
        row.id,
        record.place_names.get(row.place_id, ""),
        row.place_id == place_id,
        row.state,
        sum(1 if line.line in pickup.measured else line.ordered - line.cancelled for line in pickup.lines),
        sum(
            bool(line.collected) if line.line in pickup.measured else line.collected for line in pickup.lines
        ),
        look.moment(row.promised_at),
        row.last_day,
        None if row.ended_at is None else look.moment(row.ended_at),
    )


def _answers(order: Order, parts: tuple[OrderPart, ...]) -> tuple[Answer, ...]:
    """One for each part; an order that no place has yet speaks for itself."""
    if order.state == pickup_state.CANCELLED:
        return (Answer("cancelled"),)
    if not parts:
        return (Answer("waits" if order.state == "open" else "done"),)
    return tuple(dict.fromkeys(_answer(part) for part in parts))


def _answer(part: OrderPart) -> Answer:
    if part.state in _BEING_PICKED:
        late = part.promised.days_away < 0
        return Answer("late" if late else "being_picked", part.place, when=None if late else part.promised)
    if part.state in (pickup_state.READY, pickup_state.PARTLY_COLLECTED):
        return Answer(part.state, part.place, part.last_day)
    when = part.ended if part.state in pickup_state.FINAL else None
    return Answer(part.state, part.place, when=when)


def _line(line: OrderLine, record: OrderRecord) -> BoughtLine:
    """Of goods that a place hands over only what has left may come back; else what was not cancelled."""
    placed, collected = False, 0
    for part in record.parts:
        for own in part.lines:
            if own.line == line.line:
                placed, collected = True, collected + own.collected
    gone = collected if placed else line.ordered - line.cancelled
    may_return = line.variant_id is not None and record.order.state != pickup_state.CANCELLED
    return BoughtLine(
        clean_text(line.name, _TEXT_SHOWN),
        clean_text(line.detail, _TEXT_SHOWN),
        clean_text(line.sku, _TEXT_SHOWN),
        line.unit,
        line.ordered,
        line.cancelled,
        line.returned,
        max(0, gone - line.returned) if may_return else 0,
        line.amount,
    )


def _money(record: OrderRecord, look: Look) -> tuple[MoneyRow, ...]:
    return tuple(
        MoneyRow(
            row.kind,
            clean_text(row.method, NAME_SHOWN),
            row.state,
            -row.amount if row.kind == "refund" else row.amount,
            look.moment(row.at),
        )
        for row in record.payments
    )


def _timeline(record: OrderRecord, look: Look) -> tuple[Happening, ...]:
    """Entries of the order, handovers, returns and the times of its parts, the latest first."""
    names = record.place_names
    found = [
        Happening(row.kind, look.moment(row.at), row.source, record.staff.get(row.staff_id, ""))
        for row in record.timeline
    ]
    noted = Counter(row.kind for row in record.timeline)
    for fact in record.handovers:
        row = fact.handover
        kind = "handover_corrected" if row.outcome == "corrected" else "handed_over"
        found.append(Happening(kind, look.moment(row.at), names.get(row.place_id, ""), fact.staff_name))
    for part in record.parts:
        place = names.get(part.fulfilment.place_id, "")
        if part.fulfilment.ready_at is not None:
            found.append(Happening("ready", look.moment(part.fulfilment.ready_at), place, ""))
        ended, state = part.fulfilment.ended_at, part.fulfilment.state
        if ended is not None and state != pickup_state.COLLECTED:
            found.append(Happening(f"part_{state}", look.moment(ended), place, ""))
    if not noted["goods_returned"]:
        found += [
            Happening("goods_returned", look.moment(row.at), names.get(row.place_id, ""), "")
            for row in record.returns
        ]
    found.append(Happening("ordered", look.moment(record.order.placed_at), "", ""))
    return tuple(sorted(found, key=lambda one: one.at.at, reverse=True))
