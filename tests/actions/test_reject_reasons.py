"""Each reason why a line cannot be picked: the reservation first, then its own variance, then what follows."""

import msgspec
import pytest

from storedesk.actions.action import Accepted
from storedesk.domain.changes import Add, Insert
from storedesk.domain.records import Movement
from storedesk.domain.tables import DAMAGED, DISPLAY, SELLABLE
from tests.actions.pickup_days import ALVA_L, ONE, PickupDesk
from tests.small_shop import ALVA, GBG, RASK

REJECT = {"fulfilment_id": ONE, "line": 2, "quantity": 2}
ALL_TASKS = ("count_task", "write_off", "relabel", "customer_decision", "below_zero")


@pytest.fixture
def desk() -> PickupDesk:
    made = PickupDesk()
    made.tables["stock_level"][GBG, RASK, SELLABLE] = made.level(RASK)._replace(reserved=2)
    return made


def levels(desk: PickupDesk) -> dict[str, int]:
    """What differs from fifty of each on the shelf."""
    rows = desk.tables["stock_level"].items()
    found = {
        "boots sellable": desk.level(RASK).quantity - 50,
        "jackets sellable": desk.level(ALVA).quantity - 50,
        "boots damaged": sum(row.quantity for key, row in rows if key == (GBG, RASK, DAMAGED)),
        "boots on display": sum(row.quantity for key, row in rows if key == (GBG, RASK, DISPLAY)),
    }
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize(
    ("reason", "variance", "tasks"),
    [
        ("not_found", {"boots sellable": -2}, ["count_task"]),
        ("damaged", {"boots sellable": -2, "boots damaged": 2}, ["write_off"]),
        ("wrong_label", {"boots sellable": -2, "jackets sellable": 2}, ["relabel"]),
        ("display", {"boots sellable": -2, "boots on display": 2}, []),
        ("too_busy", {}, []),
        ("avoid_split", {}, []),
        ("other", {}, []),
    ],
)
def test_a_reason_books_its_own_variance(
    desk: PickupDesk, reason: str, variance: dict[str, int], tasks: list[str]
) -> None:
    found = {"found_variant_id": ALVA} if reason == "wrong_label" else {}
    done = desk.do("ReportShort", **REJECT, reason=reason, note="The tap leaks", **found)
    assert isinstance(done.result, Accepted), done.result
    assert levels(desk) == variance
    assert [kind for kind in ALL_TASKS if desk.tasks(kind)] == tasks
    assert (desk.level(RASK).reserved, desk.lines()[1].short, desk.lines()[1].short_reason) == (0, 2, reason)


def test_the_reservation_is_freed_before_the_variance_is_booked(desk: PickupDesk) -> None:
    done = desk.do("ReportShort", **REJECT, reason="damaged")
    assert isinstance(done.result, Accepted)
    steps = [
        "freed" if isinstance(change, Add) and change.column == "reserved" else "moved"
        for change in done.result.changes
        if (isinstance(change, Add) and change.column == "reserved")
        or (isinstance(change, Insert) and isinstance(change.row, Movement))
    ]
    assert steps == ["freed", "moved", "moved"]


def test_what_is_picked_later_changes_no_stock(desk: PickupDesk) -> None:
    desk.do("ReportShort", **REJECT, reason="later")
    assert (levels(desk), desk.level(RASK).reserved, desk.lines()[1].short) == ({}, 2, 0)


def test_a_wrong_size_label_moves_one_to_the_size_that_was_scanned(desk: PickupDesk) -> None:
    one = {"fulfilment_id": ONE, "line": 1, "quantity": 1, "reason": "wrong_label"}
    desk.do("ReportShort", **one, found_variant_id=ALVA_L)
    assert (desk.level(ALVA).quantity, desk.level(ALVA_L).quantity) == (49, 5)
    (task,) = desk.tasks("relabel")
    facts = msgspec.json.decode(task.facts)
    assert (facts["variant_id"], facts["found_variant_id"], facts["quantity"]) == (ALVA, ALVA_L, 1)


def test_other_orders_for_what_was_not_found_are_named(desk: PickupDesk) -> None:
    desk.do("ReportShort", **REJECT, reason="not_found")
    (task,) = desk.tasks("count_task")
    assert msgspec.json.decode(task.facts)["orders"] == ["48203", "48205"]


def test_a_pickup_of_which_nothing_is_left_waits_for_the_customer(desk: PickupDesk) -> None:
    desk.do("ReportShort", **REJECT, reason="too_busy")
    desk.do("ReportShort", fulfilment_id=ONE, line=1, quantity=1, reason="damaged")
    assert desk.row().state == "rejected"
    assert len(desk.tasks("customer_decision")) == 1
