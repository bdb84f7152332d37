"""How long goods are kept: the bands of a setting, and the usual ones where it cannot be read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.keep_rules import BUSINESS, MANAGER, STAFF, KeepRule, rule_for, rules_from, share_of

USUAL = rules_from("SEK", "")


def test_a_setting_gives_its_own_bands() -> None:
    text = json.dumps([[1_000_000, 3, 0, "staff"], [None, 5, 2, "manager"]])
    assert rules_from("SEK", text) == (KeepRule(1_000_000, 3, 0, STAFF), KeepRule(None, 5, 2, MANAGER))


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "7", '[["x",1,1,"staff"]]', '[[null,1,1,"boss"]]', '[[5,1,1,"staff"]]', "[[null,-1,0,\"staff\"]]",
     "[[null,true,0,\"staff\"]]", '[[null,1,1]]'],
)  # fmt: skip
def test_what_cannot_be_read_leaves_the_usual_bands(text: str) -> None:
    assert rules_from("SEK", text) == USUAL


def test_companies_and_currencies_have_bands_of_their_own() -> None:
    assert rules_from(BUSINESS, "")[0].days == 14
    assert rules_from("EUR", "")[0].up_to == 500_000
    assert rules_from("XYZ", "") == rules_from("EUR", "")


@given(st.integers(0, 1 << 50))
def test_every_value_lies_in_one_band(value: int) -> None:
    rule = rule_for(USUAL, value)
    assert rule.up_to is None or value <= rule.up_to
    below = [one for one in USUAL if one.up_to is not None and one.up_to < (rule.up_to or value)]
    assert all(value > (one.up_to or 0) for one in below)


@given(st.integers(0, 1 << 40), st.integers(1, 1000), st.data())
def test_shares_of_a_line_add_up_within_rounding(amount: int, ordered: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, ordered))
    assert abs(share_of(amount, ordered, part) + share_of(amount, ordered, ordered - part) - amount) <= 1
