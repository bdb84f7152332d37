"""What the Channels screen shows: how each channel is, what differs by item, why, and how that went over 90 days."""

from collections import Counter
from dataclasses import dataclass

import msgspec

from storedesk.desk.moments import Look, Moment
from storedesk.domain.differences import CAUSES, REPAIRS, STOCK, whole
from storedesk.domain.records import Channel, ChannelState, Difference
from storedesk.domain.wall_clock import add_days
from storedesk.storage.desk_channel_reads import ChannelsRecord

TREND_DAYS = 90
IN_STEP = 10_000


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """How a channel is; ages in ms, None where there is none. ``in_step`` is in 1/100 %, never rounded up."""

    channel_id: int
    name: str
    state: str
    why: str
    what: str
    signals: str
    compared: int
    differing: int
    in_step: int
    checked: Moment | None
    pushed_age: int | None
    pushed_today: int
    unsent: int
    unsent_age: int | None
    parked: int


@dataclass(frozen=True, slots=True)
class StepView:
    """``kind`` is taken, refused, waits, no_reply, ours or read."""

    at: Moment
    kind: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """One difference. ``off`` is theirs less ours where both are numbers; ``alike`` how many of the channel have
    the same field and cause, this one included."""

    difference_id: str
    channel_id: int
    channel: str
    field: str
    ours: str
    theirs: str
    off: int | None
    cause: str
    why: str
    state: str
    asked: str
    cost: int
    currency: str
    since: Moment
    can_push: bool
    can_take: bool
    alike: int
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An article that some channels show differently in one field; ``about`` is the place, list or company.

    ``on_hand`` is what stands at the place, None where this desk does not hold it. ``figures``: the dearest first.
    """

    key: str
    name: str
    detail: str
    sku: str
    category: str
    unit: str
    field: str
    about: str
    on_hand: int | None
    figures: tuple[FigureView, ...]

    @property
    def cost(self) -> int:
        return sum(figure.cost for figure in self.figures)

    @property
    def since(self) -> int:
        return max(figure.since.at for figure in self.figures)


@dataclass(frozen=True, slots=True)
class FaultRow:
    """An article whose data lack something: kinds with how many others they concern, the worst first."""

    key: str
    name: str
    sku: str
    category: str
    kinds: tuple[str, ...]
    since: Moment


@dataclass(frozen=True, slots=True)
class TrendView:
    """A channel's differences by day, the oldest first: ``counts`` in the order of ``CAUSES``, None where nobody
    counted."""

    channel_id: int
    name: str
    days: tuple[tuple[str, tuple[int, ...] | None], ...]


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """``checked`` is the oldest check, None while a channel was never checked; ``is_asked`` while a check that was
    asked for has not come; ``more`` counts differences that are not on this desk."""

    cards: tuple[ChannelCard, ...] = ()
    items: tuple[ItemRow, ...] = ()
    faults: tuple[FaultRow, ...] = ()
    trends: tuple[TrendView, ...] = ()
    checked: Moment | None = None
    is_asked: bool = False
    more: int = 0


def derive_channels(record: ChannelsRecord, look: Look) -> ChannelsView:
    cards = tuple(_card(channel, state, look) for channel, state in record.channels)
    checks = [state.checked_at for _, state in record.channels if state.checked_at is not None]
    oldest = min(checks) if len(checks) == len(record.channels) and checks else None
    counted = sum(card.differing for card in cards)
    return ChannelsView(
        cards,
        _items(record, look),
        _faults(record, look),
        tuple(_trend(record, channel, look) for channel, _ in record.channels),
        None if oldest is None else look.moment(oldest),
        bool(cards) and record.asked_at > (oldest or 0),
        max(0, counted - len(record.differences)),
    )


def _card(channel: Channel, state: ChannelState, look: Look) -> ChannelCard:
    agree = max(0, state.compared - state.differing)
    return ChannelCard(
        channel.id,
        channel.name,
        state.state,
        state.why,
        state.what,
        state.signals,
        state.compared,
        state.differing,
        agree * IN_STEP // state.compared if state.compared else IN_STEP,
        None if state.checked_at is None else look.moment(state.checked_at),
        None if state.pushed_at is None else max(0, look.now - state.pushed_at),
        state.pushed_today,
        state.unsent,
        None if state.unsent_since is None else max(0, look.now - state.unsent_since),
        state.parked,
    )


def _items(record: ChannelsRecord, look: Look) -> tuple[ItemRow, ...]:
    """By what they may cost, the dearest first."""
    names = {channel.id: channel.name for channel, _ in record.channels}
    alike = Counter((row.channel_id, row.field, row.cause) for row in record.differences)
    grouped: dict[tuple[int, str, str], list[Difference]] = {}
    for row in record.differences:
        if row.channel_id in names:
            grouped.setdefault((row.variant_id or 0, row.field, row.about), []).append(row)
    items = [
        _item(record, key, sorted(rows, key=lambda row: (-row.cost, row.channel_id)), names, alike, look)
        for key, rows in grouped.items()
    ]
    return tuple(sorted(items, key=lambda item: (-item.cost, item.key)))


def _item(
    record: ChannelsRecord,
    key: tuple[int, str, str],
    rows: list[Difference],
    names: dict[int, str],
    alike: Counter[tuple[int, str, str]],
    look: Look,
) -> ItemRow:
    variant_id, field, about = key
    variant, product = record.articles.get(variant_id, (None, None))
    place = int(about) if about.isdecimal() else 0
    level = record.levels.get((variant_id, place)) if field == STOCK else None
    named = record.places if field == STOCK else record.companies
    return ItemRow(
        f"{variant_id} {field} {about}",
        product.name if product else "",
        " · ".join(part for part in (variant.colour, variant.size) if part) if variant else "",
        variant.sku if variant else "",
        product.category if product else "",
        variant.unit if variant else "piece",
        field,
        named.get(place, "") if place else about,
        level.quantity if level else None,
        tuple(
            _figure(row, names[row.channel_id], alike[row.channel_id, row.field, row.cause], look)
            for row in rows
        ),
    )


def _figure(row: Difference, channel: str, alike: int, look: Look) -> FigureView:
    ours, theirs = whole(row.ours), whole(row.theirs)
    mapped = row.cause != "no_mapping"
    return FigureView(
        row.id, row.channel_id, channel, row.field, row.ours, row.theirs,
        None if ours is None or theirs is None or row.field == "listed" else theirs - ours,
        row.cause, row.why, row.state, row.asked, row.cost, row.currency, look.moment(row.since),
        mapped and row.field in REPAIRS["push"], mapped and row.field in REPAIRS["take_theirs"], alike,
        _steps(row.history, look),
    )  # fmt: skip


def _steps(history: str, look: Look) -> tuple[StepView, ...]:
    try:
        found = msgspec.json.decode(history, type=list[dict[str, int | str]])
    except msgspec.MsgspecError:
        return ()
    return tuple(
        StepView(
            look.moment(int(step.get("at", 0))),
            str(step.get("kind", "")),
            str(step.get("value", "")),
            str(step.get("why", "")),
        )
        for step in found
    )


def _faults(record: ChannelsRecord, look: Look) -> tuple[FaultRow, ...]:
    """One row per article, in the order of its worst fault."""
    kinds: dict[int, list[str]] = {}
    since: dict[int, int] = {}
    for fault in record.faults:
        kinds.setdefault(fault.variant_id, []).append(fault.kind)
        since[fault.variant_id] = min(fault.since, since.get(fault.variant_id, fault.since))
    rows = []
    for variant_id, found in kinds.items():
        variant, product = record.articles.get(variant_id, (None, None))
        rows.append(
            FaultRow(
                str(variant_id),
                product.name if product else "",
                variant.sku if variant else "",
                product.category if product else "",
                tuple(found),
                look.moment(since[variant_id]),
            )
        )
    return tuple(rows)


def _trend(record: ChannelsRecord, channel: Channel, look: Look) -> TrendView:
    today = look.hours.local_day(look.now)
    counts: dict[str, dict[str, int]] = {}
    for row in record.days:
        if row.channel_id == channel.id:
            counts.setdefault(row.day, {})[row.cause] = row.found
    days = (add_days(today, number - TREND_DAYS + 1) for number in range(TREND_DAYS))
    return TrendView(
        channel.id,
        channel.name,
        tuple(
            (day, tuple(counts[day].get(cause, 0) for cause in CAUSES) if day in counts else None)
            for day in days
        ),
    )


def first_day(look: Look) -> str:
    """The first local date of the trend."""
    return add_days(look.hours.local_day(look.now), 1 - TREND_DAYS)
