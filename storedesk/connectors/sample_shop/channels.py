"""How the sample shop's channels are: most in step, one with its webhooks off, and ninety days of both."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from storedesk.connectors.sample_shop import places as p
from storedesk.connectors.sample_shop.catalogue import Article
from storedesk.connectors.sample_shop.dice import Dice
from storedesk.domain.difference_cost import Trade, cost_of
from storedesk.domain.differences import CAUSES, STOCK
from storedesk.domain.ids import derived_id
from storedesk.domain.records import (
    Channel,
    ChannelState,
    Difference,
    DifferenceDay,
    ProductFault,
    StockLevel,
)
from storedesk.domain.stock import available_for_channel
from storedesk.domain.tables import SELLABLE
from storedesk.domain.wall_clock import add_days, local_time, zone_named

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_DAYS = 90
_SOLD_A_DAY = 1_400


class _Line(NamedTuple):
    """How a channel is: differences by field, figures compared, updates today, minutes since the last push."""

    signals: str
    stock: int
    price: int
    title: int
    listed: int
    compared: int
    today: int
    pushed: int
    unsent: int


_LINES: Mapping[int, _Line] = {
    1: _Line("webhooks", 1, 1, 1, 0, 9_612, 2_412, 0, 0),
    2: _Line("webhooks", 4, 1, 0, 1, 5_806, 906, 1, 0),
    3: _Line("webhooks_off", 35, 1, 1, 1, 9_420, 1_874, 9, 6),
    4: _Line("polling", 0, 0, 0, 0, 2_204, 148, 1, 0),
}
_CAUSES = {
    1: ("changed_there",), 2: ("refused", "not_pushed"), 3: ("not_pushed", "not_pushed", "not_pushed", "on_its_way"),
}  # fmt: skip
_FAULTS = (
    ("no_price", 90), ("no_barcode", 70), ("no_weight", 30), ("no_category", 40), ("same_barcode", 80),
)  # fmt: skip


def channel_rows(
    seed: int, articles: Sequence[Article], stock: Iterable[Any], now: int
) -> Iterator[ChannelState | Difference | DifferenceDay | ProductFault]:
    """``stock`` are the rows of ``stock_rows``; times in UTC ms."""
    levels = {
        row.variant_id: row
        for row in stock
        if isinstance(row, StockLevel) and row.location_id == p.GOTEBORG and row.bucket == SELLABLE
    }
    sold = [one for one in articles if one.price_in("SEK") and one.variant.unit != "m"]
    stocked = [one for one in sold if levels.get(one.variant.id) and levels[one.variant.id].quantity > 5]
    for channel in p.CHANNELS:
        line = _LINES.get(channel.id)
        if line is not None:
            rows = list(
                _differences(Dice(seed, "channel", channel.code), channel, line, sold, stocked, levels, now)
            )
            yield from rows
            yield _state(channel, line, len(rows), now)
            yield from _days(Dice(seed, "trend", channel.code), channel, line, rows, now)
    yield from _faults(Dice(seed, "faults"), sold, now)


def _state(channel: Channel, line: _Line, differing: int, now: int) -> ChannelState:
    pushed = now - line.pushed * _MINUTE - 12_000
    return ChannelState(
        channel.id, "on", "", "", line.signals, line.compared, differing, now - 2 * _MINUTE, pushed, pushed + 5_000,
        line.today, line.unsent, pushed if line.unsent else None, 0, now - _MINUTE,
    )  # fmt: skip


def _differences(
    dice: Dice,
    channel: Channel,
    line: _Line,
    sold: Sequence[Article],
    stocked: Sequence[Article],
    levels: Mapping[int, StockLevel],
    now: int,
) -> Iterator[Difference]:
    """Each article at most once in each field."""
    for article in _some(dice, stocked, line.stock):
        level = levels[article.variant.id]
        free = available_for_channel(level.quantity, level.reserved, 0, 0, level.safety, channel.buffer, 0)
        off = dice.pick((1, 1, 2, 3, 3, -1, -2))
        theirs = max(0, free.total + off)
        if theirs == free.total:
            theirs += 1
        yield _row(dice, channel, article, STOCK, str(p.GOTEBORG), str(free.total), str(theirs), now)
    for article in _some(dice, sold, line.price):
        price = article.price_in("SEK")
        yield _row(dice, channel, article, "price", "", str(price), str(price * 9 // 10), now)
    for article in _some(dice, sold, line.title):
        name = article.product.name
        yield _row(
            dice, channel, article, "title", "", name, name.replace("å", "a").replace("ö", "o") + " NY", now
        )
    for article in _some(dice, sold, line.listed):
        yield _row(dice, channel, article, "listed", "", "1", "0", now)


def _some(dice: Dice, articles: Sequence[Article], count: int) -> list[Article]:
    left = list(articles)
    return [left.pop(dice.below(len(left))) for _ in range(min(count, len(left)))]


def _row(
    dice: Dice, channel: Channel, article: Article, field: str, about: str, ours: str, theirs: str, now: int
) -> Difference:
    cause = (
        "no_mapping"
        if field == "listed"
        else dice.pick(_CAUSES[channel.id])
        if field == STOCK
        else "changed_there"
    )
    since = now - (6 if cause == "on_its_way" else dice.between(40, 220)) * _MINUTE
    why = "not_stocked" if cause == "refused" else ""
    cost = cost_of(field, ours, theirs, Trade(article.price_in("SEK"), _SOLD_A_DAY))
    return Difference(
        derived_id(str(channel.id), str(article.variant.id), field, about), channel.id, article.variant.id, field,
        about, ours, theirs, "SEK", since, cause, cost, "open", "", 0, None, why,
        _history(field, cause, ours, theirs, why, since, now), now - 2 * _MINUTE,
    )  # fmt: skip


def _history(field: str, cause: str, ours: str, theirs: str, why: str, since: int, now: int) -> str:
    """What led to it, as a comparison would tell it."""
    read = (now - 2 * _MINUTE, "read", theirs, "")
    steps = {
        "not_pushed": [(since - 95 * _MINUTE, "taken", theirs, ""), (since, "ours", ours, ""), read],
        "on_its_way": [(since - _HOUR, "taken", theirs, ""), (since, "waits", ours, ""), read],
        "refused": [(since - _HOUR, "taken", theirs, ""), (since - _MINUTE, "ours", ours, ""),
                    (since, "refused", ours, why), read],
        "changed_there": [(since - 3 * _HOUR, "taken", ours, ""), (since, "read", theirs, "")],
        "no_mapping": [(since, "read", theirs, "")],
    }[cause]  # fmt: skip
    return json.dumps(
        [{"at": at, "kind": kind, "value": value, "why": reason} for at, kind, value, reason in steps],
        ensure_ascii=False,
    )


def _days(
    dice: Dice, channel: Channel, line: _Line, rows: Sequence[Difference], now: int
) -> Iterator[DifferenceDay]:
    """Today as it is; before that a few each day, with a bad week in between."""
    today = local_time(now, zone_named("Europe/Stockholm")).date().isoformat()
    for number in range(_DAYS):
        day = add_days(today, number + 1 - _DAYS)
        yield DifferenceDay(channel.id, day, "", line.compared - (_DAYS - 1 - number) * 3)
        for cause in CAUSES[:-1]:
            found = sum(row.cause == cause for row in rows)
            if number < _DAYS - 1:
                worse = 3 if 40 <= number < 46 else 1
                found = dice.below(2 + (found or line.stock // 8) * worse)
            if found:
                yield DifferenceDay(channel.id, day, cause, found)


def _faults(dice: Dice, articles: Sequence[Article], now: int) -> Iterator[ProductFault]:
    for number, article in enumerate(_some(dice, articles, 14)):
        kind, weight = _FAULTS[number % len(_FAULTS)]
        yield ProductFault(article.variant.id, kind, weight, "{}", now - dice.between(1, 30) * _DAY)
