"""What customer service asks of stores and of the centre: questions, the customer's decision, changes of an order."""

from typing import Any

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.order_marks import address_mark
from storedesk.actions.registry import UnreadableArguments, decide
from storedesk.domain.reasons import GoodsHaveLeft, TextMissing, TooMany, UnknownRecord, WrongState
from storedesk.domain.tables import SELLABLE
from tests.actions.service_days import HOME, ORDER, PICKUP, ServiceDesk
from tests.actions.work_day import Done
from tests.memory_state import MemoryState, carry_out_all
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, NOW

STREET = {"street": "Nya gatan 2", "postcode": "412 00", "city": "Göteborg"}


@pytest.fixture
def desk() -> ServiceDesk:
    return ServiceDesk()


@pytest.fixture
def away() -> ServiceDesk:
    """A desk by itself, as it decides before the centre has."""
    return ServiceDesk(central=False)


def reason_of(done: Done) -> object:
    assert isinstance(done.result, Rejected), done.result
    return done.result.reason


def ask(desk: ServiceDesk, change: str, seen: str, **args: Any) -> Any:
    """Asks for a change; the row that says what came of it."""
    before = set(desk.tables["order_request"])
    done = desk.do("RequestChange", order_id=ORDER, change=change, seen=seen, **args)
    assert isinstance(done.result, Accepted), done.result
    (fresh,) = set(desk.tables["order_request"]) - before
    return desk.tables["order_request"][fresh]


def reserved(desk: ServiceDesk, place: int, variant: int = ALVA) -> int:
    return int(desk.tables["stock_level"][place, variant, SELLABLE].reserved)


def test_a_question_is_a_task_of_the_store_and_its_answer_one_of_the_asker(desk: ServiceDesk) -> None:
    desk.part(place_id=MAL)
    desk.do("AskStore", fulfilment_id=PICKUP, question="when_ready", note="The blue one")
    (task,) = desk.tasks("store_asked")
    assert (task.place_id, task.order_id) == (MAL, ORDER)
    assert "blue" not in task.facts
    desk.do("AnswerTask", task_id=task.id, choice="ready_today", note="after four")
    (question,) = desk.tables["store_question"].values()
    assert (question.state, question.answer, question.answer_note, question.answered_at) == (
        "answered", "ready_today", "after four", NOW,
    )  # fmt: skip
    (told,) = desk.tasks("store_answered")
    assert told.place_id == GBG
    assert desk.told() == ["store_asked", "store_answered"]


def test_a_desk_by_itself_writes_the_question_but_no_task_of_another_place(away: ServiceDesk) -> None:
    assert isinstance(away.do("AskStore", fulfilment_id=PICKUP, question="condition").result, Accepted)
    assert len(away.tables["store_question"]) == 1
    assert not away.tables["task"]


def test_another_question_needs_its_words_and_a_part_that_is_not_over(desk: ServiceDesk) -> None:
    assert reason_of(desk.do("AskStore", fulfilment_id=PICKUP, question="other")) == TextMissing("note")
    desk.part(state="collected")
    over = desk.do("AskStore", fulfilment_id=PICKUP, question="condition")
    assert reason_of(over) == WrongState("collected", "asked")


def test_the_customer_takes_another_store_and_everything_follows(desk: ServiceDesk) -> None:
    desk.part(state="rejected")
    desk.line(1, short=1)
    done = desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="other_store", place_id=MAL)
    assert isinstance(done.result, Accepted)
    assert desk.part().state == "other_store"
    (part,) = [row for row in desk.tables["fulfilment"].values() if row.place_id == MAL]
    assert (part.state, part.order_id, part.code_hash) == ("new", ORDER, "")
    lines = [row for row in desk.tables["fulfilment_line"].values() if row.fulfilment_id == part.id]
    assert sorted((row.line, row.ordered) for row in lines) == [(1, 1), (2, 2)]
    assert reserved(desk, MAL) == 1
    assert {row.holder for row in desk.tables["person"].values() if row.order_id == ORDER} == {str(MAL)}


