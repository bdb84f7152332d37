"""The second check of a handover without a line: when it is wanted, and each way to give it."""

import pytest

from storedesk.domain.reasons import SecondCheckNeeded
from storedesk.domain.records import Setting
from tests.actions.handover_days import LIMIT, PICKUP, Counter, words
from tests.small_shop import ELIN, GBG, MAJA, NOW, OSKAR

RECENT, LONG_AGO = NOW - 60_000, NOW - 4 * 3_600_000


@pytest.fixture
def counter() -> Counter:
    made = Counter()
    made.worth(LIMIT + 1)
    return made


def args(counter: Counter, **more: object) -> dict[str, object]:
    return {"fulfilment_id": PICKUP, "parcels": [counter.stage()], "proof": "qr"} | more


def test_with_a_line_no_second_check_is_wanted(counter: Counter) -> None:
    assert counter.refusal("HandOver", **args(counter)) is None
    assert counter.fact().second_check == ""


def test_above_the_value_a_second_check_is_wanted_and_up_to_it_not(counter: Counter) -> None:
    wanted = args(counter, last_contact=RECENT)
    assert counter.refusal("HandOver", **wanted) == SecondCheckNeeded("value")
    counter.worth(LIMIT)
    assert counter.refusal("HandOver", **wanted) is None


def test_the_limit_of_the_place_goes_before_that_of_the_chain() -> None:
    counter = Counter(Setting(GBG, "handover.second_check_above", "none"))
    counter.worth(LIMIT * 1000)
    assert counter.refusal("HandOver", **args(counter, last_contact=RECENT)) is None


def test_after_four_hours_of_silence_every_handover_wants_one(counter: Counter) -> None:
    counter.worth(1)
    wanted = args(counter)
    assert counter.refusal("HandOver", **wanted, last_contact=LONG_AGO) == SecondCheckNeeded("no_contact")
    assert counter.refusal("HandOver", **wanted, last_contact=LONG_AGO + 1) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"checked_by": MAJA}, ("supervisor", MAJA)),
        ({"id_document": "passport"}, ("id_seen", None)),
        ({"proof": "code", "id_document": "id_card"}, ("id_seen", None)),
        ({"word": words().upper().replace(" ", "-")}, ("word", None)),
        ({"staff_id": MAJA}, ("", None)),
    ],
)
def test_each_way_satisfies_it(counter: Counter, given: dict[str, object], kept: tuple[str, object]) -> None:
    assert counter.refusal("HandOver", **args(counter, last_contact=LONG_AGO) | given) is None
    fact = counter.fact()
    assert (fact.second_check, fact.checked_by) == kept


@pytest.mark.parametrize(
    "given",
    [
        {"checked_by": OSKAR},
        {"checked_by": ELIN},
        {"proof": "id_seen", "id_document": "passport"},
        {"proof": "name", "override": "known regular", "id_document": "passport"},
        {"word": words(48202)},
        {"word": words(day="2026-11-22")},
        {"word": "mango"},
    ],
)
def test_what_is_no_second_check_is_refused(counter: Counter, given: dict[str, object]) -> None:
    wanted = args(counter, last_contact=LONG_AGO) | given
    assert counter.refusal("HandOver", **wanted) == SecondCheckNeeded("value")
