"""Reading quotes and accounts on a desk: whole rows for the price engine, lists for the screens."""

from typing import TypeVar

import msgspec

from storedesk.domain.changes import ABSENT, Absent, Elsewhere
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Company, CompanyContact, Order, Quote
from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.storage.row_reader import Driver, like_part, select, select_in

R = TypeVar("R")
MOST_LISTED = 300
_DEEPEST = 12


class DeskRows:
    """The desk's rows as an action sees them, read only; what is not there is absent."""

    is_central = False

    def __init__(self, connection: Driver) -> None:
        self._connection = connection

    def get(self, row_type: type[R], *key: int | str) -> R | Absent | Elsewhere:
        table = TABLE_BY_ROW[row_type]
        found = select(
            self._connection, row_type, " AND ".join(f"{column} = ?" for column in table.key), *key
        )
        return found[0] if found else ABSENT

    def among(self, row_type: type[R], **equals: int | str) -> tuple[R, ...]:
        table = TABLE_BY_ROW[row_type]
        condition = " AND ".join(f"{column} = ?" for column in equals) or "1 = 1"
        order = ", ".join(table.key)
        return tuple(select(self._connection, row_type, f"{condition} ORDER BY {order}", *equals.values()))


def quotes_of_place(connection: Driver, place_id: int) -> tuple[Quote, ...]:
    """A place's quotes, those that wait for somebody first, then the newest; not those withdrawn while empty."""
    return tuple(
        select(
            connection,
            Quote,
            "place_id = ? AND NOT (state = 'withdrawn' AND number = '' AND NOT EXISTS "
            "(SELECT 1 FROM quote_line WHERE quote_id = quote.id)) "
            "ORDER BY state IN ('draft', 'issued', 'order_asked') DESC, changed_at DESC, id "
            f"LIMIT {MOST_LISTED}",
            place_id,
        )
    )


def newest_draft(connection: Driver, company_id: int, place_id: int) -> str | None:
    """The draft for a company at a place that was worked on last."""
    found = select(
        connection,
        Quote,
        "company_id = ? AND place_id = ? AND state = 'draft' ORDER BY changed_at DESC, id LIMIT 1",
        company_id,
        place_id,
    )
    return found[0].id if found else None


def quotes_numbered(connection: Driver, text: str) -> tuple[Quote, ...]:
    """Quotes whose number holds the text, the newest first."""
    wanted = f"%{like_part(text.strip().upper())}%"
    return tuple(
        select(connection, Quote, "number LIKE ? ESCAPE '\\' ORDER BY changed_at DESC, id LIMIT 30", wanted)
    )


def quotes_of_companies(connection: Driver, company_ids: tuple[int, ...]) -> tuple[Quote, ...]:
    return tuple(select_in(connection, Quote, "company_id", company_ids, "changed_at DESC, id"))


def orders_of_companies(connection: Driver, company_ids: tuple[int, ...]) -> tuple[Order, ...]:
    found = select_in(connection, Order, "company_id", company_ids, "placed_at DESC, id")
    return tuple(found[:MOST_LISTED])


def line_counts(connection: Driver, quotes: tuple[Quote, ...]) -> dict[tuple[str, int], int]:
    """Lines by quote and version, without those taken out again."""
    counts: dict[tuple[str, int], int] = {}
    for quote in quotes:
        found = connection.execute(
            "SELECT count(*) FROM quote_line WHERE quote_id = ? AND version = ? AND kind <> 'removed'",
            (quote.id, quote.version),
        ).fetchone()
        counts[quote.id, quote.version] = int(found[0])
    return counts


def order_line_count(connection: Driver, order_id: str) -> int:
    found = connection.execute("SELECT count(*) FROM order_line WHERE order_id = ?", (order_id,)).fetchone()
    return int(found[0])


def unconfirmed_quotes(connection: Driver) -> frozenset[str]:
    """Ids of quotes with a change that the central system has not decided on."""
    sql = "SELECT row_key FROM base_row WHERE tbl IN ('quote', 'quote_line', 'quote_revision')"
    return frozenset(str(msgspec.json.decode(key)[0]) for (key,) in connection.execute(sql))


def companies_matching(connection: Driver, text: str) -> tuple[Company, ...]:
    """Companies by a part of their name, folded, or the start of their number; an empty text lists the first."""
    name, number = f"%{like_part(fold(text))}%", f"{like_part(text.strip().upper())}%"
    return tuple(
        select(
            connection,
            Company,
            "kind = 'company' AND merged_into IS NULL AND (folded LIKE ? ESCAPE '\\' OR number LIKE ? ESCAPE '\\') "
            "ORDER BY folded, id LIMIT 30",
            name,
            number,
        )
    )


def printed_since(connection: Driver, number: str, since: int) -> bool:
    """Whether a paper with this number has been printed here since a time (UTC ms)."""
    sql = "SELECT 1 FROM print_job WHERE title = ? AND made_at >= ? LIMIT 1"
    return connection.execute(sql, (number, since)).fetchone() is not None


def contacts_matching(connection: Driver, text: str) -> tuple[CompanyContact, ...]:
    """Active people of companies by a part of their name, folded."""
    return tuple(
        select(
            connection,
            CompanyContact,
            "active = 1 AND folded LIKE ? ESCAPE '\\' ORDER BY folded, id LIMIT 30",
            f"%{like_part(fold(text))}%",
        )
    )


def company_tree(connection: Driver, company_id: int) -> tuple[Company, ...]:
    """The whole tree a company stands in, depth first from its top."""
    found = select(connection, Company, "id = ?", company_id)
    seen: set[int] = set()
    while found and found[0].parent_id is not None and found[0].id not in seen:
        seen.add(found[0].id)
        above = select(connection, Company, "id = ?", found[0].parent_id)
        if not above:
            break
        found = above
    return tuple(_below(connection, found[0], set(), 0)) if found else ()


def _below(connection: Driver, company: Company, seen: set[int], depth: int) -> list[Company]:
    seen.add(company.id)
    rows = [company]
    if depth < _DEEPEST:
        for child in select(connection, Company, "parent_id = ? ORDER BY number, id", company.id):
            if child.id not in seen:
                rows += _below(connection, child, seen, depth + 1)
    return rows
