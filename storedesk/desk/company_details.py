"""Derives an account: its head, its tree with credit, its people, its orders and quotes."""

from storedesk.actions.action import State
from storedesk.actions.quote_account import account_of, credit_of, people_of
from storedesk.actions.reading import row_or_none
from storedesk.desk import quote_views as v
from storedesk.desk.moments import Look
from storedesk.domain.records import Company, CompanyContact, Order, PriceList, Quote, Staff


def staff_names(state: State) -> dict[int, str]:
    return {row.staff_id: row.name for row in state.among(Staff)}


def contact_view(row: CompanyContact) -> v.ContactView:
    return v.ContactView(
        row.id, row.company_id, row.role, row.name, row.phone, row.email, row.spending_limit, row.language
    )


def head_view(state: State, company: Company, look: Look, heard_at: int | None) -> v.CompanyHead:
    """A company with what it takes over from those above it."""
    account = account_of(state, company.id)
    prices = row_or_none(state, PriceList, account.price_list) if account.price_list else None
    credit = credit_of(account, 0)
    as_of = None if heard_at is None else look.moment(heard_at)
    return v.CompanyHead(
        company_id=company.id,
        parent_id=company.parent_id,
        number=company.number,
        name=company.name,
        kind=company.kind,
        country=company.country,
        language=next((row.language for row in account.chain if row.language), ""),
        currency=company.currency,
        organisation_number=company.organisation_number,
        vat_number=company.vat_number,
        vat_checked=None if company.vat_checked_at is None else look.moment(company.vat_checked_at),
        treatment=company.treatment,
        terms_days=account.terms_days,
        po_required=account.po_required,
        best_price=bool(company.best_price),
        price_list=account.price_list,
        price_list_name="" if prices is None else prices.name,
        price_list_until="" if prices is None else prices.valid_until,
        credit=v.CreditView(
            company.currency, credit.limit, credit.used, 0, credit.left, credit.stopped, as_of
        ),
    )


def derive_company(
    state: State,
    company: Company,
    tree: tuple[Company, ...],
    orders: tuple[tuple[Order, int], ...],
    quotes: tuple[tuple[Quote, int], ...],
    look: Look,
    heard_at: int | None,
) -> v.CompanyView:
    """``orders`` and ``quotes`` come with the number of their lines."""
    rows = [
        v.CompanyOrderRow(
            "order", order.id, order.number, order.state, lines, order.total, order.currency,
            look.moment(order.placed_at),
        )
        for order, lines in orders
    ] + [
        v.CompanyOrderRow(
            "quote", quote.id, quote.number, quote.state, lines, quote.total, quote.currency,
            look.moment(quote.changed_at),
        )
        for quote, lines in quotes
    ]  # fmt: skip
    return v.CompanyView(
        head_view(state, company, look, heard_at),
        tuple(head_view(state, row, look, heard_at) for row in tree),
        tuple(contact_view(row) for row in people_of(state, account_of(state, company.id))),
        tuple(sorted(rows, key=lambda row: -row.at.at)),
    )
