"""The row of a person of a company that a channel brings, and which person here it is."""

from collections.abc import Iterable

from storedesk.connectors.neutral import RemoteCustomer
from storedesk.domain.customer_marks import usual_mail
from storedesk.domain.phone import phone_digits
from storedesk.domain.plain_text import clean_text, fold
from storedesk.domain.records import Company, CompanyContact

_ROLES = {
    "admin": "approver", "administrator": "approver", "approver": "approver", "location admin": "approver",
    "accounts": "accounts", "accounting": "accounts", "invoice": "accounts", "collector": "collector",
}  # fmt: skip


def role_of(record: RemoteCustomer, *, trusted: bool) -> str:
    """Who may say yes above a limit is believed only from whoever is master of companies."""
    role = _ROLES.get(fold(record.role), "buyer")
    return role if trusted or role != "approver" else "buyer"


def same_contact(
    record: RemoteCustomer, country: str, people: Iterable[CompanyContact]
) -> CompanyContact | None:
    """Of one company's people: the one with the e-mail address and a like name, or with phone and name."""
    mail, phone = usual_mail(record.person.email), phone_digits(record.person.phone, country)
    name = fold(clean_text(record.person.name, 80))
    for one in people:
        by_mail = bool(mail) and usual_mail(one.email) == mail
        by_phone = bool(phone) and one.phone_digits == phone
        if (by_mail or by_phone) and (one.folded == name or not one.folded):
            return one
    return None


def contact_row(record: RemoteCustomer, contact_id: int, company: Company, role: str) -> CompanyContact:
    """A new person: every order above nothing waits for an approver until somebody here sets a limit."""
    empty = CompanyContact(contact_id, company.id, role, "", "", "", "", "", 0, company.language, 1)
    return with_person(empty, record, company)


def with_person(row: CompanyContact, record: RemoteCustomer, company: Company) -> CompanyContact:
    """Name and how to be reached as the channel says; role and spending limit stay."""
    person = record.person
    name, phone = clean_text(person.name, 80) or row.name, clean_text(person.phone, 40) or row.phone
    return row._replace(
        name=name,
        folded=fold(name),
        email=clean_text(person.email, 120) or row.email,
        phone=phone,
        phone_digits=phone_digits(phone, company.country),
        language=clean_text(person.language, 8) or row.language,
        active=1,
    )
