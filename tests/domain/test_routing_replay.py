"""What if: counted by hand for a chain of a warehouse and two stores."""

from collections.abc import Mapping

from storedesk.domain.routing import Candidate, Stock, Wanted
from storedesk.domain.routing_replay import Outcome, PastOrder, Replay
from storedesk.domain.routing_rules import COLLECTED, SENT, Filter, Rule, RuleSet

HUB, NEAR, FAR = 1, 2, 3
SHIRT, BOOT = 10, 11
ANY = Filter()
WAREHOUSE_FIRST = RuleSet(
    (Rule("w", ANY, places=("warehouse",)), Rule("s", ANY, places=("store",)), Rule("x", ANY, most_parcels=2))
)
STORES_FIRST = RuleSet(
    (Rule("s", ANY, places=("store",), capacity=False), Rule("any", ANY)), daily={"NEAR": 1}
)


def past(goods: Mapping[int, int], delivery: str = SENT, place_id: int | None = None) -> PastOrder:
    places = (
        Candidate(HUB, "HUB", "warehouse", {}, 146, 0, True, True),
        Candidate(NEAR, "NEAR", "store", {}, 7, 0, True, True),
        Candidate(FAR, "FAR", "store", {}, 63, 0, True, True),
    )
    return PastOrder(Wanted("web", "", delivery, place_id, goods), places)


def stock(**by_place: tuple[int, int]) -> dict[tuple[int, int], Stock]:
    """Shirts and boots of each place, none kept for safety."""
    numbers = {"hub": HUB, "near": NEAR, "far": FAR}
    return {
        (numbers[name], article): Stock(free, 0)
        for name, pair in by_place.items()
        for article, free in zip((SHIRT, BOOT), pair, strict=True)
    }


def run(rules: RuleSet, *days: tuple[dict[tuple[int, int], Stock], tuple[PastOrder, ...]]) -> Outcome:
    replay = Replay(rules)
    for figures, orders in days:
        replay.new_day(figures)
        for order in orders:
            replay.take(order)
    return replay.outcome()


DAY = (
    stock(hub=(1, 1), near=(2, 0), far=(0, 1)),
    (past({SHIRT: 1}), past({SHIRT: 1}), past({SHIRT: 1, BOOT: 1})),
)


def test_a_day_is_counted_as_by_hand_for_both_sets() -> None:
    # Warehouse first: shirt from the hub (146), shirt from near (7), then the shirt from near (7), the boot from far
    # (63), which is nearer than the hub.
    assert run(WAREHOUSE_FIRST, DAY) == Outcome(3, 2, 1, 0, 7, 0, {HUB: 1, NEAR: 2, FAR: 1})
    # Stores first: two shirts from near, which may send one a day; the pair goes whole from the hub.
    assert run(STORES_FIRST, DAY) == Outcome(3, 3, 0, 0, 7, 1, {NEAR: 2, HUB: 1})


def test_what_a_day_gave_out_is_gone_for_the_rest_of_that_day_only() -> None:
    few = (stock(near=(1, 0)), (past({SHIRT: 1}), past({SHIRT: 1})))
    assert run(STORES_FIRST, few) == Outcome(2, 1, 0, 1, 7, 0, {NEAR: 1})
    assert run(STORES_FIRST, few, few) == Outcome(4, 2, 0, 2, 7, 0, {NEAR: 2})


def test_the_limit_of_a_day_begins_anew_with_the_next() -> None:
    one = (stock(near=(5, 0)), (past({SHIRT: 1}),))
    assert run(STORES_FIRST, one, one).over_limit == 0
    two = (stock(near=(5, 0)), (past({SHIRT: 1}), past({SHIRT: 1})))
    assert run(STORES_FIRST, two, two).over_limit == 2


def test_pickups_are_no_parcels_and_no_way() -> None:
    day = (stock(near=(5, 0)), (past({SHIRT: 1}, COLLECTED, NEAR), past({SHIRT: 1}, COLLECTED, NEAR)))
    assert run(STORES_FIRST, day) == Outcome(2, 2, 0, 0, None, 0, {NEAR: 2})


def test_nothing_there_is_nothing_placed() -> None:
    assert run(WAREHOUSE_FIRST, ({}, (past({BOOT: 1}),))) == Outcome(1, 0, 0, 1, None, 0, {})
    assert run(WAREHOUSE_FIRST) == Outcome(0, 0, 0, 0, None, 0, {})
