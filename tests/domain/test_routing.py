"""Routing: never beyond what is free, never a place that is switched off, the same in whatever order facts come."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.domain.routing import CHOSEN, Candidate, Routed, Stock, Wanted, can_give, route
from storedesk.domain.routing_rules import (
    COLLECTED,
    SENT,
    USUAL,
    Batch,
    Filter,
    RoutingWrong,
    Rule,
    RuleSet,
    Run,
    rules_from,
)
from storedesk.domain.routing_text import rules_text

ARTICLES = (1, 2, 3)
STOCK = st.builds(Stock, st.integers(0, 9), st.integers(0, 3))


@st.composite
def places(draw: st.DrawFn) -> list[Candidate]:
    return [
        Candidate(
            number, f"P{number}", draw(st.sampled_from(("store", "warehouse"))),
            draw(st.dictionaries(st.sampled_from(ARTICLES), STOCK)),
            draw(st.none() | st.integers(0, 400)), draw(st.integers(0, 5)), draw(st.booleans()), draw(st.booleans()),
            draw(st.booleans()), draw(st.booleans()),
        )
        for number in range(1, draw(st.integers(1, 6)) + 1)
    ]  # fmt: skip


RULE = st.builds(
    Rule,
    st.just("any"),
    st.builds(Filter, deliveries=st.sampled_from(((), (SENT,), (COLLECTED,)))),
    on=st.booleans(),
    places=st.sampled_from(((), ("store",), ("P1", "P2"))),
    most_parcels=st.integers(1, 4),
    km=st.none() | st.integers(0, 400),
    safety=st.booleans(),
    capacity=st.booleans(),
    opening=st.sampled_from(("", "now", "today")),
    partial=st.booleans(),
    from_elsewhere=st.booleans(),
)
RULES = st.builds(RuleSet, st.lists(RULE, min_size=1, max_size=4).map(tuple), daily=st.just({"*": 3}))
ORDERS = st.builds(
    Wanted,
    st.just("web"),
    st.just(""),
    st.sampled_from((SENT, COLLECTED)),
    st.integers(1, 6),
    st.dictionaries(st.sampled_from(ARTICLES), st.integers(1, 12), min_size=1),
)


def shared(routed: Routed) -> Mapping[int, int]:
    total: dict[int, int] = {}
    for share in routed.shares:
        total[share.variant_id] = total.get(share.variant_id, 0) + share.quantity
    return total


@settings(max_examples=50, deadline=None)
@given(ORDERS, places(), RULES)
def test_nothing_is_given_beyond_what_a_place_may_promise_and_nothing_twice(
    order: Wanted, there: list[Candidate], rules: RuleSet
) -> None:
    routed = route(order, there, rules)
    by_id = {place.place_id: place for place in there}
    given_here: dict[tuple[int, int], int] = {}
    for share in routed.shares:
        key = (share.place_id, share.variant_id)
        given_here[key] = given_here.get(key, 0) + share.quantity
        assert share.quantity > 0
    for (place_id, variant), quantity in given_here.items():
        assert quantity <= can_give(by_id[place_id], variant, rules.rules[routed.rule - 1])
    total = shared(routed)
    for variant, wanted in order.goods.items():
        assert total.get(variant, 0) + routed.left.get(variant, 0) == wanted


@settings(max_examples=50, deadline=None)
@given(ORDERS, places(), RULES)
def test_no_place_that_is_switched_off_or_gave_the_order_back_is_chosen(
    order: Wanted, there: list[Candidate], rules: RuleSet
) -> None:
    routed = route(order, there, rules)
    barred = {place.place_id for place in there if place.off or place.tried}
    assert not barred & {share.place_id for share in routed.shares}
    assert not barred & {one.place_id for one in routed.looked if one.outcome == CHOSEN}


@settings(max_examples=50, deadline=None)
@given(ORDERS, places(), RULES)
def test_the_order_in_which_places_come_does_not_matter(
    order: Wanted, there: list[Candidate], rules: RuleSet
) -> None:
    turned = [*there[1::2][::-1], *there[::2]]
    goods = dict(sorted(order.goods.items(), reverse=True))
    assert route(order, there, rules) == route(order._replace(goods=goods), turned, rules)


@settings(max_examples=50, deadline=None)
@given(ORDERS, places(), RULES)
def test_a_rule_without_parts_places_all_or_nothing_in_no_more_parcels_than_it_allows(
    order: Wanted, there: list[Candidate], rules: RuleSet
) -> None:
    routed = route(order, there, rules)
    if routed.rule:
        rule = rules.rules[routed.rule - 1]
        assert rule.on
        assert len({share.place_id for share in routed.shares}) <= rule.most_parcels
        assert rule.partial or not routed.left
        if order.delivery == COLLECTED and not rule.from_elsewhere:
            assert {share.place_id for share in routed.shares} == {order.place_id}
    else:
        assert routed.left == order.goods


def place(number: int, free: int, km: int | None = None, **more: object) -> Candidate:
    return Candidate(number, f"P{number}", "store", {1: Stock(free, 0)}, km, 0, True, True)._replace(**more)  # type: ignore[arg-type]


def test_the_picture_chooses_the_nearest_that_can_and_says_why_not_the_others() -> None:
    rules = RuleSet((Rule("One parcel, store within 25 km", Filter(), km=25),), daily={"P2": 40})
    there = [place(1, 3, 7), place(2, 5, 2, parcels_today=40), place(3, 4, 28), place(4, 0, 20)]
    routed = route(Wanted("web", "", SENT, None, {1: 1}), there, rules)
    assert [share.place_id for share in routed.shares] == [1]
    assert [(one.place_id, one.why, one.figure, one.limit) for one in routed.looked] == [
        (1, "nearest", 7, 0), (2, "full", 40, 40), (3, "too_far", 28, 25), (4, "too_little", 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ("nonsense", "The routing rules are not JSON; correct the setting 'routing'."),
        ({"rules": []}, "There is no rule: add one, or remove the setting for the usual rules."),
        ({"rules": [{"name": "A"}, {"name": "B", "km": 25}, {"name": "C"}]},
         "Rule 2 can never be reached: rule 1 takes all it would."),
        ({"rules": [{"name": "A", "km": "far"}]}, "Rule 1: 'km' is a whole number from 0 to 40000."),
        ({"rules": [{"name": "A", "open": "never"}]}, "Rule 1: 'open' is 'now', 'today' or left out."),
        ({"rules": [{"name": ""}]}, "Rule 1 needs a name of at most 80 characters."),
        ({"rules": [{"name": "A", "kilometres": 3}]}, "Rule 1: there is no 'kilometres'; there are name, on,"),
        ({"rules": [{"name": "A"}], "daily": {"GBG": -1}}, "'daily': 'GBG' is a whole number from 0 to 1000000."),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_used_are_refused_with_one_sentence(rules: object, sentence: str) -> None:
    text = rules if isinstance(rules, str) else json.dumps(rules)
    with pytest.raises(RoutingWrong) as refused:
        rules_from(text)
    assert str(refused.value).startswith(sentence)


def test_rules_are_read_as_they_are_written_and_nothing_means_the_usual_ones() -> None:
    text = json.dumps(
        {
            "rules": [
                {"name": "Near", "delivery": "sent", "km": 25, "places": ["store"], "channels": ["web"]}
            ],
            "runs": [{"name": "Often", "every_minutes": 5}],
            "batches": [{"name": "Business", "groups": ["b2b"]}],
            "daily": {"*": 30, "CWH": 2000},
        }
    )
    rules = rules_from(text)
    assert rules.rules[0] == Rule("Near", Filter(("web",), (), (SENT,)), places=("store",), km=25)
    assert (rules.limit_of("GBG"), rules.limit_of("CWH")) == (30, 2000)
    assert rules_from("") == USUAL


SETS = st.builds(
    RuleSet,
    st.lists(
        RULE.map(lambda rule: rule._replace(orders=Filter(("web",), (), (SENT,)), name="é”", on=False)),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.just((Run("r", Filter(("web",), ("b2b",)), 60),)),
    st.just((Batch("b", Filter(deliveries=(SENT,))),)),
    st.dictionaries(st.sampled_from(("*", "GBG")), st.integers(0, 90)),
    st.integers(1, 600),
    st.integers(1, 30),
    st.integers(0, 60),
)


@given(SETS)
def test_rules_that_are_written_down_are_read_as_they_were(rules: RuleSet) -> None:
    assert rules_from(rules_text(rules)) == rules


def test_the_usual_rules_can_be_written_down() -> None:
    assert rules_from(rules_text(USUAL)) == USUAL


def test_a_pickups_place_gives_what_it_has_and_another_brings_the_rest() -> None:
    rules = RuleSet((Rule("Here and elsewhere", Filter(), most_parcels=2, from_elsewhere=True),))
    there = [place(1, 2), place(2, 3, 7), place(3, 3, 5)]
    routed = route(Wanted("web", "", COLLECTED, 1, {1: 5}), there, rules)
    assert [(one.place_id, one.quantity) for one in routed.shares] == [(1, 2), (3, 3)]
    assert (routed.brought_to, routed.left) == (1, {})
    alone = route(Wanted("web", "", COLLECTED, 1, {1: 3}), there, rules)
    assert [(one.place_id, one.quantity) for one in alone.shares] == [(3, 3)], "one way rather than two"
    nowhere = route(Wanted("web", "", COLLECTED, None, {1: 3}), there, rules)
    assert nowhere.shares == ()


def test_nothing_is_brought_to_a_place_that_is_switched_off() -> None:
    rules = RuleSet((Rule("Elsewhere", Filter(), from_elsewhere=True),))
    there = [place(1, 0, off=True), place(2, 3, 7)]
    assert route(Wanted("web", "", COLLECTED, 1, {1: 2}), there, rules).shares == ()
