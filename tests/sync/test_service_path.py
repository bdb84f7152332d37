"""Returns, requests and questions between desks and hub on real databases: online, offline, twice."""

from pathlib import Path

from storedesk.actions.order_marks import address_mark
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Address, OrderLine
from tests.small_shop import ELIN, GBG, MAL, RASK, fulfilment_id, order_id
from tests.sync.test_pickup_path import hand_over, level_on, make_ready
from tests.world import DeskInProcess, HubInProcess, make_world

ORDER, PICKUP = order_id(48201), fulfilment_id(48201)
HOME = Address(
    derived_id("home"), str(GBG), ORDER, "shipping", "Maria", "Gatan 1", "411 00", "Göteborg", "SE"
)


def take_back(desk: DeskInProcess, number: str, quantity: int = 2) -> object:
    part = {"line": 2, "variant_id": RASK, "quantity": quantity, "reason": "faulty", "condition": "as_new"}
    return desk.perform("TakeBackGoods", order_id=ORDER, number=number, lines=[part])


def handed_over(folder: Path) -> tuple[HubInProcess, DeskInProcess, DeskInProcess]:
    hub, (desk, other) = make_world(folder)
    priced = OrderLine(
        ORDER, 2, "goods", RASK, "SKU-102", "Article", "", "piece", 2, 0, 0, 0, 900_000, 250_000
    )
    hub.write([priced])
    answered(desk, other)
    assert hand_over(desk, make_ready(desk)) is None
    assert desk.sync().kind == other.sync().kind == "done"
    return hub, desk, other


def answered(*desks: DeskInProcess) -> None:
    """Everybody has heard everything, and nothing of their own waits."""
    for desk in (*desks, *desks):
        assert desk.sync().kind == "done"
        assert desk.rows("SELECT count(*) FROM outbox WHERE state <> 'done'")[0][0] == 0


def test_two_offline_desks_take_the_same_goods_back_and_only_one_refund_is_asked_for(tmp_path: Path) -> None:
    hub, desk, other = handed_over(tmp_path)
    assert take_back(desk, "GBG-1-00001-AA") is None
    assert take_back(other, "GBG-2-00001-BB") is None
    assert [row[0] for row in other.rows("SELECT state FROM goods_return")] == ["taken_back"]
    answered(desk, other)
    assert sorted(row[0] for row in desk.rows("SELECT state FROM goods_return")) == [
        "blocked",
        "refund_asked",
    ]
    assert [row[0] for row in desk.rows("SELECT amount FROM payment WHERE kind = 'refund'")] == [900_000]
    assert {row[0] for row in other.rows("SELECT outcome FROM outbox WHERE kind = 'TakeBackGoods'")} == {
        "accepted_with_conflict"
    }
    (task,) = desk.rows("SELECT id, state FROM task WHERE kind = 'over_return'")
    assert level_on(hub, RASK) == 52
    assert desk.perform("AnswerTask", task_id=task.id, choice="returned_once") is None
    answered(desk, other)
    assert level_on(hub, RASK) == level_on(other, RASK) == 50
    assert other.rows(f"SELECT returned FROM order_line WHERE order_id = '{ORDER}' AND line = 2")[0][0] == 2


def test_an_address_asked_for_at_two_desks_is_put_in_place_once(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    hub.write([HOME])
    answered(desk, other)
    seen = address_mark(ORDER, HOME)
    for one, street in ((desk, "Nya gatan 2"), (other, "Andra gatan 3")):
        assert (
            one.perform(
                "RequestChange", order_id=ORDER, change="address", seen=seen, street=street, postcode="412 00",
                city="Göteborg",
            )
            is None
        )  # fmt: skip
    assert [row[0] for row in desk.rows("SELECT state FROM order_request")] == ["asked"]
    assert desk.rows("SELECT street FROM address WHERE role = 'shipping'")[0][0] == "Gatan 1"
    answered(desk, other)
    rows = other.rows("SELECT state, reason FROM order_request ORDER BY state")
    assert [tuple(row) for row in rows] == [("accepted", ""), ("refused", "changed_meanwhile")]
    assert other.rows("SELECT street FROM address WHERE role = 'shipping'")[0][0] == "Nya gatan 2"
    assert other.rows("SELECT count(*) FROM task WHERE kind = 'request_refused'")[0][0] == 1


def test_an_order_handed_over_offline_is_not_cancelled_by_another_desk(tmp_path: Path) -> None:
    hub, (desk, other) = make_world(tmp_path)
    parcel = make_ready(desk)
    answered(desk, other)
    assert hand_over(desk, parcel) is None
    assert other.perform("RequestChange", order_id=ORDER, change="cancel", seen="open") is None
    answered(desk, other)
    assert other.rows(f"SELECT state FROM orders WHERE id = '{ORDER}'")[0][0] == "open"
    assert [row[0] for row in desk.rows("SELECT reason FROM order_request")] == ["goods_left"]


def test_a_question_finds_the_store_and_its_answer_comes_back(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    store = DeskInProcess(tmp_path, hub, 7, place_id=MAL)
    answered(desk, store)
    assert store.perform("AskStore", fulfilment_id=PICKUP, question="when_ready", staff_id=ELIN) is None
    answered(store, desk)
    (task,) = desk.rows("SELECT id FROM task WHERE kind = 'store_asked'")
    assert store.rows("SELECT count(*) FROM task WHERE kind = 'store_asked'")[0][0] == 0
    assert desk.perform("AnswerTask", task_id=task.id, choice="ready_today") is None
    answered(desk, store)
    assert tuple(store.rows("SELECT state, answer FROM store_question")[0]) == ("answered", "ready_today")
    assert store.rows("SELECT count(*) FROM task WHERE kind = 'store_answered'")[0][0] == 1
