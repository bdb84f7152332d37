"""Searching on a desk: orders by number, phone or name; articles by code or words."""

from itertools import islice
from typing import Any

from storedesk.domain.barcode import normal_barcode
from storedesk.domain.order_query import LONGEST_QUERY, read_query
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Fulfilment, Order, Person, Product, Variant
from storedesk.storage.desk_reads import pickups_of
from storedesk.storage.product_search import products_found
from storedesk.storage.read_records import OrderHit, VariantHit
from storedesk.storage.row_reader import Driver, columns_of, like_part, select, select_in
from storedesk.storage.search_rank import best_products, in_turn
from storedesk.storage.search_words import words_of
from storedesk.storage.variant_search import TAIL

MOST_HITS = 50
_MOST_WORDS = 8
_MOST_OF_PRODUCT = 200
_LEAST_OF_BARCODE, _MOST_OF_BARCODE = 4, 14
_ROLES = ("recipient", "buyer", "collector")
_VARIANT = len(Variant._fields)
_OF_BARCODE = (
    f"SELECT {columns_of(Variant, 'v')}, {columns_of(Product, 'p')}, b.pack_quantity FROM barcode b "
    "JOIN variant v ON v.id = b.variant_id JOIN product p ON p.id = v.product_id WHERE b.code = ?"
)
_BY_BARCODE = f"{_OF_BARCODE} ORDER BY b.variant_id LIMIT {MOST_HITS}"
_BY_SCAN = (
    f"{_OF_BARCODE} AND NOT EXISTS (SELECT 1 FROM orders WHERE number = ?) "
    f"ORDER BY b.variant_id LIMIT {MOST_HITS}"
)


def orders_matching(connection: Driver, text: str, limit: int = MOST_HITS) -> tuple[OrderHit, ...]:
    """Orders whose number is the text or ends in the digits typed (4 to 5), whose phone holds the digits typed
    in any format, whose people have a name with each word typed as the beginning of a word of theirs, or an
    e-mail with the text in it where it has an @."""
    query = read_query(text)
    ids: list[str] = _by_number(connection, text.strip()[:LONGEST_QUERY], limit)
    if query.tail:
        ids += _by_tail(connection, query.tail, limit)
    elif query.email_part and "@" in query.email_part:
        ids += _by_email(connection, query.email_part, limit)
    elif query.phone_part:
        ids += _by_phone(connection, query.phone_part, limit)
    elif query.words:
        ids += _by_name(connection, query.words, limit)
    return _hits(connection, list(dict.fromkeys(ids))[:limit])


def orders_by_part(connection: Driver, text: str, limit: int = MOST_HITS) -> tuple[OrderHit, ...]:
    """Where nothing surer was found: the text anywhere in a number, a name or an e-mail, or at the beginning
    of the SKU of a line."""
    query = read_query(text)
    ids: list[str] = []
    if query.number_part:
        ids += _inside(connection, "orders", "id", "number", query.number_part, limit)
    if query.words:
        found = [_inside(connection, "person", "order_id", "folded", word, limit) for word in query.words]
        ids += [one for one in found[0] if all(one in others for others in found)]
    if query.email_part:
        ids += _by_email(connection, query.email_part, limit)
    if query.sku_start:
        ids += _by_sku(connection, query.sku_start, limit)
    return _hits(connection, list(dict.fromkeys(ids))[:limit])


def orders_with_articles(
    connection: Driver, skus: tuple[str, ...], limit: int = MOST_HITS
) -> tuple[OrderHit, ...]:
    """Orders with a line whose SKU begins so, the latest first."""
    ids: list[str] = []
    for sku in skus:
        ids += _by_sku(connection, sku, limit)
    return _hits(connection, list(dict.fromkeys(ids))[:limit])


def orders_numbered(connection: Driver, text: str, limit: int = MOST_HITS) -> tuple[OrderHit, ...]:
    """Orders whose number is the text."""
    ids = _by_number(connection, text.strip()[:LONGEST_QUERY], limit)
    return _hits(connection, ids) if ids else ()


def variants_of_scan(connection: Driver, digits: str) -> tuple[VariantHit, ...]:
    """All articles with this barcode, none if an order has it as its number: the whole scan in one statement."""
    found = connection.execute(_BY_SCAN, (normal_barcode(digits), digits)).fetchall()
    return _of_barcode(found)


def _of_barcode(found: list[tuple[Any, ...]]) -> tuple[VariantHit, ...]:
    return tuple(VariantHit(Variant(*row[:_VARIANT]), Product(*row[_VARIANT:-1]), row[-1]) for row in found)


def variants_by_code(connection: Driver, code: str) -> tuple[VariantHit, ...]:
    """All articles with this barcode or SKU; barcodes are not unique in the world, so there may be several."""
    normal = normal_barcode(code[:LONGEST_QUERY])
    found = connection.execute(_BY_BARCODE, (normal,)).fetchall()
    if found:
        return _of_barcode(found)
    typed = code.strip()[:LONGEST_QUERY]
    variants = select(
        connection, Variant, f"sku IN (?, ?) ORDER BY id LIMIT {MOST_HITS}", typed, typed.upper()
    )
    return _with_products(connection, variants)


def variants_matching(connection: Driver, text: str, limit: int = MOST_HITS) -> tuple[VariantHit, ...]:
    """Articles that have every word typed in their names, colour, size, SKU, brand or category, the best first.

    A typed word is the beginning of theirs; where that finds little, it may be its middle or have one letter
    wrong. A number of four digits or more is also looked for at both ends of the barcodes.
    """
    words = words_of(text[:LONGEST_QUERY])[:_MOST_WORDS]
    if not words:
        return ()
    hits = _by_part_of_barcode(connection, text.strip(), limit)
    if len(hits) < limit:
        hits |= {hit.variant.id: hit for hit in _by_words(connection, words, limit)} | hits
    return tuple(hits.values())[:limit]


