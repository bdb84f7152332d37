"""Answers taken back, parts sent with the rest later, and what a difference says."""

from typing import Any

import msgspec
import pytest

from storedesk.actions.action import Accepted
from storedesk.domain.records import TransferLine
from storedesk.domain.tables import IN_TRANSIT
from tests.actions.stock_days import StockShop
from tests.small_shop import ALVA, ELIN, MAL, RASK

ONE, TWO = ([{"variant_id": ALVA, "quantity": number}] for number in (1, 2))


@pytest.fixture
def shop() -> StockShop:
    return StockShop()


def row(shop: StockShop, name: str) -> Any:
    return shop.tables["transfer"][name,]


def test_a_yes_can_be_taken_back_until_the_goods_are_sent(shop: StockShop) -> None:
    name = shop.transfer()
    shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL)
    assert (row(shop, name).answered_by, row(shop, name).answered_at) == (ELIN, shop.now)
    shop.do("AnswerTransfer", transfer_id=name, agree=False, place=MAL)
    assert row(shop, name).state == "refused"
    assert not isinstance(shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL).result, Accepted)


def test_a_part_goes_now_and_the_rest_becomes_a_transfer_of_its_own(shop: StockShop) -> None:
    name = shop.transfer()
    shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL)
    shop.do("SendTransfer", transfer_id=name, lines=ONE, rest_later=True, place=MAL)
    rest = next(one for one in shop.tables["transfer"].values() if one.rest_of == name)
    assert (row(shop, name).state, rest.state, rest.number) == (
        "sent",
        "agreed",
        row(shop, name).number + "/2",
    )
    assert shop.tables["transfer_line"][rest.id, ALVA] == TransferLine(rest.id, ALVA, 1, 0, 0)
    shop.do("ReceiveTransfer", transfer_id=name, lines=ONE)
    assert "transfer_differs" not in shop.tasks()
    shop.do("SendTransfer", transfer_id=rest.id, lines=ONE, rest_later=True, place=MAL)
    shop.do("ReceiveTransfer", transfer_id=rest.id, lines=ONE)
    assert shop.level(IN_TRANSIT, MAL) == 0
    assert len(shop.tables["transfer"]) == 2, "nothing was left the second time"


def test_the_third_part_counts_on(shop: StockShop) -> None:
    lines = [{"variant_id": ALVA, "quantity": 3}]
    name = shop.made(shop.do("AskTransfer", number="GBG-07-00041-K7", from_id=MAL, lines=lines))
    for _ in range(2):
        shop.do("SendTransfer", transfer_id=name, lines=ONE, rest_later=True, place=MAL)
        name = next(one.id for one in shop.tables["transfer"].values() if one.rest_of == name)
    assert row(shop, name).number == "GBG-07-00041-K7/3"


def test_a_difference_says_of_what_and_how_many(shop: StockShop) -> None:
    name = shop.transfer()
    shop.do("SendTransfer", transfer_id=name, lines=TWO, place=MAL)
    arrived = [*ONE, {"variant_id": RASK, "quantity": 1}]
    shop.do("ReceiveTransfer", transfer_id=name, lines=arrived)
    [task] = [one for one in shop.tables["task"].values() if one.kind == "transfer_differs"]
    facts = msgspec.json.decode(task.facts)
    assert (facts["variant_id"], facts["quantity"]) == (ALVA, 1)
    assert row(shop, name).received_by == ELIN


@pytest.mark.parametrize(
    "reason", ["missing", "found", "damaged", "display", "display_back", "stolen", "written_off"]
)
def test_an_adjustment_taken_back_leaves_every_bucket_as_it_was(shop: StockShop, reason: str) -> None:
    shop.do("AdjustStock", variant_id=ALVA, quantity=9, reason="display")
    before = [shop.level(bucket) for bucket in range(5)]
    shop.do("AdjustStock", variant_id=ALVA, quantity=2, reason=reason)
    shop.do("AdjustStock", variant_id=ALVA, quantity=2, reason=reason, takes_back=True)
    assert [shop.level(bucket) for bucket in range(5)] == before
    assert shop.reasons()[-1] == f"take_back_{reason}"


def test_nothing_arrived_closes_the_transfer_with_a_task_and_leaves_the_goods_on_the_way(
    shop: StockShop,
) -> None:
    name = shop.transfer()
    shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL)
    shop.do("SendTransfer", transfer_id=name, lines=TWO, place=MAL)
    before = shop.level()
    assert isinstance(shop.do("ReceiveTransfer", transfer_id=name, lines=[]).result, Accepted)
    assert (row(shop, name).state, shop.level(), shop.level(IN_TRANSIT, MAL)) == ("received", before, 2)
    [task] = [one for one in shop.tables["task"].values() if one.kind == "transfer_differs"]
    facts = msgspec.json.decode(task.facts)
    assert (facts["variant_id"], facts["quantity"], facts["transfer"]) == (ALVA, 2, name)


def test_nothing_can_arrive_only_of_what_is_known_to_be_sent(shop: StockShop) -> None:
    name = shop.transfer()
    shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL)
    assert shop.do("ReceiveTransfer", transfer_id=name, lines=[]).gate is not None
