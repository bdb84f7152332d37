"""Derives an account for the customers screen: tree with budgets, people, what stands against its credit, terms."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.actions.action import State
from storedesk.actions.buyer_approval import agreement
from storedesk.actions.quote_account import Account, account_of, age_days, credit_of, people_of
from storedesk.actions.reading import row_or_none
from storedesk.desk import account_views as v
from storedesk.desk.moments import Look, days_between
from storedesk.domain.business_number import NotABusinessNumber, organisation_number, vat_number
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Company, CompanyContact, Order, PriceList, Quote
from storedesk.storage.desk_account_reads import CompanyHit

OLD_AFTER_MS = 30 * 60_000
NEW_FOR_DAYS = 30
_OPEN = ("draft", "issued", "order_asked")


class Sums(NamedTuple):
    """What the desk's database added up, in 1/10,000: ``spent`` this month by company."""

    ordered: int
    quoted: int
    spent: Mapping[int, int]


class Work(NamedTuple):
    """Orders and quotes of an account with the number of their lines."""

    orders: tuple[tuple[Order, int], ...]
    quotes: tuple[tuple[Quote, int], ...]


def derive_hit(hit: CompanyHit) -> v.CompanyRow:
    company = hit.company
    shown, _ = shown_number(company)
    by = v.FoundBy.NAME if hit.contact is None else v.FoundBy.PERSON
    return v.CompanyRow(
        company.id, company.number, clean_text(company.name, NAME_SHOWN), company.kind,
        "" if hit.above is None else clean_text(hit.above.name, NAME_SHOWN), shown, by,
        "" if hit.contact is None else clean_text(hit.contact.name, NAME_SHOWN), bool(company.credit_stop),
    )  # fmt: skip


def derive_account(
    state: State,
    company: Company,
    tree: tuple[Company, ...],
    sums: Sums,
    work: Work,
    look: Look,
    heard_at: int | None,
) -> v.AccountView:
    """``heard_at`` (UTC ms) is when this desk last heard from the central system."""
    account = account_of(state, company.id)
    shown, personal = shown_number(company)
    opened = account.chain[-1].opened_at
    return v.AccountView(
        company_id=company.id,
        number=company.number,
        name=clean_text(company.name, NAME_SHOWN),
        kind=company.kind,
        country=company.country,
        currency=company.currency,
        organisation_number=shown,
        is_personal=personal,
        since=int(look.moment(opened).day[:4]) if opened else 0,
        is_new=bool(opened) and age_days(account, look.now) < NEW_FOR_DAYS,
        tree=_tree(tree, sums.spent),
        people=tuple(_person(row, account) for row in people_of(state, account)),
        exposure=_exposure(account, sums, look, heard_at),
        terms=_terms(state, account, look),
        work=_work(state, account, work, look),
    )


def shown_number(company: Company) -> tuple[str, bool]:
    """The organisation number as it may be shown, and whether it is a person's own."""
    try:
        found = organisation_number(company.country, company.organisation_number)
    except NotABusinessNumber:
        return clean_text(company.organisation_number, 40), False
    return (f"••••••{found.text[-5:]}", True) if found.personal else (found.text, False)


def _tree(tree: tuple[Company, ...], spent: Mapping[int, int]) -> tuple[v.NodeView, ...]:
    depths: dict[int, int] = {}
    nodes = []
    for row in tree:
        depths[row.id] = depths.get(row.parent_id or 0, -1) + 1
        nodes.append(
            v.NodeView(
                row.id, row.number, clean_text(row.name, NAME_SHOWN), row.kind, depths[row.id], row.currency,
                row.budget, _spent_below(row.id, tree, spent), bool(row.credit_stop),
            )
        )  # fmt: skip
    return tuple(nodes)


def _spent_below(company_id: int, tree: tuple[Company, ...], spent: Mapping[int, int]) -> int:
    below = {company_id}
    for row in tree:
        if row.parent_id in below:
            below.add(row.id)
    return sum(spent.get(number, 0) for number in below)


