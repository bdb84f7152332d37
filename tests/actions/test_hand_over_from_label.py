"""A code of an unknown order: what leaves on its word, and how it meets the order later."""

from typing import Any

import pytest

from storedesk.actions.action import Accepted, Act
from storedesk.actions.registry import act_from, decide
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import AgeCheckNeeded, LabelNotGood, SecondCheckNeeded
from storedesk.domain.records import Task
from tests.actions.handover_days import NUMBER, PICKUP, Counter, label_of
from tests.memory_state import MemoryState, Tables
from tests.small_shop import ALVA, ELIN, GBG, NOW, RASK


@pytest.fixture
def counter() -> Counter:
    return Counter()


def at_central(tables: Tables, label: str) -> Accepted:
    body = f'{{"label": "{label}", "id_document": "passport"}}'.encode()
    act: Act = act_from(derived_id("central act"), "HandOverFromLabel", 1, body, ELIN, GBG, "GBG-1")
    result = decide(MemoryState(tables), act, NOW, NOW)
    assert isinstance(result, Accepted), result
    return result


def known(**fields: Any) -> str:
    return label_of(fulfilment_id=PICKUP, order_number=str(NUMBER), **fields)


def test_a_desk_keeps_the_fact_and_asks_nobody_yet(counter: Counter) -> None:
    assert counter.refusal("HandOverFromLabel", label=label_of(), collector_name="Jan Berg") is None
    fact = counter.fact()
    assert (fact.outcome, fact.proof, fact.order_id) == ("unknown", "label", "")
    assert counter.tasks() == []


def test_central_matches_it_to_the_order_and_its_goods_leave(counter: Counter) -> None:
    parcel = counter.stage()
    accepted = at_central(counter.tables, known())
    assert accepted.task is None
    moved = [change.row for change in accepted.changes if getattr(change, "table", "") == "movement"]
    assert sorted((row.variant_id, row.quantity) for row in moved) == [(ALVA, -1), (RASK, -2)]
    (fact,) = [change.row for change in accepted.changes if getattr(change, "table", "") == "handover"]
    assert (fact.proof, fact.proof_note, parcel in fact.parcels) == ("label", "passport", True)


@pytest.mark.parametrize(
    ("label", "is_staged"),
    [(label_of(), True), (known(parcels=2), True), (known(), False)],
    ids=["unknown order", "other number of parcels", "not on the shelf"],
)
def test_what_does_not_fit_at_central_becomes_a_task(counter: Counter, label: str, is_staged: bool) -> None:
    if is_staged:
        counter.stage()
    accepted = at_central(counter.tables, label)
    tasks = [change.row for change in accepted.changes if isinstance(getattr(change, "row", None), Task)]
    assert [(task.kind, task.id) for task in tasks] == [("handed_over_from_label", accepted.task)]


def test_a_second_handover_of_the_same_goods_moves_nothing_and_shows_both_proofs(counter: Counter) -> None:
    parcel = counter.stage()
    counter.do("HandOver", fulfilment_id=PICKUP, parcels=[parcel])
    accepted = at_central(counter.tables, known())
    tables = [getattr(change, "table", "") for change in accepted.changes]
    assert "movement" not in tables
    tasks = [change.row for change in accepted.changes if isinstance(getattr(change, "row", None), Task)]
    assert [task.kind for task in tasks] == ["double_handover"]


@pytest.mark.parametrize(
    ("label", "why"),
    [
        (label_of(place_code="MAL"), "other_place"),
        (label_of(not_after="2026-11-22"), "over"),
        ("SDP23GBG0000000000000000", "unreadable"),
    ],
)
def test_a_code_that_is_not_good_here_is_refused(counter: Counter, label: str, why: str) -> None:
    assert counter.refusal("HandOverFromLabel", label=label) == LabelNotGood(why)


def test_the_last_day_itself_still_counts(counter: Counter) -> None:
    assert counter.refusal("HandOverFromLabel", label=label_of(not_after="2026-11-23")) is None


def test_a_known_order_takes_the_ordinary_way(counter: Counter) -> None:
    counter.stage()
    assert counter.refusal("HandOverFromLabel", label=known()) is not None


def test_after_four_hours_of_silence_an_id_is_seen_too(counter: Counter) -> None:
    silent = {"label": label_of(), "last_contact": NOW - 4 * 3_600_000}
    assert counter.refusal("HandOverFromLabel", **silent) == SecondCheckNeeded("no_contact")
    assert counter.refusal("HandOverFromLabel", **silent, id_document="id_card") is None
    assert counter.fact().second_check == "id_seen"


def test_what_has_an_age_limit_goes_out_only_after_an_id_of_age(counter: Counter) -> None:
    aged = {"label": label_of(age_limit=18)}
    for answer in ("", "no", "not_shown"):
        assert counter.refusal("HandOverFromLabel", **aged, of_age=answer) == AgeCheckNeeded(18)
    assert counter.refusal("HandOverFromLabel", **aged, of_age="yes") is None
    assert counter.fact().of_age == "yes"
