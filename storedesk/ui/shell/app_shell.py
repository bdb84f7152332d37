"""The window: rail, top bar, banner, stacked screens and status bar around one current screen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from storedesk.ui.shell.key_router import KeyRouter
from storedesk.ui.shell.keys_sheet import KeysSheet
from storedesk.ui.shell.nav_rail import NavRail
from storedesk.ui.shell.palette import Palette
from storedesk.ui.shell.palette_rows import CommandRow, commands_in
from storedesk.ui.shell.shell_state import BELONGS_TO, Place, ShellState
from storedesk.ui.shell.status_bar import StatusBar
from storedesk.ui.shell.top_bar import TopBar
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.focus_ring import FocusRing
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import COMPACT_BELOW
from storedesk.ui.widgets.banner import Banner
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.toast import Toast, ToastKind

_BELOW = (Place.SETTINGS, Place.LOCK)


class AppShell(QMainWindow):
    """Shows what it is given and emits what staff ask for; it reads and writes no data."""

    place_chosen = Signal(object)
    sync_asked = Signal()
    """The pill was pressed: show the sync panel."""
    lock_asked = Signal()
    undo_asked = Signal()
    said = Signal(str, object)
    """A message was shown: its words and its ``ToastKind``."""
    action_asked = Signal(str)
    """An action neither the shell nor the current screen does by itself (print, palette, history …)."""
    closing = Signal()

    def __init__(self, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("StoreDesk")
        self.setMinimumSize(800, 600)
        self._screens: dict[Place, Screen] = {}
        self.left_out: tuple[Place, ...] = ()
        """Places that this desk has no use for."""
        self._state = ShellState()
        self.app_actions: frozenset[str] = frozenset(
            {"sync_now", "undo", "history", "work_offline", "larger", "smaller"}
        )
        """Actions that whoever listens to `action_asked` does; they are offered in the palette."""
        self.more_commands: list[Callable[[], tuple[CommandRow, ...]]] = []
        """Commands without a key of their own, asked for each time the palette opens."""
        self.rail = NavRail(
            tuple(p for p in places if p not in _BELOW), tuple(p for p in places if p in _BELOW)
        )
        self.top = TopBar()
        self.find_field = self.top.find_field
        self.offline_banner = Banner("cloud-off", "", self.tr("Try now"), "sync_now")
        self.notice_banner = Banner("info-circle", "accent", self.tr("Open Sync"))
        self.practice_band = Banner("help", "practice")
        """Over everything, the lock too, while nothing here is real."""
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._whole = QStackedWidget()
        self._build()
        self.toast = Toast(self._stack)
        self._cover_toast = Toast(self._whole)
        self._connect()
        self._ring = FocusRing(self)
        self.palette_list = Palette(self)
        self.palette_list.chosen.connect(self.do)
        self.show_state(self._state)

    @property
    def current(self) -> Screen | None:
        """The screen that has the keys now: one over the whole window, or one of the stack."""
        over = self._whole.currentWidget()
        shown = over if self._whole.currentIndex() > 0 else self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    @property
    def is_covered(self) -> bool:
        """Whether a lock or first run covers the window."""
        return self._whole.currentIndex() > 0

    @property
    def is_compact(self) -> bool:
        """Whether the window is narrow for the text size in use."""
        return self.width() < theme().px(COMPACT_BELOW)

    def context(self) -> Context:
        shown = self.current
        return shown.current_context() if shown is not None else Context.GLOBAL

    def add_screen(self, place: Place, screen: Screen) -> None:
        """Give a place its screen; the shell owns it from now on."""
        self._screens[place] = screen
        self._stack.addWidget(screen)
        screen.refused.connect(self._say_refused)
        screen.context_changed.connect(lambda: self.status.hints.show_context(self.context()))
        screen.set_compact(self.is_compact)

    def go(self, place: Place) -> bool:
        """Show the screen of a place; False when it has none."""
        screen = self._screens.get(place)
        if screen is None or place in self.left_out:
            return False
        self._stack.setCurrentWidget(screen)
        self.rail.show_current(BELONGS_TO.get(place, place))
        self.status.hints.show_context(self.context())
        self._focus_screen()
        return True

    def leave_out(self, places: tuple[Place, ...]) -> None:
        """Takes places off the rail; nothing leads to them any more."""
        self.left_out = places
        self.rail.leave_out(places)

    def cover(self, screen: Screen) -> None:
        """Show a screen over the whole window, nothing else reachable or readable: lock, first run."""
        self.uncover()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        if self.palette_list.isVisible():
            self.palette_list.close_again()
        self.find_field.forget()
        self.toast.hide()
        self._whole.addWidget(screen)
        self._whole.setCurrentWidget(screen)
        screen.set_compact(self.is_compact)
        self._focus_screen()

    def uncover(self) -> None:
        """Take the covering screen away again; the caller keeps it."""
        over = self._whole.currentWidget()
        if self.is_covered and over is not None:
            self._whole.removeWidget(over)
            over.setParent(None)
            self._cover_toast.hide()
            self._whole.setCurrentIndex(0)
            self._focus_screen()

    def show_state(self, state: ShellState) -> None:
        """Paint the frame of the window anew; cheap, for each tick of the clock."""
        self._state = state
        self.top.show_state(state)
        self.status.show_state(state)
        self.rail.show_count(Place.ATTENTION, state.attention)
        if state.offline_since:
            bold = self.tr("Working offline since {time}.").format(time=state.offline_since)
            safe = (
                self.tr(
                    "Keep going. %n changes are safe on this desk and go out by themselves.",
                    "",
                    state.waiting,
                )
                if state.waiting
                else self.tr("Keep going. What you do is kept on this desk and goes out by itself.")
            )
            self.offline_banner.show_words(bold, safe, state.next_try)
        banner = state.banner
        noticed = banner is not None and (banner.is_urgent or not state.offline_since)
        if banner is not None and noticed:
            self.notice_banner.set_look(banner.icon, banner.tone)
            self.notice_banner.show_words(banner.bold, banner.words)
        self.offline_banner.setVisible(bool(state.offline_since) and not noticed)
        self.notice_banner.setVisible(noticed)

    def show_practice(self, words: str) -> None:
        """The band that says that nothing here is real, from now on."""
        self.practice_band.show_words(self.tr("Practice"), words)
        self.practice_band.show()
        self.setWindowTitle(self.tr("StoreDesk: practice"))

    def say(self, text: str, kind: ToastKind = ToastKind.DONE, can_undo: bool = False) -> None:
        """A short message over the screen."""
        (self._cover_toast if self.is_covered else self.toast).say(text, kind, can_undo)
        if not self.is_covered:
            self.said.emit(text, kind)

    def say_also(self, text: str) -> None:
        """A message that does not push away the one that is still there."""
        if text:
            (self._cover_toast if self.is_covered else self.toast).also(text)

    def type_to_find(self, char: str) -> None:
        """A letter nobody reads: into the find field, unless the window is covered or a dialog is open."""
        if not self.is_covered and QApplication.activeModalWidget() is None:
            self.find_field.type_in(char)

    def do(self, action: str) -> None:
        """Do an action of the key registry: the shell's own, the screen's, or ask for it."""
        if self.palette_list.isVisible():
            if action in ("back", "palette"):
                self.palette_list.close_again()
            return
        if action == "back" and self.find_field.escape():
            return
        shown = self.current
        if (shown is not None and shown.do(action)) or self._do_own(action):
            return
        self.action_asked.emit(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_compact(self.is_compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _build(self) -> None:
        work = column(self.top, self.offline_banner, self.notice_banner, spacing=0)
        work.addWidget(self._stack, 1)
        work.addWidget(self.status)
        page = QWidget()
        page.setProperty("role", "page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        whole = row(self.rail, spacing=0)
        whole.addLayout(work, 1)
        page.setLayout(whole)
        self._whole.addWidget(page)
        everything = QWidget()
        stacked = column(self.practice_band, spacing=0)
        stacked.addWidget(self._whole, 1)
        everything.setLayout(stacked)
        self.practice_band.hide()
        self.setCentralWidget(everything)
        QWidget.setTabOrder(self.status, self.rail)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._chosen)
        self.top.pill.clicked.connect(lambda: self.sync_asked.emit())
        self.top.user.pressed.connect(self.lock_asked)
        self.offline_banner.button.clicked.connect(lambda: self.action_asked.emit("sync_now"))
        self.notice_banner.button.clicked.connect(lambda: self.sync_asked.emit())
        self.toast.undone.connect(self.undo_asked)
        self.find_field.left.connect(self._focus_screen)
        self.router = KeyRouter(self, self.context)
        self.router.triggered.connect(self.do)
        theme().changed.connect(self.update)

    def _chosen(self, place: Place) -> None:
        if place is Place.LOCK:
            self.lock_asked.emit()
        elif self.go(place):
            self.place_chosen.emit(place)

    def _do_own(self, action: str) -> bool:
        if action == "find":
            self.find_field.start()
        elif action == "lock":
            self.lock_asked.emit()
        elif action == "palette":
            self.palette_list.open(self._commands())
        elif action == "help":
            KeysSheet(self, self.context()).open()
        elif action == "undo":
            self.undo_asked.emit()
        elif action in ("next_pane", "previous_pane"):
            self._next_pane(1 if action == "next_pane" else -1)
        elif action == "full_screen":
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        elif action.startswith("go_") and action[3:] in {place.value for place in Place}:
            self._chosen(Place(action[3:]))
        else:
            return False
        return True

    def _commands(self) -> tuple[CommandRow, ...]:
        """What there is to do here, by the screen, the window or the application; blocked with the reason."""
        shown = self.current
        always = ("find", "lock", "full_screen", "help", *self.app_actions)
        places = {place.value for place in self._screens if place not in self.left_out}
        rows = []
        for command in commands_in(self.context()):
            why = None if shown is None else shown.why_not(command.key)
            if why is not None:
                rows.append(replace(command, blocked=why))
            elif command.key in always or command.key.removeprefix("go_") in places:
                rows.append(command)
        return (*rows, *(row for make in self.more_commands for row in make()))

    def _next_pane(self, by: int) -> None:
        shown = self.current
        panes = tuple(pane for pane in shown.panes() if pane.isVisible()) if shown else ()
        if not panes:
            return
        focus = QApplication.focusWidget()
        inside = (pane is focus or (focus is not None and pane.isAncestorOf(focus)) for pane in panes)
        now = next((number for number, holds in enumerate(inside) if holds), -1 if by > 0 else 0)
        panes[(now + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_screen(self) -> None:
        shown = self.current
        panes = shown.panes() if shown else ()
        if panes:
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_refused(self, reason: str) -> None:
        self.say(reason, ToastKind.WARN)

    def _set_compact(self, compact: bool) -> None:
        self.offline_banner.right.setVisible(not compact)
        self.rail.set_compact(compact)
        self.top.set_compact(compact)
        self.status.set_compact(compact)
        for screen in self._screens.values():
            screen.set_compact(compact)
        if self.is_covered and (shown := self.current) is not None:
            shown.set_compact(compact)
