"""Stock: facts are always kept, counts hold against late news, holds are certain or asked, goods travel."""

from typing import Any

import pytest

from storedesk.actions.action import Accepted
from storedesk.domain.records import ProtectedStock
from storedesk.domain.tables import DAMAGED, DISPLAY, IN_TRANSIT
from tests.actions.stock_days import HOUR, StockShop
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, NOW

TWO = [{"variant_id": ALVA, "quantity": 2}]


@pytest.fixture
def shop() -> StockShop:
    return StockShop()


def adjust(shop: StockShop, reason: str, quantity: int = 2, at: int | None = None) -> Any:
    return shop.do("AdjustStock", at, variant_id=ALVA, quantity=quantity, reason=reason).result


def count(shop: StockShop, counted: int, at: int) -> None:
    shop.do("CountStock", at, variant_id=ALVA, counted=counted)


@pytest.mark.parametrize(
    ("reason", "change"),
    [("missing", -2), ("found", 2), ("stolen", -2), ("own_use", -2), ("damaged", -2), ("display", -2)],
)
def test_an_adjustment_moves_by_what_its_reason_says(shop: StockShop, reason: str, change: int) -> None:
    before = shop.level()
    adjust(shop, reason)
    assert shop.level() - before == change
    assert shop.level(DAMAGED) == (2 if reason == "damaged" else 0)
    assert shop.level(DISPLAY) == (2 if reason == "display" else 0)


def test_an_adjustment_below_zero_is_kept_and_opens_a_task(shop: StockShop) -> None:
    result = adjust(shop, "missing", shop.level() + 3)
    assert isinstance(result, Accepted) and result.task is not None
    assert (shop.level(), shop.tasks()) == (-3, ["below_zero"])


def test_what_is_found_on_a_shelf_below_zero_opens_no_second_task(shop: StockShop) -> None:
    adjust(shop, "missing", shop.level() + 3)
    adjust(shop, "found", 1)
    assert shop.tasks() == ["below_zero"]


def test_a_count_leaves_what_was_counted_and_says_what_was_expected(shop: StockShop) -> None:
    before = shop.level()
    count(shop, 7, NOW)
    [row] = shop.tables["stock_count"].values()
    assert (shop.level(), row.counted, row.expected) == (7, 7, before)


def test_a_count_that_arrives_late_keeps_what_moved_after_it(shop: StockShop) -> None:
    before = shop.level()
    adjust(shop, "missing", 1, NOW + HOUR)
    count(shop, 7, NOW)
    [row] = shop.tables["stock_count"].values()
    assert (shop.level(), row.expected) == (6, before)


def test_what_happened_before_a_count_and_arrives_after_it_is_covered_by_it(shop: StockShop) -> None:
    count(shop, 7, NOW + HOUR)
    adjust(shop, "missing", 2, NOW)
    assert shop.level() == 7
    assert shop.reasons()[-2:] == ["adjust_missing", "count_covers"]


def test_of_two_counts_the_one_that_happened_later_wins(shop: StockShop) -> None:
    count(shop, 7, NOW + HOUR)
    count(shop, 3, NOW)
    assert (shop.level(), len(shop.tables["stock_count"])) == (7, 2)
    count(shop, 4, NOW + 2 * HOUR)
    assert shop.level() == 4


def test_a_shelf_nobody_knew_can_be_counted(shop: StockShop) -> None:
    shop.do("CountStock", variant_id=ALVA, counted=3, bucket=DAMAGED)
    assert shop.level(DAMAGED) == 3
    assert shop.tables["stock_level"][GBG, ALVA, DAMAGED].counted_at == NOW


def lend(shop: StockShop, quantity: int, until: int = NOW + 2 * HOUR) -> None:
    shop.tables["protected_stock"][GBG, ALVA, "GBG-1"] = ProtectedStock(
        GBG, ALVA, "GBG-1", quantity, 0, until
    )


def used(shop: StockShop) -> int:
    return int(shop.tables["protected_stock"][GBG, ALVA, "GBG-1"].used)


def test_a_desk_asks_for_a_hold_that_nobody_lent_it_the_goods_for() -> None:
    assert StockShop(central=False).hold().state == "asked"


