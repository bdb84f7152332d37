"""The Routing screen's words: what gets worse is said as plainly as what gets better, and old figures are named."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storedesk.domain.routing_rules import COLLECTED, Filter, Rule
from storedesk.protocol.routing_wire import WhatIfSet
from storedesk.ui.screens import why_words
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.screens.routing.routing_words import compared, rule_text
from storedesk.ui.shot_samples.routing_samples import DRAFT, TOLD, VIEW
from storedesk.ui.shot_samples.why_samples import WHY, WHY_MANY, why_clock
from storedesk.ui.theme.theme import Theme


@pytest.fixture
def screen(qtbot: QtBot, themed: Theme) -> RoutingScreen:
    made = RoutingScreen()
    qtbot.addWidget(made)
    made.resize(1300, 800)
    made.show()
    made.show_routing(VIEW)
    return made


def test_better_is_green_and_worse_is_red_each_with_its_sign(themed: Theme) -> None:
    used = WhatIfSet(orders=1000, whole=918, split=1311, unplaced=84, km=74, over_limit=6)
    draft = WhatIfSet(orders=1000, whole=946, split=198, unplaced=84, km=None, over_limit=15)
    lines = [(one.used, one.draft, one.change, one.tone) for one in compared(used, draft)]
    assert lines == [
        ("91,8\u00a0%", "94,6\u00a0%", "+2,8", "ok"),
        ("1\u202f311", "198", "−1\u202f113", "ok"),
        ("84", "84", "0", ""),
        ("74 km", "–", "–", ""),
        ("6 days", "15 days", "+9 days", "bad"),
    ]
    assert compared(draft, used)[0].tone == "bad"


def test_a_rule_says_what_it_asks_for(themed: Theme) -> None:
    rule = Rule("A", Filter(("web",), ("b2b",), (COLLECTED,)), places=("GBG", "store"), most_parcels=2, km=1200,
                opening="now", partial=True)  # fmt: skip
    assert rule_text(rule, {"GBG": "Göteborg"}, {"web": "Shop"}) == (
        "collected · Shop · b2b · Göteborg, stores · up to 2 parcels · within 1\u202f200 km · open now"
        " · safety stock kept · under its daily limit · a part is enough"
    )


def test_of_many_articles_the_first_two_are_shown_and_the_others_counted(themed: Theme) -> None:
    short = WHY_MANY.places[4]
    assert why_words.article_titles(WHY_MANY) == ("Alva", "Ull 3-pack", "and 3 more")
    assert why_words.article_texts(WHY_MANY, WHY_MANY.places[1]) == ("1\u202f180", "31", "3 of 3")
    assert why_words.article_texts(WHY_MANY, short)[2] == "2 of 3"
    assert why_words.failing_article(WHY_MANY, short) == 2
    assert why_words.reason_text(WHY_MANY, short) == "Termos Sten 1,0 L: 0 to promise, 1 wanted"


def test_old_figures_are_said_in_the_reason_and_unknown_ones_are_a_dash(themed: Theme) -> None:
    old, unknown = WHY.places[5], WHY.places[1]
    assert why_words.as_of_text(WHY, old, why_clock) == "12:20"
    assert why_words.reason_text(WHY, old) == "takes no new orders now, figures 1 h 45 min old"
    assert (why_words.as_of_text(WHY, unknown, why_clock), why_words.is_old(WHY, unknown)) == ("–", False)
    metres = msgspec.structs.replace(WHY.articles[0], unit="metre", wanted=1500)
    assert (
        why_words.rule_text(msgspec.structs.replace(WHY, articles=[metres, WHY.articles[1]])).count("×") == 2
    )


def test_without_a_draft_nothing_is_used_thrown_away_or_replayed(screen: RoutingScreen) -> None:
    assert (screen.use.reason, screen.throw.reason, screen.replay.reason) == ("", "", "")
    screen.show_routing(VIEW.__class__(VIEW.used, None, VIEW.past, 7, {}, {}))
    assert "no draft" in screen.use.reason and "no draft" in screen.throw.reason
    screen.show_routing(VIEW)
    screen.set_blocked("", "No line.")
    assert (screen.use.reason, screen.replay.reason, screen.why.number.isEnabled()) == ("", "No line.", False)


def test_the_switch_shows_the_set_in_use_and_the_result_can_be_cancelled(
    screen: RoutingScreen, qtbot: QtBot
) -> None:
    assert screen.shown is DRAFT
    screen.do("other_set")
    assert screen.shown is VIEW.used
    screen.what_if.show_running(1, 4812)
    assert screen.what_if.is_running
    with qtbot.waitSignal(screen.what_if.cancelled):
        qtbot.mouseClick(screen.what_if.cancel, Qt.MouseButton.LeftButton)
    screen.what_if.show_result(TOLD, "d", "a", "b")
    assert screen.what_if.told is TOLD and not screen.what_if.is_running
