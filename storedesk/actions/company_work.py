"""Companies and their people written at a desk under numbers of their own; what doubles another becomes a task."""

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.company_args import AddCompany, AddContact
from storedesk.actions.effects import Effects
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.rights import may
from storedesk.actions.written_text import refuse_personal_number
from storedesk.domain.business_number import (
    BusinessNumber,
    NotABusinessNumber,
    organisation_number,
    vat_number,
)
from storedesk.domain.ids import whole_number_of
from storedesk.domain.phone import phone_digits
from storedesk.domain.plain_text import clean_text, fold
from storedesk.domain.quote_reasons import NotABusinessNumberHere
from storedesk.domain.reasons import NotAllowed, TextMissing
from storedesk.domain.records import Company, CompanyContact

DUPLICATE = "company_duplicate"
_CHECKED = ("SE", "NO", "DK", "FI", "DE")
_CURRENCIES = {"SE": "SEK", "NO": "NOK", "DK": "DKK"}
_LANGUAGES = {"SE": "sv", "NO": "nb", "DK": "da", "FI": "fi", "DE": "de"}
_DIGITS = 10**8


def begin_company(state: State, act: Act, at: int) -> None:
    _checked(state, act.args)


def add_company(state: State, act: Act, at: int, now: int) -> Accepted:
    """A new account without credit. Another one with the same number: both stay, and somebody decides."""
    args: AddCompany = act.args
    number, vat = _checked(state, args)
    effects = Effects(state, act, at)
    company_id = whole_number_of(effects.new_id())
    parent = None if args.parent_id is None else need(state, Company, args.parent_id)
    name = clean_text(args.name, 80)
    effects.insert(
        Company(
            company_id, f"N{company_id % _DIGITS:08}", name, fold(name), args.country, number,
            None if parent is None else parent.id,
            parent.currency if parent is not None else _CURRENCIES.get(args.country, "EUR"), 0, 0, args.kind,
            vat_number=vat, language=_LANGUAGES.get(args.country, "en"), opened_at=at,
        )
    )  # fmt: skip
    same = _same_number(state, args, number)
    if same is None or not state.is_central:
        return effects.accepted()
    facts = {"company": company_id, "other": same.id}
    return effects.accepted(effects.task(DUPLICATE, act.place_id, facts))


def begin_contact(state: State, act: Act, at: int) -> None:
    _person(state, act, at)


def add_contact(state: State, act: Act, at: int, now: int) -> Accepted:
    args: AddContact = act.args
    company = _person(state, act, at)
    effects = Effects(state, act, at)
    name = clean_text(args.name, 80)
    effects.insert(
        CompanyContact(
            whole_number_of(effects.new_id()), company.id, args.role, name, fold(name),
            clean_text(args.email, 120), clean_text(args.phone, 40), phone_digits(args.phone, company.country),
            args.spending_limit, company.language, 1,
        )
    )  # fmt: skip
    return effects.accepted()


def merge_companies(effects: Effects, company_id: int, other_id: int) -> None:
    """The other account stands for this one from now on: its people, what is used of its credit and all below
    it move over."""
    state = effects.state
    company, other = row_or_none(state, Company, company_id), row_or_none(state, Company, other_id)
    if company is None or other is None or company.merged_into is not None or other.merged_into is not None:
        return
    for contact in state.among(CompanyContact, company_id=company.id):
        effects.set(contact, company_id=other.id)
    for below in state.among(Company, parent_id=company.id):
        effects.set(below, parent_id=other.id)
    effects.add(Company, (other.id,), "credit_used", company.credit_used)
    effects.set(company, merged_into=other.id)


def same_number(state: State, country: str, number: str) -> Company | None:
    """The account in this country that has an organisation number already."""
    found = state.among(Company, organisation_number=number) if number else ()
    return next((row for row in found if row.country == country and row.merged_into is None), None)


def read_number(country: str, text: str) -> BusinessNumber | None:
    """An organisation number in its usual spelling; None where there is none or the country's is not known.
    Raises NotABusinessNumber."""
    return organisation_number(country, text) if text.strip() and country in _CHECKED else None


def _same_number(state: State, args: AddCompany, number: str) -> Company | None:
    return same_number(state, args.country, number) if args.kind == "company" else None


def _checked(state: State, args: AddCompany) -> tuple[str, str]:
    """Organisation and VAT number as they are kept; a person's own number is refused."""
    _named(args.name)
    if args.parent_id is not None:
        need(state, Company, args.parent_id)
    refuse_personal_number(args.organisation_number, "organisation_number")
    for part in (args.vat_number, args.vat_number.strip()[2:12]):
        refuse_personal_number(part, "vat_number")
    try:
        found = read_number(args.country, args.organisation_number)
    except NotABusinessNumber as error:
        raise Refusal(NotABusinessNumberHere("organisation_number", args.country)) from error
    try:
        vat = vat_number(args.vat_number) if args.vat_number.strip() else None
    except NotABusinessNumber as error:
        raise Refusal(NotABusinessNumberHere("vat_number", args.country)) from error
    kept = clean_text(args.organisation_number, 40) if found is None else found.text
    return kept, "" if vat is None else vat.text


def _person(state: State, act: Act, at: int) -> Company:
    """Who may spend or agree is for somebody to say who may approve: else a limit would bind nobody."""
    args: AddContact = act.args
    spends = args.spending_limit is None or args.spending_limit > 0
    if (args.role == "approver" or spends) and not may(state, act, "quote.approve", at):
        raise Refusal(NotAllowed("quote.approve"))
    _named(args.name)
    refuse_personal_number(args.email, "email")
    return need(state, Company, args.company_id)


def _named(name: str) -> None:
    refuse_personal_number(name, "name")
    if not clean_text(name, 80):
        raise Refusal(TextMissing("name"))
