"""A desk's window as staff have it: the real worker, a real hub in a process of its own, scans and keys."""

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from qasync import QEventLoop as Loop

from storedesk.desk.profile import Profile
from storedesk.desk.worker_link import worker_command
from storedesk.domain.codes import PickListCode, PickupCode, qr_text
from storedesk.hub.enrolment import make_code
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.desk_reads import place_by_id
from storedesk.storage.engine import open_sqlite
from storedesk.storage.read_records import PickupDetailRecord
from storedesk.ui.demo.demo_desk import DemoDesk
from storedesk.ui.demo.stand_in import StandIn
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import PLACES
from storedesk.ui.system_clock import wall_ms
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.desk_window import DeskWindow

PATIENCE_MS = 120_000


class ShopWindow:
    """``hands`` scan and press; ``broken`` holds what failed in the background of the window."""

    def __init__(self, app: QApplication, demo: DemoDesk, out: Path) -> None:
        self.demo, self.broken = demo, list[BaseException]()
        self._app = app
        self._loop = Loop(app, already_running=True)
        profile = Profile(demo.profile)
        self.session = DeskSession(worker_command(profile.folder))
        self.window = DeskWindow(
            app, AppShell(PLACES), self.session, profile.settings, Background(self.broken.append), "v0"
        )
        self.shell = self.window.shell
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        self.hands = StandIn(self.window, out)

    @property
    def screen(self) -> PickupsScreen:
        return self.window.pickups.screen

    @property
    def toast(self) -> str:
        return self.shell.toast.accessibleName() if self.shell.toast.isVisible() else ""

    def until(self, condition: Callable[[], object], what: str = "it did not come") -> None:
        """Lets the window work until something is so."""
        deadline = QDeadlineTimer(PATIENCE_MS)
        while not condition():
            assert not deadline.hasExpired(), f"{what}; {self._looks()}"
            assert not self.broken, self.broken
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)

    def _looks(self) -> str:
        """Where the keys go and what was said last, for a failure."""
        focus, active = QApplication.focusWidget(), QApplication.activeWindow()
        find = self.shell.find_field.editor.text()
        looks = f"focus: {focus}, active: {active}, find field: {find!r}, toast: {self.toast!r}"
        return f"{looks}, desk: {self.session.desk}, sync: {self.session.sync}, {self._last_words()}"

    def _last_words(self) -> str:
        """What the first run shows, and the end of the worker's log."""
        run = self.window.first_run
        shown = [] if run is None else [label.text() for label in run.screen.findChildren(QLabel)]
        logs = sorted(Profile(self.demo.profile).logs.glob("*"))
        told = [line for log in logs for line in log.read_text(errors="replace").splitlines()[-12:]]
        return "\n".join(["first run:", *shown, "logs:", *told])

    def set_up(self) -> None:
        """What a person does at the first run, up to the lock screen."""
        window = self.window
        self.until(lambda: window.first_run is not None, "the first run did not open")
        self._enrol()
        self.until(self._is_copied, "the first copy did not come")
        self.shell.do("main")
        self.until(lambda: window.lock.is_locked, "the lock did not come")

    def _is_copied(self) -> bool:
        """A stalled machine may keep the hub from answering in time: a person would press the button again."""
        run = self.window.first_run
        if run is not None and run.may_be_tried_again:
            self._enrol()
        return self.session.is_ready

    def _enrol(self) -> None:
        """Does what a person would type; the code is made beside the running hub, without a process of its own."""
        hub, run = self.demo.hub, self.window.first_run
        engine = open_sqlite(hub.database, hub.key)
        try:
            with engine.begin() as connection:
                now = wall_ms() + hub.ahead_ms
                code = make_code(connection, self.demo.place, "test", now, secrets.token_bytes)
        finally:
            engine.dispose()
        assert run is not None
        run.screen.enrol_asked.emit(self.demo.line.address, code)

    def sign_in(self) -> None:
        """Elin is at the desk, with nothing open over the window, which is the active one."""
        if self.window.handover.sheet is not None:
            self.window.handover.sheet.reject()
        self.shell.activateWindow()
        self.until(lambda: QApplication.activeWindow() is self.shell, "the window is not active")
        if self.session.user is None:
            self.until(lambda: self.window.lock.is_locked)
            self.hands.type("1" + self.demo.pin_of("Elin L.")[1])
            self.until(lambda: self.session.user is not None, "the PIN was not taken")
        self.shell.do("go_pickups")
        self.until(lambda: self.screen.open_id, "no pickup is shown")

    def code_of(self, number: str) -> dict[str, Any]:
        codes: list[dict[str, Any]] = self.demo.hub.manifest["codes"]
        return next(code for code in codes if code["order_number"] == number)

    def customer_code(self, code: dict[str, Any]) -> str:
        """The QR that the customer of a pickup shows."""
        place = self.read(lambda connection: place_by_id(connection, code["place_id"]))
        return qr_text(PickupCode(place.code, code["fulfilment_id"], code["code"]))

    def open(self, number: str) -> PickupDetailRecord:
        """A pickup by the QR of its pick list, and its record."""
        found: str = self.code_of(number)["fulfilment_id"]
        self.hands.scan(qr_text(PickListCode(found)))
        self.until(lambda: self.screen.open_id == found, f"{number} did not open")
        record = self.read(lambda connection: pickup_detail(connection, found))
        assert isinstance(record, PickupDetailRecord)
        return record

    def read(self, work: Callable[[Any], Any]) -> Any:
        task = asyncio.ensure_future(self.session.read(work), loop=self._loop)
        self.until(task.done, "the read took too long")
        return task.result()

    def state(self) -> str:
        view = self.screen.detail.view
        return view.row.state if view else ""

    def readable(self) -> str:
        """Every word that a person before the screen can read now."""
        texts = [self.shell.windowTitle()]
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                labels = [*window.findChildren(QLabel), *window.findChildren(QLineEdit)]
                texts += [one.text() for one in labels if one.isVisible()]
        return "\n".join([*texts, self.toast])

    def close(self) -> None:
        """Leaves the application as it was: stopping the loop bids it quit, which is taken back."""
        self.session.close()
        self._app.removeEventFilter(self.window.scans)
        self.shell.close()
        self.shell.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.stop()
        _run_empty(self._app)
        asyncio._set_running_loop(None)
        self._loop.close()
        while not loops_run():
            _run_empty(self._app)


def loops_run() -> bool:
    """Whether event loops may run: none does while the application is bidden to quit, as the first may find."""
    loop = QEventLoop()
    end = QTimer()
    end.timeout.connect(loop.quit)
    end.start(0)
    return all(loop.exec() == 0 for _ in range(2))


def _run_empty(app: QApplication) -> None:
    """Takes back that the application was bidden to quit, and leaves nothing behind that bids it again."""
    end = QTimer()
    end.timeout.connect(app.quit)
    end.start(0)
    app.exec()
    end.stop()
