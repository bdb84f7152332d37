"""The arguments of the actions on companies, as they travel."""

from typing import Annotated, Literal

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Number
from storedesk.actions.quote_args import Amount

CompanyKind = Literal["company", "site", "cost_centre"]
ContactRole = Literal["buyer", "approver", "collector", "accounts"]
CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", max_length=2)]
Code = Annotated[str, Meta(max_length=40)]
Mail = Annotated[str, Meta(max_length=120)]


class AddCompany(Args, frozen=True):
    """``parent_id`` is the company that a site or cost centre belongs to."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    country: CountryCode
    organisation_number: Code = ""
    vat_number: Code = ""
    kind: CompanyKind = "company"
    parent_id: Number | None = None


class AddContact(Args, frozen=True):
    """``spending_limit`` in 1/10,000 of the company's currency, None for no limit."""

    company_id: Number
    name: Annotated[str, Meta(min_length=1, max_length=80)]
    role: ContactRole = "buyer"
    phone: Code = ""
    email: Mail = ""
    spending_limit: Amount | None = 0
