"""Takes in stock figures: a count where the channel is master of the place's stock, else only what it shows."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.neutral import RemoteLevel
from storedesk.connectors.port import Problem
from storedesk.domain.ids import ordered_id
from storedesk.domain.master import ON_HAND
from storedesk.domain.quantity import LARGEST_QUANTITY
from storedesk.domain.records import Movement, StockLevel
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.intake import Intake, Taken
from storedesk.storage.channel_links import PLACE, STOCK, links_of
from storedesk.storage.channel_problems import NOT_LINKED
from storedesk.storage.channel_shown import STOCK as STOCK_SHOWN
from storedesk.storage.channel_shown import Figure, Shown, field_shown, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import has_followers, steps_of
from storedesk.storage.outside_rows import OutsideRows
from storedesk.storage.refused_writes import count_refused
from storedesk.storage.rows import Rows

REASON = "imported_count"
_TOO_LARGE = "the stock figure is too large"


class _Level(NamedTuple):
    """A level here: ``on_hand`` in smallest steps, None where nothing is said of it; ``shown`` in whole pieces."""

    place_id: int
    variant_id: int
    on_hand: int | None
    shown: int
    external_id: str


def take_levels(connection: Connection, intake: Intake, records: Sequence[RemoteLevel]) -> Taken:
    """Levels of places that nobody has mapped are left out; those of articles not known yet are set aside."""
    levels, problems = _here(connection, intake, records)
    before = _shown(connection, intake, levels)
    out = OutsideRows(connection, intake.random_tag, follows=has_followers(connection, intake.channel.id))
    mastered = _mastered(connection, intake, {one.place_id for one in levels})
    counted = [one for one in levels if one.place_id in mastered and one.on_hand is not None]
    _count(out, intake, counted, before)
    refused = _refuse(connection, intake, [one for one in levels if one.place_id not in mastered], before)
    figures = [Figure(one.variant_id, STOCK_SHOWN, str(one.place_id), str(one.shown)) for one in levels]
    note_shown(connection, intake.channel.id, figures, intake.now)
    done = out.write()
    return Taken(done.inserted + done.changed, len(levels) - len(counted), refused, tuple(problems))


def _here(
    connection: Connection, intake: Intake, records: Sequence[RemoteLevel]
) -> tuple[list[_Level], list[Problem]]:
    channel = intake.channel.id
    articles = links_of(connection, channel, STOCK, list({one.variant_id for one in records}))
    places = links_of(connection, channel, PLACE, list({one.place_id for one in records}))
    steps = steps_of(connection, [int(link.local_id) for link in articles.values() if link.local_id])
    levels: dict[tuple[int, int], _Level] = {}
    problems: dict[str, Problem] = {}
    for record in records:
        article, place = articles.get(record.variant_id), places.get(record.place_id)
        shown = record.on_hand if record.available is None else record.available
        if article is None:
            problems[record.variant_id] = Problem(record.variant_id, NOT_LINKED)
        elif place is None or not place.local_id or not article.local_id or shown is None:
            continue
        elif max(abs(shown), abs(record.on_hand or 0)) > LARGEST_QUANTITY:
            problems[record.variant_id] = Problem(record.variant_id, _TOO_LARGE)
        else:
            variant_id, place_id = int(article.local_id), int(place.local_id)
            on_hand = None if record.on_hand is None else record.on_hand * steps.get(variant_id, 1)
            levels[place_id, variant_id] = _Level(place_id, variant_id, on_hand, shown, record.variant_id)
    return list(levels.values()), list(problems.values())


def _shown(connection: Connection, intake: Intake, levels: Sequence[_Level]) -> dict[tuple[int, str], Shown]:
    if intake.first:
        return {}
    ids = list({one.variant_id for one in levels})
    return field_shown(connection, intake.channel.id, ids, STOCK_SHOWN)


def _mastered(connection: Connection, intake: Intake, place_ids: set[int]) -> set[int]:
    places = Rows(connection).get_many("place", [(one,) for one in place_ids])
    return {
        stored.row.id
        for stored in places.values()
        if intake.masters.may_write(intake.channel.code, ON_HAND, stored.row.code)
    }


def _count(
    out: OutsideRows, intake: Intake, counted: Sequence[_Level], before: Mapping[tuple[int, str], Shown]
) -> None:
    """The difference to each level becomes a movement, so that a level stays the sum of its movements."""
    keys = [(one.place_id, one.variant_id, SELLABLE) for one in counted]
    there = out.read("stock_level", keys)
    movements: list[Movement] = []
    levels: list[StockLevel] = []
    now, source = intake.now, intake.channel.code
    for key, one in zip(keys, counted, strict=True):
        stored, quantity = there.get(key), max(one.on_hand or 0, 0)
        old = 0 if stored is None else stored.row.quantity
        if stored is not None:
            level: StockLevel = stored.row
            if quantity == old or _has_not_heard(before.get((key[1], str(key[0]))), one, level):
                continue
            levels.append(level._replace(quantity=quantity, changed_at=max(level.changed_at, now)))
        else:
            levels.append(StockLevel(*key, quantity, 0, 0, 0, None, "", now))
        if quantity != old:
            name = f"{source}:{key[0]}:{key[1]}:{old}:{quantity}"
            movements.append(Movement(ordered_id(now, name), *key, quantity - old, REASON, "", 0, now))
    out.put("movement", {}, movements)
    out.put("stock_level", there, levels)


def _has_not_heard(before: Shown | None, one: _Level, level: StockLevel) -> bool:
    """Whether the figure may be older than what happened here: it is as it was when last read, or what we told,
    and something has moved here since. Said once more, it counts."""
    if before is None:
        return False
    said = str(one.shown)
    if said == before.pushed and before.value != said:
        return True
    return said == before.value and level.changed_at > before.read_at


def _refuse(
    connection: Connection, intake: Intake, levels: Sequence[_Level], before: Mapping[tuple[int, str], Shown]
) -> dict[str, int]:
    """Who is not master may not put stock up; that a figure falls is a sale there."""
    written = [
        one.external_id for one in levels if _rose(before.get((one.variant_id, str(one.place_id))), one.shown)
    ]
    if not written:
        return {}
    count_refused(connection, intake.channel.code, ON_HAND, len(written), written[-1], intake.now)
    return {ON_HAND: len(written)}


def _rose(before: Shown | None, shown: int) -> bool:
    return before is not None and str(shown) != before.pushed and shown > int(before.value or 0)
