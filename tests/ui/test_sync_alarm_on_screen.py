"""Alarms and ages in the frame of the window: band, pill and status line, without reading anything."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.domain.records import Place as PlaceRow
from storedesk.protocol.desk_link import SyncState
from storedesk.ui.event_loop import Background
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import PLACES
from storedesk.ui.window.shell_control import ShellControl

NOW = 1_795_439_100_000
MINUTE = 60_000
QUIET = SyncState(
    online=True, syncing=False, on_purpose=False, offline_since=None, last_good_at=NOW, waiting=0,
    oldest_waiting_at=None, next_try_at=NOW,
)  # fmt: skip
STORE = PlaceRow(
    1, "GBG", "Göteborg Centrum", "store", "west", "SE", "SEK", "Europe/Stockholm", "[]", "{}", "", ""
)


class Heard(QObject):
    """What the frame listens to, with a clock that is set; nothing can be read here."""

    sync_changed = Signal(object)
    rows_changed = Signal(object)
    printed = Signal(object)
    worker_down = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.place, self.user, self.language = STORE, None, "en"
        self.desk = SimpleNamespace(practice=False, desk="GBG-1")
        self.sync: SyncState | None = None
        self.at = NOW

    def now(self) -> int:
        return self.at

    def hear(self, **said: Any) -> None:
        self.sync = msgspec.structs.replace(QUIET, **said)
        self.sync_changed.emit(self.sync)


class Frame:
    def __init__(self, show: Callable[[QWidget], QWidget]) -> None:
        self.heard, self.shell, broken = Heard(), AppShell(PLACES), list[BaseException]()
        self.shell.resize(1440, 900)
        show(self.shell)
        self.control = ShellControl(self.heard, self.shell, Background(broken.append), "v0", {})  # type: ignore[arg-type]
        self.said: list[str] = []
        self.shell.said.connect(lambda text, kind: self.said.append(text))

    def status(self) -> str:
        labels = self.shell.status.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def frame(shown: Callable[[QWidget], QWidget]) -> Frame:
    return Frame(shown)


def test_the_oldest_unsent_change_ages_in_the_status_line_by_itself_and_goes_when_it_is_sent(
    frame: Frame,
) -> None:
    frame.heard.hear(waiting=2, oldest_waiting_at=NOW - 2 * MINUTE)
    assert "Oldest unsent: 2 min" in frame.status()
    frame.heard.at = NOW + 7 * MINUTE
    frame.control.refresh()
    assert "Oldest unsent: 9 min" in frame.status()
    frame.heard.hear()
    assert "Oldest unsent" not in frame.status()


def test_a_queue_that_stands_still_is_a_band_over_every_screen_and_is_said_once(frame: Frame) -> None:
    stuck = {"waiting": 2, "oldest_waiting_at": NOW - 20 * MINUTE, "stuck": "queue"}
    frame.heard.hear(**stuck)
    frame.heard.hear(**stuck)
    bold = "Nothing has gone out for 15 minutes, though central answers."
    assert frame.shell.notice_banner.isVisible() and frame.shell.notice_banner.bold.text() == bold
    assert frame.said == [bold]
    assert frame.shell.top.pill.texts() == ("Not sending", "20 min")
    asked: list[bool] = []
    frame.shell.sync_asked.connect(lambda: asked.append(True))
    frame.shell.notice_banner.button.click()
    assert asked == [True]
    frame.heard.hear()
    assert not frame.shell.notice_banner.isVisible()


def test_an_alarm_stands_also_where_central_answers_and_refuses_and_not_where_there_is_no_line(
    frame: Frame,
) -> None:
    offline = {"online": False, "offline_since": NOW - 20 * MINUTE, "stuck": "queue", "waiting": 1}
    frame.heard.hear(**offline, problem="refused")
    assert frame.shell.notice_banner.isVisible() and not frame.shell.offline_banner.isVisible()
    frame.heard.hear(**offline, problem="no_line")
    assert frame.shell.offline_banner.isVisible() and not frame.shell.notice_banner.isVisible()


def test_data_in_use_twice_is_said_in_plain_words(frame: Frame) -> None:
    frame.heard.hear(copied_at=NOW - MINUTE)
    assert frame.shell.notice_banner.bold.text() == "This desk’s data is in use twice."
    assert "Your work is safe." in frame.shell.notice_banner.words.text()
