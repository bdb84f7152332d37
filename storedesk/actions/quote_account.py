"""What the rows say about an account: its companies upwards, its lists, its taxes, its people, its limits."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.actions.action import State
from storedesk.actions.reading import need, row_or_none
from storedesk.domain import price_list as p
from storedesk.domain.account_credit import ALL, ANY, Credit, Signatory
from storedesk.domain.discount_rules import DEFAULT_POLICY, Policy
from storedesk.domain.records import Company, CompanyContact, Place, Price, PriceList, Promotion, Setting
from storedesk.domain.tax_treatment import CONFIRMED, EXEMPT, FORM_ONLY, NO_NUMBER, TaxAccount
from storedesk.domain.wall_clock import local_time, zone_named

_HIGHEST = 12
DAY_MS = 86_400_000
BASE_LIST = p.PriceList("base", "", p.BASE, "", "", "", 0)


class Account(NamedTuple):
    """A company or site with the companies above it, itself first. What it does not say, they say."""

    chain: tuple[Company, ...]

    @property
    def company(self) -> Company:
        return self.chain[0]

    @property
    def price_list(self) -> str:
        return next((company.price_list for company in self.chain if company.price_list), "")

    @property
    def payer(self) -> Company:
        """Whose credit is used: the first that has a limit."""
        return next((company for company in self.chain if company.credit_limit), self.chain[-1])

    @property
    def terms_days(self) -> int:
        return next((company.terms_days for company in self.chain if company.terms_days), 0)

    @property
    def approval(self) -> str:
        """Whether any or all approvers must agree: the strictest of the account and those above it."""
        return ALL if any(company.approval == ALL for company in self.chain) else ANY

    @property
    def po_required(self) -> bool:
        return any(company.po_required for company in self.chain)


def account_of(state: State, company_id: int) -> Account:
    """Refuses a company that is not there; one merged into another is that one. A circle of parents ends
    where it began."""
    chain = [need(state, Company, company_id)]
    if chain[0].merged_into is not None:
        chain = [need(state, Company, chain[0].merged_into)]
    while chain[-1].parent_id is not None and len(chain) < _HIGHEST:
        above = row_or_none(state, Company, chain[-1].parent_id)
        if above is None or above in chain:
            break
        chain.append(above)
    return Account(tuple(chain))


def credit_of(account: Account, total: int) -> Credit:
    payer = account.payer
    stopped = any(company.credit_stop for company in account.chain)
    return Credit(payer.credit_limit, payer.credit_used, total, stopped)


def people_of(state: State, account: Account) -> tuple[CompanyContact, ...]:
    """The account's active people, then those of the companies above it."""
    return tuple(
        contact
        for company in account.chain
        for contact in state.among(CompanyContact, company_id=company.id)
        if contact.active
    )


def signatory(contact: CompanyContact) -> Signatory:
    return Signatory(contact.id, contact.role, contact.spending_limit)


def tax_account(account: Account) -> TaxAccount:
    named = next((company for company in account.chain if company.vat_number), account.company)
    number = named.vat_number
    country = "GR" if number[:2] == "EL" else number[:2]
    check = NO_NUMBER if not number else FORM_ONLY if named.vat_checked_at is None else CONFIRMED
    exempt = next((company for company in account.chain if company.treatment == EXEMPT), None)
    reason = "" if exempt is None else exempt.treatment_reason or EXEMPT
    return TaxAccount(account.company.country, True, country, check, reason)


def local_day(state: State, place_id: int, at: int) -> str:
    """The place's date at a time (UTC ms)."""
    return local_time(at, zone_named(need(state, Place, place_id).zone)).date().isoformat()


def age_days(account: Account, at: int) -> int:
    return max(0, (at - account.chain[-1].opened_at) // DAY_MS)


def lists_for(state: State, code: str, rows: Iterable[Price]) -> dict[str, p.PriceList]:
    """The lists open to an account: its own with their parents, the base, and campaigns of the article."""
    found: dict[str, p.PriceList] = {}
    while code and code not in found and len(found) < _HIGHEST:
        head = row_or_none(state, PriceList, code)
        if head is None:
            break
        found[code] = _head(head)
        code = head.parent
    base = row_or_none(state, PriceList, BASE_LIST.code)
    found.setdefault(BASE_LIST.code, BASE_LIST if base is None else _head(base))
    for other in sorted({row.list_code for row in rows} - set(found)):
        head = row_or_none(state, PriceList, other)
        if head is not None and head.kind == p.CAMPAIGN and (not head.parent or head.parent in found):
            found[other] = _head(head)
    return found


def promotions_for(state: State, variant_id: int, product_id: int, category: str) -> tuple[p.Promotion, ...]:
    return tuple(
        p.Promotion(
            str(row.id), row.name, row.valid_from, row.valid_until, row.discount, row.from_quantity,
            row.to_quantity, bool(row.with_contract),
        )
        for row in state.among(Promotion)
        if row.variant_id in (None, variant_id)
        and row.product_id in (None, product_id)
        and row.category in ("", category)
    )  # fmt: skip


def policy_of(state: State, place_id: int) -> Policy:
    """The seller's rules with what is set for the chain and, before it, for the place."""
    roles = {
        role: limits._replace(
            discount=_set(state, place_id, f"quote.discount.{role}", limits.discount),
            total=_set(state, place_id, f"quote.total.{role}", limits.total or 0) or None,
        )
        for role, limits in DEFAULT_POLICY.roles.items()
    }
    return Policy(
        roles,
        _set(state, place_id, "quote.new_account_days", DEFAULT_POLICY.new_account_days),
        _set(state, place_id, "quote.offline_ceiling", DEFAULT_POLICY.offline_ceiling),
    )


def _set(state: State, place_id: int, name: str, otherwise: int) -> int:
    for place in (place_id, 0):
        row = row_or_none(state, Setting, place, name)
        if row is not None and row.value.isascii() and row.value.isdigit():
            return int(row.value)
    return otherwise


def _head(row: PriceList) -> p.PriceList:
    return p.PriceList(
        row.code, row.name, row.kind, row.currency, row.valid_from, row.valid_until, row.priority,
        row.parent, row.rate_off, bool(row.with_promotions),
    )  # fmt: skip
