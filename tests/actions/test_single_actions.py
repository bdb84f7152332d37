"""Rules of single actions that chance would meet too seldom, and what was mended once."""

from typing import Any

import msgspec
import pytest

from storedesk.actions.action import Accepted, Act, Rejected
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide, may_begin
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.reasons import NeedsHub, WrongState
from storedesk.domain.records import Handover, Product
from storedesk.domain.tables import SELLABLE
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, ELIN, GBG, MAJA, NOW, RASK, fulfilment_id, small_shop

ONE = fulfilment_id(48201)
BOTH = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]


class Shop:
    """One store's data and its acts one after another; ``desk`` names where they are done."""

    def __init__(self) -> None:
        self.tables: Tables = tables_of_rows(small_shop())
        self.acts = 0
        self.now = NOW

    def act(self, kind: str, staff_id: int = ELIN, **args: Any) -> Act:
        self.acts += 1
        body = msgspec.json.encode(args)
        return act_from(derived_id("act", str(self.acts)), kind, 1, body, staff_id, GBG, "GBG-1")

    def do(self, kind: str, staff_id: int = ELIN, **args: Any) -> Act:
        """Decides and carries out; the act must be accepted."""
        act = self.act(kind, staff_id, **args)
        result = decide(MemoryState(self.tables), act, self.now, self.now)
        assert isinstance(result, Accepted), result
        carry_out_all(self.tables, result.changes)
        return act

    def refused(self, kind: str, **args: Any) -> object:
        result = decide(MemoryState(self.tables), self.act(kind, **args), self.now, self.now)
        assert isinstance(result, Rejected), result
        return result.reason

    def staged(self, parcels: list[list[dict[str, int]]]) -> list[str]:
        self.do("Pick", fulfilment_id=ONE, lines=BOTH)
        wanted = [{"bin": "H1", "lines": lines} for lines in parcels]
        act = self.do("StageParcels", fulfilment_id=ONE, parcels=wanted)
        self.do("MarkReady", fulfilment_id=ONE)
        return [effect_id(act.id, number) for number in range(1, len(parcels) + 1)]

    def hand_over(self, *parcels: str, **args: Any) -> str:
        """The id of the handover."""
        act = self.do("HandOver", fulfilment_id=ONE, parcels=list(parcels), **args)
        own = [effect_id(act.id, number) for number in range(1, 20)]
        return next(key for key in own if (key,) in self.tables["handover"])

    def fact(self, handover: str) -> Handover:
        row: Handover = self.tables["handover"][handover,]
        return row

    def level(self, variant: int) -> int:
        return int(self.tables["stock_level"][GBG, variant, SELLABLE].quantity)

    def line(self, number: int) -> Any:
        return self.tables["fulfilment_line"][ONE, number]

    def state(self) -> str:
        return str(self.tables["fulfilment"][ONE,].state)

    def open_tasks(self) -> list[str]:
        return [task.kind for task in self.tables["task"].values() if task.state == "open"]

    def limit_age(self, variant: int) -> None:
        product: Product = self.tables["product"][variant,]
        self.tables["product"][variant,] = product._replace(age_limit=18)


def test_the_same_line_twice_in_one_pick_counts_once_with_its_sum() -> None:
    shop = Shop()
    shop.do("Pick", fulfilment_id=ONE, lines=[{"line": 2, "quantity": 1}, {"line": 2, "quantity": 1}])
    assert shop.line(2).picked == 2


def test_what_was_staged_in_part_can_be_picked_further() -> None:
    shop = Shop()
    shop.do("Pick", fulfilment_id=ONE, lines=BOTH[:1])
    shop.do("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": BOTH[:1]}])
    assert shop.state() == "staged"
    shop.do("Pick", fulfilment_id=ONE, lines=BOTH[1:])
    shop.do("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H2", "lines": BOTH[1:]}])
    shop.do("MarkReady", fulfilment_id=ONE)
    assert shop.state() == "ready"


