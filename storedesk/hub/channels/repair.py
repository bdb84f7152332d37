"""Takes over what a channel shows where staff asked for it: it is read there once more first."""

from functools import partial
from typing import NamedTuple

from storedesk.actions.channel_repair import TAKE_THEIRS, take_over
from storedesk.connectors.port import Kind
from storedesk.domain.differences import PRICE, STOCK
from storedesk.domain.records import Channel, Difference
from storedesk.hub.channels.compare import Tag, rules_at
from storedesk.hub.channels.reading import Reader
from storedesk.hub.database import Database
from storedesk.hub.minute_steps import Step, take_steps
from storedesk.storage import difference_rows as stored
from storedesk.storage.channel_links import PRODUCT, VARIANT, links_to
from storedesk.storage.channel_links import STOCK as STOCK_LINK
from storedesk.storage.channel_shown import shown_of
from storedesk.storage.channel_stock_reads import may_show
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter

MOST = 200
_KINDS = {STOCK: Kind.LEVELS, PRICE: Kind.PRICES}


class Asked(NamedTuple):
    """What is to be taken over, and what is to be read for it, by kind."""

    rows: tuple[Difference, ...]
    ids: dict[Kind, list[str]]


async def take_theirs(database: Database, reader: Reader, channel: Channel, now: int, random_tag: Tag) -> int:
    """How many were asked for, at most 200 at a time. Raises what reading the channel raises; then all of them
    wait for the next time."""
    asked = await database.read(partial(asked_for, channel=channel))
    for kind, ids in asked.ids.items():
        await reader.reread(kind, ids)
    if asked.rows:
        work = partial(_take, channel=channel, rows=asked.rows, now=now, random_tag=random_tag)
        await database.write(work)
    return len(asked.rows)


def asked_for(connection: Connection, channel: Channel) -> Asked:
    rows = tuple(stored.asked_differences(connection, channel.id, TAKE_THEIRS, MOST))
    ids: dict[Kind, set[str]] = {}
    for row in rows:
        kind = _KINDS.get(row.field, Kind.PRODUCTS)
        ids.setdefault(kind, set()).update(_external(connection, channel, row))
    return Asked(rows, {kind: sorted(found) for kind, found in ids.items() if found})


def _external(connection: Connection, channel: Channel, row: Difference) -> list[str]:
    """What the article is called there for reading it again."""
    variant = stored.row_of(connection, "variant", row.variant_id or 0)
    if variant is None:
        return []
    if row.field == STOCK:
        kinds, local_id = (STOCK_LINK, VARIANT), str(variant.id)
    elif row.field == PRICE:
        kinds, local_id = (VARIANT, STOCK_LINK), str(variant.id)
    else:
        kinds, local_id = (PRODUCT, VARIANT), str(variant.product_id)
    for kind in kinds:
        found = links_to(connection, channel.id, kind, [local_id]).get(local_id)
        if found:
            return [link.external_id for link in found]
    return []


def _take(
    connection: Connection, channel: Channel, rows: tuple[Difference, ...], now: int, random_tag: Tag
) -> None:
    feed = FeedWriter(connection, random_tag)
    take_steps(connection, [_step(connection, channel, row, now) for row in rows], feed)
    feed.write()


def _step(connection: Connection, channel: Channel, row: Difference, now: int) -> Step:
    variant_id, rules = row.variant_id or 0, rules_at(connection, channel, now)
    figures = shown_of(connection, channel.id, [variant_id])
    theirs = next((one.value for one in figures if (one.field, one.about) == (row.field, row.about)), None)
    ours = row.ours
    if row.field == STOCK and row.about.isdecimal():
        figure = may_show(connection, channel, [variant_id], now).get((variant_id, int(row.about)))
        ours = str(figure.available if figure else 0)
    list_code = row.about if row.about in rules.lists else rules.own_list
    return partial(
        take_over, difference_id=row.id, ours=ours, theirs=theirs, list_code=list_code, day=rules.day, now=now
    )
