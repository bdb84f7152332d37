"""Routing rules as a draft, put in use, and gone back from."""

import pytest

from storedesk.domain.reasons import NotAllowed, RulesChanged, RulesWrong, RuleUnreachable, UnknownRecord
from tests.actions.routing_days import NEAR, WIDE, RoutingShop
from tests.small_shop import ELIN, MAJA, NOW


@pytest.mark.parametrize("central", [True, False])
def test_a_draft_stands_beside_the_set_in_use_until_it_is_used(central: bool) -> None:
    shop = RoutingShop(central)
    shop.keep()
    assert shop.rules is None
    assert (shop.sets[2].state, shop.sets[2].rules, shop.sets[2].changed_by) == ("draft", NEAR, MAJA)
    shop.use(2, NEAR)
    assert shop.rules == NEAR
    assert (shop.sets[2].state, shop.sets[2].since) == ("in_use", NOW)
    assert (shop.sets[1].state, shop.sets[1].rules) == ("past", "")


def test_one_press_goes_back_to_the_set_before() -> None:
    shop = RoutingShop()
    shop.keep()
    shop.use(2, NEAR)
    assert shop.use(1, "").gate is None
    assert (shop.rules, shop.sets[1].state, shop.sets[2].state) == ("", "in_use", "past")
    shop.keep(WIDE)
    assert shop.sets[3].state == "draft"


def test_a_draft_thrown_away_gives_its_number_to_the_next() -> None:
    shop = RoutingShop()
    shop.keep()
    shop.drop(NEAR)
    assert (shop.sets[2].state, shop.sets[2].rules) == ("thrown", "")
    assert shop.drop(NEAR).gate == UnknownRecord("routing_set")
    shop.keep(WIDE)
    assert (shop.sets[2].state, shop.sets[2].rules) == ("draft", WIDE)


def test_a_wrong_draft_is_refused_with_one_sentence() -> None:
    shop = RoutingShop()
    none = shop.keep('{"rules":[]}')
    assert none.gate == RulesWrong("There is no rule: add one, or remove the setting for the usual rules.")
    never = shop.keep('{"rules":[{"name":"A"},{"name":"B","km":5}]}')
    assert never.gate == RuleUnreachable(2, 1)
    assert shop.sets == {}


def test_what_somebody_else_wrote_meanwhile_is_not_written_over_nor_used_unseen() -> None:
    shop = RoutingShop()
    shop.keep()
    assert shop.keep(WIDE).gate == RulesChanged(2)
    assert shop.use(2, WIDE).gate == RulesChanged(2)
    assert shop.drop(WIDE).gate == RulesChanged(2)
    assert shop.keep(WIDE, NEAR).gate is None


def test_an_associate_may_not_change_the_rules() -> None:
    assert RoutingShop().keep(staff=ELIN).gate == NotAllowed("channel.repair")


def test_a_set_that_there_is_not_cannot_be_used() -> None:
    assert RoutingShop().use(9, "").gate == UnknownRecord("routing_set")