def test_goods_sent_home_come_from_the_warehouse_that_has_them(desk: ServiceDesk) -> None:
    desk.part(state="customer_decision")
    desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="ship_home")
    assert desk.part().state == "ship_home"
    (task,) = desk.tasks("ship_to_customer")
    assert task.place_id == CENTRAL
    assert reserved(desk, CENTRAL) == 1


def test_a_place_with_too_little_is_not_chosen_and_whoever_asked_is_told(desk: ServiceDesk) -> None:
    desk.part(state="rejected")
    row = desk.tables["stock_level"][MAL, ALVA, SELLABLE]
    desk.tables["stock_level"][MAL, ALVA, SELLABLE] = row._replace(reserved=row.quantity)
    desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="other_store", place_id=MAL)
    assert desk.part().state == "rejected"
    (asked,) = desk.tables["order_request"].values()
    assert (asked.state, asked.reason) == ("refused", "not_enough")
    assert [task.place_id for task in desk.tasks("request_refused")] == [GBG]


def test_a_cancelled_rest_ends_the_order_and_asks_for_the_money(desk: ServiceDesk) -> None:
    desk.part(state="rejected")
    desk.tables["order_line"][ORDER, 1] = desk.tables["order_line"][ORDER, 1]._replace(amount=900_000)
    desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="cancel")
    assert desk.part().state == "cancelled"
    order = desk.tables["orders"][ORDER,]
    assert (order.state, order.payment_state) == ("cancelled", "refund_asked")
    assert [row.amount for row in desk.tables["payment"].values()] == [900_000]


def test_a_desk_by_itself_only_says_that_the_decision_is_asked_for(away: ServiceDesk) -> None:
    away.part(state="rejected")
    away.do("DecideForCustomer", fulfilment_id=PICKUP, choice="cancel")
    assert away.part().state == "rejected"
    assert [row.state for row in away.tables["order_request"].values()] == ["asked"]


def test_only_what_waits_for_the_customer_is_decided_and_only_for_a_store(desk: ServiceDesk) -> None:
    early = desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="cancel")
    assert reason_of(early) == WrongState("new", "cancel")
    desk.part(state="rejected")
    no_store = desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="other_store", place_id=CENTRAL)
    assert reason_of(no_store) == UnknownRecord("place")
    with pytest.raises(UnreadableArguments):
        desk.do("DecideForCustomer", fulfilment_id=PICKUP, choice="other_store")


def test_a_new_address_is_put_in_place_by_the_centre(desk: ServiceDesk) -> None:
    row = ask(desk, "address", address_mark(ORDER, HOME), **STREET)
    assert (row.state, row.reason) == ("accepted", "")
    assert "gatan" not in row.wanted + row.seen
    assert desk.tables["address"][HOME.id,].street == "Nya gatan 2"


def test_an_address_that_somebody_else_changed_is_refused_and_both_are_kept(desk: ServiceDesk) -> None:
    seen = address_mark(ORDER, HOME)
    desk.tables["address"][HOME.id,] = HOME._replace(street="Andra gatan 3")
    row = ask(desk, "address", seen, **STREET)
    assert (row.state, row.reason, row.seen) == ("refused", "changed_meanwhile", seen)
    assert row.found == address_mark(ORDER, HOME._replace(street="Andra gatan 3"))
    streets = {one.role: one.street for one in desk.tables["address"].values()}
    assert streets == {"shipping": "Andra gatan 3", "asked": "Nya gatan 2"}
    assert [task.place_id for task in desk.tasks("request_refused")] == [GBG]


def test_a_desk_by_itself_asks_and_changes_nothing(away: ServiceDesk) -> None:
    assert ask(away, "address", "", **STREET).state == "asked"
    assert away.tables["address"][HOME.id,] == HOME
    assert ask(away, "cancel", "open").state == "asked"
    assert away.tables["orders"][ORDER,].state == "open"


