"""A draft while it is written: every change is a new value, and what is typed is read as it was meant."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.actions.quote_pricing import LineEdit
from storedesk.desk.quote_work import MOST_LINES, QuoteWork, new_work, typed_day, typed_rate, work_of
from storedesk.domain.quantity import UNITS
from storedesk.ui.shot_samples.quotes_samples import DRAFT

TODAY = "2026-11-23"
EMPTY = new_work(7, TODAY)
units = st.sampled_from(sorted(UNITS))
quantities = st.integers(1, 10**6)
edits = st.builds(
    lambda number, quantity, unit, discount: LineEdit("goods", number, quantity, discount, unit=unit),
    st.integers(1, 9), quantities, units, st.integers(0, 10**6),
)  # fmt: skip
works = st.lists(edits, max_size=8).map(lambda found: replace(EMPTY, edits=tuple(found)))


def test_a_new_quote_is_collected_here_and_holds_for_thirty_days() -> None:
    head = EMPTY.head
    assert (head.company_id, head.valid_until, head.delivery) == (7, "2026-12-23", "collected")


@given(works, st.integers(1, 9), units, quantities)
def test_an_article_adds_exactly_its_quantity(
    work: QuoteWork, variant: int, unit: str, quantity: int
) -> None:
    def total(of: QuoteWork) -> int:
        return sum(edit.quantity for edit in of.edits if edit.variant_id == variant)

    changed, place = work.with_article(variant, unit, quantity)
    assert total(changed) == total(work) + quantity
    assert changed.edits[place].variant_id == variant
    assert len(changed.edits) - len(work.edits) in (0, 1)


@given(works, st.integers(-3, 12), st.integers(-5, 5))
def test_steps_go_by_whole_units_and_never_to_nothing(work: QuoteWork, place: int, by: int) -> None:
    changed = work.with_one_more(place, by)
    for before, after in zip(work.edits, changed.edits, strict=True):
        assert after.quantity > 0
        assert (after.quantity - before.quantity) % UNITS[before.unit].step == 0


@given(works, st.integers(0, 7))
def test_a_line_taken_out_and_put_back_leaves_the_quote_as_it_was(work: QuoteWork, place: int) -> None:
    if place < len(work.edits):
        assert work.without(place).with_line_at(place, work.edits[place]) == work
    else:
        assert work.without(place) == work


@given(works, st.integers(0, 10**6))
def test_lowering_discounts_raises_none(work: QuoteWork, most: int) -> None:
    changed = work.with_discounts_up_to(most)
    pairs = zip(work.edits, changed.edits, strict=True)
    assert all(new.discount == min(old.discount, most) for old, new in pairs)


def test_the_sixty_first_line_finds_no_room() -> None:
    full = replace(EMPTY, edits=tuple(LineEdit("goods", number, 1) for number in range(MOST_LINES)))
    assert full.with_article(999, "piece", 1) == (full, -1)
    assert full.with_article(3, "piece", 1)[1] == 3


def test_a_saved_draft_is_worked_on_as_it_is() -> None:
    work = work_of(DRAFT)
    assert (work.head.po_number, work.head.valid_until) == ("7781-A", "2026-12-23")
    assert [(edit.quantity, edit.discount, edit.price) for edit in work.edits] == [
        (12, 0, None), (20, 140_000, None), (24, 0, None)
    ]  # fmt: skip


def test_prices_that_moved_are_kept_only_where_they_moved() -> None:
    moved = replace(DRAFT, lines=(replace(DRAFT.lines[0], moved_to=17_000_000), *DRAFT.lines[1:]))
    kept = work_of(moved).with_prices_kept(moved)
    assert [edit.price for edit in kept.edits] == [16_889_300, None, None]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-24", "2026-12-24"), (" 10 ", "2026-12-03"), ("24/12", "2026-12-24"), ("24.12", "2026-12-24"),
        ("24.12.", "2026-12-24"), ("1/2", "2027-02-01"), ("0", TODAY), ("31/2", None), ("2026-13-01", None),
        ("", None), ("soon", None), ("-3", None), ("1234", None),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str, day: str | None) -> None:
    assert typed_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("14", 140_000), ("14 %", 140_000), ("2,5", 25_000), ("2.5", 25_000), ("100", 1_000_000), ("0", 0),
        ("100,01", None), ("-1", None), ("", None), ("1.2.3", None), ("1,23456", None), ("x", None),
        ("\u0661\u0664", None),
    ],
)  # fmt: skip
def test_a_discount_is_read_as_people_write_it(typed: str, rate: int | None) -> None:
    assert typed_rate(typed) == rate


@given(st.text(max_size=14))
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    rate, day = typed_rate(text), typed_day(text, TODAY)
    assert rate is None or 0 <= rate <= 1_000_000
    assert day is None or len(day) == 10
