"""The sync panel and the first run: what can be pressed when, and what they ask for."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget

from storedesk.ui.screens.first_run_screen import FirstRunScreen
from storedesk.ui.screens.first_run_side import FirstRunSide
from storedesk.ui.screens.first_run_state import Fault, FirstRunShown, Phase
from storedesk.ui.screens.first_run_words import fault_words
from storedesk.ui.screens.sync_screen import SyncScreen
from storedesk.ui.shot_samples.first_run_samples import KINDS
from storedesk.ui.shot_samples.sync_samples import ENTRIES, PANEL

Show = Callable[[QWidget], QWidget]


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_only_an_entry_that_needs_somebody_can_be_decided(shown: Show) -> None:
    screen = SyncScreen(PANEL)
    shown(screen)
    decided: list[str] = []
    refused: list[str] = []
    screen.decide_asked.connect(decided.append)
    screen.refused.connect(refused.append)
    screen.choose("3412")
    screen.do("main")
    screen.choose("3398")
    screen.do("main")
    assert (refused, decided) == (["Choose the entry that needs you."], ["3398"])


def test_the_chosen_entry_stays_while_the_list_changes(shown: Show) -> None:
    screen = SyncScreen(PANEL)
    shown(screen)
    screen.choose("3405")
    screen.show_state(replace(PANEL, entries=ENTRIES[2:]))
    decided: list[str] = []
    screen.entry_picked.connect(decided.append)
    assert decided == []
    screen.choose("3398")
    assert decided == ["3398"]


def test_keys_of_the_sync_panel_ask_for_their_work(shown: Show) -> None:
    screen = SyncScreen(PANEL)
    shown(screen)
    asked: list[str] = []
    screen.try_now_asked.connect(lambda: asked.append("now"))
    screen.retry_all_asked.connect(lambda: asked.append("all"))
    screen.back_asked.connect(lambda: asked.append("back"))
    for action in ("sync_now", "second", "back"):
        assert screen.do(action)
    assert asked == ["now", "all", "back"]


def test_with_nothing_unsent_there_is_nothing_to_retry(shown: Show) -> None:
    screen = SyncScreen(replace(PANEL, entries=()))
    shown(screen)
    refused: list[str] = []
    screen.refused.connect(refused.append)
    screen.do("second")
    assert refused == ["Nothing waits to be sent."]
    assert "All sent" in words(screen)


def test_first_run_asks_once_address_and_code_are_there(shown: Show) -> None:
    screen = FirstRunScreen(FirstRunShown())
    shown(screen)
    asked: list[tuple[str, str]] = []
    screen.enrol_asked.connect(lambda address, code: asked.append((address, code)))
    screen.do("main")
    screen.address.setText(" https://central.example ")
    screen.do("main")
    screen.code.setText("gbgx7429")
    screen.do("main")
    assert asked == [("https://central.example", "GBGX7429")]


def test_every_fault_says_what_happened_and_what_to_do(shown: Show) -> None:
    for fault in Fault:
        bold, more = fault_words(fault, "")
        assert bool(bold) == bool(more) == (fault is not Fault.NONE)
        screen = FirstRunScreen(FirstRunShown(fault=fault))
        shown(screen)
        assert bold in words(screen)


def test_the_first_copy_tells_counts_and_work_starts_once_it_is_here(shown: Show) -> None:
    copying = FirstRunShown(Phase.COPYING, store="Göteborg Centrum", desk="Desk 3", kinds=KINDS)
    screen = FirstRunScreen(copying)
    shown(screen)
    started: list[str] = []
    screen.start_asked.connect(lambda: started.append("started"))
    screen.do("main")
    assert started == []
    assert "61\u202f240 of 98\u202f412" in words(screen)
    screen.show_state(replace(copying, phase=Phase.READY))
    screen.do("main")
    assert started == ["started"]


def test_the_short_number_is_a_step_only_where_central_asks_for_one(shown: Show) -> None:
    asked, plain = FirstRunSide(), FirstRunSide()
    asked.show_state(FirstRunShown(short_number="3864"))
    plain.show_state(FirstRunShown())
    assert [step.name for step in asked.steps] == [
        "Central", "Code", "Short number", "First copy", "Ready to work",
    ]  # fmt: skip
    assert [step.name for step in plain.steps] == ["Central", "Code", "First copy", "Ready to work"]
