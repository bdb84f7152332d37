"""What is frozen, its hash, the day its tax holds until, and the rules that ask for a yes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.account_credit import Credit, Signatory, approvers_for, may_order
from storedesk.domain.currency import UNIT
from storedesk.domain.discount_rules import DEFAULT_POLICY, LineFacts, margin_rate, rules_hit, who_may_say_yes
from storedesk.domain.quote_content import (
    ContentLine,
    QuoteContent,
    canonical_bytes,
    content_hash,
    content_mark,
    tax_change,
    tax_holds_until,
)
from storedesk.domain.quote_totals import QuoteLineIn, quote_totals
from storedesk.domain.tax import TaxRate

LINE = ContentLine(
    "goods", 1, "SKU", "Kaffe å", "kg", 2_345, 1_199_000, 0, 1_199_000, 2_811_700, "food", 60_000, "standard"
)
CONTENT = QuoteContent(
    "id", 1, 2, "SEK", "2026-12-23", 30, "collected", "", "standard", "", "2026-11-23", 2_811_700, 168_700,
    2_980_400, (LINE,),
)  # fmt: skip
RATES = (
    TaxRate("SE", "food", "1996-01-01", 120_000),
    TaxRate("SE", "food", "2026-04-01", 60_000),
    TaxRate("SE", "food", "2028-01-01", 120_000),
    TaxRate("SE", "standard", "1990-07-01", 250_000),
)
LINES = st.lists(
    st.builds(
        QuoteLineIn, st.integers(0, 10**9), st.integers(1, 10**5), st.sampled_from([1, 100, 1000]),
        st.sampled_from([60_000, 250_000, 255_000]), st.integers(0, 10**6), st.just(0),
        st.sampled_from(["goods", "own", "delivery"]), st.sampled_from(["standard", "export", "reverse_charge"]),
    ),
    max_size=12,
)  # fmt: skip


def test_the_bytes_of_a_content_are_fixed_for_good() -> None:
    assert canonical_bytes(CONTENT).decode() == (
        '["storedesk quote 1","id",1,2,"SEK","2026-12-23",30,"collected","","standard","","2026-11-23",'
        '2811700,168700,2980400,[["goods",1,"SKU","Kaffe å","kg",2345,1199000,0,1199000,2811700,"food",60000,'
        '"standard"]]]'
    )
    assert content_mark(content_hash(CONTENT)) == content_hash(CONTENT)[:4].upper() + " " + (
        content_hash(CONTENT)[4:8].upper()
    )


def test_one_spelling_of_a_letter_is_enough() -> None:
    other = CONTENT._replace(lines=(LINE._replace(name="Kaffe a\u030a"),))
    assert content_hash(other) == content_hash(CONTENT)


@pytest.mark.parametrize("field", [name for name in QuoteContent._fields if name != "lines"])
def test_any_change_of_the_terms_changes_the_hash(field: str) -> None:
    old = getattr(CONTENT, field)
    new = CONTENT._replace(**{field: old + 1 if isinstance(old, int) else old + "x"})
    assert content_hash(new) != content_hash(CONTENT)


@pytest.mark.parametrize("field", ContentLine._fields)
def test_any_change_of_a_line_changes_the_hash(field: str) -> None:
    old = getattr(LINE, field)
    line = LINE._replace(**{field: old + 1 if isinstance(old, int) else old + "x"})
    assert content_hash(CONTENT._replace(lines=(line,))) != content_hash(CONTENT)
    assert content_hash(CONTENT._replace(lines=(LINE, LINE))) != content_hash(CONTENT)


def test_tax_holds_until_the_next_known_rate() -> None:
    assert tax_holds_until(RATES, [("SE", "food"), ("SE", "standard")], "2026-11-23") == "2028-01-01"
    assert tax_holds_until(RATES, [("SE", "food")], "2026-03-31") == "2026-04-01"
    assert tax_holds_until(RATES, [("SE", "devices"), ("NO", "food")], "2026-11-23") == ""


def test_a_later_delivery_shows_both_totals() -> None:
    change = tax_change([LINE], [1_000], "SEK", RATES, "SE", "2028-01-01")
    assert (change.old.total, change.new.total, change.differs) == (2_980_400, 3_149_100, True)
    assert change.old.net == change.new.net
    free = LINE._replace(treatment="export")
    assert not tax_change([free], [1_000], "SEK", RATES, "SE", "2028-01-01").differs


@given(LINES)
def test_nothing_is_lost_between_lines_groups_and_total(lines: list[QuoteLineIn]) -> None:
    totals = quote_totals(lines, "SEK")
    assert totals.net + totals.tax == totals.total == sum(group.gross for group in totals.groups)
    assert totals.net == sum(line.amount for line in totals.lines)
    assert totals.before + totals.reduction + totals.delivery == totals.net
    assert all(figure % 100 == 0 for group in totals.groups for figure in (group.net, group.tax))
    assert all(group.tax == 0 for group in totals.groups if group.treatment != "standard")


@given(LINES)
def test_a_total_with_tax_in_it_is_what_the_customer_was_told(lines: list[QuoteLineIn]) -> None:
    totals = quote_totals(lines, "EUR", includes_tax=True)
    assert totals.total == sum(line.amount for line in totals.lines)


def test_each_rule_is_hit_beyond_its_limit_only() -> None:
    lines = [LineFacts(1, 100_000, 100 * UNIT, 78 * UNIT), LineFacts(2, 100_001, 100 * UNIT, 79 * UNIT)]
    hits = rules_hit(DEFAULT_POLICY, "sales_associate", lines, 100_000 * UNIT + 1, 29)
    assert [(hit.rule, hit.line) for hit in hits] == [
        ("discount", 2), ("margin", 2), ("total", None), ("new_account", None)
    ]  # fmt: skip
    assert rules_hit(DEFAULT_POLICY, "sales_associate", lines[:1], 100_000 * UNIT, 30) == ()
    assert rules_hit(DEFAULT_POLICY, "nobody", [], 1, 999) != ()
    assert margin_rate(0, 1) is None and margin_rate(100, None) is None


@pytest.mark.parametrize(
    ("discount", "total", "who"),
    [
        (100_000, 1_000, "free"), (140_000, 1_000, "supervisor"), (200_000, 250_000, "supervisor"),
        (200_001, 1_000, "pending"), (140_000, 250_001, "pending"),
    ],
)  # fmt: skip
def test_a_supervisor_reaches_to_her_limit_and_the_ceiling(discount: int, total: int, who: str) -> None:
    lines = [LineFacts(1, discount, UNIT)]
    found = who_may_say_yes(DEFAULT_POLICY, "sales_associate", "store_manager", lines, total * UNIT, 999)
    assert found == who


def test_credit_and_people_of_a_company_set_the_limits() -> None:
    assert Credit(100, 60, 40, False).enough
    assert not Credit(100, 60, 41, False).enough and not Credit(100, 0, 1, True).enough
    anna, tomas = Signatory(1, "buyer", 50), Signatory(2, "approver", None)
    assert may_order(anna, 50) and not may_order(anna, 51)
    assert not may_order(Signatory(3, "accounts", None), 1)
    assert approvers_for([anna, tomas], 51) == (tomas,)
