"""Arrivals, another store, another collector, another variant, and ready without item checks."""

import msgspec
import pytest

from storedesk.actions.action import Accepted, Rejected
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import (
    ItemChecksOn,
    NotAlike,
    NotAStore,
    NotEnoughThere,
    NothingWanted,
    PersonalNumberInText,
    Reason,
    TooMany,
    WrongState,
)
from storedesk.domain.tables import SELLABLE
from tests.actions.pickup_days import ALVA_DEAR, ALVA_L, INBOUND, ONE, ORDER, TWO, PickupDesk
from tests.actions.work_day import Done
from tests.small_shop import ALVA, CENTRAL, GBG, MAL, OSKAR, RASK, TERMOS, order_id


@pytest.fixture
def desk() -> PickupDesk:
    return PickupDesk()


def reason_of(done: Done) -> Reason:
    assert isinstance(done.result, Rejected), done.result
    return done.result.reason


def is_done(done: Done) -> bool:
    return isinstance(done.result, Accepted)


def requests(desk: PickupDesk) -> list[tuple[str, str, str]]:
    return [(row.kind, row.state, row.reason) for row in desk.tables["order_request"].values()]


def names(desk: PickupDesk, holder: int = GBG, role: str = "collector") -> list[str]:
    rows = desk.tables["person"].values()
    return [
        row.name for row in rows if row.order_id == ORDER and row.holder == str(holder) and row.role == role
    ]


def test_goods_that_arrive_are_on_hand_and_go_into_a_bin_as_usual(desk: PickupDesk) -> None:
    key = (GBG, TERMOS, SELLABLE)
    desk.tables["stock_level"][key] = desk.level(TERMOS)._replace(incoming=1, reserved=1)
    assert is_done(desk.do("ReceiveInbound", fulfilment_id=INBOUND))
    level = desk.level(TERMOS)
    assert (desk.row(INBOUND).state, level.quantity, level.incoming, level.reserved) == ("arrived", 51, 0, 1)
    lines = [{"line": 1, "quantity": 1}]
    assert is_done(desk.do("StageParcels", fulfilment_id=INBOUND, parcels=[{"bin": "H4", "lines": lines}]))
    assert is_done(desk.do("MarkReady", fulfilment_id=INBOUND))
    assert desk.told(order_id(48204)) == ["goods_arrived"]


def test_the_same_carton_received_at_two_desks_counts_once(desk: PickupDesk) -> None:
    desk.do("ReceiveInbound", fulfilment_id=INBOUND)
    again = desk.decided("ReceiveInbound", fulfilment_id=INBOUND)
    assert again == Accepted(())
    assert desk.level(TERMOS).quantity == 51


def test_goods_that_nobody_here_waits_for_are_a_task(desk: PickupDesk) -> None:
    row = desk.row(INBOUND)
    for other in (row._replace(place_id=MAL), row._replace(state="cancelled")):
        desk.tables["fulfilment"][INBOUND,] = other
        assert isinstance(desk.decided("ReceiveInbound", fulfilment_id=INBOUND), Accepted)
        desk.done.append(desk.do("ReleasePickup", fulfilment_id=INBOUND))
    states = [msgspec.json.decode(task.facts)["state"] for task in desk.tasks("inbound_unexpected")]
    assert states == ["elsewhere", "cancelled"]
    assert desk.level(TERMOS).quantity == 50


def test_what_is_missing_in_the_carton_is_short_and_a_task(desk: PickupDesk) -> None:
    row = desk.row(ONE)._replace(state="inbound")
    desk.tables["fulfilment"][ONE,] = row
    done = desk.do("ReceiveInbound", fulfilment_id=ONE, lines=[{"line": 2, "quantity": 1}])
    assert is_done(done)
    assert [(line.picked, line.short, line.short_reason) for line in desk.lines()] == [
        (0, 1, "not_arrived"),
        (1, 1, "not_arrived"),
    ]
    assert len(desk.tasks("inbound_differs")) == 1


def test_a_desk_asks_for_another_store_and_changes_nothing_else() -> None:
    desk = PickupDesk(central=False)
    before = dict(desk.tables["fulfilment"])
    assert is_done(desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL))
    assert (requests(desk), desk.told()) == ([("move", "asked", "")], ["pickup_move_asked"])
    assert desk.tables["fulfilment"] == before


