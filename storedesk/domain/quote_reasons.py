"""Refusals of quotes as data; see ``reasons``."""

from dataclasses import dataclass

from storedesk.domain.reasons import Reason


@dataclass(frozen=True, slots=True)
class QuoteWithoutLines(Reason):
    pass


@dataclass(frozen=True, slots=True)
class LineWithoutPrice(Reason):
    line: int


@dataclass(frozen=True, slots=True)
class TaxRateMissing(Reason):
    country: str
    category: str


@dataclass(frozen=True, slots=True)
class PriceMoved(Reason):
    """Each, net, in 1/10,000 of the currency."""

    line: int
    was: int
    now: int
    currency: str


@dataclass(frozen=True, slots=True)
class TaxMoved(Reason):
    """The line's treatment or rate is no longer what was shown."""

    line: int
    treatment: str
    rate: int


@dataclass(frozen=True, slots=True)
class QuoteChanged(Reason):
    """Somebody else changed the quote; ``version`` is the one that counts now."""

    version: int


@dataclass(frozen=True, slots=True)
class ApprovalNeeded(Reason):
    """``line`` is -1 for the quote as a whole; ``value`` and ``limit`` as the rule counts them."""

    rule: str
    line: int
    value: int
    limit: int


@dataclass(frozen=True, slots=True)
class ApprovalOutdated(Reason):
    """The content is not the one that somebody said yes to."""

    mark: str


@dataclass(frozen=True, slots=True)
class AboveOfflineCeiling(Reason):
    ceiling: int
    currency: str


@dataclass(frozen=True, slots=True)
class PoNumberMissing(Reason):
    pass


@dataclass(frozen=True, slots=True)
class ValidityPast(Reason):
    valid_until: str


@dataclass(frozen=True, slots=True)
class NumberNotOfThisQuote(Reason):
    number: str


@dataclass(frozen=True, slots=True)
class CompanyYesMissing(Reason):
    """The buyer's own limit is not enough for `total` (1/10,000); so many approvers may still agree, `rule` is
    any or all of them."""

    total: int
    currency: str
    approvers: int
    rule: str


@dataclass(frozen=True, slots=True)
class ChainWaitsForOther(Reason):
    """The approval chain waits for the yes of other roles, parted by commas."""

    roles: str


@dataclass(frozen=True, slots=True)
class NotAnApprover(Reason):
    """The person may not agree to this sum for the company."""

    total: int
    currency: str


@dataclass(frozen=True, slots=True)
class NotABusinessNumberHere(Reason):
    """``field`` is organisation_number or vat_number; its form or check digit does not fit the country."""

    field: str
    country: str
