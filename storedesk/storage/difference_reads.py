"""What a comparison reads, a range of articles at a time: what a channel shows, what is sold, what was told."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from storedesk.domain.price_list import PriceRow
from storedesk.domain.records import Company, PriceList
from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.storage.channel_links import COMPANY, PRODUCT, VARIANT
from storedesk.storage.channel_schema import channel_account, channel_push, channel_shown
from storedesk.storage.channel_shown import Shown
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, quoted, select_all, select_from

_RANGE = "SELECT id FROM variant WHERE id > ? ORDER BY id LIMIT ?"
_SHOWN = select_all(channel_shown, "channel_id = ? AND variant_id > ? AND variant_id <= ?")
_LINKED = "SELECT local_id FROM channel_link WHERE channel_id = ? AND kind = ? AND local_id IN ?*"
_LEFT_OUT = "SELECT external_id FROM channel_link WHERE channel_id = ? AND kind = ? AND local_id = ''"
_ARTICLES = (
    "SELECT v.id, v.product_id, v.sku, v.unit, p.name FROM variant v JOIN product p ON p.id = v.product_id "
    "WHERE v.id > ? AND v.id <= ? ORDER BY v.id"
)
_PRICES = (
    "SELECT variant_id, list_code, currency, from_quantity, valid_from, amount, gross FROM price "
    "WHERE variant_id IN ?*"
)
_LISTS = f"SELECT {quoted(TABLE_BY_ROW[PriceList].columns)} FROM price_list"
_COMPANIES = (
    f"SELECT {quoted(TABLE_BY_ROW[Company].columns)} FROM company "
    "WHERE price_list <> '' AND merged_into IS NULL AND id IN ?*"
)
_COMPANY_LINKS = (
    f"SELECT local_id FROM channel_link WHERE channel_id = ? AND kind = '{COMPANY}' AND local_id <> ''"
)
_LEVELS_AT = (
    "SELECT variant_id, location_id, changed_at FROM stock_level WHERE bucket = 0 AND variant_id IN ?*"
)
_SOLD = (
    "SELECT l.sku, sum(l.ordered - l.cancelled) FROM order_line l JOIN orders o ON o.id = l.order_id "
    "WHERE l.sku IN ?* AND o.channel_id = ? AND o.placed_at >= ? GROUP BY l.sku"
)
_PUSHES = (
    select_from(
        channel_push,
        ("entity", "kind", "state", "ask", "made_at", "tried_at", "done_at", "why"),
        "channel_id = ? AND entity IN ?* AND made_at >= ?",
    )
    + " ORDER BY entity, number"
)
_CONTRACTS = (
    "SELECT variant_id, about FROM difference WHERE channel_id = ? AND field = 'contract_price' "
    "AND variant_id > ? AND variant_id <= ?"
)
_ZONE = "SELECT zone, currency FROM place ORDER BY id LIMIT 1"
_LINE = select_from(channel_account, ("settings",), "channel_id = ?")


class Article(NamedTuple):
    variant_id: int
    product_id: int
    sku: str
    unit: str
    title: str


class Told(NamedTuple):
    """A message of the outbox about one figure; ``ask`` as it is stored there."""

    entity: str
    kind: str
    state: str
    ask: str
    made_at: int
    tried_at: int | None
    done_at: int | None
    why: str


def chain_zone(connection: Connection) -> tuple[str, str]:
    """The time zone and currency of the chain, which are those of its first place."""
    found = ShortSql(connection).first(_ZONE)
    return ("UTC", "") if found is None else (found[0], found[1])


def line_settings(connection: Connection, channel_id: int) -> str:
    """What the channel's line was set up with, as JSON without secrets."""
    found = ShortSql(connection).first(_LINE, channel_id)
    return "{}" if found is None else str(found[0])


def last_of_range(connection: Connection, after: int, size: int) -> int | None:
    """The highest of the next ``size`` variant ids; None where there are none."""
    found = ShortSql(connection).all(_RANGE, after, size)
    return found[-1][0] if found else None


def shown_between(connection: Connection, channel_id: int, after: int, upto: int) -> list[Shown]:
    return [Shown(*row) for row in ShortSql(connection).all(_SHOWN, channel_id, after, upto)]


def articles_between(connection: Connection, after: int, upto: int) -> list[Article]:
    return [Article(*row) for row in ShortSql(connection).all(_ARTICLES, after, upto)]


def linked(connection: Connection, channel_id: int, kind: str, local_ids: Iterable[int]) -> set[int]:
    """Those that somebody linked to a record of the channel."""
    wanted = [str(one) for one in local_ids]
    return {int(row[0]) for row in ShortSql(connection).all(_LINKED, channel_id, kind, wanted)}


def linked_articles(
    connection: Connection, channel_id: int, articles: Sequence[Article]
) -> tuple[set[int], set[int]]:
    """Variants and products of the channel among these."""
    variants = linked(connection, channel_id, VARIANT, (one.variant_id for one in articles))
    products = linked(connection, channel_id, PRODUCT, {one.product_id for one in articles})
    return variants, products


def leaves_some_out(connection: Connection, channel_id: int) -> bool:
    """Whether somebody chose not to link some variants: then an article without a link may be one of them."""
    return ShortSql(connection).first(_LEFT_OUT, channel_id, VARIANT) is not None


def prices_of(connection: Connection, variant_ids: Sequence[int]) -> dict[int, list[PriceRow]]:
    rows: dict[int, list[PriceRow]] = {}
    for variant_id, code, currency, start, since, amount, gross in ShortSql(connection).all(
        _PRICES, list(variant_ids)
    ):
        row = PriceRow(code, currency, start, since, amount, bool(gross))
        rows.setdefault(variant_id, []).append(row)
    return rows


def price_lists(connection: Connection) -> list[PriceList]:
    return [PriceList(*row) for row in ShortSql(connection).all(_LISTS)]


def linked_companies(connection: Connection, channel_id: int) -> list[Company]:
    """Companies with contract prices that the channel knows, by id."""
    sql = ShortSql(connection)
    ids = [int(row[0]) for row in sql.all(_COMPANY_LINKS, channel_id)]
    return sorted((Company(*row) for row in sql.all(_COMPANIES, ids)), key=lambda one: one.id)


def contracts_that_differ(
    connection: Connection, channel_id: int, after: int, upto: int
) -> set[tuple[int, str]]:
    """Variant and company of the differences in contract prices that are known."""
    return {(row[0], row[1]) for row in ShortSql(connection).all(_CONTRACTS, channel_id, after, upto)}


def levels_changed(connection: Connection, variant_ids: Sequence[int]) -> dict[tuple[int, int], int]:
    """When what is sellable last changed, by variant and place (UTC ms)."""
    found = ShortSql(connection).all(_LEVELS_AT, list(variant_ids))
    return {(variant, place): at for variant, place, at in found}


def sold_since(connection: Connection, channel_id: int, skus: Sequence[str], since: int) -> dict[str, int]:
    """Smallest steps that buyers of the channel took, by SKU."""
    return {sku: int(sold) for sku, sold in ShortSql(connection).all(_SOLD, list(skus), channel_id, since)}


def told_about(
    connection: Connection, channel_id: int, entities: Sequence[str], since: int
) -> dict[str, list[Told]]:
    """Messages of the outbox by what they are about, the oldest first."""
    told: dict[str, list[Told]] = {}
    rows: Sequence[Any] = ShortSql(connection).all(_PUSHES, channel_id, list(entities), since)
    for row in rows:
        told.setdefault(row[0], []).append(Told(*row))
    return told
