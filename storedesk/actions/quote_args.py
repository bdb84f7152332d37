"""The arguments of the quote actions, as they travel; money in 1/10,000, quantities in smallest steps."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, Note, Number, Quantity, Short
from storedesk.domain.currency import UNIT

Amount = Annotated[int, Meta(ge=0, le=10**13)]
Discount = Annotated[int, Meta(ge=0, le=100 * UNIT)]
Version = Annotated[int, Meta(ge=1, le=100_000)]
Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", max_length=10)]
Hash = Annotated[str, Meta(min_length=64, max_length=64)]
Country = Annotated[str, Meta(pattern=r"^([A-Z]{2})?$", max_length=2)]
Code = Annotated[str, Meta(max_length=40)]
LineKind = Literal["goods", "own", "delivery"]
Treatment = Literal["standard", "exempt", "eu_supply", "export", "reverse_charge"]


class QuoteLineArgs(Struct, frozen=True):
    """A line as the desk showed it. ``unit_price`` each before the discount, without tax; ``kept`` where it
    is deliberately not what the lists say now. ``steps`` is the JSON of why this price."""

    kind: LineKind
    variant_id: Number | None
    name: Short
    quantity: Quantity
    unit_price: Amount
    tax_category: Code
    tax_rate: Discount
    treatment: Treatment
    unit: Code = "piece"
    detail: Short = ""
    sku: Short = ""
    discount: Discount = 0
    list_price: Amount = 0
    list_code: Code = ""
    kept: bool = False
    steps: Annotated[str, Meta(max_length=1200)] = "[]"


Lines = Annotated[tuple[QuoteLineArgs, ...], Meta(max_length=60)]


class QuoteHeadArgs(Struct, frozen=True):
    """Who it is for and on what terms; ``site_id`` is where it is sent to, of the same company."""

    company_id: Number
    valid_until: Day
    contact_id: Number | None = None
    site_id: Number | None = None
    delivery: Literal["collected", "sent"] = "collected"
    deliver_country: Country = ""
    po_number: Short = ""
    note: Note = ""


class StartQuote(Args, frozen=True):
    head: QuoteHeadArgs
    lines: Lines = ()
    number: Short = ""


class SaveQuote(Args, frozen=True):
    """The draft as it is now, header and all lines; ``version`` is the one that was edited."""

    quote_id: Id
    version: Version
    head: QuoteHeadArgs
    lines: Lines = ()


class IssueQuote(Args, frozen=True):
    """The draft as it was printed or sent: its number, and what its figures and their hash were."""

    quote_id: Id
    version: Version
    number: Short
    content_hash: Hash
    net: Amount
    tax: Amount
    total: Amount


class ReviseQuote(Args, frozen=True):
    quote_id: Id
    version: Version
    reason: Literal["edited", "tax_changed", "renewed"] = "edited"


class AskApproval(Args, frozen=True):
    quote_id: Id
    content_hash: Hash
    note: Note = ""


class ApproveQuote(Args, frozen=True):
    """``checked_by`` is the supervisor whose PIN was taken at this desk; None where the one who acts approves."""

    quote_id: Id
    content_hash: Hash
    checked_by: Number | None = None
    note: Note = ""


class DeclineApproval(Args, frozen=True):
    quote_id: Id
    content_hash: Hash
    checked_by: Number | None = None
    note: Note = ""


class OfferLess(Args, frozen=True):
    """No line's discount may be above ``discount`` (1/10,000 %)."""

    quote_id: Id
    content_hash: Hash
    discount: Discount
    checked_by: Number | None = None
    note: Note = ""


class WithdrawQuote(Args, frozen=True):
    """The shop takes the quote back."""

    quote_id: Id
    version: Version
    note: Note = ""


class DeclineQuote(Args, frozen=True):
    """The customer says no."""

    quote_id: Id
    version: Version
    note: Note = ""


class AskForOrder(Args, frozen=True):
    """The customer wants what was issued. ``ordered_by`` is the buyer, ``agreed_by`` an approver of the company
    where the buyer's own limit is not enough."""

    quote_id: Id
    version: Version
    content_hash: Hash
    ordered_by: Number | None = None
    agreed_by: Number | None = None
    po_number: Short = ""


class NoteCompanyApproval(Args, frozen=True):
    """An approver of the company said yes or no to what was issued, here, on the phone or in a mail."""

    quote_id: Id
    version: Version
    content_hash: Hash
    contact_id: Number
    answer: Literal["yes", "no"] = "yes"
    how: Literal["here", "phone", "email"] = "here"
