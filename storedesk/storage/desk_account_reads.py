"""Reading accounts on a desk: companies by any fragment, what was spent, the customer's own article numbers."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.plain_text import digits_of, fold
from storedesk.domain.records import Company, CompanyContact, CustomerArticle
from storedesk.storage.row_reader import Driver, columns_of, like_part, one, select, select_in

MOST_FOUND = 60
_LEAST_DIGITS = 3
_COMPANY = len(Company._fields)
_FOUND = (
    f"SELECT {columns_of(Company, 'c')}, p.id FROM company c "
    "LEFT JOIN (SELECT company_id, min(id) AS id FROM company_contact WHERE active = 1 "
    "AND (folded LIKE ?1 ESCAPE '\\' OR email LIKE ?2 ESCAPE '\\' OR (?3 <> '' AND phone_digits LIKE ?3)) "
    "GROUP BY company_id) p ON p.company_id = c.id "
    "WHERE c.merged_into IS NULL AND (c.folded LIKE ?1 ESCAPE '\\' OR c.number LIKE ?4 ESCAPE '\\' "
    "OR (?3 <> '' AND (replace(replace(c.organisation_number, '-', ''), ' ', '') LIKE ?3 "
    "OR c.vat_number LIKE ?3)) OR p.id IS NOT NULL) "
    "ORDER BY c.folded LIKE ?5 ESCAPE '\\' DESC, c.kind <> 'company', c.folded, c.id LIMIT ?6"
)


class CompanyHit(NamedTuple):
    """``contact`` is the person by whom the company was found, ``above`` the company it belongs to."""

    company: Company
    contact: CompanyContact | None
    above: Company | None


def companies_found(connection: Driver, text: str, limit: int = MOST_FOUND) -> tuple[CompanyHit, ...]:
    """Companies, sites and cost centres by a part of name, customer number, organisation or VAT number, or of
    the name, phone or e-mail of somebody there; an empty text lists the first by name."""
    folded, typed = like_part(fold(text)), like_part(text.strip())
    digits = digits_of(text).lstrip("0")
    is_number = len(digits) >= _LEAST_DIGITS and not any(char.isalpha() for char in text)
    values = (
        f"%{folded}%", f"%{typed.lower()}%", f"%{digits}%" if is_number else "", f"%{typed.upper()}%",
        f"{folded}%", limit,
    )  # fmt: skip
    rows = connection.execute(_FOUND, values).fetchall()
    people = {p.id: p for p in select_in(connection, CompanyContact, "id", [r[-1] for r in rows if r[-1]])}
    companies = [Company(*row[:_COMPANY]) for row in rows]
    parents = [company.parent_id for company in companies if company.parent_id is not None]
    above = {company.id: company for company in select_in(connection, Company, "id", parents)}
    return tuple(
        CompanyHit(
            company,
            None if _says_itself(company, text) else people.get(row[-1] or 0),
            above.get(company.parent_id or 0),
        )
        for company, row in zip(companies, rows, strict=True)
    )


def _says_itself(company: Company, text: str) -> bool:
    """Whether name or number alone explain why the company was found."""
    return fold(text) in company.folded or text.strip().upper() in company.number.upper()


def spent_since(connection: Driver, company_ids: Iterable[int], since: int) -> dict[int, int]:
    """What was ordered by each company or for each of its sites since a time (UTC ms), with tax, in 1/10,000."""
    marks, ids = _marks(company_ids)
    sql = (
        "SELECT coalesce(q.site_id, o.company_id), sum(o.total) FROM orders o "
        "LEFT JOIN quote q ON q.id = o.external_id AND q.order_id = o.id "
        f"WHERE o.company_id IN ({marks}) AND o.placed_at >= ? AND o.state <> 'cancelled' GROUP BY 1"
    )
    return {int(number): int(total) for number, total in connection.execute(sql, (*ids, since))}


def open_on_account(connection: Driver, company_ids: Iterable[int]) -> int:
    """The total of orders on account that are not complete yet, in 1/10,000."""
    marks, ids = _marks(company_ids)
    sql = (
        f"SELECT coalesce(sum(total), 0) FROM orders WHERE company_id IN ({marks}) "
        "AND payment_state = 'on_account' AND state = 'open'"
    )
    return int(connection.execute(sql, ids).fetchone()[0])


def quoted(connection: Driver, company_ids: Iterable[int], today: str) -> int:
    """The total of issued quotes that are still valid on a local date, in 1/10,000."""
    marks, ids = _marks(company_ids)
    sql = (
        f"SELECT coalesce(sum(total), 0) FROM quote WHERE company_id IN ({marks}) "
        "AND state IN ('issued', 'order_asked') AND valid_until >= ?"
    )
    return int(connection.execute(sql, (*ids, today)).fetchone()[0])


def customer_article(connection: Driver, company_ids: Iterable[int], code: str) -> int | None:
    """The article that a company, or the nearest above it in the order given, knows by this number."""
    for company_id in company_ids:
        row = one(connection, CustomerArticle, "company_id = ? AND code = ?", company_id, code)
        if row is not None:
            return row.variant_id
    return None


def stopped_company(connection: Driver, company_id: int | None) -> str:
    """The name of the company, or of the nearest above it, that has a credit stop; empty for none."""
    seen: set[int] = set()
    while company_id is not None and company_id not in seen:
        seen.add(company_id)
        company = one(connection, Company, "id = ?", company_id)
        if company is None or company.credit_stop:
            return "" if company is None else company.name
        company_id = company.parent_id
    return ""


def contact_with_email(connection: Driver, email: str) -> CompanyContact | None:
    """The active person of a company with this address; nobody where several have it."""
    found = select(
        connection, CompanyContact, "lower(email) = ? AND active = 1 ORDER BY id LIMIT 2", email.lower()
    )
    return found[0] if len(found) == 1 else None


def _marks(company_ids: Iterable[int]) -> tuple[str, tuple[int, ...]]:
    ids = tuple(sorted(set(company_ids)))[:500]
    return ", ".join("?" * len(ids)), ids
