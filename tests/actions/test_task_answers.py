"""What answering a task does: goods move where the answer says so, and nowhere else."""

import msgspec
import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.domain.records import Place, Task
from storedesk.domain.tables import DAMAGED, SELLABLE
from tests.actions.day_days import ONE, DayDesk
from tests.actions.stock_days import StockShop
from tests.small_shop import ALVA, ELIN, GBG, MAL, RASK


def task_of(desk: DayDesk | StockShop, kind: str) -> Task:
    return next(task for task in desk.tables["task"].values() if task.kind == kind)


def level(desk: DayDesk, variant: int, bucket: int = SELLABLE) -> int:
    row = desk.tables["stock_level"].get((GBG, variant, bucket))
    return row.quantity if row else 0


def damaged(desk: DayDesk) -> Task:
    desk.do("ReportShort", fulfilment_id=ONE, line=1, quantity=1, reason="damaged")
    return task_of(desk, "write_off")


@pytest.mark.parametrize(
    ("choice", "moved", "damaged_left"),
    [("written_off", 0, 0), ("sellable_again", 1, 0), ("understood", 0, 1)],
)
def test_damaged_goods_leave_for_good_or_are_sold_again_or_stay(
    choice: str, moved: int, damaged_left: int
) -> None:
    desk = DayDesk()
    task = damaged(desk)
    before = level(desk, ALVA)
    desk.do("AnswerTask", task_id=task.id, choice=choice)
    assert level(desk, ALVA) - before == moved
    assert level(desk, ALVA, DAMAGED) == damaged_left
    assert task_of(desk, "write_off").state == "answered"


def test_a_task_that_waits_for_somebody_can_still_be_answered() -> None:
    desk = DayDesk()
    desk.staged()
    desk.do("CloseDay", day="2026-11-23", seen=[])
    task = task_of(desk, "parcel_not_seen")
    desk.do("AnswerTask", task_id=task.id, choice="ask_customer")
    assert task_of(desk, "parcel_not_seen").state == "waiting"
    desk.do("AnswerTask", task_id=task.id, choice="found")
    assert task_of(desk, "parcel_not_seen").state == "answered"
    desk.do("AnswerTask", task_id=task.id, choice="found")
    assert not desk.accepted


def test_a_count_is_asked_for_each_article_of_a_parcel_that_nobody_saw() -> None:
    desk = DayDesk()
    desk.staged()
    desk.do("CloseDay", day="2026-11-23", seen=[])
    desk.do("AnswerTask", task_id=task_of(desk, "parcel_not_seen").id, choice="count_shelf")
    counts = [task for task in desk.tables["task"].values() if task.kind == "count_task"]
    assert {msgspec.json.decode(task.facts)["variant_id"] for task in counts} == {ALVA, RASK}
    assert all(task.fulfilment_id == ONE for task in counts)


def test_missing_parcels_that_are_found_stand_in_their_bin_and_in_stock_again() -> None:
    desk = DayDesk()
    parcel = desk.staged()
    before = level(desk, ALVA), level(desk, RASK)
    desk.do("HandOver", fulfilment_id=ONE, parcels=[parcel], proof="code")
    fact = next(iter(desk.tables["handover"].values()))
    desk.do("CorrectHandover", handover_id=fact.id, reason="wrong_customer", bin="")
    assert desk.tables["parcel"][parcel,].state == "missing"
    assert (level(desk, ALVA), level(desk, RASK)) != before
    desk.do("AnswerTask", task_id=task_of(desk, "goods_missing").id, choice="found_again")
    assert desk.tables["parcel"][parcel,].state == "staged"
    assert (level(desk, ALVA), level(desk, RASK)) == before


def test_answering_a_transfer_closes_its_task_at_the_place_that_was_asked() -> None:
    shop = StockShop()
    transfer = shop.transfer()
    assert task_of(shop, "transfer_asked").place_id == MAL
    shop.do("AnswerTransfer", transfer_id=transfer, agree=False, place=MAL)
    task = task_of(shop, "transfer_asked")
    assert (task.state, task.answer) == ("answered", "say_no")
    assert task_of(shop, "transfer_refused").place_id == GBG


def test_a_choice_that_is_an_action_of_its_own_is_not_answered_by_words_alone() -> None:
    shop = StockShop()
    shop.transfer()
    done = shop.do("AnswerTask", task_id=task_of(shop, "transfer_asked").id, choice="agree", place=MAL)
    assert isinstance(done.result, Rejected) and done.result.reason.kind == "UnknownChoice"


def test_a_store_does_not_answer_for_another_and_customer_service_may() -> None:
    shop = StockShop()
    shop.transfer()
    task = task_of(shop, "transfer_asked")
    del shop.tables["staff"][MAL, ELIN]
    stopped = shop.do("AnswerTask", task_id=task.id, choice="understood", place=GBG).result
    assert isinstance(stopped, Rejected) and stopped.reason.kind == "NotThisPlace"
    own: Place = shop.tables["place"][GBG,]
    shop.tables["place"][GBG,] = own._replace(kind="customer_service")
    assert isinstance(shop.do("AnswerTask", task_id=task.id, choice="understood", place=GBG).result, Accepted)
