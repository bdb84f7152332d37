"""Two accounts are called the same only by what proves it; what is only likely is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.account_match import (
    AccountFacts,
    Sign,
    bare_name,
    checked_number,
    match_accounts,
    names_alike,
    own_domain,
)

VARV = AccountFacts("Brännö Varv & Montage AB", "SE", "556677-8899")
NAMED = VARV._replace(organisation_number="")
MAILS, PHONES = frozenset({"anna@brannovarv.example"}), frozenset({"46313900621"})


@pytest.mark.parametrize(
    ("one", "other", "verdict", "signs"),
    [
        (VARV, VARV._replace(name="BV&M"), "same", {Sign.ORGANISATION_NUMBER}),
        (VARV, VARV._replace(organisation_number="16 5566778899"), "same", {Sign.ORGANISATION_NUMBER, Sign.NAME}),
        (VARV, AccountFacts("BVM", "SE", vat_number="SE556677889901"), "same", {Sign.ORGANISATION_NUMBER}),
        (
            AccountFacts("A", "DE", vat_number="DE136695976"), AccountFacts("B", "DE", vat_number="DE 136695976"),
            "same", {Sign.VAT_NUMBER},
        ),
        (
            VARV._replace(links=frozenset({"erp/20417"})), AccountFacts("X", "SE", links=frozenset({"erp/20417"})),
            "same", {Sign.LINK},
        ),
        (NAMED, NAMED._replace(name="Branno varv och montage"), "different", set()),
        (NAMED, NAMED._replace(name="BRÄNNÖ VARV & MONTAGE"), "perhaps", {Sign.NAME}),
        (NAMED, NAMED._replace(country="NO"), "different", {Sign.NAME, Sign.OTHER_COUNTRY}),
        (
            NAMED._replace(mails=MAILS),
            NAMED._replace(name="Brännö Varv Montage Väst", mails=frozenset({"tomas@brannovarv.example"})),
            "perhaps", {Sign.MAIL_DOMAIN},
        ),
        (
            NAMED._replace(mails=frozenset({"anna@gmail.com"})),
            NAMED._replace(name="Brännö Varv Montage Väst", mails=frozenset({"eva@gmail.com"})),
            "different", set(),
        ),
        (NAMED._replace(phones=PHONES), AccountFacts("Annas", "SE", phones=PHONES), "perhaps", {Sign.CONTACT}),
        (VARV, VARV._replace(organisation_number="556036-0793"), "different", {Sign.NAME, Sign.OTHER_NUMBER}),
        (
            VARV._replace(links=frozenset({"erp/1"})),
            VARV._replace(organisation_number="556036-0793", links=frozenset({"erp/1"})),
            "perhaps", {Sign.LINK, Sign.NAME, Sign.OTHER_NUMBER},
        ),
        (
            AccountFacts("Bau", "DE", "HRB 12345"), AccountFacts("Bau", "DE", "HRB 12345"),
            "perhaps", {Sign.NAME},
        ),
        (VARV, VARV._replace(organisation_number="556677-8890"), "perhaps", {Sign.NAME}),
    ],
)  # fmt: skip
def test_what_each_sign_is_worth(
    one: AccountFacts, other: AccountFacts, verdict: str, signs: set[Sign]
) -> None:
    found = match_accounts(one, other)
    assert (found.verdict, set(found.signs)) == (verdict, signs)


NUMBERS = [
    "",
    "556677-8899",
    "556036-0793",
    "5566778899",
    "12345678-9",
    "HRB 12345",
    "DE136695976",
    "25313763",
]
some_facts = st.builds(
    AccountFacts,
    st.sampled_from(["Brännö Varv AB", "Varv Brännö", "Brannö varv", "", "Oy", "Styrsö Båt"]),
    st.sampled_from(["SE", "DE", "DK", ""]),
    st.sampled_from(NUMBERS),
    st.sampled_from(["", "SE556677889901", "SE556677889902", "DE136695976", "DK25313763", "SE1"]),
    st.frozensets(st.sampled_from(["a@x.example", "b@x.example", "c@gmail.com", "x"]), max_size=2),
    st.frozensets(st.sampled_from(["46701", "46702", ""]), max_size=2),
    st.frozensets(st.sampled_from(["erp/1", "erp/2"]), max_size=1),
)


@given(some_facts, some_facts)
def test_it_does_not_matter_which_is_asked_about_which(one: AccountFacts, other: AccountFacts) -> None:
    assert match_accounts(one, other) == match_accounts(other, one)


@given(some_facts, some_facts)
def test_two_different_valid_numbers_are_never_the_same_account(
    one: AccountFacts, other: AccountFacts
) -> None:
    first, second = checked_number(one), checked_number(other)
    if first and second and first != second:
        assert match_accounts(one, other).verdict != "same"


@given(some_facts, some_facts)
def test_only_a_strong_sign_makes_two_accounts_the_same(one: AccountFacts, other: AccountFacts) -> None:
    found = match_accounts(one, other)
    strong = {Sign.LINK, Sign.ORGANISATION_NUMBER, Sign.VAT_NUMBER}
    assert found.verdict != "same" or strong & set(found.signs)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_names_can_be_compared_both_ways(one: str, other: str) -> None:
    assert names_alike(one, other) == names_alike(other, one)
    assert names_alike(one, one) or not bare_name(one)


@pytest.mark.parametrize(
    ("mail", "domain"),
    [
        ("Anna@Varv.example", "varv.example"),
        ("anna@GMAIL.com", ""),
        ("@varv.example", ""),
        ("anna", ""),
        ("a@b", ""),
    ],
)
def test_a_public_mail_provider_says_nothing_of_a_company(mail: str, domain: str) -> None:
    assert own_domain(mail) == domain