def _by_words(connection: Driver, words: list[str], limit: int) -> tuple[VariantHit, ...]:
    found = products_found(connection, words)
    best = best_products(words, select_in(connection, Product, "id", found), limit)
    variants: list[Variant] = []
    for product in best:
        variants += select(
            connection, Variant, f"product_id = ? ORDER BY id LIMIT {_MOST_OF_PRODUCT}", product.id
        )
    return tuple(
        VariantHit(variant, product, 1) for variant, product in islice(in_turn(words, best, variants), limit)
    )


def _by_part_of_barcode(connection: Driver, typed: str, limit: int) -> dict[int, VariantHit]:
    """Articles whose barcode begins or ends with these digits."""
    if not (typed.isascii() and typed.isdigit() and _LEAST_OF_BARCODE <= len(typed) <= _MOST_OF_BARCODE):
        return {}
    sql = (
        "SELECT variant_id FROM barcode WHERE code >= ? AND code < ? UNION "
        f"SELECT variant_id FROM barcode WHERE {TAIL} = ? AND code LIKE ? ORDER BY variant_id LIMIT ?"
    )
    values = (typed, typed + ":", typed[-_LEAST_OF_BARCODE:], f"%{typed}", limit)
    ids = [row[0] for row in connection.execute(sql, values)]
    found = _with_products(connection, select_in(connection, Variant, "id", ids, "id"))
    return {hit.variant.id: hit for hit in found}


def _by_number(connection: Driver, typed: str, limit: int) -> list[str]:
    rows = connection.execute(
        "SELECT id FROM orders WHERE number IN (?, ?) LIMIT ?", (typed, typed.upper(), limit)
    )
    return [row[0] for row in rows]


def _by_tail(connection: Driver, digits: str, limit: int) -> list[str]:
    sql = "SELECT id FROM orders WHERE number LIKE ? ORDER BY number DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{digits}", limit))]


def _inside(connection: Driver, table: str, key: str, column: str, part: str, limit: int) -> list[str]:
    """``table``, ``key`` and ``column`` are words of ours."""
    sql = f"SELECT DISTINCT {key} FROM {table} WHERE {column} LIKE ? ESCAPE '\\' ORDER BY {key} DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{like_part(part)}%", limit))]


def _by_phone(connection: Driver, digits: str, limit: int) -> list[str]:
    sql = "SELECT DISTINCT order_id FROM person WHERE phone_digits LIKE ? ORDER BY order_id DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{digits}%", limit))]


def _by_email(connection: Driver, typed: str, limit: int) -> list[str]:
    sql = "SELECT DISTINCT order_id FROM person WHERE email LIKE ? ESCAPE '\\' ORDER BY order_id DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{like_part(typed)}%", limit))]


def _by_sku(connection: Driver, sku: str, limit: int) -> list[str]:
    """A line's SKU that begins so; a range, because LIKE would not use the index."""
    sql = "SELECT DISTINCT order_id FROM order_line WHERE sku >= ? AND sku < ? ORDER BY order_id DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (sku, sku + "\U0010ffff", limit))]


def _by_name(connection: Driver, words: tuple[str, ...], limit: int) -> list[str]:
    """Each word begins a word of the name; names that begin with the first one come first."""
    parts = [like_part(word) for word in words]
    each = " AND ".join(
        f"(folded LIKE ?{number} ESCAPE '\\' OR folded LIKE ?{number + 1} ESCAPE '\\')"
        for number in range(2, 2 + 2 * len(parts), 2)
    )
    sql = (
        f"SELECT order_id FROM person WHERE {each} GROUP BY order_id "
        "ORDER BY min(CASE WHEN folded LIKE ?2 ESCAPE '\\' THEN 0 ELSE 1 END), order_id DESC LIMIT ?1"
    )
    patterns = [pattern for part in parts for pattern in (f"{part}%", f"% {part}%")]
    return [row[0] for row in connection.execute(sql, (limit, *patterns))]


def _hits(connection: Driver, order_ids: list[str]) -> tuple[OrderHit, ...]:
    orders = {order.id: order for order in select_in(connection, Order, "id", order_ids)}
    fulfilments = select_in(connection, Fulfilment, "order_id", order_ids, "promised_at, id")
    pickups = pickups_of(connection, fulfilments)
    people = select_in(connection, Person, "order_id", order_ids, "order_id, id")
    hits = []
    for order_id in order_ids:
        if order_id not in orders:
            continue
        own = sorted((p for p in people if p.order_id == order_id), key=_role_rank)
        name = clean_text(own[0].name, NAME_SHOWN) if own else ""
        phone = next((p.phone_digits for p in own if p.phone_digits), "")
        mine = tuple(pickup for pickup in pickups if pickup.fulfilment.order_id == order_id)
        hits.append(OrderHit(order_id, orders[order_id].number, name, phone[-3:], mine))
    return tuple(hits)


def _role_rank(person: Person) -> int:
    return _ROLES.index(person.role) if person.role in _ROLES else len(_ROLES)


def _with_products(connection: Driver, variants: list[Variant]) -> tuple[VariantHit, ...]:
    products = {row.id: row for row in select_in(connection, Product, "id", [v.product_id for v in variants])}
    return tuple(
        VariantHit(variant, products[variant.product_id], 1)
        for variant in variants
        if variant.product_id in products
    )
