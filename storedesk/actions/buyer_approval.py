"""What the customer's own company must agree to before an order is made: any or all approvers, along the tree."""

from typing import NamedTuple

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.quote_account import Account, account_of, people_of, signatory
from storedesk.actions.quote_args import NoteCompanyApproval
from storedesk.actions.quote_rows import ISSUED, need_quote
from storedesk.actions.reading import need, row_or_none
from storedesk.domain.account_credit import is_agreed, may_order, whose_yes
from storedesk.domain.quote_reasons import NotAnApprover, QuoteChanged
from storedesk.domain.records import CompanyApproval, CompanyContact, Quote, QuoteRevision


class Agreement(NamedTuple):
    """``is_given`` where the order may be made; else ``waits_for`` are those whose yes is missing, nobody where
    no approver of the company may agree to so much."""

    is_given: bool
    waits_for: tuple[CompanyContact, ...] = ()


def agreement(
    state: State, account: Account, quote: Quote, ordered_by: int | None, agreed_by: int | None = None
) -> Agreement:
    """Given at once where the company keeps no people with limits, or the buyer's own limit is enough."""
    people = {person.id: person for person in people_of(state, account)}
    if not any(person.role in ("buyer", "approver") for person in people.values()):
        return Agreement(True)
    buyer = None if ordered_by is None else people.get(ordered_by)
    if buyer is not None and may_order(signatory(buyer), quote.total):
        return Agreement(True)
    levels = [
        [signatory(person) for person in people.values() if person.company_id == company.id]
        for company in account.chain
    ]
    wanted = whose_yes(levels, quote.total, account.approval)
    agreed = _said_yes(state, quote) | ({agreed_by} if agreed_by is not None else set())
    waits_for = tuple(people[one.contact_id] for one in wanted if one.contact_id not in agreed)
    return Agreement(is_agreed(wanted, agreed, account.approval), waits_for)


def begin_note(state: State, act: Act, at: int) -> None:
    _noted(state, act)


def note(state: State, act: Act, at: int, now: int) -> Accepted:
    """What an approver said; said again, the last word counts."""
    args: NoteCompanyApproval = act.args
    quote = _noted(state, act)
    effects = Effects(state, act, at)
    row = CompanyApproval(
        quote.id, quote.version, args.contact_id, args.content_hash, args.answer, args.how, at, act.staff_id,
        act.desk,
    )  # fmt: skip
    old = row_or_none(state, CompanyApproval, quote.id, quote.version, args.contact_id)
    if old is None:
        effects.insert(row)
    else:
        effects.set(old, **row._asdict())
    return effects.accepted()


def _noted(state: State, act: Act) -> Quote:
    """The issued quote, if the content is the frozen one and the person approves for its company."""
    args: NoteCompanyApproval = act.args
    quote = need_quote(state, args.quote_id, args.version, ISSUED, wanted=ISSUED)
    if need(state, QuoteRevision, quote.id, quote.version).content_hash != args.content_hash:
        raise Refusal(QuoteChanged(quote.version))
    people = people_of(state, account_of(state, quote.company_id))
    person = next((found for found in people if found.id == args.contact_id), None)
    if person is None or not (person.role == "approver" and may_order(signatory(person), quote.total)):
        raise Refusal(NotAnApprover(quote.total, quote.currency))
    return quote


def _said_yes(state: State, quote: Quote) -> set[int]:
    frozen = row_or_none(state, QuoteRevision, quote.id, quote.version)
    rows = state.among(CompanyApproval, quote_id=quote.id, version=quote.version)
    return {
        row.contact_id
        for row in rows
        if row.answer == "yes" and frozen is not None and row.content_hash == frozen.content_hash
    }
