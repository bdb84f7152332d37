"""What must be true of the hub and of every shop when a day has ended."""

from typing import Any

from storedesk.domain.records import Channel
from storedesk.domain.tables import SELLABLE
from storedesk.storage.channel_stock_reads import may_show
from storedesk.storage.database_work import Connection
from tests.channel_day.day import PLACES, Day
from tests.channel_day.market import Market

_PUSHES = "SELECT state, kind, why, detail FROM channel_push WHERE state NOT IN ('done', 'dropped')"

_TOLD_READY = "SELECT entity FROM channel_push WHERE kind = 'ready' AND state = 'done'"
"""Goods that are collected within the two minutes in which staff may take ready back are never told to be ready."""


async def reckon(day: Day) -> None:
    """Raises AssertionError with what does not fit."""
    bugs = day.bugs + [trace for process in day.processes for trace in process.bugs]
    assert not bugs, bugs[:3]
    await _nothing_waits(day)
    await _levels_are_the_sum_of_their_movements(day)
    await _what_somebody_edited_is_found_and_repaired(day)
    for market in day.markets:
        await _every_order_is_here_once(day, market)
        await _the_shop_shows_what_it_should(day, market)
        await _nothing_was_done_twice(day, market)
        await _one_sender(day, market)


async def _nothing_waits(day: Day) -> None:
    left = await day.database.read(lambda connection: list(connection.exec_driver_sql(_PUSHES)))
    assert [row for row in left if row[0] != "refused"] == [], left[:5]


async def _what_somebody_edited_is_found_and_repaired(day: Day) -> None:
    """What was changed in a shop's own admin stays there until somebody decides, and is said to be so."""
    found = [one for one in await day.compare() if one.field == "stock"]
    named = {(one.channel_id, int(one.about), one.variant_id) for one in found}
    wrong = set()
    for market in day.markets:
        wrong |= {(market.channel_id, place, number) for place, number in await _shown_wrong(day, market)}
    assert wrong <= day.edited, f"nobody edited, yet differs: {sorted(wrong - day.edited)}"
    assert named == wrong, f"said to differ: {sorted(named)}, differs: {sorted(wrong)}"
    assert {one.cause for one in found} <= {"changed_there"}, found
    await day.repair(found)
    assert [one for one in await day.compare() if one.field == "stock"] == []


async def _levels_are_the_sum_of_their_movements(day: Day) -> None:
    sums: dict[Any, int] = {}
    for movement in await day.rows("movement"):
        key = (movement.location_id, movement.variant_id, movement.bucket)
        sums[key] = sums.get(key, 0) + movement.quantity
    levels = await day.rows("stock_level")
    wrong = [
        level
        for level in levels
        if level.quantity != sums.get((level.location_id, level.variant_id, level.bucket), 0)
    ]
    assert wrong == []
    open_: dict[Any, int] = {}
    parts = {part.id: part for part in await day.rows("fulfilment") if part.ended_at is None}
    for line in await day.rows("fulfilment_line"):
        if line.fulfilment_id in parts:
            key = (parts[line.fulfilment_id].place_id, line.variant_id, SELLABLE)
            open_[key] = open_.get(key, 0) + line.ordered - line.cancelled - line.short - line.collected
    reserved = {(one.location_id, one.variant_id, one.bucket): one.reserved for one in levels if one.reserved}
    assert reserved == {key: many for key, many in open_.items() if many}


async def _every_order_is_here_once(day: Day, market: Market) -> None:
    orders = await day.rows("orders", channel_id=market.channel_id)
    there = sorted(market.orders())
    assert sorted(order.external_id for order in orders) == there
    cancelled = {order.external_id for order in orders if order.state == "cancelled"}
    assert market.cancelled() <= cancelled


async def _the_shop_shows_what_it_should(day: Day, market: Market) -> None:
    wrong = await _shown_wrong(day, market)
    assert wrong == {}, f"{market.code}: shown, should be shown: {wrong}"


async def _shown_wrong(day: Day, market: Market) -> dict[tuple[int, int], tuple[int, int]]:
    (channel,) = await day.rows("channel", id=market.channel_id)
    numbers = range(1, len(day.skus) + 1)
    should = await day.database.read(lambda connection: _should(connection, channel, list(numbers), day.now))
    wrong = {}
    for code, (place, _) in PLACES.items():
        for number in numbers:
            shown, wanted = market.shows(code, day.skus[number - 1][0]), should[number, place]
            if shown != wanted:
                wrong[place, number] = (shown, wanted)
    return wrong


def _should(
    connection: Connection, channel: Channel, numbers: list[int], now: int
) -> dict[tuple[int, int], int]:
    found = may_show(connection, channel, numbers, now)
    return {pair: figure.available for pair, figure in found.items()}


async def _nothing_was_done_twice(day: Day, market: Market) -> None:
    """One mail at most for an order, and no more pieces handed out there than here."""
    assert {order: many for order, many in market.mails().items() if many > 1} == {}
    collected: dict[str, int] = {}
    numbers = {
        order.id: order.external_id for order in await day.rows("orders", channel_id=market.channel_id)
    }
    parts = {part.id: part.order_id for part in await day.rows("fulfilment")}
    for line in await day.rows("fulfilment_line"):
        order = numbers.get(parts[line.fulfilment_id], "")
        collected[order] = collected.get(order, 0) + line.collected
    told = {order: many for order, many in market.handed_out().items() if many}
    assert told == {order: many for order, many in collected.items() if many and order in market.handed_out()}


async def _one_sender(day: Day, market: Market) -> None:
    """Where the platform writes to customers we do not, and the other way round."""
    orders = {order.id: order.external_id for order in await day.rows("orders", channel_id=market.channel_id)}
    ours = {orders[one.order_id] for one in await day.rows("message", kind="ready") if one.order_id in orders}
    theirs = {order for order, many in market.mails().items() if many}
    if market.told_by == "platform":
        told = await day.database.read(lambda connection: list(connection.exec_driver_sql(_TOLD_READY)))
        ready = {order.removeprefix("order/") for (order,) in told}
        assert ours == set()
        expected = {external_id for order, external_id in orders.items() if order in ready}
        assert theirs == expected, f"without need {theirs - expected}, not written to {expected - theirs}"
    else:
        assert theirs == set()