def test_the_other_store_gets_the_pickup_with_its_names_and_its_own_promise(desk: PickupDesk) -> None:
    assert is_done(desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL))
    (new,) = (row for row in desk.tables["fulfilment"].values() if row.place_id == MAL)
    assert (desk.row().state, new.state, new.order_id, new.code_hash) == ("other_store", "new", ORDER, "")
    assert new.promised_at > desk.now
    assert [(line.variant_id, line.ordered) for line in desk.lines(new.id)] == [(ALVA, 1), (RASK, 2)]
    assert (desk.level(ALVA, MAL).reserved, desk.level(RASK, MAL).reserved) == (1, 2)
    assert (desk.level(ALVA).reserved, desk.level(RASK).reserved) == (-1, -2)
    assert (names(desk, MAL, "buyer"), names(desk, GBG, "buyer")) == (["Maria Nilsson"], [])
    assert (requests(desk), desk.told()) == ([("move", "accepted", "")], ["pickup_moved"])
    assert desk.tasks("put_back_goods") == []


def test_ready_goods_of_a_moved_pickup_are_put_back_here(desk: PickupDesk) -> None:
    desk.made_ready()
    assert is_done(desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL))
    assert (len(desk.tasks("put_back_goods")), desk.level(RASK).reserved) == (1, -2)
    assert desk.row().state == "other_store"


def test_names_stay_where_more_of_the_order_waits(desk: PickupDesk) -> None:
    other = desk.row()._replace(id=derived_id("second part"))
    desk.tables["fulfilment"][other.id,] = other
    assert is_done(desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL))
    assert names(desk, MAL, "buyer") == names(desk, GBG, "buyer") == ["Maria Nilsson"]


def test_a_pickup_that_was_handed_over_in_part_moves_nowhere(desk: PickupDesk) -> None:
    desk.tables["fulfilment"][ONE,] = desk.row()._replace(state="partly_collected")
    refused = desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL)
    assert reason_of(refused) == WrongState("partly_collected", "other_store")


def test_a_pickup_of_which_nothing_is_wanted_moves_nowhere(desk: PickupDesk) -> None:
    desk.cancel_and_pay_back()
    refused = desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL)
    assert reason_of(refused) == NothingWanted()
    assert desk.row().state == "new" and desk.level(ALVA, MAL).reserved == 0


@pytest.mark.parametrize("place", [GBG, CENTRAL])
def test_a_pickup_moves_to_another_store_only(desk: PickupDesk, place: int) -> None:
    assert reason_of(desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=place)) == NotAStore(place)


def test_a_pickup_moves_only_to_where_the_goods_are_free(desk: PickupDesk) -> None:
    key = (MAL, RASK, SELLABLE)
    desk.tables["stock_level"][key] = desk.level(RASK, MAL)._replace(reserved=49)
    refused = desk.do("MovePickupToStore", fulfilment_id=ONE, place_id=MAL)
    assert reason_of(refused) == NotEnoughThere(MAL, 2, 1)
    assert desk.row().state == "new"


def test_a_collector_is_asked_for_at_a_desk_and_stands_once_decided(desk: PickupDesk) -> None:
    own = PickupDesk(central=False)
    assert is_done(own.do("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson"))
    assert (names(own), names(own, role="asked")) == ([], ["Jonas Nilsson"])
    assert is_done(desk.do("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson"))
    assert (names(desk), names(desk, role="asked")) == (["Jonas Nilsson"], [])
    assert (requests(desk), desk.told()) == ([("collector", "accepted", "")], ["collector_changed"])


def test_a_new_collector_takes_the_place_of_the_one_that_was_seen(desk: PickupDesk) -> None:
    desk.do("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson")
    (seen,) = (row.id for row in desk.tables["person"].values() if row.role == "collector")
    assert is_done(desk.do("ChangeCollector", fulfilment_id=ONE, name="Eva Marin", seen=seen))
    assert names(desk) == ["Eva Marin"]


