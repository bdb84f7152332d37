"""What stops which action, and what the steps and lines of a pickup say."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from storedesk.desk.handover_views import derive_handover
from storedesk.desk.moments import Look
from storedesk.desk.pickup_details import derive_pickup
from storedesk.desk.pickup_views import Block, LineStatus, StepStatus
from storedesk.domain import pickup_state
from storedesk.domain.records import FulfilmentLine, Parcel

Make = Callable[..., Any]
Looks = Callable[[str], Look]
NOON = "2026-11-23 12:00"


def line(
    ordered: int = 2, cancelled: int = 0, picked: int = 0, short: int = 0, staged: int = 0
) -> FulfilmentLine:
    return FulfilmentLine("f", 1, 11, ordered, cancelled, picked, short, "", staged, 0, 0)


def test_a_new_pickup_can_be_claimed_and_picked_but_not_made_ready(detail: Make, look: Looks) -> None:
    blocks = derive_pickup(detail(), look(NOON)).blocks
    assert not {"claim", "pick", "short"} & set(blocks)
    assert blocks["ready"].key == "not_started"
    assert blocks["hand_over"].key == "not_staged"


def test_a_credit_stop_of_the_buyer_is_shown(detail: Make, look: Looks) -> None:
    record = dataclasses.replace(detail(), stopped_company="Varvet\u202e AB")
    assert derive_pickup(record, look(NOON)).stopped_company == "Varvet AB"
    assert derive_pickup(detail(), look(NOON)).stopped_company == ""


def test_what_somebody_else_works_on_is_held_until_it_is_taken_over(detail: Make, look: Looks) -> None:
    view = derive_pickup(detail(state="claimed", claimed_by=9, claimed_desk="GBG-1"), look(NOON))
    assert view.held is not None
    assert view.held.desk == "GBG-1"
    assert view.blocks["pick"] == Block("held", name="Elin")
    assert derive_pickup(detail(state="claimed", claimed_by=3), look(NOON)).held is None


def test_open_pieces_stop_staging_and_ready_and_are_counted(detail: Make, look: Looks) -> None:
    view = derive_pickup(detail(state="picking", claimed_by=3, lines=(line(picked=1),)), look(NOON))
    assert view.blocks["stage"] == Block("lines_open", 1)
    assert view.blocks["ready"] == Block("lines_open", 1)
    assert view.open_pieces == 1


def test_what_is_picked_can_be_staged_and_then_made_ready(detail: Make, look: Looks) -> None:
    picked = derive_pickup(detail(state="picking", claimed_by=3, lines=(line(picked=2),)), look(NOON))
    assert "stage" not in picked.blocks
    assert picked.blocks["ready"].key == "not_staged"
    staged = derive_pickup(
        detail(state="staged", claimed_by=3, lines=(line(picked=2, staged=2),)), look(NOON)
    )
    assert "ready" not in staged.blocks
    assert "hand_over" not in staged.blocks


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (line(), LineStatus.TO_PICK),
        (line(picked=1), LineStatus.PART_PICKED),
        (line(picked=2), LineStatus.PICKED),
        (line(picked=1, short=1), LineStatus.MISSING),
        (line(cancelled=2), LineStatus.REMOVED),
    ],
)
def test_a_line_says_how_far_it_is(
    detail: Make, look: Looks, lines: FulfilmentLine, status: LineStatus
) -> None:
    assert derive_pickup(detail(lines=(lines,)), look(NOON)).lines[0].status is status


@pytest.mark.parametrize("state", sorted(pickup_state.STATES))
def test_every_state_has_a_view_with_five_steps(detail: Make, look: Looks, state: str) -> None:
    view = derive_pickup(detail(state=state), look(NOON))
    assert len(view.steps) == 5
    assert sum(step.status is StepStatus.NOW for step in view.steps) <= 1


def test_an_order_on_hold_stops_the_handover_and_says_why(detail: Make, look: Looks) -> None:
    record = detail(state="ready")
    order = record.pickup.order._replace(payment_state="on_hold")
    held = type(record)(_with_order(record.pickup, order), *_after(record))
    assert derive_pickup(held, look(NOON)).blocks["hand_over"].key == "payment_on_hold"


def test_what_is_unpaid_needs_the_tills_receipt_and_stops_nothing(detail: Make, look: Looks) -> None:
    record = detail(state="ready")
    order = record.pickup.order._replace(payment_state="unpaid", due=52_450_000)
    view = derive_pickup(type(record)(_with_order(record.pickup, order), *_after(record)), look(NOON))
    assert "hand_over" not in view.blocks
    assert view.payment.needs_receipt


def test_the_handover_takes_parcels_on_the_shelf_and_leaves_out_blocked_orders(
    detail: Make, look: Looks
) -> None:
    parcels = (Parcel("a", "f", 1, "H4", "staged"), Parcel("b", "f", 2, "H5", "collected"))
    first = detail(parcels, state="partly_collected", wrong_codes=2)
    view = derive_handover([first, detail(state="picking")], look(NOON))
    assert [[parcel.bin for parcel in order.parcels] for order in view.orders] == [["H4"]]
    assert view.tries_left == 3


def _with_order(pickup: Any, order: Any) -> Any:
    fields = (pickup.channel, pickup.lines, pickup.measured, pickup.parcels, pickup.persons)
    return type(pickup)(pickup.fulfilment, order, *fields, pickup.claimed_by_name, pickup.provisional)


def _after(record: Any) -> tuple[Any, ...]:
    return (
        record.place, record.lines, record.parcel_lines, record.handovers, record.bins,
        record.others_ready, record.name_is_shared,
    )  # fmt: skip
