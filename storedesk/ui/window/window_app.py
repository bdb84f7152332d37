"""Starts the window process: one per profile, on Qt's loop, with the worker beside it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from PySide6.QtCore import QFileSystemWatcher, QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from storedesk.desk.desk_log import set_up_log
from storedesk.desk.profile import Profile, choice_of
from storedesk.desk.worker_link import worker_command
from storedesk.domain.error_trace import where_it_broke
from storedesk.ui.event_loop import Background, run_on_qt
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import PLACES
from storedesk.ui.system_clock import wall_ms
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import install_theme
from storedesk.ui.theme.tokens import Mode
from storedesk.ui.window.desk_session import DeskSession

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

VERSION = "v0.1"
RAISE_FILE = "raise"
log = structlog.get_logger()
Then = Callable[["DeskWindow"], Awaitable[int]]


def open_window(
    folder: Path,
    then: Then | None = None,
    size: tuple[int, int] = (1440, 900),
    on_first_run: Callable[["DeskWindow"], Awaitable[None]] | None = None,
) -> int:
    """Opens the desk of a profile and runs until it is closed, or until ``then`` is done with it.

    A second start for the same profile raises the first window and ends with 0.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    profile = Profile(folder)
    lock = profile.window_lock
    if not lock.take():
        _raise_first(folder)
        return 0
    with lock:
        return run_on_qt(app, lambda: _run(app, profile, then, size, on_first_run))


async def _run(
    app: QApplication,
    profile: Profile,
    then: Then | None,
    size: tuple[int, int],
    on_first_run: Callable[["DeskWindow"], Awaitable[None]] | None,
) -> int:
    """The window, and another one each time that a new language or text size asks for it at a lock."""
    app.setQuitOnLastWindowClosed(False)
    person = 0
    while True:
        ended = await _live(app, profile, then, size, on_first_run, person)
        if isinstance(ended, int):
            return ended
        profile, person = Profile(profile.folder), ended.person


async def _live(
    app: QApplication,
    profile: Profile,
    then: Then | None,
    size: tuple[int, int],
    on_first_run: Callable[["DeskWindow"], Awaitable[None]] | None,
    person: int = 0,
) -> "int | Anew":
    """One window from its start to its end; ``person`` is who has just signed in, 0 for nobody. What is
    given back says for whom it is to be built anew."""
    settings = profile.settings
    chosen, percent = choice_of(settings, person)
    install_theme(app, Mode(settings.theme.replace("_", "-")), percent / 100)
    language = install_language(chosen or QLocale.system().name())
    broken: list[BaseException] = []
    done = asyncio.Event()

    def report(error: BaseException) -> None:
        """A bug: loud in the log, and the end of a guided run; the desk goes on."""
        log.error("window task failed", trace=where_it_broke(error))
        broken.append(error)
        if then is not None:
            done.set()

    set_up_log(profile.logs / "window.log", wall_ms)
    session = DeskSession(worker_command(profile.folder))
    session.language = language
    shell = _painted_shell(app, size)
    from storedesk.ui.window.desk_window import (
        DeskWindow,  # all screens: the frame is painted before they load
    )

    window = DeskWindow(app, shell, session, settings, Background(report), VERSION)
    watcher = _listen_for_second_start(profile.folder, window)
    shell.closing.connect(done.set)
    anew = Anew(session, (chosen, percent), done)
    window.lock.comes_in = person
    if then is None:
        window.lock.signed_in.connect(anew.look)
    QTimer.singleShot(0, shell.activateWindow)
    if on_first_run is not None:
        first = on_first_run
        window.first_run_opened.connect(lambda: window.background.start(_call(first, window)))
    window.catch_up()
    code = 0
    try:
        if then is None:
            await done.wait()
        else:
            code = await _guided(then, window, done)
    finally:
        watcher.deleteLater()
        await asyncio.get_running_loop().run_in_executor(None, session.close)
    if anew.is_wanted:
        _throw_away(app, window)
        return anew
    return 1 if broken and then is not None else code


class Anew:
    """Whether the window has another language or text size than whoever signs in has chosen."""

    def __init__(self, session: DeskSession, built_with: tuple[str, int], done: asyncio.Event) -> None:
        self._session, self._built_with, self._done = session, built_with, done
        self.is_wanted = False
        self.person = 0

    def look(self) -> None:
        """Asked at each sign-in: the choice follows the PIN."""
        user = self._session.user
        if user is not None and choice_of(self._session.settings, user.staff_id) != self._built_with:
            self.is_wanted, self.person = True, user.staff_id
            self._done.set()


def _throw_away(app: QApplication, window: "DeskWindow") -> None:
    app.removeEventFilter(window.scans)
    app.removeEventFilter(window.lock)
    window.shell.close()
    window.shell.deleteLater()


def _painted_shell(app: QApplication, size: tuple[int, int]) -> AppShell:
    """The frame of the window, on the screen at once; its screens are built behind it."""
    shell = AppShell(PLACES)
    shell.resize(*size)
    shell.show()
    app.processEvents()
    return shell


async def _call(work: Callable[["DeskWindow"], Awaitable[None]], window: "DeskWindow") -> None:
    await work(window)


async def _guided(then: Then, window: "DeskWindow", done: asyncio.Event) -> int:
    """Whatever comes first: the guide is done, or something ended the window."""
    guide = asyncio.ensure_future(then(window))
    ended = asyncio.ensure_future(done.wait())
    await asyncio.wait({guide, ended}, return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if not guide.done():
        guide.cancel()
        return 1
    return guide.result()


def _listen_for_second_start(folder: Path, window: "DeskWindow") -> QFileSystemWatcher:
    """A second start writes a file that the first one watches."""
    bell = folder / RAISE_FILE
    bell.touch()
    watcher = QFileSystemWatcher([str(bell)])

    def raise_window() -> None:
        window.shell.setWindowState(window.shell.windowState() & ~Qt.WindowState.WindowMinimized)
        window.shell.raise_()
        window.shell.activateWindow()

    watcher.fileChanged.connect(raise_window)
    return watcher


def _raise_first(folder: Path) -> None:
    (folder / RAISE_FILE).write_text("raise")
