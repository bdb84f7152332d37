"""What has changed in the feed since a channel's planner last looked, and what a channel was last told of stock."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.domain.tables import Key
from storedesk.storage.channel_links import STOCK, VARIANT
from storedesk.storage.channel_schema import channel_told
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import key_from_text
from storedesk.storage.schema import feed, feed_head
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_HEAD = select_from(feed_head, ("position", "horizon"))
_AFTER = (
    select_from(feed, ("position", "tbl", "row_key"), "position > ? AND position <= ?")
    + " ORDER BY position LIMIT ?"
)
_TAG_AT = "SELECT tag FROM commit_tag WHERE position >= ? ORDER BY position LIMIT 1"
_LINKED = (
    f"SELECT DISTINCT local_id FROM channel_link WHERE channel_id = ? AND kind IN ('{STOCK}', '{VARIANT}') "
    "AND local_id > ? ORDER BY local_id LIMIT ?"
)
_TOLD = select_from(
    channel_told,
    ("variant_id", "place_id", "available", "own_reserved"),
    "channel_id = ? AND variant_id IN ?*",
)
_TELL = upsert_into(channel_told, ("channel_id", "variant_id", "place_id"))
_FORGET_TOLD = "DELETE FROM channel_told WHERE channel_id = ?"
_FORGET_ARTICLES = _FORGET_TOLD + " AND variant_id IN ?*"
_FORGET_PLACES = _FORGET_TOLD + " AND place_id IN ?*"
_FORGET_THESE = _FORGET_TOLD + " AND place_id = ? AND variant_id IN ?*"
_RETURN_OF = "SELECT order_id FROM goods_return WHERE id IN ?*"
_PART_OF = "SELECT order_id FROM fulfilment WHERE id IN ?*"
_KNOWN_ORDERS = "SELECT local_id FROM channel_link WHERE channel_id = ? AND kind = 'order' AND local_id IN ?*"
_ARTICLES_OF_PARTS = "SELECT DISTINCT variant_id FROM fulfilment_line WHERE fulfilment_id IN ?*"
_VARIANTS_OF = "SELECT id FROM variant WHERE product_id IN ?*"
_OTHER_QUOTES = (
    "SELECT a.channel_id FROM channel_account a JOIN channel_link l ON l.channel_id = a.channel_id "
    "WHERE l.kind = 'company' AND l.local_id = ? AND a.state <> 'off' AND ' ' || a.capabilities || ' ' LIKE ? "
    "ORDER BY a.channel_id LIMIT 1"
)


class Head(NamedTuple):
    """The feed's last position, and the one below which it has forgotten what is gone."""

    position: int
    horizon: int


class Entry(NamedTuple):
    position: int
    table: str
    key: Key


class ToldFigures(NamedTuple):
    variant_id: int
    place_id: int
    available: int
    own_reserved: int


def feed_ends(connection: Connection) -> Head:
    found = ShortSql(connection).first(_HEAD)
    if found is None:
        raise LookupError("This hub's feed has not been prepared")
    return Head(*found)


def changes_after(connection: Connection, after: int, upto: int, most: int) -> list[Entry]:
    """Rows changed behind a position, the oldest change first."""
    rows = ShortSql(connection).all(_AFTER, after, upto, most)
    return [Entry(position, table, key_from_text(key)) for position, table, key in rows]


def commit_of(connection: Connection, position: int) -> str:
    """A name of the commit that wrote a position, which a hub that was put back gives to no other."""
    found = ShortSql(connection).first(_TAG_AT, position)
    return f"{position}" if found is None else f"{position}.{found[0]}"


def linked_variants(connection: Connection, channel_id: int, after: str, most: int) -> list[str]:
    """Ids, as text, of articles that the channel knows, behind one of them."""
    return [row[0] for row in ShortSql(connection).all(_LINKED, channel_id, after, most)]


def told_figures(
    connection: Connection, channel_id: int, variant_ids: Sequence[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Available and own reserved that the channel last took, by variant and place."""
    rows = ShortSql(connection).all(_TOLD, channel_id, list(variant_ids))
    return {(variant, place): (available, own) for variant, place, available, own in rows}


def note_told(connection: Connection, channel_id: int, figures: Iterable[ToldFigures], now: int) -> None:
    ShortSql(connection).change_many(_TELL, [(channel_id, *figure, now) for figure in figures])


def forget_told(connection: Connection, channel_id: int) -> None:
    """Everything is told again."""
    ShortSql(connection).change(_FORGET_TOLD, channel_id)


def forget_told_articles(connection: Connection, channel_id: int, variant_ids: Iterable[int]) -> None:
    """Figures of these articles are told again everywhere."""
    ShortSql(connection).change(_FORGET_ARTICLES, channel_id, sorted(variant_ids))


def forget_told_places(connection: Connection, channel_id: int, place_ids: Iterable[int]) -> None:
    """Figures of these places are told again."""
    ShortSql(connection).change(_FORGET_PLACES, channel_id, sorted(place_ids))


def forget_told_of(
    connection: Connection, channel_id: int, place_id: int, variant_ids: Iterable[int]
) -> None:
    """Figures of these articles at one place are told again, also where they are the same."""
    ShortSql(connection).change(_FORGET_THESE, channel_id, place_id, sorted(variant_ids))


def orders_of_parts(connection: Connection, fulfilment_ids: Sequence[str]) -> set[str]:
    return {row[0] for row in ShortSql(connection).all(_PART_OF, list(fulfilment_ids))}


def orders_of_returns(connection: Connection, return_ids: Sequence[str]) -> set[str]:
    return {row[0] for row in ShortSql(connection).all(_RETURN_OF, list(return_ids))}


def orders_known_to(connection: Connection, channel_id: int, order_ids: Iterable[str]) -> list[str]:
    """Those of them that came by the channel or were made there by us."""
    rows = ShortSql(connection).all(_KNOWN_ORDERS, channel_id, sorted(order_ids))
    return sorted(row[0] for row in rows)


def articles_of_parts(connection: Connection, fulfilment_ids: Sequence[str]) -> set[int]:
    asked = sorted({one for one in fulfilment_ids if one})
    return {row[0] for row in ShortSql(connection).all(_ARTICLES_OF_PARTS, asked)} if asked else set()


def variants_of(connection: Connection, product_ids: Sequence[int]) -> set[int]:
    return {row[0] for row in ShortSql(connection).all(_VARIANTS_OF, list(product_ids))}


def channel_for_orders_of(connection: Connection, company_id: int, capability: str) -> int | None:
    """The one channel on which a company's orders are made by us: the first that can and knows the company."""
    found = ShortSql(connection).first(_OTHER_QUOTES, str(company_id), f"% {capability} %")
    return None if found is None else int(found[0])
