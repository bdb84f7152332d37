"""Companies that buy on account."""

from typing import NamedTuple


class Company(NamedTuple):
    """``kind`` is company, site or cost_centre below its parent; ``treatment`` is that of its taxes;
    money in 1/10,000 of ``currency``."""

    id: int
    number: str
    name: str
    folded: str
    country: str
    organisation_number: str
    parent_id: int | None
    currency: str
    credit_limit: int
    terms_days: int
    kind: str = "company"
    price_list: str = ""
    best_price: int = 0
    po_required: int = 0
    treatment: str = "standard"
    treatment_reason: str = ""
    vat_number: str = ""
    vat_checked_at: int | None = None
    credit_used: int = 0
    credit_stop: int = 0
    language: str = ""
    opened_at: int = 0


class CompanyContact(NamedTuple):
    """A person who acts for a company: ``role`` is buyer, approver, collector or accounts; ``spending_limit``
    in 1/10,000 of the company's currency, None for no limit."""

    id: int
    company_id: int
    role: str
    name: str
    folded: str
    email: str
    phone: str
    phone_digits: str
    spending_limit: int | None
    language: str
    active: int