def test_a_cancelled_order_frees_its_goods_and_has_picked_ones_put_back(desk: ServiceDesk) -> None:
    row = desk.tables["stock_level"][GBG, ALVA, SELLABLE]
    desk.tables["stock_level"][GBG, ALVA, SELLABLE] = row._replace(reserved=1)
    desk.part(state="picking")
    desk.line(1, picked=1)
    assert ask(desk, "cancel", "open").state == "accepted"
    assert desk.tables["orders"][ORDER,].state == "cancelled"
    assert desk.part().state == "cancelled"
    assert reserved(desk, GBG) == 0
    assert [task.place_id for task in desk.tasks("put_back_goods")] == [GBG]


def test_a_line_is_cut_and_the_rest_goes_on(desk: ServiceDesk) -> None:
    desk.part(state="picking")
    desk.line(2, picked=2)
    row = ask(desk, "cancel_line", "2", line=2, quantity=1)
    assert (row.state, row.wanted) == ("accepted", '{"change":"cancel_line","line":2,"quantity":1}')
    line = desk.line(2)
    assert (line.cancelled, line.picked) == (1, 1)
    assert desk.tables["order_line"][ORDER, 2].cancelled == 1
    assert len(desk.tasks("put_back_goods")) == 1


def test_a_line_that_stands_packed_or_has_changed_is_not_cut(desk: ServiceDesk) -> None:
    desk.part(state="staged")
    desk.line(2, picked=2, staged=2)
    assert ask(desk, "cancel_line", "2", line=2, quantity=1).reason == "staged"
    desk.line(2, staged=0)
    row = ask(desk, "cancel_line", "5", line=2, quantity=1)
    assert (row.reason, row.seen, row.found) == ("changed_meanwhile", "5", "2")


def test_the_last_line_cut_ends_the_pickup_and_the_order(desk: ServiceDesk) -> None:
    ask(desk, "cancel_line", "1", line=1, quantity=1)
    assert desk.part().state == "new"
    ask(desk, "cancel_line", "2", line=2, quantity=2)
    assert desk.part().state == "cancelled"
    assert desk.tables["orders"][ORDER,].state == "cancelled"


def test_nothing_is_changed_once_goods_have_left(desk: ServiceDesk) -> None:
    desk.hand_all_over()
    refused = desk.do("RequestChange", order_id=ORDER, change="cancel", seen="open")
    assert reason_of(refused) == GoodsHaveLeft("collected")
    assert desk.tables["orders"][ORDER,].state == "open"


def test_a_handover_that_came_first_refuses_what_another_desk_asked_for(away: ServiceDesk) -> None:
    done = away.do("RequestChange", order_id=ORDER, change="cancel", seen="open")
    centre = ServiceDesk()
    centre.hand_all_over()
    result = decide(MemoryState(centre.tables), done.act, NOW, NOW)
    assert isinstance(result, Accepted)
    carry_out_all(centre.tables, result.changes)
    (row,) = centre.tables["order_request"].values()
    assert (row.state, row.reason, row.found) == ("refused", "goods_left", "collected")
    assert centre.part().state == "collected"


def test_a_note_reaches_the_pickup_and_an_incomplete_request_is_not_sent(desk: ServiceDesk) -> None:
    assert ask(desk, "note", "", note="Ring first").state == "accepted"
    assert desk.part().note == "Ring first"
    empty = desk.do("RequestChange", order_id=ORDER, change="address", seen="", street="Gatan")
    assert reason_of(empty) == TextMissing("street")
    many = desk.do("RequestChange", order_id=ORDER, change="cancel_line", seen="", line=2, quantity=9)
    assert reason_of(many) == TooMany(2, 9, 2)
    with pytest.raises(UnreadableArguments):
        desk.do("RequestChange", order_id=ORDER, change="cancel_line", seen="")
