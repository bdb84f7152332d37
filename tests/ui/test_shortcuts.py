"""The registry of keys: one meaning per key and context, and caps that read it."""

import pytest
from PySide6.QtGui import QKeySequence

from storedesk.ui.shortcuts import (
    REGISTRY,
    Context,
    action_for,
    caps,
    own_shortcuts,
    routed_keys,
    shortcut_for,
    shortcuts_in,
)

SAME_EVERYWHERE = {"find": "F2", "why": "F3", "take_all": "F4", "sync_now": "F5", "next_pane": "F6",
                   "problem": "F7", "second": "F8", "main": "F9", "lock": "F12", "help": "F1"}  # fmt: skip


@pytest.mark.parametrize("context", list(Context))
def test_no_key_has_two_meanings_in_a_context(context: Context) -> None:
    keys = [key for row in shortcuts_in(context) for key in row.keys]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("row", REGISTRY, ids=lambda row: f"{row.context}-{row.key}")
def test_an_action_has_the_same_key_everywhere(row: object) -> None:
    action, key = row.action, row.key  # type: ignore[attr-defined]
    assert SAME_EVERYWHERE.get(action, key) == key


@pytest.mark.parametrize("key", routed_keys())
def test_every_routed_key_is_one_qt_knows(key: str) -> None:
    sequence = QKeySequence(key)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


def test_routed_keys_are_never_bare_letters_or_digits() -> None:
    assert [key for key in routed_keys() if len(key) == 1] == []


def test_doubles_do_what_the_function_keys_do() -> None:
    assert action_for(Context.PICKUPS, "Ctrl+Return") == "main"
    assert action_for(Context.PICKUPS, "Ctrl+Shift+Return") == "second"
    assert action_for(Context.STOCK, "Ctrl+.") == "problem"


def test_keys_of_the_window_do_nothing_in_a_dialog_or_on_the_lock_screen() -> None:
    for context in (Context.HANDOVER, Context.LOCK, Context.FIRST_RUN):
        assert action_for(context, "Ctrl+K") is None
        assert action_for(context, "F12") is None


def test_a_context_replaces_the_words_and_keeps_the_key() -> None:
    shortcut = shortcut_for(Context.PICKUPS, "second")
    assert shortcut is not None
    assert (shortcut.key, shortcut.text) == ("F8", "Ready")


def test_caps_are_split_and_translated() -> None:
    assert caps("Ctrl+Shift+H") == ("Ctrl", "Shift", "H")
    assert caps("Minus") == ("−",)
    assert caps("Updown") == ("↑↓",)


def test_every_screen_shows_its_keys_in_the_status_bar() -> None:
    for context in (Context.PICKUPS, Context.ATTENTION, Context.SYNC):
        assert {"main", "move"} <= {row.action for row in own_shortcuts(context) if row.shown}


def test_stock_shows_no_key_for_work_it_cannot_do() -> None:
    assert not {"ship"} & {row.action for row in own_shortcuts(Context.STOCK)}
