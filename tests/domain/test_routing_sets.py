"""Sets of routing rules: numbers, one in use, twenty to go back to."""

from storedesk.domain.records import RoutingSet
from storedesk.domain.routing_sets import DROPPED, IN_USE, KEPT, PAST, Sets, put_in_use, sets_of


def after(sets: Sets, rows: dict[int, RoutingSet], wanted: RoutingSet, at: int) -> Sets:
    rows |= {row.number: row for row in put_in_use(sets, wanted, at, 7)}
    return sets_of(rows.values(), wanted.rules)


def draft(number: int) -> RoutingSet:
    return RoutingSet(number, "draft", f"rules {number}", None, 1, 7)


def test_rules_that_nobody_numbered_are_set_1() -> None:
    sets = sets_of((), "")
    assert (sets.in_use.number, sets.in_use.since, sets.draft, sets.past) == (1, None, None, ())
    assert sets.next_number == 2


def test_a_set_that_goes_in_use_leaves_the_one_before_to_go_back_to() -> None:
    rows: dict[int, RoutingSet] = {}
    sets = after(sets_of((), "old"), rows, draft(2), 100)
    assert sets.in_use == RoutingSet(2, IN_USE, "rules 2", 100, 100, 7)
    assert [(one.number, one.rules, one.state) for one in sets.past] == [(1, "old", PAST)]
    sets = after(sets, rows, sets.past[0], 200)
    assert (sets.in_use.number, sets.in_use.since) == (1, 200)
    assert [one.number for one in sets.past] == [2]
    assert sets.next_number == 3


def test_only_the_last_twenty_are_kept_and_no_number_comes_twice() -> None:
    rows: dict[int, RoutingSet] = {}
    sets = sets_of((), "")
    for at in range(1, 40):
        sets = after(sets, rows, draft(sets.next_number), at)
    assert sets.in_use.number == 40
    assert [one.number for one in sets.past] == list(range(39, 39 - KEPT, -1))
    assert rows[5].state == DROPPED and rows[5].rules == ""
    assert sets.next_number == 41


def test_rules_set_without_a_row_count_as_those_in_use() -> None:
    row = RoutingSet(4, IN_USE, "old", 100, 100, 7)
    assert sets_of((row,), "new").in_use == row._replace(rules="new")
