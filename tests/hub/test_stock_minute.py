"""Holds and protected stock between a real hub and real desks: certain offline, lapsed by the hub's clock, never twice."""

import random
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain.records import Setting
from tests.small_shop import ALVA, GBG, MAL, small_shop
from tests.world import DeskInProcess, HubInProcess

MINUTE, HOUR, DAY = 60_000, 3_600_000, 24 * 3_600_000
TWO = [{"variant_id": ALVA, "quantity": 2}]


class Shop:
    """One hub and two desks of a store; ``later`` lets time pass for all, ``minute`` is the hub's."""

    def __init__(self, folder: Path, quantity: int = 50) -> None:
        rows = [*small_shop(2), Setting(GBG, "protected.units", "2")]
        rows = [
            row._replace(quantity=quantity)
            if type(row).__name__ == "StockLevel" and (row.location_id, row.variant_id) == (GBG, ALVA)
            else row
            for row in rows
        ]
        self.hub = HubInProcess(folder, random.Random(5), rows=rows)
        self.first, self.second = (DeskInProcess(folder, self.hub, number) for number in (1, 2))
        self.folder = folder
        for desk in (self.first, self.second):
            assert desk.sync().kind == "done"

    def later(self, ms: int) -> None:
        self.hub.now += ms
        for desk in (self.first, self.second):
            desk.clock += ms

    def hear(self, desk: DeskInProcess) -> None:
        """Twice: the second hello says that nothing made before the first is left."""
        for _ in range(2):
            assert desk.sync().kind == "done"

    def minute(self) -> int:
        with self.hub.engine.begin() as connection:
            return self.hub.hub.mind(connection, self.hub.now)

    def hold(self, desk: DeskInProcess, quantity: int = 1, minutes: int = 120) -> None:
        until = desk.clock + minutes * MINUTE
        reason = desk.perform("PlaceHold", location_id=GBG, variant_id=ALVA, quantity=quantity, until=until)
        assert reason is None


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def states(desk: DeskInProcess | HubInProcess) -> list[str]:
    if isinstance(desk, HubInProcess):
        with desk.engine.begin() as connection:
            return [row[0] for row in connection.exec_driver_sql("SELECT state FROM hold ORDER BY until, id")]
    return [row[0] for row in desk.rows("SELECT state FROM hold ORDER BY until, id")]


def lent(shop: Shop) -> list[Any]:
    with shop.hub.engine.begin() as connection:
        sql = "SELECT desk, quantity, used, lent_until FROM protected_stock ORDER BY desk"
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def tasks(hub: HubInProcess) -> list[str]:
    with hub.engine.begin() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT kind FROM task ORDER BY kind")]


def test_after_the_first_hold_the_desk_can_promise_for_certain_without_a_line(shop: Shop) -> None:
    shop.hold(shop.first)
    assert states(shop.first) == ["asked"]
    shop.first.sync()
    assert states(shop.first) == ["held"]
    shop.hold(shop.first, 2)
    assert states(shop.first) == ["held", "held"], "certain at once, nobody was asked"
    shop.hold(shop.first)
    assert sorted(states(shop.first)) == ["asked", "held", "held"], "its share is used up"
    shop.first.sync()
    assert states(shop.hub) == ["held"] * 3


def test_a_lent_unit_cannot_be_held_by_another_desk(tmp_path: Path) -> None:
    shop = Shop(tmp_path, quantity=3)
    shop.hold(shop.first)
    shop.first.sync()
    shop.hold(shop.second)
    shop.second.sync()
    assert sorted(states(shop.hub)) == ["held", "refused"]
    shop.hold(shop.first)
    shop.first.sync()
    assert sorted(states(shop.hub)) == ["held", "held", "refused"]
    assert tasks(shop.hub) == ["hold_refused"]


