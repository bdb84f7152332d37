"""What the quote and company screens and the quote's paper show: frozen views, money in 1/10,000."""

from dataclasses import dataclass
from enum import StrEnum

from storedesk.desk.moments import Moment
from storedesk.domain.discount_rules import RuleHit
from storedesk.domain.pricing import NotUsed, PriceStep
from storedesk.domain.quote_totals import QuoteTotals
from storedesk.domain.tax_treatment import TaxStep


class Block(StrEnum):
    """Why a quote cannot be issued now; the words are made where they are shown."""

    NO_LINES = "no_lines"
    NO_PRICE = "no_price"
    NO_TAX_RATE = "no_tax_rate"
    NEEDS_APPROVAL = "needs_approval"
    PO_MISSING = "po_missing"
    VALIDITY_PAST = "validity_past"
    PRICE_MOVED = "price_moved"
    ISSUED = "issued"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class PriceView:
    """One article's price for an account, each without tax; ``price`` None: no list has one.

    ``steps`` add up to ``price``; ``gross`` is with tax; ``tax_steps`` say how it is taxed; ``indicative``
    where the price list on this desk is older than it may be.
    """

    variant_id: int | None
    currency: str
    price: int | None
    gross: int | None
    list_price: int
    from_quantity: int
    list_code: str
    steps: tuple[PriceStep, ...]
    not_used: tuple[NotUsed, ...]
    tax_category: str
    tax_rate: int | None
    treatment: str
    tax_steps: tuple[TaxStep, ...]
    as_of: Moment | None
    indicative: bool


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote in a list. ``state`` and ``approval`` as in the record; ``ran_out`` once its validity is past."""

    quote_id: str
    number: str
    version: int
    company_id: int
    company_name: str
    state: str
    approval: str
    ran_out: bool
    lines: int
    net: int
    total: int
    currency: str
    valid_until: str
    made_by: str
    changed: Moment
    provisional: bool
    order_id: str


@dataclass(frozen=True, slots=True)
class QuoteLineView:
    """``no_price`` marks an own line at 0 that nobody called free of charge: it cannot be issued.

    ``quantity`` in smallest steps of ``unit``; ``unit_price`` before and ``each`` after the discount
    (1/10,000 %), both net; ``before`` is what the list asks for the whole line, ``amount`` its sum, ``cost`` what
    it costs the shop, None where that is not known."""

    line: int
    kind: str
    variant_id: int | None
    sku: str
    name: str
    detail: str
    unit: str
    quantity: int
    list_price: int
    unit_price: int
    discount: int
    each: int
    before: int
    amount: int
    list_code: str
    from_quantity: int
    tax_category: str
    tax_rate: int
    treatment: str
    steps: tuple[PriceStep, ...]
    not_used: tuple[NotUsed, ...]
    here: int
    elsewhere: int
    hits: tuple[RuleHit, ...]
    moved_to: int | None
    cost: int | None = None
    no_price: bool = False


@dataclass(frozen=True, slots=True)
class ContactView:
    """A person of a company; ``spending_limit`` None is no limit; ``phone`` and ``email`` as they are kept."""

    contact_id: int
    company_id: int
    role: str
    name: str
    phone: str
    email: str
    spending_limit: int | None
    language: str


@dataclass(frozen=True, slots=True)
class CreditView:
    """``left`` = ``limit`` - ``used`` - ``this``; ``this`` is 0 where no quote is looked at."""

    currency: str
    limit: int
    used: int
    this: int
    left: int
    stopped: bool
    as_of: Moment | None


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A version as it was issued; ``mark`` is what people compare, ``reason`` why the version was made."""

    version: int
    issued: Moment
    issued_by: str
    approved_by: str
    net: int
    tax: int
    total: int
    valid_until: str
    tax_until: str
    reason: str
    mark: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A figure of a line in two versions; ``what`` is added, removed, quantity, price or discount."""

    name: str
    what: str
    old: int
    new: int
    unit: str = "piece"


@dataclass(frozen=True, slots=True)
class CompanyHead:
    """The account a quote is for, or one node of a tree."""

    company_id: int
    parent_id: int | None
    number: str
    name: str
    kind: str
    country: str
    language: str
    currency: str
    organisation_number: str
    vat_number: str
    vat_checked: Moment | None
    treatment: str
    terms_days: int
    po_required: bool
    best_price: bool
    price_list: str
    price_list_name: str
    price_list_until: str
    credit: CreditView


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote in full. ``blocks`` say why it cannot be issued; ``hits`` which rules ask for a yes and
    ``who`` may give it: free, supervisor (a PIN here) or pending; ``waits_for`` are the roles whose yes the
    approval chains still miss. ``sentences`` are keys of the tax
    sentences that must stand on paper. ``conditional`` while the yes is not confirmed, ``indicative`` where the
    price lists on this desk are older than they may be."""

    quote_id: str
    number: str
    version: int
    state: str
    approval: str
    conditional: bool
    provisional: bool
    company: CompanyHead
    contact: ContactView | None
    site: CompanyHead | None
    place_name: str
    delivery: str
    deliver_country: str
    po_number: str
    valid_until: str
    note: str
    lines: tuple[QuoteLineView, ...]
    totals: QuoteTotals
    treatment: str
    treatment_reason: str
    tax_steps: tuple[TaxStep, ...]
    tax_doubt: str
    sentences: tuple[str, ...]
    tax_day: str
    tax_until: str
    credit: CreditView
    blocks: tuple[Block, ...]
    hits: tuple[RuleHit, ...]
    who: str
    approved_by: str
    approved: Moment | None
    mark: str
    content_hash: str
    made_by: str
    desk: str
    price_as_of: Moment | None
    issued: Moment | None
    changed: Moment
    revisions: tuple[RevisionView, ...]
    since_issued: tuple[LineChange, ...]
    order_id: str
    indicative: bool = False
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyOrderRow:
    """An order or quote in a company's list; ``kind`` is order or quote, ``total`` with tax."""

    kind: str
    record_id: str
    number: str
    state: str
    lines: int
    total: int
    currency: str
    at: Moment


@dataclass(frozen=True, slots=True)
class CompanyView:
    """An account with its whole tree, top first, its people (own first, then of companies above) and work."""

    head: CompanyHead
    tree: tuple[CompanyHead, ...]
    contacts: tuple[ContactView, ...]
    rows: tuple[CompanyOrderRow, ...]
