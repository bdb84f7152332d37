"""Compares what a channel shows with what it should, a range of articles at a time, and keeps what differs."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from storedesk.actions.channel_repair import TAKE_THEIRS
from storedesk.domain.difference_cost import SALES_DAYS, Trade, cost_of, per_day
from storedesk.domain.differences import ON_ITS_WAY, REFUSED, Likely, likely
from storedesk.domain.ids import derived_id
from storedesk.domain.master import SETTING, masters_from
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Channel, ChannelState, Difference, DifferenceDay, Setting
from storedesk.domain.wall_clock import add_days, local_time, zone_named
from storedesk.hub.channels.difference_history import HISTORY_MS, history_of, last_push
from storedesk.hub.channels.should_show import Found, Range, Rules, rules_of
from storedesk.hub.database import Database
from storedesk.storage import difference_rows as stored
from storedesk.storage.database_work import Connection
from storedesk.storage.difference_reads import (
    chain_zone,
    last_of_range,
    line_settings,
    sold_since,
    told_about,
)
from storedesk.storage.difference_rows import Progress
from storedesk.storage.hub_rows import write_rows

ARTICLES_AT_ONCE = 2_000
KEPT_DAYS = 90
MOST_KEPT = 2_000
"""So many differences of a channel are kept as rows; all of them are counted."""
REPAIR_WAITS_MS = 3_600_000
"""A repair that nothing came of in this time can be asked for again."""
_DAY_MS = 86_400_000
Tag = Callable[[], int]


class Differs(NamedTuple):
    found: Found
    likely: Likely
    cost: int
    history: str


class Looked(NamedTuple):
    """What one range showed: up to ``upto``, None at the end of the articles; ``counts`` by cause, "" for all."""

    after: int
    upto: int | None
    differs: tuple[Differs, ...]
    counts: dict[str, int]
    rules: Rules


async def compare_channel(
    database: Database, channel: Channel, now: int, random_tag: Tag, size: int = ARTICLES_AT_ONCE
) -> None:  # fmt: skip
    """A whole pass, or the rest of one that was broken off: each range is read beside the writers and then written
    in a short transaction."""
    while True:
        looked = await database.read(partial(look, channel=channel, now=now, size=size))
        await database.write(partial(keep, channel=channel, looked=looked, now=now, random_tag=random_tag))
        if looked.upto is None:
            return


def compare(
    connection: Connection, channel: Channel, now: int, random_tag: Tag, size: int = ARTICLES_AT_ONCE
) -> None:  # fmt: skip
    """The same within one transaction, for a command or a small shop."""
    while True:
        looked = look(connection, channel, now, size)
        keep(connection, channel, looked, now, random_tag)
        if looked.upto is None:
            return


def look(connection: Connection, channel: Channel, now: int, size: int) -> Looked:
    """Reads the next range after what has been compared; writes nothing."""
    progress = stored.progress_of(connection, channel.id)
    after = 0 if progress is None else progress.after_id
    rules = rules_at(connection, channel, now)
    upto = last_of_range(connection, after, size)
    if upto is None:
        return Looked(after, None, (), {}, rules)
    articles = Range(connection, channel, rules, after, upto, now)
    differs, counts = _differing(connection, channel, articles.differing(), now)
    counts[""] = articles.compared
    return Looked(after, upto, differs, dict(counts), rules)


def rules_at(connection: Connection, channel: Channel, now: int) -> Rules:
    """What holds for a channel today; raises MasterTableWrong."""
    zone, currency = chain_zone(connection)
    day = local_time(now, zone_named(zone)).date().isoformat()
    line = line_settings(connection, channel.id)
    setting: Setting | None = stored.row_of(connection, "setting", 0, SETTING)
    masters = masters_from(setting.value if setting else "")
    return rules_of(connection, channel, line, masters, day, currency)


def _differing(
    connection: Connection, channel: Channel, candidates: list[Found], now: int
) -> tuple[tuple[Differs, ...], Counter[str]]:
    """The dearest, as many as can be kept, and how many there are by cause."""
    entities = {one.entity for one in candidates} - {""}
    told = told_about(connection, channel.id, sorted(entities), now - HISTORY_MS)
    found: list[tuple[Found, Likely]] = []
    for one in candidates:
        push = last_push(told.get(one.entity, ()))
        why = likely(one.beside._replace(push=push) if push else one.beside, now)
        if why is not None:
            found.append((one, why))
    skus = sorted({one.article.sku for one, _ in found})
    sold = sold_since(connection, channel.id, skus, now - SALES_DAYS * _DAY_MS)
    priced = sorted(
        ((_cost(one, sold), one, why) for one, why in found),
        key=lambda each: (-each[0], each[1].article.variant_id, each[1].beside.field, each[1].about),
    )
    kept = tuple(
        Differs(one, why, cost, history_of(one.beside, told.get(one.entity, ())))
        for cost, one, why in priced[:MOST_KEPT]
    )
    return kept, Counter(why.cause for _, why in found)


def _cost(one: Found, sold: dict[str, int]) -> int:
    step = UNITS.get(one.article.unit, PIECE).step
    pieces = sold.get(one.article.sku, 0) // step
    return cost_of(one.beside.field, one.beside.ours, one.beside.theirs, Trade(one.price, per_day(pieces)))


def keep(connection: Connection, channel: Channel, looked: Looked, now: int, random_tag: Tag) -> None:
    """Writes what changed in the range, and the totals after the last; does nothing if another process was faster."""
    progress = stored.progress_of(connection, channel.id) or Progress(0, now, {})
    if progress.after_id != looked.after:
        return
    if looked.upto is None:
        _finish(connection, channel, progress, looked.rules.day, now, random_tag)
        stored.end_progress(connection, channel.id)
        return
    there = stored.differences_between(connection, channel.id, looked.after, looked.upto)
    room = MOST_KEPT - stored.how_many(connection, channel.id)
    rows = []
    for differs in looked.differs:
        if room <= 0 and not there:
            break
        name = difference_id(channel, differs.found)
        old = there.pop(name, None)
        room -= old is None
        row = _merged(old, differs, channel, name, now)
        if row != old and (old is not None or room >= 0):
            rows.append(row)
    stored.drop_rows(connection, "difference", [(name,) for name in there], random_tag)
    if rows:
        write_rows(connection, rows, random_tag)
    counts = Counter(progress.counts)
    counts.update(looked.counts)
    stored.keep_progress(connection, channel.id, Progress(looked.upto, progress.began_at, dict(counts)))


def difference_id(channel: Channel, found: Found) -> str:
    return derived_id(str(channel.id), str(found.article.variant_id), found.beside.field, found.about)


def _merged(old: Difference | None, differs: Differs, channel: Channel, name: str, now: int) -> Difference:
    """The row as it is now. What is the same for staff changes nothing, nor does a cost by less than a tenth."""
    found, why = differs.found, differs.likely
    beside = found.beside
    row = Difference(
        name, channel.id, found.article.variant_id, beside.field, found.about, beside.ours, beside.theirs, found.currency,
        why.since, why.cause, differs.cost, "open", "", 0, None, why.why, differs.history, now,
    )  # fmt: skip
    if old is None:
        return row
    state, asked, reason = _repair_state(old, why, now)
    near = abs(row.cost - old.cost) * 10 < old.cost
    row = row._replace(
        since=old.since,
        cost=old.cost if near else row.cost,
        state=state,
        asked=asked,
        asked_by=old.asked_by,
        asked_at=old.asked_at,
        why=reason,
    )
    return old if row._replace(seen_at=old.seen_at) == old else row


def _repair_state(old: Difference, why: Likely, now: int) -> tuple[str, str, str]:
    """Whether a repair still runs: its push was refused, nothing came of it in an hour, or it goes on. What is to be
    taken over waits until the channel can be read."""
    asked_at = old.asked_at or 0
    if old.asked == TAKE_THEIRS:
        return old.state, old.asked, ""
    if old.state == "repairing":
        if why.cause == REFUSED and why.since >= asked_at:
            return "refused", "", why.why
        if now - asked_at >= REPAIR_WAITS_MS:
            return "refused", "", "no_reply"
        return "repairing", old.asked, ""
    if old.state == "refused" and why.cause != ON_ITS_WAY:
        return "refused", "", why.why or old.why
    return old.state, old.asked, why.why


def _finish(
    connection: Connection, channel: Channel, progress: Progress, day: str, now: int, random_tag: Tag
) -> None:
    """The day's figure in place of an earlier one of the day, the channel's totals, and nothing older than 90 days."""
    counts = progress.counts
    days = [DifferenceDay(channel.id, day, cause, found) for cause, found in sorted(counts.items())]
    kept = {(one.channel_id, one.day, one.cause) for one in days}
    old = stored.days_to_drop(connection, channel.id, add_days(day, -KEPT_DAYS), day)
    stored.drop_rows(connection, "difference_day", [key for key in old if key not in kept], random_tag)
    state: ChannelState | None = stored.row_of(connection, "channel_state", channel.id)
    if state is None:
        state = ChannelState(channel.id, "on", "", "", "polling", 0, 0, None, None, None, 0, 0, None, 0, now)
    differing = sum(found for cause, found in counts.items() if cause)
    new = state._replace(compared=counts.get("", 0), differing=differing, checked_at=now, changed_at=now)
    write_rows(connection, [*days, new], random_tag)
