"""The channels screen by itself: what is chosen, what the keys ask for, and what each state says."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions.channel_args import AskChannelCheck, RepairDifference
from storedesk.connectors.pushes import PUSH_REASONS
from storedesk.desk.channel_views import ChannelsView
from storedesk.domain.differences import CAUSES, FIELDS
from storedesk.ui.screens.channels import channel_words
from storedesk.ui.screens.channels.channel_words import cell_text, in_step_text, is_too_many, trouble_of
from storedesk.ui.screens.channels.channels_screen import STALE_MS, ChannelsScreen
from storedesk.ui.shot_samples.channel_samples import CARDS, FAULTS, ITEMS, SHOWN, STOPPED
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.widgets.text import Text

STN, RSK, LJG = ITEMS[0], ITEMS[1], ITEMS[3]


@pytest.fixture
def channels(shown: Callable[[QWidget], QWidget]) -> ChannelsScreen:
    screen = shown(ChannelsScreen())
    assert isinstance(screen, ChannelsScreen)
    screen.resize(1300, 780)
    screen.show_channels(SHOWN, 0)
    return screen


def asked(screen: ChannelsScreen) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    screen.perform.connect(lambda kind, args: found.append((kind, args)))
    return found


def said(screen: ChannelsScreen) -> list[str]:
    found: list[str] = []
    screen.refused.connect(found.append)
    return found


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(Text) if label.isVisibleTo(widget))


def shown_keys(screen: ChannelsScreen) -> list[str]:
    return [row.key for row in screen.table.list.rows.rows]


@pytest.mark.parametrize(
    ("action", "how", "all_alike"),
    [("main", "push", False), ("second", "push", True), ("problem", "take_theirs", False)],
)
def test_one_key_repairs_the_chosen_difference(
    channels: ChannelsScreen, action: str, how: Any, all_alike: bool
) -> None:
    found = asked(channels)
    assert channels.do(action)
    name = STN.figures[0].difference_id
    assert found == [("RepairDifference", RepairDifference(name, how, all_alike))]


def test_f5_asks_for_a_check_of_every_shop(channels: ChannelsScreen) -> None:
    found = asked(channels)
    assert channels.do("sync_now")
    assert found == [("AskChannelCheck", AskChannelCheck(0))]


def test_without_a_line_or_the_right_every_key_says_why(channels: ChannelsScreen) -> None:
    found, words = asked(channels), said(channels)
    channels.set_blocked("A store manager repairs differences.", "No line.")
    for action in ("main", "second", "problem", "sync_now"):
        assert channels.do(action)
    assert found == []
    assert words == ["A store manager repairs differences."] * 3 + ["No line."]


def test_what_is_in_repair_is_not_sent_twice(channels: ChannelsScreen) -> None:
    found, words = asked(channels), said(channels)
    channels.table.list.choose(ITEMS[4].key)
    channels.do("main")
    assert found == []
    assert words == ["A repair is asked for already."]


def test_an_article_without_a_link_says_what_to_do_first(channels: ChannelsScreen) -> None:
    channels.table.list.choose(ITEMS[7].key)
    assert "link the article to the shop first" in texts(channels.side)
    assert channels.side.push.reason and channels.side.take.reason


def test_left_and_right_go_to_the_other_shops_that_differ(channels: ChannelsScreen) -> None:
    channels.table.list.choose(LJG.key)
    assert channels.figure == LJG.figures[0]
    QTest.keyClick(channels.table.list, Qt.Key.Key_Right)
    assert channels.figure == LJG.figures[1]
    found = asked(channels)
    channels.do("main")
    assert found[0][1].difference_id == LJG.figures[1].difference_id
    QTest.keyClick(channels.table.list, Qt.Key.Key_Right)
    assert channels.figure == LJG.figures[0]


def test_the_side_pane_adds_up(channels: ChannelsScreen) -> None:
    assert "Central 84 − kept back 4 = 80 may be shown." in texts(channels.side)
    assert "May cost 897,00\u00a0kr a day." in texts(channels.side)
    assert "Send 80, read it back. 12 items share this cause." in texts(channels.side)


def test_a_tab_shows_one_field_and_a_card_one_shop(channels: ChannelsScreen) -> None:
    channels.show_tab("price")
    assert shown_keys(channels) == [ITEMS[5].key]
    channels.show_tab("all")
    channels.cards.chosen.emit(CARDS[2].channel_id)
    assert shown_keys(channels) == [LJG.key, ITEMS[5].key]
    channels.table.list.choose(LJG.key)
    assert channels.figure == LJG.figures[1]
    channels.do("back")
    assert len(shown_keys(channels)) == len(ITEMS)


def test_newest_first_turns_the_list_and_keeps_what_was_chosen(channels: ChannelsScreen) -> None:
    newest = replace(RSK, figures=(replace(RSK.figures[0], since=replace(RSK.figures[0].since, at=9)),))
    channels.show_channels(replace(SHOWN, items=(STN, newest)), 0)
    channels.table.list.choose(STN.key)
    channels.table.order.choose("newest")
    assert shown_keys(channels) == [RSK.key, STN.key]
    assert channels.table.list.current_key == STN.key


def test_alt_and_a_number_goes_through_the_tabs(channels: ChannelsScreen) -> None:
    channels.do("tab_2")
    assert channels.table.tabs.current == "stock"
    channels.do("tab_9")
    assert channels.table.tabs.current == "stock"


def test_faults_of_product_data_have_a_tab_of_their_own(channels: ChannelsScreen) -> None:
    channels.show_tab("faults")
    assert channels.panes()[0] is channels.table.faults
    assert [row.key for row in channels.table.faults.rows.rows] == [one.key for one in FAULTS]
    assert "SKU used twice · no weight" in channels.table.faults.rows.rows[0].spoken


def test_no_channel_says_that_the_counter_works_without_one(channels: ChannelsScreen) -> None:
    channels.show_channels(ChannelsView(), 0)
    assert "No channel yet." in texts(channels)
    assert "Orders from the counter work without one." in texts(channels)
    words = said(channels)
    channels.show_channels(replace(SHOWN, items=()), 0)
    channels.do("main")
    assert words == ["No difference is chosen."]
    assert "Every shop shows what it should" in texts(channels)


def test_an_error_can_be_tried_again_and_goes_when_rows_come(channels: ChannelsScreen) -> None:
    tries: list[bool] = []
    channels.retry_wanted.connect(lambda: tries.append(True))
    channels.show_error("Nothing is lost.")
    channels._message.button.press()
    assert tries == [True]
    channels.show_channels(SHOWN, 0)
    assert "The channels cannot be read" not in texts(channels)


def test_an_old_check_keeps_its_figures_and_says_how_old_it_is(channels: ChannelsScreen) -> None:
    def stale() -> bool:
        chips = channels.findChildren(Chip)
        return any(chip.text() == "as of 14:03" and chip.isVisibleTo(channels) for chip in chips)

    channels.show_channels(SHOWN, STALE_MS)
    assert not stale()
    channels.show_channels(SHOWN, STALE_MS + 1)
    assert stale()
    channels.show_channels(replace(SHOWN, is_asked=True), STALE_MS + 1)
    assert not stale()
    assert "Central checks each shop now." in texts(channels)


def test_a_narrow_window_shows_the_pane_as_a_tab(channels: ChannelsScreen) -> None:
    channels.set_compact(True)
    assert not channels.side.isVisibleTo(channels)
    QTest.keyClick(channels.table.list, Qt.Key.Key_Return)
    assert channels.table.tabs.current == "details"
    assert channels.side.isVisibleTo(channels)
    found = asked(channels)
    channels.do("main")
    assert len(found) == 1
    channels.do("back")
    assert channels.table.tabs.current == "all"
    channels.set_compact(False)
    assert channels.side.isVisibleTo(channels)


def test_rows_tell_everything_to_a_reader(channels: ChannelsScreen) -> None:
    spoken = channels.table.list.rows.rows[0].spoken
    assert spoken == (
        "Termos Sten 1,0 L, STN-0100-STE, Stock, Göteborg Centrum, central 84, Shopware DE 83 +3, "
        "Ours changed, not sent yet"
    )


def test_a_stopped_shop_says_why_and_what_to_do() -> None:
    assert (
        trouble_of(STOPPED[1]) == "A right is missing there: write_inventory. Give it in the shop’s settings."
    )
    assert trouble_of(STOPPED[2]) == "The shop does not answer. It is tried again by itself."
    assert trouble_of(CARDS[0]) == trouble_of(STOPPED[3]) == ""


@pytest.mark.parametrize(
    ("in_step", "text"),
    [(9_999, "99,99 %"), (9_960, "99,6 %"), (10_000, "100 %"), (0, "0 %"), (905, "9,05 %")],
)
def test_the_share_in_step_has_no_idle_digits(in_step: int, text: str) -> None:
    assert in_step_text(replace(CARDS[0], in_step=in_step)) == text


@pytest.mark.parametrize(
    ("figure", "shown", "off", "red"),
    [
        (STN.figures[0], "83", "+3", True),
        (LJG.figures[1], "49", "−2", False),
        (ITEMS[5].figures[0], "2 299,00", "−200,00", True),
        (ITEMS[8].figures[0], "2 199,00", "+199,80", False),
        (ITEMS[6].figures[0], "another", "", False),
        (ITEMS[7].figures[0], "not listed", "", False),
    ],
)
def test_a_cell_says_what_is_shown_and_by_how_much_it_is_off(
    figure: Any, shown: str, off: str, red: bool
) -> None:
    text, apart = cell_text(figure)
    assert (text.replace("\u202f", " "), apart, is_too_many(figure)) == (shown, off, red)


def test_every_cause_field_and_refusal_has_words() -> None:
    assert set(channel_words.CAUSE_TEXTS) == set(CAUSES)
    assert set(channel_words.FIELD_NAMES) == set(FIELDS)
    assert set(channel_words.WHY_TEXTS) - {"not_allowed"} == set(PUSH_REASONS)
