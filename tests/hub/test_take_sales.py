"""Lines of tills become movements: each once, in any order, and nothing is lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.domain.records import StockLevel, Variant
from storedesk.domain.tables import DAMAGED, SELLABLE
from storedesk.domain.till_line import TillLine
from storedesk.domain.till_settle import NO_GOODS
from storedesk.hub.tills.name_article import name_article, try_known
from storedesk.storage.hub_verify import verify_hub
from tests.hub.till_lines import (
    ALVA,
    CARTON,
    CHEESE,
    EAN,
    GBG,
    HOUR,
    MINUTE,
    NOW,
    RETURNS_UNCHECKED,
    TillHub,
    sold,
    void_of,
)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[TillHub]:
    running = TillHub(tmp_path)
    yield running
    running.engine.dispose()


def outcomes(hub: TillHub, *lines: TillLine) -> list[str]:
    return [one.outcome for one in hub.take(*lines).outcomes]


def test_a_sale_leaves_the_shelf_and_a_return_waits_for_its_check(hub: TillHub) -> None:
    back = sold("R2", kind="return", quantity="2")
    assert outcomes(hub, sold("R1", quantity="3"), back) == ["taken", "taken"]
    assert (hub.level(), hub.level(bucket=RETURNS_UNCHECKED)) == (47, 2)


def test_the_condition_of_a_return_decides_where_it_goes(hub: TillHub) -> None:
    hub.take(sold("R1", kind="return", condition="as_new"), sold("R2", kind="return", condition="damaged"))
    assert (hub.level(), hub.level(bucket=DAMAGED)) == (51, 1)


def test_articles_are_found_by_barcode_carton_and_sku_and_weighed_by_their_unit(hub: TillHub) -> None:
    lines = [
        sold("R1", article=EAN),
        sold("R2", article=CARTON),
        sold("R3", article="OST-1", quantity="0.375"),
    ]
    assert outcomes(hub, *lines) == ["taken"] * 3
    assert (hub.level(), hub.level(CHEESE)) == (43, -375)


def test_a_repeated_line_counts_once_and_another_content_is_told(hub: TillHub) -> None:
    line = sold("R1")
    hub.take(line)
    assert outcomes(hub, line, line._replace(quantity="4")) == ["repeated", "differs"]
    assert hub.level() == 49


def test_a_void_takes_its_line_back_even_if_it_comes_first(hub: TillHub) -> None:
    assert outcomes(hub, void_of("R1", at=NOW - MINUTE)) == ["held"]
    assert hub.level() == 50
    assert outcomes(hub, sold("R1", quantity="5")) == ["taken"]
    assert hub.level() == 50
    assert [row.state for row in sorted(hub.rows("till_line"), key=lambda row: row.kind)] == [
        "voided",
        "done",
    ]


def test_two_voids_of_a_line_take_it_back_once(hub: TillHub) -> None:
    named = void_of("R9", of_receipt="R1", of_line="1")
    hub.take(sold("R1"), void_of("R1"), named)
    assert hub.level() == 50


def test_a_void_of_a_void_is_refused_whichever_comes_first(hub: TillHub) -> None:
    first = void_of("R2", of_receipt="R1", of_line="1")
    second = void_of("R3", of_receipt="R2", of_line="1")
    assert outcomes(hub, second, sold("R1"), first) == ["refused", "taken", "taken"]
    assert hub.level() == 50


def test_an_unknown_article_is_set_aside_with_a_task_and_booked_when_named(hub: TillHub) -> None:
    assert outcomes(hub, sold("R1", article="9999"), sold("R2", article="9999")) == ["aside", "aside"]
    assert outcomes(hub, sold("R3", article="TWICE")) == ["aside"]
    assert len(hub.tasks("till_article")) == 2
    with hub.engine.begin() as connection:
        assert name_article(connection, GBG, "9999", ALVA, NOW, hub.tag) == 2
    assert hub.level() == 48
    assert sorted(task.state for task in hub.tasks("till_article")) == ["answered", "open"]  # type: ignore[attr-defined]
    assert outcomes(hub, sold("R4", article="9999")) == ["taken"]


def test_what_is_no_goods_moves_nothing(hub: TillHub) -> None:
    hub.take(sold("R1", article="BAG"), sold("R2", article="BAG"), void_of("R2"))
    with hub.engine.begin() as connection:
        assert name_article(connection, 0, "BAG", NO_GOODS, NOW, hub.tag) == 1
    assert (
        outcomes(hub, sold("R3", article="BAG", quantity="0.5"), void_of("R3"), void_of("R1"))
        == ["taken"] * 3
    )
    assert (hub.rows("movement"), hub.level()) == ([], 50)


def test_lines_are_booked_by_themselves_once_their_article_has_come_in(hub: TillHub) -> None:
    hub.take(sold("R1", article="NEW-1"), void_of("R2"), sold("R2", article="NEW-1"))
    hub.write([r._replace(sku="NEW-1") for r in _variants(hub) if r.id == ALVA])
    with hub.engine.begin() as connection:
        assert try_known(connection, NOW, hub.tag) == 1
    assert hub.level() == 49


def _variants(hub: TillHub) -> list[Variant]:
    return [Variant(*row[:-1]) for row in hub.rows("variant")]


def test_a_quantity_that_the_unit_cannot_have_is_set_aside(hub: TillHub) -> None:
    taken = hub.take(sold("R1", quantity="1.5"), sold("R2", article="OST-1", quantity="999999999"))
    assert [tuple(one) for one in taken.outcomes] == [("aside", "unfit")] * 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (sold("", "1"), "till, receipt and line"),
        (sold("R1", kind="loan"), "the kind"),
        (sold("R1", quantity="0.0"), "the quantity"),
        (sold("R1", quantity="1e9"), "the quantity"),
        (sold("R1", at=NOW + 48 * HOUR), "the time"),
        (sold("R1", article=""), "the article"),
        (sold("R1", kind="return", condition="wet"), "the condition"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_with_its_reason(
    hub: TillHub, line: TillLine, why: str
) -> None:
    (outcome,) = hub.take(line).outcomes
    assert outcome.outcome == "refused"
    assert why in outcome.why
    assert hub.rows("till_line") == []


def test_what_was_sold_before_a_count_does_not_change_what_was_counted(hub: TillHub) -> None:
    hub.write([StockLevel(GBG, ALVA, SELLABLE, 50, 0, 0, 0, None, "", NOW, NOW - MINUTE)])
    hub.take(sold("R1", at=NOW - HOUR), sold("R2", at=NOW))
    assert hub.level() == 49
    assert {row.reason for row in hub.rows("movement")} == {"till_sale", "count_covers"}


def test_the_last_sale_moves_forward_only(hub: TillHub) -> None:
    hub.take(sold("R1", at=NOW - MINUTE))
    hub.take(sold("R2", at=NOW - HOUR))
    assert hub.last_sale() == NOW - MINUTE
    hub.take(sold("R3", at=NOW + HOUR))
    assert hub.last_sale() == NOW


def test_selling_what_is_not_there_asks_for_a_count_once(hub: TillHub) -> None:
    hub.take(sold("R1", quantity="60"))
    hub.take(sold("R2", quantity="3"))
    assert len(hub.tasks("below_zero")) == 1
    assert hub.level() == -13


_articles = st.sampled_from([f"SKU-{ALVA}", EAN, CARTON, "OST-1", "9999", "TWICE"])
_coordinates = st.tuples(st.sampled_from(["R1", "R2", "R3"]), st.sampled_from(["1", "2"]))


@st.composite
def a_day(draw: st.DrawFn) -> list[TillLine]:
    """Goods with an article each, and voids of any of them, of other voids, or of nothing."""
    lines = {}
    for receipt, line in draw(st.lists(_coordinates, max_size=6, unique=True)):
        kind = draw(st.sampled_from(["sale", "sale", "return"]))
        at = NOW - draw(st.integers(0, 5)) * HOUR
        one = sold(receipt, line, draw(_articles), draw(st.sampled_from(["1", "2", "0.5"])), kind=kind, at=at)
        lines[one.id] = one
    for number, (receipt, line) in enumerate(draw(st.lists(_coordinates, max_size=5))):
        own = draw(st.booleans())
        at = NOW - draw(st.integers(0, 5)) * HOUR
        one = (
            void_of(f"V{number % 3}", of_receipt=draw(st.sampled_from([receipt, "V0"])), of_line=line, at=at)
            if own
            else void_of(receipt, line, at=at)
        )
        lines.setdefault(one.id, one)
    return list(lines.values())


@settings(max_examples=int(os.environ.get("STOREDESK_EXAMPLES", "8")))
@given(a_day(), st.data())
def test_any_order_repetition_and_splitting_of_a_day_ends_in_the_same_levels(
    day: list[TillLine], data: st.DataObject
) -> None:
    shuffled = data.draw(
        st.permutations(day + data.draw(st.lists(st.sampled_from(day), max_size=4)) if day else [])
    )
    cuts = sorted(data.draw(st.lists(st.integers(0, len(shuffled)), max_size=4)))
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        whole, parts = TillHub(Path(one)), TillHub(Path(other))
        whole.take(*day)
        for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True):
            parts.take(*shuffled[start:end])
        assert parts.levels() == whole.levels()
        assert parts.moved() == whole.moved()
        assert {row.id: row.state for row in parts.rows("till_line")} == {
            row.id: row.state for row in whole.rows("till_line")
        }
        assert parts.last_sale() == whole.last_sale()
        with parts.engine.begin() as connection:
            assert verify_hub(connection).wrong == ""
        for hub in (whole, parts):
            hub.engine.dispose()


def test_a_day_of_ten_thousand_lines_is_taken_at_once(hub: TillHub) -> None:
    lines = [sold(f"R{number // 4}", str(number % 4), quantity="1") for number in range(10_000)]
    taken = hub.take(*lines)
    assert taken.moved == 10_000
    assert hub.level() == 50 - 10_000
