"""Treatments proposed from the account, the goods and how they leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.currency import UNIT
from storedesk.domain.tax_treatment import (
    CONFIRMED,
    EU_SINCE_2020,
    FORM_ONLY,
    REJECTED,
    TREATMENTS,
    Leaving,
    TaxAccount,
    propose_treatment,
    rate_category,
)

SWEDISH = TaxAccount("SE", True, "SE", CONFIRMED)
GERMAN = TaxAccount("DE", True, "DE", CONFIRMED)
HERE, TO_GERMANY = Leaving("collected", ""), Leaving("sent", "DE")


@pytest.mark.parametrize(
    ("account", "leaving", "kind", "country", "steps", "doubt"),
    [
        (GERMAN, TO_GERMANY, "eu_supply", "SE", ["sent_to", "vat_number_confirmed"], ""),
        (GERMAN, HERE, "standard", "SE", ["collected_here", "tax_of_country"], ""),
        (GERMAN._replace(vat_check=FORM_ONLY), TO_GERMANY, "standard", "DE",
         ["sent_to", "vat_number_unchecked", "tax_of_country"], "vat_number_unchecked"),
        (GERMAN._replace(vat_check=REJECTED), TO_GERMANY, "standard", "DE",
         ["sent_to", "vat_number_rejected", "tax_of_country"], ""),
        (SWEDISH, TO_GERMANY, "standard", "DE", ["sent_to", "no_foreign_vat_number", "tax_of_country"], ""),
        (TaxAccount("DE", False), TO_GERMANY, "standard", "DE",
         ["sent_to", "buyer_is_consumer", "tax_of_country"], ""),
        (SWEDISH, Leaving("sent", "NO"), "export", "SE", ["sent_to", "leaves_tax_area"], ""),
        (TaxAccount("SE", True, exempt_reason="foundation"), HERE, "exempt", "SE",
         ["collected_here", "account_exempt"], ""),
    ],
)  # fmt: skip
def test_how_goods_leave_decides(
    account: TaxAccount, leaving: Leaving, kind: str, country: str, steps: list[str], doubt: str
) -> None:
    found = propose_treatment("SE", account, "standard", leaving, "2026-11-23")
    assert (found.kind, found.country, found.doubt) == (kind, country, doubt)
    assert [step.label_key for step in found.steps] == steps
    assert bool(found.sentence_key) == (kind != "standard")


@pytest.mark.parametrize(
    ("country", "currency", "net", "kind"),
    [
        ("SE", "SEK", 100_000 * UNIT, "standard"), ("SE", "SEK", 100_000 * UNIT + 100, "reverse_charge"),
        ("DE", "EUR", 5_000 * UNIT - 100, "standard"), ("DE", "EUR", 5_000 * UNIT, "reverse_charge"),
        ("DK", "DKK", UNIT, "reverse_charge"), ("FI", "EUR", 9_000 * UNIT, "standard"),
        ("NO", "NOK", 900_000 * UNIT, "standard"),
    ],
)  # fmt: skip
def test_devices_are_reverse_charged_from_the_country_s_sum_on(
    country: str, currency: str, net: int, kind: str
) -> None:
    account = TaxAccount(country, True, country, CONFIRMED)
    found = propose_treatment(country, account, "devices", HERE, "2026-11-23", net, currency)
    assert found.kind == kind


def test_reverse_charge_waits_for_the_number_and_its_day() -> None:
    unchecked = SWEDISH._replace(vat_check=FORM_ONLY)
    found = propose_treatment("SE", unchecked, "scrap", HERE, "2026-11-23", UNIT, "SEK")
    assert (found.kind, found.doubt) == ("standard", "vat_number_unchecked")
    assert propose_treatment("SE", SWEDISH, "scrap", HERE, "2012-12-31", UNIT, "SEK").kind == "standard"
    euro = propose_treatment("SE", SWEDISH, "devices", HERE, "2026-11-23", 10**12, "EUR")
    assert euro.doubt == "reverse_charge_limit_in_other_currency"
    assert rate_category("scrap") == "standard" and rate_category("food") == "food"


@given(
    st.sampled_from(["SE", "NO", "DK", "FI", "DE"]),
    st.builds(
        TaxAccount, st.sampled_from(["SE", "NO", "DE"]), st.booleans(), st.sampled_from(["", "SE", "NO", "DE"]),
        st.sampled_from(["", FORM_ONLY, CONFIRMED, REJECTED]), st.sampled_from(["", "foundation"]),
    ),
    st.builds(Leaving, st.sampled_from(["collected", "sent"]), st.sampled_from(["SE", "NO", "DE", "US"])),
)  # fmt: skip
def test_tax_is_left_out_only_for_a_reason_that_is_shown(
    seller: str, account: TaxAccount, leaving: Leaving
) -> None:
    found = propose_treatment(seller, account, "standard", leaving, "2026-11-23")
    assert found.kind in TREATMENTS and found.steps
    if found.kind == "eu_supply":
        assert account.business and account.vat_check == CONFIRMED and leaving.how == "sent"
        assert {seller, leaving.country} <= EU_SINCE_2020 and leaving.country != seller
    if leaving.how == "collected" and not account.exempt_reason:
        assert (found.kind, found.country) == ("standard", seller)