def test_a_desk_without_a_line_stops_five_minutes_before_the_end_and_the_hub_waits_half_an_hour(
    tmp_path: Path,
) -> None:
    shop = Shop(tmp_path, quantity=3)
    shop.hold(shop.first, minutes=1)
    shop.first.sync()
    [(_, quantity, _, end)] = lent(shop)
    shop.later(end - 6 * MINUTE - shop.hub.now)
    shop.hold(shop.first, 2)
    shop.later(2 * MINUTE)
    shop.hold(shop.first)
    assert states(shop.first) == ["held", "held", "asked"]
    shop.later(33 * MINUTE)
    shop.minute()
    shop.hold(shop.second, 3)
    shop.second.sync()
    assert "refused" in states(shop.hub), "the first desk's units are not free yet"
    shop.later(2 * MINUTE)
    shop.minute()
    assert [row[1] for row in lent(shop) if row[0] == "GBG-1-1"] == [0]
    shop.hold(shop.second, 3)
    shop.second.sync()
    assert states(shop.hub).count("held") == 1


def test_a_hold_made_without_a_line_that_arrives_after_the_take_back_is_kept_as_lapsed(shop: Shop) -> None:
    shop.hold(shop.first, minutes=1)
    shop.first.sync()
    shop.hold(shop.first, 2)
    shop.later(2 * DAY)
    shop.minute()
    shop.first.sync()
    assert states(shop.hub) == states(shop.first)
    assert states(shop.first)[-1] == "lapsed"
    assert tasks(shop.hub) == []


def test_a_hold_lapses_by_the_hubs_clock_when_every_desk_of_the_store_was_heard_of(shop: Shop) -> None:
    shop.hold(shop.first, minutes=1)
    shop.hear(shop.first)
    shop.later(2 * MINUTE)
    shop.hear(shop.first)
    shop.minute()
    assert states(shop.hub) == ["held"], "the second desk may have handed the goods over"
    shop.hear(shop.second)
    shop.minute()
    assert states(shop.hub) == ["lapsed"]
    shop.hear(shop.first)
    assert states(shop.first) == ["lapsed"]


def test_a_hold_ended_offline_before_its_time_stays_as_the_desk_ended_it(shop: Shop) -> None:
    shop.hold(shop.first, minutes=2)
    shop.hear(shop.first)
    [hold] = [row[0] for row in shop.first.rows("SELECT id FROM hold")]
    assert shop.first.perform("ReleaseHold", hold_id=hold, outcome="collected") is None
    shop.later(5 * MINUTE)
    shop.hear(shop.second)
    with shop.hub.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE device SET heard_until = ?", (shop.hub.now,))
    shop.minute()
    assert states(shop.hub) == ["lapsed"]
    shop.hear(shop.first)
    assert states(shop.hub) == states(shop.first) == ["collected"]


def test_the_minute_changes_nothing_when_nothing_is_due(shop: Shop) -> None:
    shop.hold(shop.first)
    shop.first.sync()
    head = shop.minute()
    assert shop.minute() == head


def test_an_arrival_waits_a_week_for_its_sending_then_the_sender_is_asked_once(
    shop: Shop, tmp_path: Path
) -> None:
    there = DeskInProcess(tmp_path, shop.hub, 1, place_id=MAL)
    there.sync()
    shop.first.perform("AskTransfer", number="GBG-01-00001-K7", from_id=MAL, lines=TWO)
    shop.first.sync()
    there.sync()
    [transfer] = [row[0] for row in there.rows("SELECT id FROM transfer")]
    shop.first.perform("ReceiveTransfer", transfer_id=transfer, lines=TWO)
    shop.first.sync()
    before = tasks(shop.hub)
    shop.later(7 * DAY - MINUTE)
    shop.minute()
    assert tasks(shop.hub) == before
    shop.later(2 * MINUTE)
    shop.minute()
    shop.minute()
    assert tasks(shop.hub) == sorted([*before, "transfer_not_sent"])
    there.perform("SendTransfer", transfer_id=transfer, lines=TWO)
    there.sync()
    with shop.hub.engine.begin() as connection:
        sql = "SELECT quantity FROM stock_level WHERE location_id = ? AND variant_id = ? AND bucket = 4"
        assert connection.exec_driver_sql(sql, (MAL, ALVA)).scalar() == 0
