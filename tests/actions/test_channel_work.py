"""Repairing what a channel shows wrongly, and asking for a check."""

import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.channel_work import MOST_AT_ONCE, check_setting
from storedesk.domain.reasons import NotAllowed, UnknownChoice, UnknownRecord
from storedesk.domain.records import Difference, Setting
from tests.actions.channel_days import ChannelShop, difference
from tests.small_shop import ELIN, MAJA, NOW, RASK, TERMOS


@pytest.mark.parametrize(("central", "state"), [(True, "repairing"), (False, "open")])
@pytest.mark.parametrize("how", ["push", "take_theirs"])
def test_a_repair_is_asked_for_at_the_desk_and_begun_centrally(how: str, central: bool, state: str) -> None:
    shop = ChannelShop(central)
    shop.repair(difference(), how)
    row = shop.now_is(difference())
    assert (row.asked, row.asked_by, row.asked_at, row.state) == (how, MAJA, NOW, state)
    assert shop.now_is(difference(RASK)).asked == ""


def test_all_of_one_cause_and_field_are_repaired_with_one_press() -> None:
    shop = ChannelShop()
    price = difference(RASK, field="price")
    shop.tables["difference"][price.id,] = price
    shop.repair(difference(), all_alike=True)
    asked = {row.id for row in shop.tables["difference"].values() if row.asked}
    assert asked == {difference().id, difference(RASK).id}


def test_one_press_repairs_only_so_many_and_the_dearest_first() -> None:
    shop = ChannelShop()
    for number in range(MOST_AT_ONCE + 5):
        row = difference(1_000 + number, cost=number)
        shop.tables["difference"][row.id,] = row
    shop.repair(difference(), all_alike=True)
    asked = [row for row in shop.tables["difference"].values() if row.asked]
    assert len(asked) == MOST_AT_ONCE
    assert min(row.cost for row in asked if row.id != difference().id) > 5


def test_what_is_in_repair_already_is_left_to_it() -> None:
    shop = ChannelShop()
    shop.repair(difference(RASK), "take_theirs")
    shop.repair(difference(), "push", all_alike=True)
    assert shop.now_is(difference(RASK)).asked == "take_theirs"


@pytest.mark.parametrize(
    ("row", "how"),
    [
        (difference(field="listed"), "take_theirs"),
        (difference(field="promise"), "push"),
        (difference(field="contract_price"), "push"),
        (difference(cause="no_mapping"), "push"),
    ],
)
def test_what_cannot_be_repaired_that_way_is_refused(row: Difference, how: str) -> None:
    shop = ChannelShop()
    shop.tables["difference"][row.id,] = row
    done = shop.repair(row, how)
    assert done.gate == UnknownChoice(how)
    assert isinstance(done.result, Rejected)


def test_an_associate_may_look_and_not_repair() -> None:
    shop = ChannelShop()
    done = shop.repair(difference(), staff=ELIN)
    assert done.gate == NotAllowed("channel.repair")
    assert isinstance(shop.do("AskChannelCheck", staff=ELIN, channel_id=0).result, Accepted)


def test_what_is_gone_meanwhile_is_said() -> None:
    shop = ChannelShop()
    shop.tables["difference"].clear()
    assert shop.repair(difference(TERMOS)).gate == UnknownRecord("difference")


def test_a_check_is_asked_for_by_its_time_and_never_moved_back() -> None:
    shop = ChannelShop()
    name = check_setting(0)
    shop.do("AskChannelCheck", NOW, channel_id=0)
    assert shop.tables["setting"][0, name] == Setting(0, name, str(NOW))
    shop.do("AskChannelCheck", NOW + 5, channel_id=0)
    shop.do("AskChannelCheck", NOW + 1, channel_id=0)
    assert shop.tables["setting"][0, name].value == str(NOW + 5)


def test_one_channel_can_be_checked_alone() -> None:
    shop = ChannelShop(central=False)
    shop.do("AskChannelCheck", channel_id=1)
    assert (0, check_setting(1)) in shop.tables["setting"]
    assert shop.do("AskChannelCheck", channel_id=9).gate == UnknownRecord("channel")