def test_what_was_staged_in_part_can_be_reported_short() -> None:
    shop = Shop()
    shop.do("Pick", fulfilment_id=ONE, lines=BOTH[:1])
    shop.do("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": BOTH[:1]}])
    shop.do("ReportShort", fulfilment_id=ONE, line=2, quantity=2, reason="not_found")
    assert (shop.line(2).short, shop.level(RASK)) == (2, 48)


def test_a_part_kept_back_for_its_age_limit_leaves_once_and_later() -> None:
    shop = Shop()
    shop.limit_age(ALVA)
    (parcel,) = shop.staged([BOTH])
    shop.hand_over(parcel, of_age="no")
    assert (shop.line(1).collected, shop.line(2).collected, shop.state()) == (0, 2, "partly_collected")
    (kept,) = [row for row in shop.tables["parcel"].values() if row.state == "staged"]
    assert (kept.number, kept.bin) == (2, "H1")
    shop.hand_over(kept.id, of_age="yes")
    assert (shop.line(1).collected, shop.line(2).collected, shop.state()) == (1, 2, "collected")
    assert (shop.level(ALVA), shop.level(RASK)) == (49, 48)
    assert shop.open_tasks() == []


def test_a_parcel_kept_back_whole_has_not_left() -> None:
    shop = Shop()
    shop.limit_age(ALVA)
    parcel, other = shop.staged([BOTH[:1], BOTH[1:]])
    fact = shop.fact(shop.hand_over(parcel, other, of_age="not_shown"))
    assert msgspec.json.decode(fact.parcels) == [other]
    assert shop.tables["parcel"][parcel,].state == "staged"
    shop.hand_over(parcel, of_age="yes")
    assert shop.open_tasks() == []


def test_nothing_at_all_that_may_leave_changes_nothing_but_is_on_record() -> None:
    shop = Shop()
    shop.limit_age(ALVA)
    shop.limit_age(RASK)
    (parcel,) = shop.staged([BOTH])
    fact = shop.fact(shop.hand_over(parcel, of_age="no"))
    assert (shop.state(), fact.of_age, msgspec.json.decode(fact.parcels)) == ("ready", "no", [])


def test_parcels_that_nobody_knows_are_a_task_and_move_nothing() -> None:
    """Two desks staged the same order offline; the parcels of the one whose staging was refused are unknown."""
    shop = Shop()
    shop.staged([BOTH])
    fact = shop.fact(shop.hand_over(derived_id("a parcel of another desk")))
    assert (fact.outcome, shop.state(), shop.level(ALVA)) == ("unknown", "ready", 50)
    assert shop.open_tasks() == ["handed_over_from_label"]


def test_a_second_handover_moves_nothing_and_is_corrected_without_moving_anything() -> None:
    shop = Shop()
    (parcel,) = shop.staged([BOTH])
    first, second = shop.hand_over(parcel), shop.hand_over(parcel)
    assert (shop.level(ALVA), shop.open_tasks()) == (49, ["double_handover"])
    shop.do("CorrectHandover", handover_id=second, reason="wrong_customer", bin="H1")
    assert (shop.level(ALVA), shop.state()) == (49, "collected")
    shop.do("CorrectHandover", handover_id=first, reason="wrong_customer", bin="H2")
    assert (shop.level(ALVA), shop.state()) == (50, "ready")
    assert shop.tables["parcel"][parcel,].bin == "H2"


def test_correcting_the_first_of_two_handovers_leaves_the_goods_where_the_second_says() -> None:
    shop = Shop()
    (parcel,) = shop.staged([BOTH])
    first, second = shop.hand_over(parcel), shop.hand_over(parcel)
    shop.do("CorrectHandover", handover_id=first, reason="wrong_customer", bin="H1")
    assert (shop.level(ALVA), shop.state()) == (49, "collected")
    shop.do("CorrectHandover", handover_id=second, reason="came_back", bin="H1")
    assert (shop.level(ALVA), shop.state(), shop.line(2).collected) == (50, "ready", 0)


