"""Connecting a channel from the window: asks central step by step in the background, and keeps what is typed."""

from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer

from storedesk.actions.rights import PERMISSIONS
from storedesk.desk.central_channels import PERMISSION
from storedesk.protocol.central_link import AskChannels, ChannelsTold
from storedesk.protocol.channel_wire import (
    ChannelAsk,
    CheckChannel,
    EnterChannel,
    LinkPlaces,
    LookAtChannel,
    ReadAhead,
    RemoveChannel,
    SwitchChannel,
)
from storedesk.storage.desk_drafts import kept_draft
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.connect.connect_screen import ConnectScreen
from storedesk.ui.screens.connect.connect_words import problem_text
from storedesk.ui.screens.connect.remove_sheet import RemoveSheet
from storedesk.ui.screens.connect.sign_in_pane import Entered
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.palette_rows import CommandRow
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession

COMMAND = "add_channel"
DRAFT = "channel:new"
LOOKS_EVERY_MS, SLOW_MS = 2_000, 10_000


def may_connect(session: DeskSession) -> bool:
    """Whether the person who is signed in connects channels."""
    user = session.user
    return user is not None and PERMISSION in PERMISSIONS.get(user.role, frozenset())


class ConnectControl(QObject):
    """One step at a time; while the first load runs central is asked every two seconds how far it is."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: ConnectScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._is_busy = self._is_leaving = False
        self._turn = 0
        self.sheet: RemoveSheet | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(LOOKS_EVERY_MS)
        self._looks.timeout.connect(self._look_again)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        screen.check_wanted.connect(lambda: self._start(self._check()))
        screen.switch_wanted.connect(lambda on: self._start(self._switch(on)))
        screen.remove_wanted.connect(self._ask_to_remove)
        screen.close_wanted.connect(self._leave)
        screen.linked.connect(lambda there, here: self._start(self._link(there, here)))
        screen.ahead_wanted.connect(lambda on: self._start(self._ahead(on)))
        screen.copied.connect(self._copied)
        session.sync_changed.connect(lambda sync: self.show_line())

    def open(self, code: str = "", name: str = "") -> None:
        """A new channel, or an existing one by its code; nobody without the right gets there."""
        if may_connect(self._session) and not self._is_busy:
            self.screen.start()
            self._shell.go(Place.CONNECT)
            self.show_line()
            self._start(self._open(code, name))

    def commands(self) -> tuple[CommandRow, ...]:
        """For the palette; not there for who may not."""
        if not may_connect(self._session):
            return ()
        return (CommandRow(COMMAND, "plug-connected", self.tr("Add a channel"), shortcut="Ins"),)

    def refresh(self) -> None:
        """On arrival."""
        self.show_line()

    def show_line(self) -> None:
        sync = self._session.sync
        offline = sync is not None and not sync.online and sync.offline_since is not None
        self.screen.set_offline(self.tr("No line to central.") if offline else "")

    async def _open(self, code: str, name: str) -> None:
        await self._step(LookAtChannel(staff_id=self._staff, code=code), self.tr("Asking central"))
        if code and self.screen.told is not None and not self.screen.code:
            self.screen.sign_in.put(Entered(code, name, "", {}, {}))
        elif not code:
            await self._bring_back()
        told = self.screen.told
        if self.screen.code and told is not None and told.checked_at is None and not told.missing:
            await self._check(save=False)

    async def _bring_back(self) -> None:
        """What was typed and could not be saved; its secrets have to be typed again."""
        kept = await self._session.read(lambda connection: kept_draft(connection, DRAFT))
        if kept and not self.screen.sign_in.is_dirty:
            entered = Entered(**msgspec.json.decode(kept, type=dict[str, Any]), secrets={})
            if entered.platform:
                self.screen.choose_platform(entered.platform)
            self.screen.sign_in.put(entered)

    async def _check(self, save: bool = True) -> None:
        if save and not await self._save():
            return
        await self._step(CheckChannel(staff_id=self._staff, code=self.screen.code), self.tr("Checking"))

    async def _switch(self, on: bool) -> None:
        if on and not await self._save():
            return
        name = self.screen.entered().name
        busy = self.tr("Switching on") if on else self.tr("Switching off")
        if await self._step(SwitchChannel(staff_id=self._staff, code=self.screen.code, on=on), busy):
            said = (
                self.tr("{channel} is on: it is read now, then told.") if on else self.tr("{channel} is off.")
            )
            self._shell.say(said.format(channel=name))

    async def _link(self, there: str, here: str) -> None:
        ask = LinkPlaces(staff_id=self._staff, code=self.screen.code, links={there: here})
        await self._step(ask, self.tr("Saving"))

    async def _ahead(self, on: bool) -> None:
        ask = ReadAhead(staff_id=self._staff, code=self.screen.code, on=on)
        await self._step(ask, self.tr("Asking central"))

    def _leave(self) -> None:
        """A check under way does not hold anybody back: what it finds is asked again when the channel is opened.
        What is typed meanwhile is saved behind it."""
        if not self._is_busy:
            self._start(self._close())
        elif self.screen.sign_in.is_dirty:
            self._is_leaving = True
        else:
            self._turn, self._is_busy = self._turn + 1, False
            self._go_back()

    def _go_back(self) -> None:
        self._looks.stop()
        self._slow.stop()
        self.screen.start()
        self._shell.do("go_channels")

    async def _close(self) -> None:
        """Saves what is typed: centrally, else without its secrets on this desk."""
        entered = self.screen.entered()
        if self.screen.sign_in.is_dirty and entered.platform and entered.code and not await self._save():
            plain = {"code": entered.code, "name": entered.name, "platform": entered.platform,
                     "settings": entered.settings}  # fmt: skip
            await self._session.keep_draft(DRAFT, msgspec.json.encode(plain).decode())
            self._shell.say(
                self.tr("Kept on this desk without its secrets: central did not take it."), ToastKind.WARN
            )
        self._go_back()

    async def _save(self) -> bool:
        """Whether what stands in the fields is kept centrally now."""
        if not self.screen.sign_in.is_dirty and self.screen.code:
            return True
        entered = self.screen.entered()
        ask = EnterChannel(
            staff_id=self._staff, code=entered.code, name=entered.name, platform=entered.platform,
            settings=entered.settings, secrets=entered.secrets,
        )  # fmt: skip
        if not await self._step(ask, self.tr("Saving")):
            return False
        self.screen.sign_in.taken()
        await self._session.keep_draft(DRAFT, "")
        self.screen.show_told(self.screen.told)
        return True

    async def _step(self, ask: ChannelAsk, busy: str) -> bool:
        """Asks central; the answer, or why there is none, is on the screen then. Whether it was done."""
        self.screen.show_told(None, busy=busy)
        self._slow.start()
        request, turn = self._session.link.next_request(), self._turn
        answer: ChannelsTold = await self._session.ask(AskChannels(request=request, ask=ask))
        if turn != self._turn:
            return False
        self._slow.stop()
        told = answer.told
        problem = problem_text(answer.problem) if told is None else problem_text(told.problem, told.detail)
        self.screen.show_told(told, problem, checked=self._checked_words(told))
        running = told is not None and told.line is not None and told.line.state in ("reading", "loading")
        if running and self._shell.current is self.screen:
            self._looks.start()
        else:
            self._looks.stop()
        if problem:
            self._shell.say(problem, ToastKind.WARN)
        return told is not None and not told.problem

    def _checked_words(self, told: Any) -> str:
        place = self._session.place
        if told is None or told.checked_at is None or place is None:
            return ""
        seconds = f"{told.took / 1000:.1f}".replace(".", ",")
        return self.tr("{time}, {seconds} s").format(
            time=times.clock(told.checked_at, place.zone), seconds=seconds
        )

    def _look_again(self) -> None:
        if self._shell.current is not self.screen:
            self._looks.stop()
        elif not self._is_busy and self.screen.code:
            self._background.start(self._look())

    async def _look(self) -> None:
        """Quietly: without a line the figures stay as they are."""
        request = self._session.link.next_request()
        code = self.screen.code
        ask = LookAtChannel(staff_id=self._staff, code=code)
        answer: ChannelsTold = await self._session.ask(AskChannels(request=request, ask=ask))
        if answer.told is not None and not self._is_busy and self.screen.code == code:
            self.screen.show_told(
                answer.told, self.screen.told_problem, checked=self._checked_words(answer.told)
            )
            if answer.told.line is None or answer.told.line.state not in ("reading", "loading"):
                self._looks.stop()

    def _start(self, work: Any) -> None:
        """One step at a time."""
        if self._is_busy:
            work.close()
            self._shell.say(self.tr("Central is being asked, a moment."), ToastKind.WARN)
            return
        self._is_busy = True
        self._background.start(self._alone(work, self._turn))

    async def _alone(self, work: Any, turn: int) -> None:
        try:
            await work
        finally:
            if turn == self._turn:
                self._is_busy = False
        if self._is_leaving and not self._is_busy:
            self._is_leaving = False
            self._start(self._close())

    def _ask_to_remove(self) -> None:
        told = self.screen.told
        if told is None or told.line is None or self._is_busy:
            return
        self.sheet = RemoveSheet(told.line.code, told.line.name, self._shell)
        self.sheet.confirmed.connect(lambda: self._start(self._remove()))
        self.sheet.open()

    async def _remove(self) -> None:
        name = self.screen.entered().name
        ask = RemoveChannel(staff_id=self._staff, code=self.screen.code)
        if await self._step(ask, self.tr("Removing")):
            self._shell.say(self.tr("The line of {channel} is forgotten.").format(channel=name))
            self._go_back()

    def _say_slow(self) -> None:
        self.screen.show_told(None, busy=self.tr("The shop is slow, still trying"))

    def _copied(self, lines: int) -> None:
        self._shell.say(self.tr("%n lines copied.", "", lines))

    @property
    def _staff(self) -> int:
        return self._session.user.staff_id if self._session.user else 0
