"""Goods brought for a pickup: desks of both places and the hub decide alike, whatever a desk may hold."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from storedesk.actions.action import Accepted
from storedesk.actions.incoming_order import Wish
from storedesk.actions.order_placing import place_order
from storedesk.actions.registry import KINDS, act_from, decide
from storedesk.domain.changes import Change, Insert
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, FulfilmentLine, Setting, StockLevel
from storedesk.domain.routing_rules import COLLECTED, SETTING
from storedesk.domain.tables import SELLABLE, scopes_of_desk
from storedesk.sync.rebase import is_followed
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, CENTRAL, ELIN, GBG, MAL, NOW, RASK, order_id, pickup, places

RULES = {"rules": [{"name": "Any", "from_elsewhere": True, "safety": False, "capacity": False}]}
Do = Callable[..., Any]


class TwoPlaces:
    """A pickup of two articles in Göteborg that Malmö brings, in plain dictionaries."""

    def __init__(self) -> None:
        order = [
            one for one in pickup(1, {ALVA: 2, RASK: 1}) if not isinstance(one, Fulfilment | FulfilmentLine)
        ]
        levels = [
            StockLevel(MAL, article, SELLABLE, 5, 0, 0, 0, None, "", NOW) for article in (ALVA, RASK)
        ]  # fmt: skip
        self.tables: Tables = tables_of_rows(
            [*places(), *order, *levels, Setting(0, SETTING, json.dumps(RULES))]
        )
        wish = Wish("web", "", COLLECTED, GBG, {})
        carry_out_all(self.tables, place_order(MemoryState(self.tables), order_id(1), wish, {}, NOW))
        (self.part,) = self.tables["fulfilment"].values()
        (self.transfer,) = self.tables["transfer"].values()
        self.acts = 0

    def decided(self, kind: str, place: int, followed: frozenset[str] | None, **args: Any) -> Accepted:
        name = derived_id("two places", str(self.acts))
        act = act_from(name, kind, KINDS[kind].version, msgspec.json.encode(args), ELIN, place, f"P{place}-1")
        result = decide(MemoryState(self.tables, followed), act, NOW, NOW)
        assert isinstance(result, Accepted), result
        return result

    def do(self, kind: str, place: int, **args: Any) -> None:
        """As the desk sees it and as the hub decides it: the same, as far as the desk holds the rows."""
        self.acts += 1
        followed = frozenset(scopes_of_desk(place, (place,)))
        here, there = self.decided(kind, place, followed, **args), self.decided(kind, place, None, **args)
        assert held(here.changes, followed) == held(there.changes, followed)
        assert here.task == there.task
        carry_out_all(self.tables, there.changes)

    def send(self, alva: int, rask: int, **args: Any) -> None:
        self.do("SendTransfer", MAL, transfer_id=self.transfer.id, lines=goods(alva, rask), **args)

    def receive(self, alva: int, rask: int) -> None:
        self.do("ReceiveTransfer", GBG, transfer_id=self.transfer.id, lines=goods(alva, rask))

    @property
    def state(self) -> str:
        return str(self.tables["fulfilment"][self.part.id,].state)

    def level(self, place: int, article: int = ALVA) -> tuple[int, int]:
        row = self.tables["stock_level"].get((place, article, SELLABLE))
        return (row.quantity, row.reserved) if row else (0, 0)


def held(changes: tuple[Change, ...], followed: frozenset[str]) -> list[Change]:
    """What a desk carries out, without the question to the customer, which is the hub's to ask."""
    return [
        change
        for change in changes
        if is_followed(change, followed)
        and not (isinstance(change, Insert) and getattr(change.row, "kind", "") == "customer_decision")
    ]


def goods(alva: int, rask: int) -> list[dict[str, int]]:
    found = ((ALVA, alva), (RASK, rask))
    return [{"variant_id": article, "quantity": quantity} for article, quantity in found if quantity]