@pytest.mark.parametrize("recovered_first", [True, False])
def test_goods_of_an_ended_order_come_back_once(recovered_first: bool) -> None:
    shop = Shop()
    (parcel,) = shop.staged([BOTH])
    row = shop.tables["fulfilment"][ONE,]
    shop.tables["fulfilment"][ONE,] = row._replace(state="cancelled")
    handover = shop.hand_over(parcel)
    (task,) = shop.tables["task"].values()
    assert (task.kind, shop.level(RASK)) == ("handover_of_ended_order", 48)
    if recovered_first:
        shop.do("AnswerTask", task_id=task.id, choice="recovered")
        reason = shop.refused("CorrectHandover", handover_id=handover, reason="came_back", bin="H1")
        assert isinstance(reason, WrongState)
    else:
        shop.do("CorrectHandover", handover_id=handover, reason="came_back", bin="H1")
        shop.do("AnswerTask", task_id=task.id, choice="recovered")
    assert (shop.level(RASK), shop.line(2).collected, shop.state()) == (50, 0, "cancelled")


def test_an_answer_about_parcels_of_another_order_moves_nothing_of_it() -> None:
    shop = Shop()
    (parcel,) = shop.staged([BOTH])
    other = fulfilment_id(48202)
    row = shop.tables["fulfilment"][other,]
    shop.tables["fulfilment"][other,] = row._replace(state="cancelled")
    shop.do("HandOver", fulfilment_id=other, parcels=[parcel])
    (task,) = [task for task in shop.tables["task"].values() if task.kind == "handover_of_ended_order"]
    shop.do("AnswerTask", task_id=task.id, choice="recovered")
    assert shop.level(ALVA) == 50
    assert shop.tables["parcel"][parcel,].state == "staged"


def test_what_lies_outside_the_scopes_of_a_desk_needs_the_central_system() -> None:
    shop = Shop()
    act = shop.act("ClaimPickup", fulfilment_id=ONE)
    tables = {name: {} if name == "fulfilment" else rows for name, rows in shop.tables.items()}
    stopped = may_begin(MemoryState(tables, {"places", f"staff:{GBG}"}), act, NOW)
    assert stopped is not None
    assert stopped.reason == NeedsHub("fulfilment")


def test_a_supervisor_may_correct_after_the_quarter_of_an_hour() -> None:
    shop = Shop()
    (parcel,) = shop.staged([BOTH])
    handover = shop.hand_over(parcel)
    args = {"handover_id": handover, "reason": "too_early", "bin": "H1"}
    late = NOW + 16 * 60_000
    state = MemoryState(shop.tables)
    assert may_begin(state, shop.act("CorrectHandover", **args), late) is not None
    assert may_begin(state, shop.act("CorrectHandover", checked_by=MAJA, **args), late) is None
    assert may_begin(state, shop.act("CorrectHandover", staff_id=MAJA, **args), late) is None


@pytest.mark.parametrize(
    "args", [b"{", b"[]", b'{"fulfilment_id": 7}', b'{"fulfilment_id": "\\u0000"}', b"\xff"]
)
def test_arguments_that_cannot_be_read_are_said_to_be(args: bytes) -> None:
    with pytest.raises(UnreadableArguments):
        act_from(derived_id("x"), "ClaimPickup", 1, args, ELIN, GBG, "GBG-1")


@pytest.mark.parametrize(("kind", "version"), [("TeachTheParrot", 1), ("ClaimPickup", 2)])
def test_a_kind_or_version_of_another_program_is_said_to_be(kind: str, version: int) -> None:
    with pytest.raises(UnknownKind):
        act_from(derived_id("x"), kind, version, b"{}", ELIN, GBG, "GBG-1")
