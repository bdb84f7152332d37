"""A whole day of four desks and their hub, one store without a line in the middle: afterwards all is right."""

import msgspec

from storedesk.actions.registry import KINDS
from tests.day.after_the_day import (
    digests,
    document_numbers,
    frozen_quotes,
    handed_out,
    levels,
    moved,
    sums_of,
)
from tests.day.day_shop import RECIPES, plan
from tests.day.look_ups import WAYS
from tests.day.quote_scripts import ENDS
from tests.day.rare_pickups import RARE, UNKNOWN
from tests.day.stock_scripts import PER_DAY
from tests.day.whole_day import DayAfterwards

NOT_ON_THIS_DAY: dict[str, str] = {
    "ReplaceDesk": "a desk that is replaced has no end of the day",
    "RetryParked": "nothing that the day's desks do is unknown to their hub",
    "DismissParked": "nothing that the day's desks do is unknown to their hub",
    "AskChannelCheck": "the day's hub has no shops; tests/channel_day has",
    "KeepRoutingDraft": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "UseRouting": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "DropRoutingDraft": "the rules are nobody's work at a store; tests/ui/test_routing_window has it",
    "RepairDifference": "the day's hub has no shops; tests/channel_day has",
}
"""Kinds of action that the day leaves out, with the reason."""


def test_the_day_has_150_pickups_60_look_ups_40_stock_acts_and_25_quotes(day: DayAfterwards) -> None:
    counts = {"pickups": 150, "look_ups": 60, "stock": 40, "quotes": 25}
    done = {name: sum(day.done[name].values()) for name in counts}
    assert done == {name: count * day.times for name, count in counts.items()}
    assert day.done["pickups"] == {recipe: (here + there) * day.times for recipe, here, there in RECIPES}
    assert set(day.done["look_ups"]) == set(WAYS) and set(day.done["quotes"]) == set(ENDS)
    assert day.done["rare"] == dict.fromkeys((*RARE, UNKNOWN), 2 * day.times)
    assert day.done["stock"] == {kind: count * day.times for kind, count in PER_DAY.items()}


def test_one_store_had_no_line_in_the_middle_and_the_others_had(day: DayAfterwards) -> None:
    assert [bool(requests) for requests in day.cut_requests] == [True, True, False, False]
    assert [desk.code for desk in day.desks] == ["GBG-1", "GBG-2", "MAL-1", "KUND-1"]


def test_every_pickup_has_come_to_its_end(day: DayAfterwards) -> None:
    ends: dict[str, set[str]] = {}
    for job in plan(day.times):
        ends.setdefault(job.recipe, set()).add(day.hub.tables["fulfilment"][job.fulfilment_id,].state)
    decided = {"cancelled", "other_store", "ship_home"}
    assert ends.pop("rejected") == decided
    assert ends.pop("ended") == {"cancelled"}
    assert set().union(*ends.values()) == {"collected"}


def test_every_act_was_decided_once_and_nothing_waits(day: DayAfterwards) -> None:
    made = sum(sum(desk.performed.values()) for desk in day.desks)
    assert made == sum(day.hub.decided.values()) == sum(sum(desk.outbox.values()) for desk in day.desks)
    assert {outcome for _, outcome in day.hub.decided} <= {"accepted", "accepted_with_conflict", "refused"}
    assert [(desk.unsettled, desk.sealed) for desk in day.desks] == [(0, 0)] * 4


def test_only_answers_to_the_same_task_were_refused(day: DayAfterwards) -> None:
    assert {kind for kind, outcome in day.hub.decided if outcome == "refused"} <= {"AnswerTask"}


def test_every_level_is_the_sum_of_its_movements_on_the_hub_and_on_desks(day: DayAfterwards) -> None:
    sums = moved(day.hub.tables)
    assert levels(day.hub.tables) == dict(sums)
    for desk in day.desks:
        shown = levels(desk.tables)
        assert shown and shown == {key: sums[key] for key in shown}, desk.code


def test_what_is_reserved_is_what_open_pickups_wait_for(day: DayAfterwards) -> None:
    tables = day.hub.tables
    wanted: dict[tuple[int, int], int] = {}
    for row in tables["fulfilment_line"].values():
        part = tables["fulfilment"][row.fulfilment_id,]
        if part.state not in ("cancelled", "other_store", "ship_home", "returned_to_stock"):
            left = row.ordered - row.cancelled - row.short - row.collected
            key = part.place_id, row.variant_id
            wanted[key] = wanted.get(key, 0) + left
    for level in tables["stock_level"].values():
        key = level.location_id, level.variant_id
        assert level.reserved == (wanted.get(key, 0) if level.bucket == 0 else 0), level


def test_every_desk_holds_what_the_hub_holds_in_its_scopes(day: DayAfterwards) -> None:
    assert day.hub.sums == {**day.hub.sums, **sums_of(day.hub.tables)}
    for desk in day.desks:
        assert digests(desk.tables, desk.scopes) == digests(day.hub.tables, desk.scopes), desk.code
        assert {scope: desk.sums.get(scope, 0) for scope in desk.scopes} == {
            scope: day.hub.sums.get(scope, 0) for scope in desk.scopes
        }
        assert set(desk.sums) <= set(desk.scopes), desk.code


def test_every_task_is_explained(day: DayAfterwards) -> None:
    assert not day.unexplained, "\n".join(sorted(set(day.unexplained)))
    assert {"double_handover", "handover_of_ended_order", "customer_decision", "count_task"} <= set(day.tasks)


def test_every_document_number_is_given_once(day: DayAfterwards) -> None:
    given = document_numbers(day.hub, day.desks)
    assert len(given) == len(set(given)) > 100


def test_no_goods_and_no_receipt_went_twice(day: DayAfterwards) -> None:
    tables = day.hub.tables
    assert set(handed_out(tables).values()) == {1}
    kinds = ("HandOver", "HandOverFromLabel")
    acts = sum(desk.performed[kind] for desk in day.desks for kind in kinds)
    assert len(tables["handover"]) == acts
    asked = {msgspec.json.decode(task.facts).get("handover") for task in tables["task"].values()}
    doubted = {fact.id for fact in tables["handover"].values() if fact.outcome not in ("plain", "corrected")}
    assert doubted <= asked
    orders = [receipt.order_id for receipt in tables["till_receipt"].values()]
    assert len(orders) == len(set(orders)) == day.done["pickups"]["unpaid"]
    for line in tables["fulfilment_line"].values():
        assert 0 <= line.collected <= line.staged <= line.picked <= line.ordered - line.short, line


def test_frozen_quotes_are_equal_everywhere(day: DayAfterwards) -> None:
    frozen = frozen_quotes(day.hub.tables)
    assert len(frozen) >= 20
    for one in frozen:
        assert (one.frozen, one.hash_frozen) == (one.summed, one.hash_now), one
    for desk in day.desks:
        assert frozen_quotes(desk.tables) == frozen, desk.code


def test_every_kind_of_action_was_done_on_this_day(day: DayAfterwards) -> None:
    done = {kind for desk in day.desks for kind in desk.performed}
    assert set(KINDS) - done == set(NOT_ON_THIS_DAY)