@pytest.mark.parametrize("central", [True, False])
def test_a_hold_inside_what_was_lent_is_certain_and_ends_with_the_lending(central: bool) -> None:
    shop = StockShop(central)
    lend(shop, 2, NOW + HOUR // 2)
    row = shop.hold(2)
    assert (row.state, row.until, used(shop)) == ("held", NOW + HOUR // 2, 2)


def test_five_minutes_before_the_end_a_lending_gives_nothing_more() -> None:
    shop = StockShop(central=False)
    lend(shop, 2, NOW + 4 * 60_000)
    assert (shop.hold().state, used(shop)) == ("asked", 0)


def test_holds_take_from_each_other_and_the_last_is_refused_with_a_task(shop: StockShop) -> None:
    free = shop.level() - shop.tables["stock_level"][GBG, ALVA, 0].reserved
    assert shop.hold(free - 1).state == "held"
    assert shop.hold(2).state == "refused"
    assert shop.tasks() == ["hold_refused"]
    assert shop.hold(1).state == "held"


def test_a_released_hold_gives_back_what_was_lent_and_a_collected_one_uses_it_up(shop: StockShop) -> None:
    lend(shop, 3)
    first, second = shop.hold(), shop.hold()
    shop.do("ReleaseHold", hold_id=first.id)
    shop.do("ReleaseHold", hold_id=second.id, outcome="collected")
    row = shop.tables["protected_stock"][GBG, ALVA, "GBG-1"]
    assert (row.quantity, row.used) == (2, 0)


def test_the_name_of_a_hold_is_a_row_of_its_own_that_its_place_holds(shop: StockShop) -> None:
    row = shop.hold(customer_name="Sara Holm")
    [person] = [one for one in shop.tables["person"].values() if one.order_id == row.id]
    assert (person.name, person.holder, person.role) == ("Sara Holm", str(GBG), "hold")


def test_goods_go_out_to_transit_and_in_from_it(shop: StockShop) -> None:
    here, there = shop.level(), shop.level(place=MAL)
    name = shop.transfer()
    shop.do("AnswerTransfer", transfer_id=name, agree=True, place=MAL)
    shop.do("SendTransfer", transfer_id=name, lines=TWO, place=MAL)
    assert (shop.level(place=MAL), shop.level(IN_TRANSIT, MAL)) == (there - 2, 2)
    shop.do("ReceiveTransfer", transfer_id=name, lines=TWO)
    assert (shop.level(), shop.level(IN_TRANSIT, MAL)) == (here + 2, 0)
    assert shop.tasks() == ["transfer_asked"]


def test_goods_that_arrive_before_their_sending_is_known_even_out(shop: StockShop) -> None:
    here, there = shop.level(), shop.level(place=MAL)
    name = shop.transfer()
    shop.do("ReceiveTransfer", transfer_id=name, lines=TWO)
    shop.do("SendTransfer", transfer_id=name, lines=TWO, place=MAL)
    assert (shop.level(), shop.level(place=MAL), shop.level(IN_TRANSIT, MAL)) == (here + 2, there - 2, 0)
    assert "transfer_differs" not in shop.tasks()


def test_a_difference_and_a_second_arrival_are_tasks(shop: StockShop) -> None:
    name = shop.transfer()
    shop.do("SendTransfer", transfer_id=name, lines=TWO, place=MAL)
    shop.do("ReceiveTransfer", transfer_id=name, lines=[{"variant_id": ALVA, "quantity": 1}])
    level = shop.level()
    shop.do("ReceiveTransfer", transfer_id=name, lines=TWO)
    assert (shop.level(), shop.tasks().count("transfer_differs")) == (level, 2)


def test_a_desk_books_no_transit_at_another_place() -> None:
    shop = StockShop(central=False)
    name = shop.transfer()
    shop.do("ReceiveTransfer", transfer_id=name, lines=TWO)
    assert (GBG, ALVA, IN_TRANSIT) not in shop.tables["stock_level"]
    assert (MAL, ALVA, IN_TRANSIT) not in shop.tables["stock_level"]
    assert shop.tasks() == []


def test_only_the_place_that_was_asked_answers(shop: StockShop) -> None:
    name = shop.transfer()
    done = shop.do("AnswerTransfer", transfer_id=name, agree=True)
    assert not isinstance(done.result, Accepted)
    shop.do("AnswerTransfer", transfer_id=name, agree=False, place=MAL)
    assert shop.tables["transfer"][name,].state == "refused"
    assert shop.tasks() == ["transfer_asked", "transfer_refused"]


def test_a_transfer_from_the_warehouse_is_asked_for(shop: StockShop) -> None:
    done = shop.do("AskTransfer", number="GBG-07-00043-K7", from_id=CENTRAL, lines=TWO)
    assert isinstance(done.result, Accepted)
