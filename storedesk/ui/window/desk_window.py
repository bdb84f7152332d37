"""The window of a desk: its screens, what feeds them, and the way from the first run to the daily work."""

import platform
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from storedesk.desk.profile import Settings
from storedesk.protocol.desk_link import Started
from storedesk.storage.desk_reads import place_by_id
from storedesk.ui.event_loop import Background
from storedesk.ui.scan.scan_filter import ScanFilter
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.screens.settings_screen import SettingsScreen
from storedesk.ui.screens.settings_shown import SettingsShown
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.screens.sync_rows import JournalShown, SyncPanelShown
from storedesk.ui.screens.sync_screen import SyncScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.areas import AREAS
from storedesk.ui.window.attention_control import AttentionControl
from storedesk.ui.window.caller_checks import CallerChecks
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.find_control import FindControl
from storedesk.ui.window.first_run_control import FirstRunControl
from storedesk.ui.window.handover_control import HandoverControl
from storedesk.ui.window.late_control import LateControl
from storedesk.ui.window.lock_control import LockControl
from storedesk.ui.window.pickup_moves_control import PickupMovesControl
from storedesk.ui.window.pickups_control import PickupsControl
from storedesk.ui.window.scanner_control import ScannerControl
from storedesk.ui.window.settings_control import SettingsControl
from storedesk.ui.window.shell_control import ShellControl
from storedesk.ui.window.stock_control import StockControl
from storedesk.ui.window.sync_control import SyncControl
from storedesk.ui.window.trouble_texts import answer_problem
from storedesk.ui.window.undo_control import UndoControl

ScreenT = TypeVar("ScreenT", bound=Screen)
_NO_SETTINGS = SettingsShown("", (), "", "en", "light", "100", True, 3, False)
_EMPTY_PANEL = SyncPanelShown("", False, "", (), (), "", JournalShown(None, "", "", ""))


