"""Quotes by keys: what blocks issuing is said, F9 issues, F8 asks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.actions.quote_args import AskApproval, AskForOrder
from storedesk.desk.quote_views import Block
from storedesk.desk.task_facts import TaskFacts
from storedesk.desk.task_lines import central_lines
from storedesk.domain.discount_rules import MARGIN, RuleHit
from storedesk.ui.screens.attention.approval_words import approval_figures
from storedesk.ui.screens.attention.task_words import line_words
from storedesk.ui.screens.quotes.quote_line_row import PAD, Col
from storedesk.ui.screens.quotes.quote_words import hit_text
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shot_samples import attention_samples
from storedesk.ui.shot_samples.quotes_samples import DRAFT, ISSUED, READY, row_of
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import Theme, theme
from storedesk.ui.theme.tokens import Mode


@pytest.fixture
def quotes(shown: Callable[[QWidget], QWidget]) -> QuotesScreen:
    screen = QuotesScreen()
    screen.resize(1300, 800)
    shown(screen)
    screen.show_quotes((row_of(DRAFT),))
    return screen


def test_a_quote_over_a_limit_says_why_it_cannot_be_issued_and_asks_for_approval(
    quotes: QuotesScreen,
) -> None:
    issued: list[Any] = []
    refused: list[str] = []
    asked: list[tuple[str, Any]] = []
    quotes.issue_wanted.connect(issued.append)
    quotes.refused.connect(refused.append)
    quotes.perform.connect(lambda kind, args: asked.append((kind, args)))
    quotes.show_quote(replace(DRAFT, who="pending"))
    assert quotes.do("main")
    assert quotes.do("second")
    assert issued == []
    assert len(refused) == 1 and "over a limit" in refused[0]
    assert asked == [("AskApproval", AskApproval("q-418", DRAFT.content_hash))]


def test_within_what_a_pin_may_allow_f8_asks_a_supervisor_here_and_alt_a_asks_online(
    quotes: QuotesScreen,
) -> None:
    here: list[Any] = []
    online: list[tuple[str, Any]] = []
    quotes.approve_wanted.connect(here.append)
    quotes.perform.connect(lambda kind, args: online.append((kind, args)))
    quotes.show_quote(DRAFT)
    assert quotes.do("second")
    assert (here, online) == ([DRAFT], [])
    assert quotes.do("ask")
    assert online == [("AskApproval", AskApproval("q-418", DRAFT.content_hash))]


def test_f9_issues_a_draft_that_nothing_blocks(quotes: QuotesScreen) -> None:
    issued: list[Any] = []
    quotes.issue_wanted.connect(issued.append)
    quotes.show_quote(READY)
    assert quotes.do("main")
    assert issued == [READY]


def test_f9_asks_for_the_order_of_what_is_issued(quotes: QuotesScreen) -> None:
    asked: list[tuple[str, Any]] = []
    quotes.perform.connect(lambda kind, args: asked.append((kind, args)))
    quotes.show_quote(ISSUED)
    assert quotes.do("main")
    args = AskForOrder("q-418", 3, ISSUED.content_hash, po_number="7781-A")
    assert asked == [("AskForOrder", args)]


def test_the_chosen_line_says_how_its_price_came_about(quotes: QuotesScreen) -> None:
    quotes.show_quote(DRAFT)
    quotes.detail.lines.selectRow(1)
    assert quotes.detail._why_of.text() == "Fleecejacka Ljung"
    assert quotes.do("why")
    assert quotes.detail._side.hasFocus()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [1440 - 84, 1024 - 68, 800 - 68])
@pytest.mark.parametrize("full", [True, False])
def test_no_figure_of_a_line_is_ever_cut(
    full: bool, width: int, scale: float, quotes: QuotesScreen, themed: Theme
) -> None:
    themed.switch(Mode.LIGHT, scale)
    huge = replace(DRAFT.lines[0], amount=123_456_789_012_300, unit_price=98_765_432_100)
    quotes.set_compact(width < 1000 * scale)
    quotes.resize(width, 700)
    quotes.set_full(full)
    quotes.show_quote(replace(DRAFT, lines=(huge, *DRAFT.lines[1:])))
    QApplication.processEvents()
    table = quotes.detail.lines
    metrics = QFontMetrics(theme().font("strong"))
    for column in (Col.QTY, Col.DISC, Col.SUM):
        assert not table.isColumnHidden(column)
    for column in list(Col)[Col.QTY :]:
        room = table.columnWidth(column) - 2 * PAD
        for row in range(3):
            text = table.records.cells(row)[column]
            assert table.isColumnHidden(column) or metrics.horizontalAdvance(text) <= room
    total = quotes.detail._side.total
    assert QFontMetrics(total.font()).horizontalAdvance(total.text()) <= total.width()


def test_what_was_being_written_on_one_quote_never_lands_on_another(quotes: QuotesScreen) -> None:
    edited: list[dict[str, Any]] = []
    head = quotes.detail.head
    head.edited.connect(edited.append)
    quotes.set_full(True)
    quotes.show_quote(DRAFT, (), "2026-11-23")
    head.po_number.setFocus()
    QTest.keyClicks(head.po_number, "-X")
    quotes.show_quote(DRAFT, (), "2026-11-23")
    assert head.po_number.text() == "7781-A-X"
    quotes.show_quote(replace(DRAFT, quote_id="q-other", po_number="1"), (), "2026-11-23")
    assert head.po_number.text() == "1"
    assert not head.flush() and edited == []


@pytest.mark.parametrize(
    ("language", "said", "line", "roles"),
    [
        ("en", "1 line has no price.", "No price", "waits for: Store manager, Head office."),
        ("sv", "1 rad saknar pris.", "Pris saknas", "väntar på: Butikschef, Huvudkontor."),
    ],
)
def test_a_line_without_a_price_and_who_is_waited_for_are_said_in_words(
    language: str, said: str, line: str, roles: str, shown: Callable[[QWidget], QWidget]
) -> None:
    install_language(language)
    screen = QuotesScreen()
    shown(screen)
    unpriced = replace(DRAFT.lines[0], kind="own", unit_price=0, amount=0, steps=(), no_price=True)
    blocks = (Block.NO_PRICE, Block.NEEDS_APPROVAL)
    screen.show_quote(
        replace(
            DRAFT, who="pending", waits_for=("store_manager", "head_office"), blocks=blocks,
            lines=(unpriced, *DRAFT.lines[1:]),
        )
    )  # fmt: skip
    refused: list[str] = []
    screen.refused.connect(refused.append)
    assert screen.do("main")
    assert len(refused) == 1 and said in refused[0]
    assert screen.detail.lines.records.cells(0)[Col.SUM] == line
    assert roles in screen.detail.blocked._more.text()


@pytest.mark.parametrize(("language", "said"), [("en", "Head office"), ("sv", "Huvudkontor")])
def test_attention_names_the_roles_that_a_quote_waits_for(themed: Theme, language: str, said: str) -> None:
    install_language(language)
    approval = attention_samples.APPROVAL.approval
    assert approval is not None
    figures = approval_figures(replace(approval, waits_for=("head_office",)))
    assert figures[-1][1] == said and len(figures) == len(approval_figures(approval)) + 1


def test_nobody_at_the_counter_reads_a_margin_in_attention_or_in_the_notice(themed: Theme) -> None:
    approval = attention_samples.APPROVAL.approval
    assert approval is not None
    assert "Margin" not in [name for name, _ in approval_figures(approval)]
    facts = TaskFacts(rules=((MARGIN, 2, 180_000, 220_000),))
    assert [line_words(line) for line in central_lines(facts, "")] == [("Margin, line 2", "below its floor")]
    notice = hit_text(RuleHit(MARGIN, 2, 180_000, 220_000), "SEK")
    assert "margin" in notice and "18" not in notice and "22" not in notice
