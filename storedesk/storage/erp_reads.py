"""What the hub reads to take an ERP system's files in, and to write files for it."""

from collections.abc import Iterable
from typing import Any

from storedesk.domain.master import SETTING, Masters, masters_from
from storedesk.domain.records import Company, Place, Product, Variant
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, select_from

AT_ONCE = 1_000
CHAIN = 0
_COMPANIES = select_from(SYNCED["company"], Company._fields, "number IN ?* ORDER BY id")
_PLACES = select_from(SYNCED["place"], Place._fields, "kind IN ('store', 'warehouse')")


def masters(connection: Connection) -> Masters:
    """Who is master of what; raises ``MasterTableWrong``."""
    found = Rows(connection).get("setting", (CHAIN, SETTING))
    return masters_from("" if found is None else found.row.value)


def companies_by_number(connection: Connection, numbers: Iterable[str]) -> dict[str, list[Company]]:
    """Those that have not been merged into another."""
    found: dict[str, list[Company]] = {}
    for row in _in_parts(connection, _COMPANIES, numbers):
        company = Company(*row)
        if company.merged_into is None:
            found.setdefault(company.number, []).append(company)
    return found


def places_by_code(connection: Connection) -> dict[str, Place]:
    """Stores and warehouses."""
    return {row[1]: Place(*row) for row in ShortSql(connection).all(_PLACES)}


def variants(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[Variant, Product]]:
    """Each with its product."""
    access = Rows(connection)
    rows = [stored.row for stored in access.get_many("variant", [(id_,) for id_ in set(ids)]).values()]
    products = access.get_many("product", [(row.product_id,) for row in rows])
    return {row.id: (row, products[(row.product_id,)].row) for row in rows if (row.product_id,) in products}


def _in_parts(connection: Connection, text: str, wanted: Iterable[str]) -> list[Any]:
    whole, sql, rows = sorted(set(wanted)), ShortSql(connection), list[Any]()
    for start in range(0, len(whole), AT_ONCE):
        rows += sql.all(text, whole[start : start + AT_ONCE])
    return rows
