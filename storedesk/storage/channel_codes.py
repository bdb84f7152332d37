"""Codes that a channel's articles carry, kept where they could mean an article here, and the articles that carry them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.storage.database_work import Connection
from storedesk.storage.intake_schema import channel_code
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

SKU, BARCODE = "sku", "barcode"

_COLUMNS = ("external_id", "kind", "code", "used")
_HOLDERS = select_from(channel_code, _COLUMNS, "channel_id = ? AND code IN ?*")
_OF = select_from(channel_code, _COLUMNS, "channel_id = ? AND external_id IN ?*")
_PUT = insert_into(channel_code, ("channel_id", *_COLUMNS))
_DROP = "DELETE FROM channel_code WHERE channel_id = ? AND external_id IN ?*"
_ANY = "SELECT 1 FROM channel_code WHERE channel_id = ? LIMIT 1"
_BY_SKU = 'SELECT sku, id FROM "variant" WHERE sku IN ?*'
_BY_BARCODE = 'SELECT DISTINCT code, variant_id FROM "barcode" WHERE code IN ?*'


class RemoteCode(NamedTuple):
    external_id: str
    kind: str
    code: str
    used: int = 0


def has_codes(connection: Connection, channel_id: int) -> bool:
    return ShortSql(connection).first(_ANY, channel_id) is not None


def holders_of(connection: Connection, channel_id: int, codes: Sequence[str]) -> list[RemoteCode]:
    return [RemoteCode(*row) for row in ShortSql(connection).all(_HOLDERS, channel_id, list(codes))]


def codes_of(connection: Connection, channel_id: int, external_ids: Sequence[str]) -> list[RemoteCode]:
    return [RemoteCode(*row) for row in ShortSql(connection).all(_OF, channel_id, list(external_ids))]


def put_codes(
    connection: Connection, channel_id: int, external_ids: Sequence[str], codes: Iterable[RemoteCode]
) -> None:
    """These are all the codes of these articles."""
    sql = ShortSql(connection)
    sql.change(_DROP, channel_id, list(external_ids))
    sql.change_many(_PUT, [(channel_id, *code) for code in codes])


def variants_with_skus(connection: Connection, skus: Sequence[str]) -> dict[str, set[int]]:
    """The articles here by SKU: it may have several."""
    return _by_code(ShortSql(connection).all(_BY_SKU, list(skus)))


def variants_with_barcodes(connection: Connection, codes: Sequence[str]) -> dict[str, set[int]]:
    return _by_code(ShortSql(connection).all(_BY_BARCODE, list(codes)))


def _by_code(found: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    variants: dict[str, set[int]] = {}
    for code, variant_id in found:
        variants.setdefault(code, set()).add(variant_id)
    return variants