def _person(row: CompanyContact, account: Account) -> v.PersonView:
    own = row.company_id == account.company.id
    other = next((c.name for c in account.chain if c.id == row.company_id), "")
    name, _, domain = row.email.partition("@")
    return v.PersonView(
        row.id, clean_text(row.name, NAME_SHOWN), row.role, clean_text(row.phone, 40),
        f"{name[:1]}•••@{domain}" if domain else "", row.spending_limit, "" if own else other,
    )  # fmt: skip


def _exposure(account: Account, sums: Sums, look: Look, heard_at: int | None) -> v.ExposureView:
    credit, payer = credit_of(account, 0), account.payer
    ordered = min(sums.ordered, max(0, credit.used))
    return v.ExposureView(
        currency=payer.currency,
        payer=payer.name,
        is_own=payer.id == account.company.id,
        limit=credit.limit,
        invoiced=credit.used - ordered,
        ordered=ordered,
        quoted=sums.quoted,
        left=credit.left,
        stopped=credit.stopped,
        stopped_by=next((company.name for company in account.chain if company.credit_stop), ""),
        as_of=None if heard_at is None else look.moment(heard_at),
        is_old=heard_at is None or look.now - heard_at > OLD_AFTER_MS,
    )


def _terms(state: State, account: Account, look: Look) -> v.TermsView:
    prices = row_or_none(state, PriceList, account.price_list) if account.price_list else None
    until = "" if prices is None else prices.valid_until
    named = next((company for company in account.chain if company.vat_number), account.company)
    check = _vat_check(named)
    confirmed = check is v.VatCheck.CONFIRMED and named.vat_checked_at is not None
    exempt = next((company for company in account.chain if company.treatment != "standard"), None)
    approvers = (row.name for row in people_of(state, account) if row.role == "approver")
    return v.TermsView(
        price_list=account.price_list,
        price_list_name="" if prices is None else prices.name,
        is_contract=prices is not None and prices.kind == "contract",
        valid_until=until,
        days_left=days_between(look.hours.local_day(look.now), until) if until else None,
        best_price=bool(account.company.best_price),
        terms_days=account.terms_days,
        po_required=account.po_required,
        treatment="standard" if exempt is None else exempt.treatment,
        treatment_reason="" if exempt is None else exempt.treatment_reason,
        vat_number=named.vat_number,
        vat_check=check,
        vat_checked=look.moment(named.vat_checked_at or 0) if confirmed else None,
        approval=account.approval,
        approvers=tuple(clean_text(name, NAME_SHOWN) for name in approvers),
    )


def _vat_check(company: Company) -> v.VatCheck:
    if not company.vat_number:
        return v.VatCheck.NONE
    try:
        vat_number(company.vat_number)
    except NotABusinessNumber:
        return v.VatCheck.WRONG
    return v.VatCheck.FORM if company.vat_checked_at is None else v.VatCheck.CONFIRMED


def _work(state: State, account: Account, work: Work, look: Look) -> tuple[v.WorkRow, ...]:
    orders = (
        v.WorkRow(
            "order", order.id, order.number, order.state, "", order.state == "open", lines,
            "", order.total, order.currency, look.moment(order.placed_at),
        )
        for order, lines in work.orders
    )  # fmt: skip
    quotes = (_quote(state, account, quote, lines, look) for quote, lines in work.quotes)
    return tuple(sorted((*orders, *quotes), key=lambda row: (not row.is_open, -row.at.at)))


def _quote(state: State, account: Account, quote: Quote, lines: int, look: Look) -> v.WorkRow:
    ran_out = quote.state == "issued" and quote.valid_until < look.hours.local_day(look.now)
    missing: tuple[CompanyContact, ...] = ()
    needs = False
    if quote.state == "issued" and not ran_out and quote.contact_id is not None:
        own = account if quote.company_id == account.company.id else account_of(state, quote.company_id)
        agreed = agreement(state, own, quote, quote.contact_id)
        needs, missing = not agreed.is_given, () if agreed.is_given else agreed.waits_for
    return v.WorkRow(
        "quote", quote.id, quote.number, "ran_out" if ran_out else quote.state, quote.approval,
        quote.state in _OPEN and not ran_out, lines, quote.po_number, quote.total, quote.currency,
        look.moment(quote.changed_at), quote.version, quote.content_hash, needs,
        tuple(_person(row, account) for row in missing),
    )  # fmt: skip
