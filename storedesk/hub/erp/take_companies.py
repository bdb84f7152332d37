"""Companies of an ERP system with their credit: who they are and what they may owe have masters of their own."""

from collections.abc import Sequence

from storedesk.connectors.erp_rows import ErpCompany, company_of
from storedesk.connectors.feed_table import FeedRow
from storedesk.connectors.record_numbers import number_from
from storedesk.connectors.values import Unreadable
from storedesk.domain.currency import MINOR_DIGITS
from storedesk.domain.master import COMPANY, CREDIT
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Company
from storedesk.hub.erp.erp_intake import Came, ErpWork
from storedesk.storage import erp_reads


def take_companies(work: ErpWork, rows: Sequence[FeedRow]) -> Came:
    came = Came(work)
    said: list[tuple[FeedRow, ErpCompany]] = []
    for row in rows:
        try:
            said.append((row, company_of(row, work.read)))
        except Unreadable as error:
            came.refuse(row, str(error))
    known = erp_reads.companies_by_number(work.connection, [one.number for _, one in said])
    for row, one in said:
        there = known.get(one.number, [])
        if len(there) > 1:
            came.refuse(row, "several companies have this number")
        elif one.currency is not None and one.currency not in MINOR_DIGITS:
            came.refuse(row, "the currency is not known")
        elif there:
            _change(came, one, there[0])
        elif came.may(COMPANY, fresh=True):
            _make(work, came, one)
        else:
            came.refuse_field(COMPANY, one.number)
    return came


def _make(work: ErpWork, came: Came, one: ErpCompany) -> None:
    values = work.mapping.values
    id_ = number_from("company", work.mapping.source, one.number)
    fresh = Company(
        id_, one.number, one.name, fold(one.name), one.country or "SE", one.organisation_number or "", None,
        one.currency or values.currency, 0, 30, opened_at=work.now,
    )  # fmt: skip
    company = _with_identity(fresh, one)
    if came.may(CREDIT, fresh=True):
        company = _with_credit(company, one)
    else:
        came.refuse_field(CREDIT, one.number)
    came.rows["company", id_] = company
    came.count("new companies")


def _change(came: Came, one: ErpCompany, before: Company) -> None:
    after = before
    for field, changed in ((COMPANY, _with_identity), (CREDIT, _with_credit)):
        wanted = changed(after, one)
        if wanted == after:
            continue
        if came.may(field):
            after = wanted
        else:
            came.refuse_field(field, one.number)
    came.rows["company", before.id] = after


def _with_identity(company: Company, one: ErpCompany) -> Company:
    return company._replace(
        name=one.name, folded=fold(one.name), country=one.country or company.country,
        organisation_number=one.organisation_number or company.organisation_number,
        vat_number=one.vat_number or company.vat_number, currency=one.currency or company.currency,
        price_list=one.price_list or company.price_list,
    )  # fmt: skip


def _with_credit(company: Company, one: ErpCompany) -> Company:
    return company._replace(
        credit_limit=company.credit_limit if one.limit is None else one.limit,
        credit_used=company.credit_used if one.used is None else one.used,
        credit_stop=company.credit_stop if one.stop is None else int(one.stop),
        terms_days=company.terms_days if one.terms is None else one.terms,
    )