class DeskWindow(QObject):
    """Puts everything together; ``shell`` is the window itself. ``arrivals`` refresh the screen of a place,
    ``answers`` do what a key or command asks for where no screen does."""

    first_run_opened = Signal()
    home = Place.PICKUPS
    """Where somebody is after signing in; a desk without a shelf has another one."""

    def __init__(
        self,
        app: QApplication,
        shell: AppShell,
        session: DeskSession,
        settings: Settings,
        background: Background,
        version: str,
    ) -> None:
        super().__init__()
        self.session, self.background = session, background
        session.settings = settings
        self.shell = shell
        folders = {one.name: one.target for one in settings.printers if one.kind == "pdf_folder"}
        self.frame = ShellControl(session, self.shell, background, version, folders)
        self.lock = LockControl(session, self.shell, background, settings.lock_after_seconds)
        self.pickups = PickupsControl(
            session, self.shell, background, self._add(Place.PICKUPS, PickupsScreen())
        )
        self.late = LateControl(session, self.shell, background, self.pickups)
        self.pickup_moves = PickupMovesControl(session, self.shell, background)
        self.pickups.screen.move_wanted.connect(self.pickup_moves.move)
        self.pickups.screen.collector_wanted.connect(self.pickup_moves.change_collector)
        self.sync = SyncControl(
            session, self.shell, background, self._add(Place.SYNC, SyncScreen(_EMPTY_PANEL)), version
        )
        self.stock = StockControl(session, self.shell, background, self._add(Place.STOCK, StockScreen()))
        self.callers = CallerChecks(session)
        self.attention = AttentionControl(
            session, self.shell, background, self._add(Place.ATTENTION, AttentionScreen()), self.callers
        )
        self.attention.screen.pickup_wanted.connect(self.open_pickup)
        self.handover = HandoverControl(session, self.shell, background)
        self.pickups.handover_asked.connect(self.handover.open)
        self.undo = UndoControl(session, self.shell, background)
        settings_screen = self._add(Place.SETTINGS, SettingsScreen(_NO_SETTINGS))
        self.settings = SettingsControl(session, self.shell, background, self.undo, settings_screen)
        self.find = FindControl(session, self.shell, background, self)
        self.arrivals: dict[Place, Callable[[], None]] = {
            Place.SYNC: self.sync.show,
            Place.PICKUPS: self.pickups.refresh,
            Place.STOCK: self.stock.refresh,
            Place.ATTENTION: self.attention.refresh,
            Place.SETTINGS: self.settings.show,
        }
        self.answers = self._own_answers()
        for add_area in AREAS:
            add_area(self)
        self.first_run: FirstRunControl | None = None
        self.scans = ScanFilter(app)
        self.scanner = ScannerControl(session, self.shell, background, self.scans)
        self._listen()

    def _listen(self) -> None:
        self.scans.scanned.connect(self.find.scanned)
        self.scans.typed.connect(self.shell.type_to_find)
        self.settings.screen.scanner_asked.connect(self.scanner.open)
        self.shell.action_asked.connect(self._asked)
        self.shell.place_chosen.connect(self._arrived)
        for left in (self.lock.locked, self.lock.signed_in):
            left.connect(self.undo.forget)
            left.connect(self.callers.forget)
        self.lock.signed_in.connect(self._signed_in)
        self.session.started.connect(self._started)

    def _own_answers(self) -> dict[str, Callable[[], None]]:
        """What the actions of the whole window do; areas add theirs."""
        return {
            "sync_now": self.sync.try_now,
            "history": self.undo.show_history,
            "work_offline": self.settings.work_offline,
            "larger": partial(self.settings.resize_text, 1),
            "smaller": partial(self.settings.resize_text, -1),
        }

    def catch_up(self) -> None:
        """What the worker said before anybody listened."""
        if self.session.desk.phase != "starting":
            self._started(self.session.desk)

    def add_screen(self, place: Place, screen: ScreenT, arrive: Callable[[], None]) -> ScreenT:
        """A screen of an area, and what brings it up to date when somebody goes there."""
        self.arrivals[place] = arrive
        return self._add(place, screen)

    def _add(self, place: Place, screen: ScreenT) -> ScreenT:
        self.shell.add_screen(place, screen)
        return screen

    def open_pickup(self, fulfilment_id: str) -> None:
        self.pickups.open(fulfilment_id)

    def hand_over(self, fulfilment_id: str, code: str) -> None:
        self.pickups.open(fulfilment_id)
        self.handover.open(fulfilment_id, code)

    def open_article(self, variant_id: int) -> None:
        self.stock.open(variant_id)

    def badge(self, token: str) -> None:
        self.lock.badge(token)

    def scan_article(self, variant_id: int, quantity: int) -> bool:
        on_pickups = self.shell.current is self.pickups.screen
        return on_pickups and self.pickups.screen.scan_article(variant_id, quantity)

    def scan_bin(self, code: str) -> bool:
        return self.shell.current is self.pickups.screen and self.pickups.screen.scan_bin(code)

    def scan_parcel(self, parcel_id: str, order_number: str) -> bool:
        return self.handover.scan_parcel(parcel_id, order_number)

    def may_route(self) -> bool:
        return self.session.user is not None and not self.shell.is_covered

    def _started(self, started: Started) -> None:
        if started.healed:
            self.shell.say(answer_problem("healed"), ToastKind.WARN)
        if started.phase in ("not_enrolled", "first_copy") and self.first_run is None:
            self.first_run = FirstRunControl(self.session, self.shell, self.background, platform.node()[:80])
            self.first_run.finished.connect(self._first_run_done)
            self.first_run_opened.emit()
        if started.phase == "ready":
            self.background.start(self._begin_work(started))

    async def _begin_work(self, started: Started) -> None:
        place = await self.session.read(lambda connection: place_by_id(connection, started.place_id))
        if place is None:
            return
        self.session.set_place(place)
        self.frame.refresh()
        self.frame.count_attention()
        if self.first_run is not None:
            self.first_run.refresh()
        if self.first_run is None and self.session.user is None:
            self.lock.lock()
        elif self.session.user is not None:
            self.pickups.refresh()

    def _first_run_done(self) -> None:
        self.first_run = None
        self.lock.lock()

    def _signed_in(self) -> None:
        self.frame.refresh()
        self.shell.go(self.home)
        self._arrived(self.home)

    def _arrived(self, place: Place) -> None:
        arrive = self.arrivals.get(place)
        if arrive is not None:
            arrive()

    def _asked(self, action: str) -> None:
        answer = self.answers.get(action)
        if answer is not None:
            answer()
