"""Derives the order screen from an order's records: the answer first, then what it rests on."""

from collections import Counter
from dataclasses import replace

import msgspec

from storedesk.desk.covered_details import covered_email, covered_phone, shown_name
from storedesk.desk.moments import Look
from storedesk.desk.order_views import (
    Answer,
    AskedRow,
    BoughtLine,
    Happening,
    MoneyRow,
    OrderPart,
    OrderView,
    QuestionRow,
    ResultRow,
    Shown,
)
from storedesk.domain import pickup_state
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Order, OrderLine, OrderRequest, Person, StoreQuestion
from storedesk.domain.returnable import returnable
from storedesk.storage.desk_order_reads import OrderRecord
from storedesk.storage.read_records import OrderHit, PickupRecord

_ROLES = ("recipient", "buyer", "collector")
_BEING_PICKED = frozenset(
    {pickup_state.NEW, pickup_state.CLAIMED, pickup_state.PICKING, pickup_state.STAGED, pickup_state.ARRIVED}
)
_TAKEN_OVER = frozenset({pickup_state.REROUTED, pickup_state.OTHER_STORE, pickup_state.SHIP_HOME})
_TEXT_SHOWN = 120


def derive_order(record: OrderRecord, look: Look, place_id: int, shown: Shown = Shown.TAILS) -> OrderView:
    order, person = record.order, first_person(record.persons)
    phone = next((p for p in record.persons if p.phone_digits), None)
    email = next((p.email for p in record.persons if p.email), "")
    parts = tuple(_part(part, record, look, place_id) for part in record.parts)
    return OrderView(
        order_id=order.id,
        number=order.number,
        name=shown_name(person.name, shown) if person else "",
        channel=record.parts[0].channel if record.parts else "",
        state=order.state,
        payment_state=order.payment_state,
        currency=order.currency,
        total=order.total,
        due=order.due,
        placed=look.moment(order.placed_at),
        answers=_answers(record, parts),
        lines=tuple(_line(line, record) for line in record.lines),
        money=_money(record, look),
        parts=parts,
        timeline=_timeline(record, look),
        phone=_shown_phone(phone, shown),
        email=_shown_email(email, shown),
        address=_address(record) if shown is Shown.ALL else (),
        shown=shown,
        asked=tuple(_asked(row, record, look) for row in record.requests),
        questions=tuple(_question(row, record, look) for row in record.questions),
        note=clean_text(
            next((p.fulfilment.note for p in record.parts if p.fulfilment.note), ""), _TEXT_SHOWN
        ),
    )


def derive_result(hit: OrderHit, order: Order, look: Look, shown: Shown = Shown.TAILS) -> ResultRow:
    return ResultRow(
        order.id,
        order.number,
        shown_name(hit.name, shown),
        "" if shown is Shown.COVERED else hit.phone_tail,
        order.state,
        look.moment(order.placed_at),
        order.total,
        order.currency,
    )


def _shown_phone(person: Person | None, shown: Shown) -> str:
    if person is None or shown is Shown.COVERED:
        return ""
    if shown is Shown.ALL:
        return clean_text(person.phone, _TEXT_SHOWN) or person.phone_digits
    return covered_phone(person.phone_digits)


def _shown_email(email: str, shown: Shown) -> str:
    if shown is Shown.COVERED:
        return ""
    return clean_text(email, NAME_SHOWN) if shown is Shown.ALL else covered_email(email)


def _address(record: OrderRecord) -> tuple[str, ...]:
    """Where it goes, in the lines of a letter; empty where nothing is sent."""
    row = next((address for address in record.addresses if address.role == "shipping"), None)
    if row is None:
        return ()
    lines = (row.name, row.street, f"{row.postcode} {row.city}")
    return tuple(text for text in (clean_text(line, _TEXT_SHOWN) for line in lines) if text)


def _asked(row: OrderRequest, record: OrderRecord, look: Look) -> AskedRow:
    try:
        choice = str(msgspec.json.decode(row.wanted).get("choice", ""))
    except (msgspec.MsgspecError, AttributeError):
        choice = ""
    who = record.staff.get(row.asked_by, "")
    return AskedRow(row.kind, choice, row.state, row.reason, look.moment(row.asked_at), who)


def _question(row: StoreQuestion, record: OrderRecord, look: Look) -> QuestionRow:
    return QuestionRow(
        row.question,
        clean_text(row.note, _TEXT_SHOWN),
        record.place_names.get(row.place_id, ""),
        look.moment(row.asked_at),
        row.answer,
        clean_text(row.answer_note, _TEXT_SHOWN),
        None if row.answered_at is None else look.moment(row.answered_at),
    )


def first_person(persons: tuple[Person, ...]) -> Person | None:
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
        row.place_id,
        row.state in pickup_state.FINAL,
    )


def _answers(record: OrderRecord, parts: tuple[OrderPart, ...]) -> tuple[Answer, ...]:
    """One for each part, which is named where there are several; an order that no place has yet speaks for
    itself. A part that went to another place is not told beside the one that took over."""
    answers = part_answers(record.order.state, parts)
    told = _told(parts)
    if len(told) < 2 or len(answers) < 2:
        return answers
    return tuple(_named(_answer(parts[number]), record.parts[number], record) for number in told)


def part_answers(state: str, parts: tuple[OrderPart, ...]) -> tuple[Answer, ...]:
    """One for each part that still counts, none of them named; those that would say the same are said once."""
    if state == pickup_state.CANCELLED:
        return (Answer("cancelled"),)
    if not parts:
        return (Answer("waits" if state == "open" else "done"),)
    return tuple(dict.fromkeys(_answer(parts[number]) for number in _told(parts)))


def _told(parts: tuple[OrderPart, ...]) -> list[int]:
    told = [number for number, part in enumerate(parts) if part.state not in _TAKEN_OVER]
    return told or list(range(len(parts)))


def _named(answer: Answer, part: PickupRecord, record: OrderRecord) -> Answer:
    wanted = {line.line for line in part.lines}
    names = [clean_text(line.name, _TEXT_SHOWN) for line in record.lines if line.line in wanted]
    return replace(answer, what=names[0] if names else "", more=max(0, len(names) - 1))


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
    own = [one for part in record.parts for one in part.lines if one.line == line.line]
    collected = sum(one.collected for one in own) if own else None
    possible = returnable(line.ordered, line.cancelled, line.returned, collected)
    may_return = line.variant_id is not None and record.order.state != pickup_state.CANCELLED
    return BoughtLine(
        clean_text(line.name, _TEXT_SHOWN),
        clean_text(line.detail, _TEXT_SHOWN),
        clean_text(line.sku, _TEXT_SHOWN),
        line.unit,
        line.ordered,
        line.cancelled,
        line.returned,
        possible if may_return else 0,
        line.amount,
        line.line,
        line.variant_id,
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
