"""Companies that buy on account."""

from typing import NamedTuple


class Company(NamedTuple):
    """``kind`` is company, site or cost_centre below its parent; ``treatment`` is that of its taxes;
    ``budget`` is what it may spend in a calendar month, 0 for no limit; ``approval`` whether any or all of its
    approvers must agree above a buyer's limit; ``merged_into`` the account that stands for it now; money in
    1/10,000 of ``currency``."""

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
    budget: int = 0
    approval: str = "any"
    merged_into: int | None = None


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


class CustomerArticle(NamedTuple):
    """The number under which a company, and all below it, know an article; ``code`` is normalised."""

    company_id: int
    code: str
    variant_id: int


class CompanyApproval(NamedTuple):
    """What an approver of the company said about one version of a quote: ``answer`` is yes or no, ``how`` here,
    phone or email; for exactly the content of ``content_hash``."""

    quote_id: str
    version: int
    contact_id: int
    content_hash: str
    answer: str
    how: str
    at: int
    staff_id: int
    desk: str
