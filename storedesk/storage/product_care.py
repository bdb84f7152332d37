"""What the hub knows of its articles' data, a range of articles at a time, for finding what is missing or double."""

from collections.abc import Sequence
from typing import NamedTuple

from storedesk.domain.records import ProductFault
from storedesk.domain.tables import SELLABLE, TABLE_BY_NAME, Key
from storedesk.protocol.canonical import row_hash
from storedesk.storage.change_set import Applied
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import Tag, one_at_a_time
from storedesk.storage.rows import Rows, Stored
from storedesk.storage.schema import HASH, SYNCED, hub_state
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

_fault = SYNCED["product_fault"]
_ARTICLES = (
    "SELECT v.id, v.sku, v.weight_grams, p.name, p.category FROM variant v"
    " LEFT JOIN product p ON p.id = v.product_id WHERE v.id > ? ORDER BY v.id LIMIT ?"
)
_CODES = "SELECT variant_id, code FROM barcode WHERE variant_id BETWEEN ? AND ?"
_PRICES = (
    "SELECT variant_id, max(amount) FROM price WHERE variant_id BETWEEN ? AND ? AND list_code = 'base'"
    " GROUP BY variant_id"
)
_STOCK = (
    "SELECT variant_id, sum(quantity) FROM stock_level WHERE location_id IN (SELECT id FROM place)"
    f" AND variant_id BETWEEN ? AND ? AND bucket = {SELLABLE} GROUP BY variant_id"
)
_SOLD = "SELECT variant_id, sum(ordered) FROM order_line WHERE sku IN ?* GROUP BY variant_id"
_SAME_SKU = "SELECT sku, id FROM variant WHERE sku IN ?* ORDER BY id"
_SAME_CODE = "SELECT code, variant_id FROM barcode WHERE code IN ?* ORDER BY variant_id"
_KNOWN = select_from(
    _fault, [*TABLE_BY_NAME["product_fault"].columns, HASH], "variant_id > ? AND variant_id <= ?"
)
_COUNT = "SELECT count(*) FROM product_fault"
_LIGHTEST = "SELECT weight FROM product_fault ORDER BY weight DESC LIMIT 1 OFFSET ?"
_STATE = select_from(hub_state, ("value",), "name = ?")
_PUT_STATE = upsert_into(hub_state, ("name",))
_NAME = "product_care"
LAST = (1 << 63) - 1


class ArticleData(NamedTuple):
    """``price`` in 1/10,000 of the shop's own list, None without one; ``pieces`` on hand and ``sold`` ever are
    smallest steps; ``same_sku`` and ``same_barcode`` are the other articles with one of its codes."""

    variant_id: int
    sku: str
    title: str
    category: str
    weight_grams: int
    codes: tuple[str, ...]
    price: int | None
    pieces: int
    sold: int
    same_sku: tuple[int, ...]
    same_barcode: tuple[int, ...]


def articles_after(connection: Connection, variant_id: int, most: int) -> list[ArticleData]:
    """In the order of their numbers."""
    sql = ShortSql(connection)
    found = sql.all(_ARTICLES, variant_id, most)
    if not found:
        return []
    first, last = found[0][0], found[-1][0]
    codes: dict[int, list[str]] = {}
    for id_, code in sql.all(_CODES, first, last):
        codes.setdefault(id_, []).append(code)
    prices = dict(map(tuple, sql.all(_PRICES, first, last)))
    pieces = dict(map(tuple, sql.all(_STOCK, first, last)))
    skus = [sku for _, sku, *_ in found if sku]
    sold = dict(map(tuple, sql.all(_SOLD, skus)))
    by_sku = _by_code(sql.all(_SAME_SKU, skus))
    by_barcode = _by_code(sql.all(_SAME_CODE, list({code for held in codes.values() for code in held})))
    return [
        ArticleData(
            id_, sku, name or "", category or "", grams, tuple(codes.get(id_, ())), prices.get(id_),
            int(pieces.get(id_) or 0), int(sold.get(id_) or 0), _others(by_sku, (sku,), id_),
            _others(by_barcode, codes.get(id_, ()), id_),
        )
        for id_, sku, grams, name, category in found
    ]  # fmt: skip


def _by_code(found: Sequence[tuple[str, int]]) -> dict[str, list[int]]:
    by_code: dict[str, list[int]] = {}
    for code, id_ in found:
        by_code.setdefault(code, []).append(id_)
    return by_code


def _others(by_code: dict[str, list[int]], codes: Sequence[str], own: int) -> tuple[int, ...]:
    return tuple(sorted({id_ for code in codes for id_ in by_code.get(code, ())} - {own}))


def write_faults(
    connection: Connection, after: int, until: int, wanted: Sequence[ProductFault], most: int, random_tag: Tag
) -> int:
    """These are the faults of the articles from ``after`` (without it) to ``until``; how many rows were written.

    Of all faults the ``most`` heaviest are kept: a new one that is lighter is left out.
    """
    one_at_a_time(connection)
    sql, rows, feed = ShortSql(connection), Rows(connection), FeedWriter(connection, random_tag)
    known: dict[Key, Stored] = {
        (row[0], row[1]): Stored(ProductFault(*row[:-1]), row[-1]) for row in sql.all(_KNOWN, after, until)
    }
    lightest = sql.first(_LIGHTEST, most - 1)
    floor = -1 if lightest is None else int(lightest[0])
    kept: dict[Key, ProductFault] = {}
    for fault in wanted:
        before = known.get((fault.variant_id, fault.kind))
        if before is not None:
            kept[fault.variant_id, fault.kind] = fault._replace(since=before.row.since)
        elif fault.weight > floor:
            kept[fault.variant_id, fault.kind] = fault
    over = {key: stored for key, stored in known.items() if key not in kept}
    applied = [Applied("product_fault", key, stored, None) for key, stored in over.items()]
    changed = []
    for key, fault in kept.items():
        before, hash_ = known.get(key), row_hash("product_fault", fault)
        if before is None or before.hash != hash_:
            changed.append((*fault, hash_))
            applied.append(Applied("product_fault", key, before, Stored(fault, hash_)))
    rows.delete_many("product_fault", list(over))
    rows.put_many("product_fault", changed)
    applied += _cut_to(connection, most)
    if applied:
        feed.note(applied)
        feed.write()
    return len(applied)


def _cut_to(connection: Connection, most: int) -> list[Applied]:
    """Drops the lightest where there are more."""
    sql = ShortSql(connection)
    (count,) = sql.all(_COUNT)[0]
    if count <= most:
        return []
    text = select_from(_fault, [*TABLE_BY_NAME["product_fault"].columns, HASH])
    found = sql.all(f"{text} ORDER BY weight, variant_id DESC LIMIT ?", count - most)
    dropped = {(row[0], row[1]): Stored(ProductFault(*row[:-1]), row[-1]) for row in found}
    Rows(connection).delete_many("product_fault", list(dropped))
    return [Applied("product_fault", key, stored, None) for key, stored in dropped.items()]


def care_position(connection: Connection) -> tuple[str, int]:
    """The day of the pass that is under way or was the last, and the last article it has looked at."""
    found = ShortSql(connection).first(_STATE, _NAME)
    day, _, number = ("" if found is None else str(found[0])).partition(" ")
    return day, int(number or 0)


def put_care_position(connection: Connection, day: str, variant_id: int) -> None:
    ShortSql(connection).change(_PUT_STATE, _NAME, f"{day} {variant_id}")
