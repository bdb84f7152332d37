"""Searching on a desk: orders by number, phone or name; articles by code or words."""

from itertools import islice
from typing import Any

from storedesk.domain.barcode import normal_barcode
from storedesk.domain.plain_text import NAME_SHOWN, clean_text, digits_of, fold
from storedesk.domain.records import Fulfilment, Order, Person, Product, Variant
from storedesk.storage.desk_reads import pickups_of
from storedesk.storage.product_search import products_found
from storedesk.storage.read_records import OrderHit, VariantHit
from storedesk.storage.row_reader import Driver, columns_of, like_part, select, select_in
from storedesk.storage.search_rank import best_products, in_turn
from storedesk.storage.search_words import words_of
from storedesk.storage.variant_search import TAIL

LONGEST_QUERY = 120
MOST_HITS = 50
_PHONE_CHARACTERS = frozenset("0123456789+-() /.")
_MOST_WORDS = 8
_MOST_OF_PRODUCT = 200
_LEAST_OF_EMAIL = 4
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
    """Orders whose number ends in the digits typed (4 to 5) or is the text, whose phone holds six
    or more digits typed, or whose people have a name with the text as the beginning of a word, or an
    e-mail with the text in it where it has an @."""
    typed = text.strip()[:LONGEST_QUERY]
    digits = digits_of(typed)
    is_number = bool(typed) and all(character in _PHONE_CHARACTERS for character in typed)
    ids: list[str] = _by_number(connection, typed, limit)
    if is_number and typed == digits and len(digits) in (4, 5):
        ids += _by_tail(connection, digits, limit)
    elif len(typed) >= _LEAST_OF_EMAIL and "@" in typed:
        ids += _by_email(connection, typed, limit)
    elif is_number and len(digits) >= 6:
        ids += _by_phone(connection, digits.lstrip("0"), limit)
    elif len(fold(typed)) >= 2 and not is_number:
        ids += _by_name(connection, fold(typed), limit)
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


def _by_phone(connection: Driver, digits: str, limit: int) -> list[str]:
    sql = "SELECT DISTINCT order_id FROM person WHERE phone_digits LIKE ? ORDER BY order_id DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{digits}%", limit))]


def _by_email(connection: Driver, typed: str, limit: int) -> list[str]:
    sql = "SELECT DISTINCT order_id FROM person WHERE email LIKE ? ESCAPE '\\' ORDER BY order_id DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (f"%{like_part(typed)}%", limit))]


def _by_name(connection: Driver, folded: str, limit: int) -> list[str]:
    part = like_part(folded)
    sql = (
        "SELECT order_id FROM person WHERE folded LIKE ?1 ESCAPE '\\' OR folded LIKE ?2 ESCAPE '\\' "
        "GROUP BY order_id ORDER BY min(CASE WHEN folded LIKE ?1 ESCAPE '\\' THEN 0 ELSE 1 END), order_id DESC LIMIT ?3"
    )
    return [row[0] for row in connection.execute(sql, (f"{part}%", f"% {part}%", limit))]


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
