"""How many keys it takes to settle what needs people, at the real window."""

import asyncio
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.actions.stock_args import AdjustStock
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def attention(desk: ShopWindow) -> AttentionScreen:
    """A shelf that was booked below zero waits for a decision."""
    variant = desk.read(lambda connection: connection.execute("SELECT min(id) FROM variant").fetchone()[0])
    before = len(waiting(desk))
    made = asyncio.ensure_future(
        desk.session.perform("AdjustStock", AdjustStock(variant, 9_000, "missing")), loop=desk._loop
    )
    desk.until(made.done)
    desk.until(lambda: len(waiting(desk)) == before + 1, "no task came")
    desk.shell.do("go_attention")
    screen = desk.shell.current
    assert isinstance(screen, AttentionScreen)
    desk.until(lambda: screen.list.current_key == waiting(desk)[0].task.id, "the task is not shown")
    return screen


def waiting(desk: ShopWindow) -> tuple[Any, ...]:
    found: tuple[Any, ...] = desk.read(lambda connection: open_tasks(connection, 1))
    return found


def test_a_conflict_is_resolved_with_three_keys(desk: ShopWindow, attention: AttentionScreen) -> None:
    task_id = waiting(desk)[0].task.id
    keys = CountedKeys(desk)
    keys.press("Return")
    keys.press("1")
    keys.press("F9")
    desk.until(lambda: all(one.task.id != task_id for one in waiting(desk)), "it was not answered")
    assert keys.count <= 3
    desk.until(lambda: "Decided" in desk.toast, "nobody was told")


def test_settling_one_goes_on_to_the_next_without_a_key(desk: ShopWindow, attention: AttentionScreen) -> None:
    left = len(waiting(desk))
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell)
    CountedKeys(desk).press("F9")
    desk.until(lambda: len(waiting(desk)) == left - 1, "F9 did not do the suggested choice")
    assert desk.shell.current is attention
