"""Finds the account here that a company of a channel is, or may be."""

from storedesk.domain.account_match import (
    PERHAPS,
    SAME,
    AccountFacts,
    Sign,
    bare_name,
    checked_number,
    checked_vat,
    match_accounts,
    own_domain,
)
from storedesk.storage.hub_account_reads import KnownCompany, Reach

_MOST_OFFERED = 3


class AccountIndex:
    """Every account by what could be shared, so that a page is compared with few of them."""

    def __init__(self, companies: list[KnownCompany], reaches: list[Reach]) -> None:
        self._facts: dict[int, AccountFacts] = {}
        self._by: dict[str, list[int]] = {}
        mails: dict[int, set[str]] = {}
        phones: dict[int, set[str]] = {}
        for reach in reaches:
            mails.setdefault(reach.company_id, set()).add(reach.mail)
            phones.setdefault(reach.company_id, set()).add(reach.phone_digits)
        for one in companies:
            facts = AccountFacts(
                one.name, one.country, one.organisation_number, one.vat_number,
                frozenset(mails.get(one.id, ())), frozenset(phones.get(one.id, ())),
            )  # fmt: skip
            if one.kind == "company":
                self.add(one.id, facts)

    def add(self, company_id: int, facts: AccountFacts) -> None:
        """An account of its own; sites and cost centres are known by their company and not compared."""
        self._facts[company_id] = facts
        for key in _keys(facts):
            self._by.setdefault(key, []).append(company_id)

    def find(
        self, facts: AccountFacts, besides: int = 0
    ) -> tuple[int | None, list[tuple[int, tuple[Sign, ...]]]]:
        """The account that it is, None for none, and those that it may be with the signs for it."""
        near = sorted({id_ for key in _keys(facts) for id_ in self._by.get(key, ())} - {besides})
        perhaps: list[tuple[int, tuple[Sign, ...]]] = []
        for company_id in near:
            found = match_accounts(facts, self._facts[company_id])
            if found.verdict == SAME:
                return company_id, []
            if found.verdict == PERHAPS:
                perhaps.append((company_id, found.signs))
        return None, perhaps[:_MOST_OFFERED]

    def facts_of(self, company_id: int) -> AccountFacts | None:
        return self._facts.get(company_id)


def _keys(facts: AccountFacts) -> set[str]:
    keys = {f"number {checked_number(facts)}", f"vat {checked_vat(facts)}", f"name {bare_name(facts.name)}"}
    keys |= {f"domain {own_domain(mail)}" for mail in facts.mails}
    keys |= {f"mail {mail.strip().lower()}" for mail in facts.mails}
    keys |= {f"phone {phone}" for phone in facts.phones}
    return {key for key in keys if not key.endswith(" ")}