@pytest.fixture
def there() -> TwoPlaces:
    return TwoPlaces()


def test_it_is_asked_for_with_everything_reserved(there: TwoPlaces) -> None:
    assert (there.part.source_id, there.part.place_id, there.state) == (MAL, GBG, "inbound")
    assert (there.level(MAL), there.level(MAL, RASK)) == ((5, 2), (5, 1))
    assert there.level(CENTRAL) == (0, 0)


def test_sent_and_received_whole(there: TwoPlaces) -> None:
    there.do("AnswerTransfer", MAL, transfer_id=there.transfer.id, agree=True)
    there.send(2, 1)
    there.receive(2, 1)
    assert (there.state, there.level(GBG), there.level(MAL)) == ("arrived", (2, 2), (3, 0))


def test_refused(there: TwoPlaces) -> None:
    there.do("AnswerTransfer", MAL, transfer_id=there.transfer.id, agree=False)
    assert (there.state, there.level(MAL), there.level(MAL, RASK)) == ("rejected", (5, 0), (5, 0))


def test_fewer_sent(there: TwoPlaces) -> None:
    there.send(1, 1)
    assert (there.state, there.level(MAL)) == ("inbound", (4, 0))
    lines = there.tables["fulfilment_line"].values()
    assert sorted((line.variant_id, line.short, line.short_reason) for line in lines) == [
        (ALVA, 1, "not_sent"), (RASK, 0, ""),
    ]  # fmt: skip


def test_the_rest_later(there: TwoPlaces) -> None:
    there.send(1, 1, rest_later=True)
    assert there.level(MAL) == (4, 1)
    there.receive(1, 1)
    assert (there.state, there.level(GBG)) == ("inbound", (1, 1))


def test_received_before_the_sending_is_heard_of_and_sent_then(there: TwoPlaces) -> None:
    there.receive(2, 1)
    assert (there.state, there.level(MAL)) == ("arrived", (5, 2))
    there.send(2, 1)
    assert there.level(MAL) == (3, 0)


def test_more_received_than_is_waited_for(there: TwoPlaces) -> None:
    there.send(3, 1)
    there.receive(3, 1)
    assert there.level(GBG) == (3, 2)
    assert "brought_too_much" in {task.kind for task in there.tables["task"].values()}


def test_some_and_all_lost_on_the_way(there: TwoPlaces) -> None:
    there.send(2, 1)
    there.receive(0, 1)
    assert (there.state, there.level(GBG), there.level(GBG, RASK)) == ("arrived", (0, 0), (1, 1))
    other = TwoPlaces()
    other.send(2, 1)
    other.do("ReceiveTransfer", GBG, transfer_id=other.transfer.id, lines=[])
    assert other.state == "rejected"


@pytest.mark.parametrize("sent", [False, True])
def test_received_as_a_pickup(there: TwoPlaces, sent: bool) -> None:
    if sent:
        there.send(2, 1)
    lines = [{"line": line.line, "quantity": 1} for line in there.tables["fulfilment_line"].values()]
    there.do("ReceiveInbound", GBG, fulfilment_id=there.part.id, lines=lines)
    assert (there.state, there.level(GBG), there.level(GBG, RASK)) == ("arrived", (1, 1), (1, 1))
    assert "inbound_differs" in {task.kind for task in there.tables["task"].values()}
    assert there.tables["transfer"][there.transfer.id,].state == "received"


def test_sent_although_it_was_called_off(there: TwoPlaces) -> None:
    row = there.tables["transfer"][there.transfer.id,]
    there.do("AnswerTransfer", MAL, transfer_id=row.id, agree=False)
    there.send(2, 1)
    assert (there.level(MAL), there.state) == ((3, 0), "rejected")
    assert "sent_for_nobody" in {task.kind for task in there.tables["task"].values()}
    there.receive(2, 1)
    assert there.level(GBG) == (2, 0)
