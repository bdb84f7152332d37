"""Transfers as a place sees them: what it has to do first, what it can do, what differs, who can send."""

from collections.abc import Callable

import pytest

from storedesk.desk.moments import Look
from storedesk.desk.new_transfer import derive_new_transfer
from storedesk.desk.stock_views import derive_stock
from storedesk.desk.transfer_views import derive_transfer, derive_transfers, work_at
from storedesk.domain import records as r
from storedesk.storage.desk_transfer_reads import TransferLineRecord, TransferRecord
from storedesk.storage.read_records import PlaceStock, VariantStock

Looks = Callable[[str], Look]
NOON = "2026-11-23 12:00"
HERE, THERE = 1, 2
ALVA = r.Variant(11, 5, "ALV-M", "Skaljacka Alva", "Forest green", "M", "piece", 400)
PRODUCT = r.Product(5, "ALV-2201", "Skaljacka Alva", "Fjäll", "jackets", "standard", 0)


def transfer(state: str = "asked", out: bool = True, **more: object) -> r.Transfer:
    ends = (HERE, THERE) if out else (THERE, HERE)
    row = r.Transfer(
        f"{state}{out}", "GBG-01-00001-K7", *ends, state, "", "", 0, 1, "GBG-1", None, None, None, "", 0
    )
    return row._replace(**more)


@pytest.mark.parametrize(
    ("state", "out", "more", "work"),
    [
        ("asked", True, {}, "answer"),
        ("asked", False, {}, "wait"),
        ("agreed", True, {}, "pack"),
        ("agreed", False, {}, "receive"),
        ("sent", True, {"sent_at": 1}, "wait"),
        ("sent", False, {"sent_at": 1}, "receive"),
        ("received", True, {"sent_at": 1, "received_at": 2}, ""),
        ("received", True, {"received_at": 2}, "pack"),
        ("received", False, {"received_at": 2}, ""),
        ("refused", True, {}, ""),
    ],
)
def test_what_a_place_can_do_follows_from_its_end_of_the_way(
    state: str, out: bool, more: dict[str, object], work: str
) -> None:
    assert work_at(transfer(state, out, **more), HERE) == work


def test_what_waits_for_this_place_stands_first(look: Looks) -> None:
    rows = (
        transfer("sent", True, sent_at=1), transfer("agreed", True), transfer("sent", False, sent_at=1),
        transfer("agreed", False), transfer("asked", False), transfer("asked", True), transfer("refused"),
    )  # fmt: skip
    view = derive_transfers(rows, {}, {THERE: "Mölndal"}, HERE, look(NOON))
    assert [(row.state, row.is_out) for row in view.open] == [
        ("sent", False), ("agreed", True), ("agreed", False), ("sent", True),
    ]  # fmt: skip
    assert [row.is_out for row in view.asked] == [True, False]
    assert [row.state for row in view.closed] == ["refused"]
    assert {row.other for row in view.open} == {"Mölndal"}


def test_a_transfer_is_late_once_its_time_has_passed_and_not_when_it_is_closed(look: Looks) -> None:
    when = look(NOON)
    rows = (transfer("agreed", needed_by=when.now - 1), transfer("received", needed_by=when.now - 1))
    view = derive_transfers(rows, {}, {}, HERE, when)
    assert (view.open[0].is_late, view.closed[0].is_late) == (True, False)


def record(row: r.Transfer, *lines: tuple[int, int, int]) -> TransferRecord:
    level = r.StockLevel(HERE, 11, 0, 9, 0, 0, 0, None, "A3-02", 0)
    made = tuple(
        TransferLineRecord(r.TransferLine(row.id, 11 + number, *line), ALVA, PRODUCT, level)
        for number, line in enumerate(lines)
    )
    return TransferRecord(row, made, None, None, "48174", {1: "Elin L."})


def test_packing_counts_against_what_was_asked_and_receiving_against_what_was_sent(look: Looks) -> None:
    out = derive_transfer(record(transfer("agreed"), (3, 0, 0)), {11: 2}, HERE, look(NOON))
    assert (out.work, out.wanted, out.done, out.differs) == ("pack", 3, 2, 1)
    coming = transfer("sent", False, sent_at=1)
    here = derive_transfer(record(coming, (3, 2, 0), (0, 0, 0)), {11: 2, 12: 1}, HERE, look(NOON))
    assert (here.work, here.wanted, here.done, here.differs) == ("receive", 2, 3, 1)


def test_the_steps_say_when_and_by_whom_as_far_as_they_are_made(look: Looks) -> None:
    when = look(NOON)
    row = transfer("agreed", asked_at=when.now, answered_at=when.now, answered_by=1)
    steps = derive_transfer(record(row, (1, 0, 0)), {}, HERE, when).steps
    assert [(step.kind, step.at is not None, step.who) for step in steps] == [
        ("asked", True, "Elin L."), ("agreed", True, "Elin L."), ("sent", False, ""), ("received", False, ""),
    ]  # fmt: skip


def test_who_can_send_everything_stands_first_then_the_nearest(place: r.Place, look: Looks) -> None:
    sites = {1: 57_705_000, 2: 55_605_000, 3: 57_656_000, 4: 57_700_000}
    spare = {1: 0, 2: 5, 3: 1, 4: 0}
    stocks = tuple(
        PlaceStock(
            place._replace(id=number, name=str(number), latitude=north, longitude=12_000_000),
            {0: spare[number]}, 0, 0, 0, None, "", 0,
        )
        for number, north in sites.items()
    )  # fmt: skip
    article = derive_stock(
        VariantStock(ALVA, PRODUCT, (), None, "SEK", stocks, (), ()), None, 1, look(NOON), None
    )
    one = derive_new_transfer((article,), {11: 1})
    assert [(sender.place.name, sender.has_all) for sender in one.senders] == [("3", True), ("2", True)]
    two = derive_new_transfer((article,), {11: 2})
    assert [(sender.place.name, sender.has) for sender in two.senders] == [("2", 2), ("3", 1)]
    assert derive_new_transfer((article,), {11: 0}).lines == ()
