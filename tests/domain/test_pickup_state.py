"""State tables of pickups and payments: reachable, ending, and final where they say so."""

from collections.abc import Iterable, Mapping

import pytest

from storedesk.domain import payment
from storedesk.domain import pickup_state as pickup

Table = Mapping[str, frozenset[str]]
TABLES = pytest.mark.parametrize(
    ("table", "start", "final"),
    [(pickup.TRANSITIONS, pickup.START, pickup.FINAL), (payment.TRANSITIONS, payment.START, payment.FINAL)],
    ids=["pickup", "payment"],
)


def reachable(table: Table, start: Iterable[str]) -> set[str]:
    found, waiting = set(start), list(start)
    while waiting:
        for state in table[waiting.pop()] - found:
            found.add(state)
            waiting.append(state)
    return found


@TABLES
def test_every_state_can_be_reached(table: Table, start: frozenset[str], final: frozenset[str]) -> None:
    assert reachable(table, start) == set(table)
    assert final <= set(table)


@TABLES
def test_every_state_leads_to_an_end(table: Table, start: frozenset[str], final: frozenset[str]) -> None:
    assert [state for state in table if not reachable(table, [state]) & final] == []


@TABLES
def test_only_final_states_lead_nowhere(table: Table, start: frozenset[str], final: frozenset[str]) -> None:
    assert {state for state, following in table.items() if not following} == final


def test_a_promised_pickup_goes_its_way_step_by_step() -> None:
    way = ["new", "claimed", "picking", "staged", "ready", "collected"]
    assert all(map(pickup.can_become, way, way[1:]))
    assert not pickup.can_become("new", "ready")
    assert pickup.can_become("staged", "collected"), "the customer may be there before the message"


@pytest.mark.parametrize(
    "way",
    [
        ["inbound", "arrived", "staged", "ready"],
        ["ready", "partly_collected", "not_collected", "returned_to_stock"],
        ["ready", "not_collected", "ready"],
        ["ready", "partly_collected", "partly_collected", "collected"],
        ["new", "rejected", "customer_decision", "rerouted"],
        ["claimed", "rejected", "customer_decision", "ship_home"],
        ["picking", "rejected", "customer_decision", "other_store"],
        ["arrived", "rejected", "customer_decision", "cancelled"],
    ],
)
def test_the_branches_of_a_pickup(way: list[str]) -> None:
    assert all(map(pickup.can_become, way, way[1:]))


def test_a_fulfilment_completes_through_a_handover_only() -> None:
    before = {state for state, following in pickup.TRANSITIONS.items() if "collected" in following}
    assert before == pickup.HANDOVER | {"staged", "not_collected"}


def test_only_a_correction_leads_back_from_the_customer() -> None:
    assert not pickup.can_become("collected", "ready")
    assert pickup.can_be_corrected("collected", "ready")
    assert pickup.can_be_corrected("collected", "partly_collected")
    assert pickup.can_be_corrected("partly_collected", "ready")
    assert not pickup.can_be_corrected("returned_to_stock", "ready")


def test_unknown_states_lead_nowhere() -> None:
    assert not pickup.can_become("sent by pigeon", "ready")
    assert not pickup.can_be_corrected("sent by pigeon", "ready")
    assert not pickup.can_become("ready", "sent by pigeon")


def test_the_sets_of_states_fit_the_table() -> None:
    assert pickup.OPEN | pickup.FINAL == pickup.STATES
    for states in (pickup.PICKABLE, pickup.ON_SHELF, pickup.HANDOVER, pickup.COUNTS_FOR_PROMISE):
        assert states <= pickup.OPEN
    assert not pickup.PICKABLE & pickup.ON_SHELF
