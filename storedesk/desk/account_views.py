"""What the customers screen shows: companies found, one account with its tree, people, credit, terms and work."""

from dataclasses import dataclass
from enum import StrEnum

from storedesk.desk.moments import Moment


class FoundBy(StrEnum):
    """By what a company was found; the words are made where they are shown."""

    NAME = "name"
    NUMBER = "number"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company, site or cost centre in a list; ``above`` is the company it belongs to, ``contact`` the person
    by whom it was found."""

    company_id: int
    number: str
    name: str
    kind: str
    above: str
    organisation_number: str
    found_by: FoundBy
    contact: str
    stopped: bool


@dataclass(frozen=True, slots=True)
class NodeView:
    """A node of the tree, ``depth`` from its top; ``spent`` this calendar month, with what lies below it, of
    ``budget`` (0: no limit), in 1/10,000 of ``currency``."""

    company_id: int
    number: str
    name: str
    kind: str
    depth: int
    currency: str
    budget: int
    spent: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person of the account; ``company`` is empty where it is the account's own. ``spending_limit`` None is
    no limit; the e-mail is covered."""

    contact_id: int
    name: str
    role: str
    phone: str
    email: str
    spending_limit: int | None
    company: str


@dataclass(frozen=True, slots=True)
class ExposureView:
    """What stands against the limit, in 1/10,000: ``limit`` = ``invoiced`` + ``ordered`` + ``left``; ``quoted``
    would come on top. ``payer`` is whose limit it is, ``stopped_by`` the company with the credit stop."""

    currency: str
    payer: str
    is_own: bool
    limit: int
    invoiced: int
    ordered: int
    quoted: int
    left: int
    stopped: bool
    stopped_by: str
    as_of: Moment | None
    is_old: bool


class VatCheck(StrEnum):
    """How far the VAT number has been checked."""

    NONE = "none"
    FORM = "form"
    WRONG = "wrong"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class TermsView:
    """On what terms it buys. ``valid_until`` is the local date of the price agreement, ``days_left`` until then
    (negative once it is past, None where it has no end); ``approval`` is any or all of the approvers."""

    price_list: str
    price_list_name: str
    is_contract: bool
    valid_until: str
    days_left: int | None
    best_price: bool
    terms_days: int
    po_required: bool
    treatment: str
    treatment_reason: str
    vat_number: str
    vat_check: VatCheck
    vat_checked: Moment | None
    approval: str
    approvers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkRow:
    """An order or a quote of the account or below it; ``total`` with tax. ``needs_yes`` where an order of this
    quote is above its buyer's limit; ``waits_for`` are then the company's approvers whose yes is missing."""

    kind: str
    record_id: str
    number: str
    state: str
    approval: str
    is_open: bool
    lines: int
    po_number: str
    total: int
    currency: str
    at: Moment
    version: int = 0
    content_hash: str = ""
    needs_yes: bool = False
    waits_for: tuple[PersonView, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account in full. ``organisation_number`` is covered where it is a person's own; ``since`` is the year
    it was opened, 0 if that is not known."""

    company_id: int
    number: str
    name: str
    kind: str
    country: str
    currency: str
    organisation_number: str
    is_personal: bool
    since: int
    is_new: bool
    tree: tuple[NodeView, ...]
    people: tuple[PersonView, ...]
    exposure: ExposureView
    terms: TermsView
    work: tuple[WorkRow, ...]
