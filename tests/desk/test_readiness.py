"""Readiness per job comes from what the desk stores, and says until when it is good."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from storedesk.desk.quote_details import INDICATIVE_AFTER_MS
from storedesk.desk.readiness import (
    OLD_MS,
    Job,
    JobReady,
    LineFacts,
    Ready,
    accounts_with_prices,
    counter_until,
    jobs_ready,
)
from storedesk.domain.second_check import SILENCE_MS
from storedesk.storage.engine import driver_of
from storedesk.storage.readiness_reads import AccountHead, Holdings, PriceLists, holdings
from tests.small_shop import GBG
from tests.world import make_world

NOW = 1_795_439_100_000
SEK = frozenset({("base", "SEK"), ("C1", "SEK")})
HELD = Holdings(
    49, 0, 98_412, 6, NOW - 60_000, NOW - 90_000, 6_214, 0, (AccountHead("C1", "SEK"), AccountHead("", "SEK")),
    PriceLists({"base": "", "C1": "base"}, SEK), 8, 8, 2, True, 0, 0, None, 0,
)  # fmt: skip


def ready(held: Holdings = HELD, heard_at: int | None = NOW - 12_000, **line: bool) -> dict[Job, JobReady]:
    return {one.job: one for one in jobs_ready(held, LineFacts(heard_at, NOW, **line))}


def test_all_is_full_on_a_desk_that_was_heard_just_now() -> None:
    found = ready()
    assert {job: one.ready for job, one in found.items() if one.ready is not Ready.FULL} == {
        Job.REFUNDS: Ready.QUEUED
    }
    assert found[Job.PICKUPS].as_of == NOW - 12_000


def test_a_pickup_without_its_person_is_counted_as_missing() -> None:
    found = ready(HELD._replace(unnamed=2))[Job.PICKUPS]
    assert (found.ready, found.have, found.want) == (Ready.PART, 47, 49)


def test_an_account_whose_price_list_is_not_here_has_no_prices() -> None:
    accounts = (AccountHead("C1", "SEK"), AccountHead("C2", "SEK"), AccountHead("C1", "NOK"))
    found = ready(HELD._replace(accounts=accounts))[Job.QUOTES]
    assert (found.ready, found.have, found.want) == (Ready.PART, 1, 3)


def test_an_account_in_a_currency_that_the_shop_does_not_sell_in_is_not_missed() -> None:
    accounts = (AccountHead("", "SEK"), AccountHead("", "GBP"))
    found = ready(HELD._replace(accounts=accounts))[Job.QUOTES]
    assert (found.ready, found.have, found.want) == (Ready.FULL, 1, 1)


def test_a_list_without_prices_of_its_own_takes_those_above_it() -> None:
    lists = PriceLists({"A": "B", "B": "A", "C": ""}, frozenset({("B", "EUR")}))
    assert accounts_with_prices((AccountHead("A", "EUR"), AccountHead("C", "EUR")), lists) == 1


@given(
    st.dictionaries(st.sampled_from("ABCD"), st.sampled_from(["", "A", "B", "C", "D"])),
    st.sampled_from("ABCD"),
)
def test_no_circle_of_price_lists_keeps_the_desk_busy(parents: dict[str, str], code: str) -> None:
    assert accounts_with_prices((AccountHead(code, "SEK"),), PriceLists(parents, frozenset())) == 0


def test_figures_get_old_each_at_their_own_time() -> None:
    old = ready(heard_at=NOW - OLD_MS - 1)
    assert (old[Job.STOCK].ready, old[Job.PICKUPS].ready) == (Ready.OLD, Ready.FULL)
    assert ready(heard_at=NOW - SILENCE_MS)[Job.PICKUPS].ready is Ready.OLD
    assert ready(heard_at=NOW - INDICATIVE_AFTER_MS)[Job.QUOTES].ready is Ready.OLD
    never = ready(heard_at=None)
    assert never[Job.PICKUPS].good_until is None and never[Job.QUOTES].ready is Ready.OLD


def test_only_the_jobs_that_need_what_is_fetched_again_say_so() -> None:
    found = ready(HELD._replace(refetching=("stock:1", "prices")))
    assert {job for job, one in found.items() if one.refetching} == {Job.STOCK, Job.QUOTES}


def test_labels_cannot_be_checked_without_the_hub_s_key() -> None:
    assert ready(HELD._replace(has_signing_key=False))[Job.LABELS].ready is Ready.NONE


def test_nobody_can_sign_in_where_no_pin_is_here() -> None:
    found = ready(HELD._replace(with_pin=0))
    assert found[Job.RIGHTS].ready is Ready.NONE
    assert counter_until(tuple(found.values()), NOW + 1) is None


def test_papers_that_wait_or_a_missing_printer_are_said() -> None:
    waiting = ready(HELD._replace(prints=2, prints_since=NOW - 5_000))[Job.PRINTING]
    assert (waiting.ready, waiting.have, waiting.as_of) == (Ready.QUEUED, 2, NOW - 5_000)
    assert ready(has_printer=False)[Job.PRINTING].ready is Ready.PART


def test_the_counter_works_until_closing_or_until_something_gets_too_old() -> None:
    jobs = tuple(ready().values())
    assert counter_until(jobs, NOW + 3_600_000) == NOW + 3_600_000
    assert counter_until(jobs, NOW + 9 * 3_600_000) == NOW - 12_000 + SILENCE_MS
    assert counter_until(jobs, None) is None


def test_the_figures_come_from_the_desk_s_own_rows(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    with desk.store.begin() as connection:
        held = holdings(driver_of(connection), GBG)
        open_here = connection.exec_driver_sql(
            "SELECT count(*) FROM fulfilment WHERE place_id = 1"
        ).scalar_one()
        connection.exec_driver_sql("UPDATE scope_state SET refetching = 1 WHERE scope = 'orders'")
        connection.exec_driver_sql("DELETE FROM person")
        later = holdings(driver_of(connection), GBG)
    assert (held.pickups, held.refetching, held.prints, held.refunds) == (open_here, (), 0, 0)
    assert held.articles > 0 and held.staff >= held.supervisors > 0
    assert later.unnamed == later.pickups and later.refetching == ("orders",)