def test_a_collector_changed_elsewhere_is_refused_with_both_names(desk: PickupDesk) -> None:
    desk.do("ChangeCollector", fulfilment_id=ONE, name="Jonas Nilsson")
    clash = desk.do("ChangeCollector", fulfilment_id=ONE, name="Eva Marin")
    assert isinstance(clash.result, Accepted)
    (task,) = desk.tasks("collector_refused")
    assert clash.result.task == task.id
    facts = msgspec.json.decode(task.facts)
    people = desk.tables["person"]
    assert (people[facts["wanted"],].name, people[facts["there"],].name) == ("Eva Marin", "Jonas Nilsson")
    assert "Eva" not in task.facts
    assert requests(desk)[-1] == ("collector", "refused", "changed_meanwhile")
    assert names(desk) == ["Jonas Nilsson"]


def test_no_personal_number_is_kept_as_a_collector(desk: PickupDesk) -> None:
    refused = desk.do("ChangeCollector", fulfilment_id=ONE, name="Jonas 811218-9876")
    assert reason_of(refused) == PersonalNumberInText("name")


SWAP = {"fulfilment_id": ONE, "line": 1, "quantity": 1, "reason": "not_found"}


def test_a_swap_runs_the_line_short_and_asks_for_the_other_variant(desk: PickupDesk) -> None:
    desk.worth(24_990_000)
    assert is_done(desk.do("SwapLine", **SWAP, variant_id=ALVA_L))
    old, _, new = desk.lines()
    assert (old.short, old.short_reason, new.line, new.variant_id, new.ordered) == (
        1,
        "not_found",
        3,
        ALVA_L,
        1,
    )
    line = desk.tables["order_line"][ORDER, 3]
    assert (line.sku, line.amount, desk.tables["order_line"][ORDER, 1].cancelled) == (
        "SKU-111",
        24_990_000,
        1,
    )
    assert (desk.level().quantity, desk.level(ALVA_L).reserved, desk.level().reserved) == (49, 1, -1)
    assert (len(desk.tasks("count_task")), desk.told()) == (1, ["line_swapped"])
    pick = [{"line": 2, "quantity": 2}, {"line": 3, "quantity": 1}]
    assert is_done(desk.do("Pick", fulfilment_id=ONE, lines=pick))
    assert is_done(desk.do("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": pick}]))
    assert is_done(desk.do("MarkReady", fulfilment_id=ONE))


def test_a_swap_claims_nothing_so_that_anybody_goes_on(desk: PickupDesk) -> None:
    assert is_done(desk.do("SwapLine", **SWAP, variant_id=ALVA_L))
    assert (desk.row().state, desk.row().claimed_by) == ("new", None)
    assert is_done(desk.do("ClaimPickup", OSKAR, fulfilment_id=ONE))


@pytest.mark.parametrize("variant", [ALVA_DEAR, RASK, ALVA])
def test_only_the_same_style_at_the_same_price_goes_in_its_place(desk: PickupDesk, variant: int) -> None:
    assert reason_of(desk.do("SwapLine", **SWAP, variant_id=variant)) == NotAlike()


def test_a_swap_takes_no_more_than_is_free(desk: PickupDesk) -> None:
    key = (GBG, ALVA_L, SELLABLE)
    desk.tables["stock_level"][key] = desk.level(ALVA_L)._replace(reserved=4)
    assert reason_of(desk.do("SwapLine", **SWAP, variant_id=ALVA_L)) == NotAlike()
    refused = desk.do("SwapLine", **SWAP | {"quantity": 2}, variant_id=ALVA_DEAR)
    assert reason_of(refused) in (NotAlike(), TooMany(1, 2, 1))


def test_items_are_checked_unless_the_place_says_otherwise(desk: PickupDesk) -> None:
    assert reason_of(desk.do("ReadyUnchecked", fulfilment_id=TWO, bin="H2")) == ItemChecksOn()
    desk.set("pick.item_checks", "off", place_id=0)
    assert is_done(desk.do("ReadyUnchecked", fulfilment_id=TWO, bin="H2"))
    (line,) = desk.lines(TWO)
    assert (desk.row(TWO).state, desk.row(TWO).ready_at, line.staged) == ("ready", desk.now, 1)
    (parcel,) = desk.tables["parcel"].values()
    assert (parcel.bin, parcel.state) == ("H2", "staged")


def test_what_somebody_else_picks_is_not_made_ready_behind_their_back(desk: PickupDesk) -> None:
    desk.set("pick.item_checks", "off")
    desk.do("ClaimPickup", OSKAR, fulfilment_id=TWO)
    assert reason_of(desk.do("ReadyUnchecked", fulfilment_id=TWO, bin="H2")).kind == "WorkedOnByOther"
