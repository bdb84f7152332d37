"""How a sale is taxed: proposed from the account, the goods and how they leave, with the steps that say why."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.currency import UNIT

STANDARD, EXEMPT, EU_SUPPLY, EXPORT, REVERSE_CHARGE = (
    "standard", "exempt", "eu_supply", "export", "reverse_charge",
)  # fmt: skip
TREATMENTS = (STANDARD, EXEMPT, EU_SUPPLY, EXPORT, REVERSE_CHARGE)
COLLECTED, SENT = "collected", "sent"
NO_NUMBER, FORM_ONLY, CONFIRMED, REJECTED = "", "form", "confirmed", "rejected"

EU_SINCE_2020 = frozenset(
    {
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
        "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    }
)  # fmt: skip

SENTENCES = {
    STANDARD: "",
    EXEMPT: "tax_sentence_exempt",
    EU_SUPPLY: "tax_sentence_eu_supply",
    EXPORT: "tax_sentence_export",
    REVERSE_CHARGE: "tax_sentence_reverse_charge",
}
"""The key of the sentence that must stand on paper, by treatment."""


class TaxAccount(NamedTuple):
    """What is known of the buyer. ``vat_country`` is that of the VAT number, ``vat_check`` how far the
    number has been checked; ``exempt_reason`` makes the account exempt."""

    country: str
    business: bool
    vat_country: str = ""
    vat_check: str = NO_NUMBER
    exempt_reason: str = ""


class Leaving(NamedTuple):
    """How the goods leave: collected at the seller's, or sent to a country."""

    how: str
    country: str


class TaxStep(NamedTuple):
    """One line of the reasoning: a text's key and what it speaks of (a country, a category, a reason)."""

    label_key: str
    note: str


class Treatment(NamedTuple):
    """``country`` is the one whose rates apply; ``steps`` say why, ``doubt`` what somebody should look at."""

    kind: str
    country: str
    category: str
    steps: tuple[TaxStep, ...]
    doubt: str = ""

    @property
    def taxed(self) -> bool:
        return self.kind == STANDARD

    @property
    def sentence_key(self) -> str:
        return SENTENCES[self.kind]


class _ReverseCharge(NamedTuple):
    """Goods whose buyer owes the tax at home, from a net sum of these goods (1/10,000) on."""

    country: str
    category: str
    valid_from: str
    currency: str
    above: int


_REVERSE = (
    _ReverseCharge("SE", "devices", "2021-04-01", "SEK", 100_000 * UNIT),
    _ReverseCharge("SE", "scrap", "2013-01-01", "", 0),
    _ReverseCharge("DK", "devices", "2014-07-01", "", 0),
    _ReverseCharge("DE", "devices", "2014-10-01", "EUR", 5_000 * UNIT - 1),
    _ReverseCharge("DE", "scrap", "2011-01-01", "", 0),
    _ReverseCharge("FI", "scrap", "2015-01-01", "", 0),
)
_RATE_CATEGORIES = {"devices": "standard", "scrap": "standard"}


def rate_category(category: str) -> str:
    """The category under which the rates of an article's tax category are kept."""
    return _RATE_CATEGORIES.get(category, category)


def propose_treatment(
    seller_country: str,
    account: TaxAccount,
    category: str,
    leaving: Leaving,
    day: str,
    category_net: int = 0,
    currency: str = "",
) -> Treatment:
    """The treatment of goods of one tax category.

    `category_net` is the net sum of all lines of that category (1/10,000 of `currency`), which some
    domestic reverse charges depend on; `day` is the local date of delivery (ISO).
    """
    to_country = seller_country if leaving.how == COLLECTED else leaving.country
    steps = [TaxStep("collected_here" if leaving.how == COLLECTED else "sent_to", to_country)]
    if account.exempt_reason:
        steps.append(TaxStep("account_exempt", account.exempt_reason))
        return Treatment(EXEMPT, seller_country, category, tuple(steps))
    if to_country == seller_country:
        return _at_home(seller_country, account, category, steps, day, category_net, currency)
    if not (seller_country in EU_SINCE_2020 and to_country in EU_SINCE_2020):
        steps.append(TaxStep("leaves_tax_area", to_country))
        return Treatment(EXPORT, seller_country, category, tuple(steps))
    return _within_eu(seller_country, account, category, to_country, steps)


def _within_eu(
    seller: str, account: TaxAccount, category: str, to_country: str, steps: list[TaxStep]
) -> Treatment:
    foreign = account.vat_country not in ("", seller)
    if account.business and foreign and account.vat_check == CONFIRMED:
        steps.append(TaxStep("vat_number_confirmed", account.vat_country))
        return Treatment(EU_SUPPLY, seller, category, tuple(steps))
    steps.append(TaxStep(_number_step(account, foreign), account.vat_country))
    steps.append(TaxStep("tax_of_country", to_country))
    doubt = "vat_number_unchecked" if foreign and account.vat_check == FORM_ONLY else ""
    return Treatment(STANDARD, to_country, category, tuple(steps), doubt)


def _number_step(account: TaxAccount, foreign: bool) -> str:
    if not account.business:
        return "buyer_is_consumer"
    if not foreign:
        return "no_foreign_vat_number"
    return "vat_number_rejected" if account.vat_check == REJECTED else "vat_number_unchecked"


def _at_home(
    country: str,
    account: TaxAccount,
    category: str,
    steps: list[TaxStep],
    day: str,
    category_net: int,
    currency: str,
) -> Treatment:
    rule = _reverse_charge(country, category, day)
    doubt = ""
    if rule is not None and account.business and account.vat_country == country:
        if rule.currency not in ("", currency):
            doubt = "reverse_charge_limit_in_other_currency"
        elif category_net <= rule.above and rule.above:
            steps.append(TaxStep("below_reverse_charge_limit", category))
        elif account.vat_check == CONFIRMED:
            steps.append(TaxStep("domestic_reverse_charge", category))
            return Treatment(REVERSE_CHARGE, country, category, tuple(steps))
        else:
            doubt = "vat_number_unchecked"
    steps.append(TaxStep("tax_of_country", country))
    return Treatment(STANDARD, country, category, tuple(steps), doubt)


def _reverse_charge(country: str, category: str, day: str) -> _ReverseCharge | None:
    found: Iterable[_ReverseCharge] = (
        rule for rule in _REVERSE
        if rule.country == country and rule.category == category and rule.valid_from <= day
    )  # fmt: skip
    return next(iter(found), None)
