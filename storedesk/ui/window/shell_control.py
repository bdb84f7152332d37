"""Keeps the frame of the window true: clock, user, line, banners, counts."""

from PySide6.QtCore import QObject, QTimer

from storedesk.desk.sync_notices import ALARMS, Notice, sync_notices
from storedesk.domain.sync_alarm import QUEUE, STANDS_STILL_MS
from storedesk.protocol.desk_link import PrintState, SyncState
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import BannerShown, ShellState, UserShown
from storedesk.ui.texts.role_words import role_name
from storedesk.ui.widgets.sync_pill import SyncShown
from storedesk.ui.widgets.sync_pill import SyncState as PillState
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.sync_words import SyncWords
from storedesk.ui.window.trouble_texts import QUIET, line_problem, printer_problem


class ShellControl(QObject):
    """Paints the shell anew each second and whenever something is heard."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        version: str,
        folders: dict[str, str],
    ) -> None:
        """``folders``: where the printers that write PDFs leave them, by the printers' names."""
        super().__init__(shell)
        self._folders = folders
        self._session, self._shell, self._background, self._version = session, shell, background, version
        self._attention, self._printer_ok = 0, True
        self._sending_from = 0
        self._was_online: bool | None = None
        self._alarmed: frozenset[str] = frozenset()
        self._words = SyncWords(self)
        session.sync_changed.connect(self._heard)
        session.rows_changed.connect(self._rows_changed)
        session.printed.connect(self._printed)
        session.worker_down.connect(self._worker_down)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(1000)

    def refresh(self) -> None:
        session, place = self._session, self._session.place
        if place is None:
            return
        now = session.now()
        user = session.user
        day = times.short_day(now, place.zone, session.language)
        sync = session.sync
        offline = sync is not None and not sync.online and sync.offline_since is not None
        self._shell.show_state(
            ShellState(
                store=place.name,
                desk=session.desk.desk,
                clock=f"{day} {times.clock(now, place.zone)}",
                user=UserShown(user.name, role_name(user.role), user.position % 4) if user else None,
                sync=self._pill(sync, now, place.zone),
                offline_since=times.clock(sync.offline_since, place.zone)
                if offline and sync and sync.offline_since
                else "",
                next_try=self._next_try(sync, now) if offline else "",
                waiting=sync.waiting if sync else 0,
                oldest_unsent=self._oldest_unsent(sync, now),
                unsent_is_old=_unsent_ms(sync, now) >= STANDS_STILL_MS,
                attention=self._attention,
                printer_ok=self._printer_ok,
                banner=self._banner(sync, now, place.zone),
                version=f"{self._version} · {session.language.upper()}",
            )
        )

    def _pill(self, sync: SyncState | None, now: int, zone: str) -> SyncShown:
        if self._session.desk.practice:
            return SyncShown(PillState.STOPPED, self.tr("Practice"))
        if sync is None or (sync.last_good_at is None and sync.offline_since is None):
            return SyncShown(PillState.STARTING)
        if sync.problem in ("revoked", "wire_too_old", "unknown_device"):
            return SyncShown(PillState.STOPPED, line_problem(sync.problem))
        if sync.stuck == QUEUE and sync.online:
            return SyncShown(PillState.STOPPED, self._oldest_unsent(sync, now))
        if not sync.online and sync.offline_since is not None:
            return SyncShown(PillState.OFFLINE, times.clock(sync.offline_since, zone), waiting=sync.waiting)
        if sync.waiting:
            self._sending_from = max(self._sending_from, sync.waiting)
            sent = self._sending_from - sync.waiting
            return SyncShown(
                PillState.SENDING, sent=sent, waiting=self._sending_from, needs_you=self._attention
            )
        self._sending_from = 0
        return SyncShown(PillState.SYNCED, times.age(now - (sync.last_good_at or now)))

    def _next_try(self, sync: SyncState | None, now: int) -> str:
        if sync is None or sync.on_purpose:
            return self.tr("On purpose")
        seconds = max(0, sync.next_try_at - now) // 1000
        return self.tr("Next try in {n} s").format(n=seconds) if seconds else self.tr("Trying now")

    def _oldest_unsent(self, sync: SyncState | None, now: int) -> str:
        """Grows by itself: only the time of the oldest is known, and that once a round."""
        if sync is None or not sync.waiting or sync.oldest_waiting_at is None:
            return ""
        return times.short_age(now - sync.oldest_waiting_at)

    def _banner(self, sync: SyncState | None, now: int, zone: str) -> BannerShown | None:
        alarm = next(iter(self._alarms(sync, now)), None)
        if alarm is not None:
            shown = self._words.notice(alarm, zone)
            return BannerShown(shown.bold, shown.more, shown.icon, "warn", is_urgent=True)
        if sync is None or not sync.problem or sync.problem in QUIET:
            return None
        return BannerShown(line_problem(sync.problem), "", "alert-triangle", "warn")

    def _alarms(self, sync: SyncState | None, now: int) -> list[Notice]:
        return [one for one in sync_notices(sync, None, now) if one.kind in ALARMS]

    def _heard(self, sync: SyncState) -> None:
        self._say_alarms(sync)
        if self._was_online is False and sync.online:
            text = (
                self.tr("Online again. Sending %n changes.", "", sync.waiting)
                if sync.waiting
                else self.tr("Online again. Everything is sent.")
            )
            self._shell.say(text)
        self._was_online = sync.online if sync.offline_since is not None or sync.online else self._was_online
        self.refresh()

    def _say_alarms(self, sync: SyncState) -> None:
        """Each once when it begins; the words stay in the history."""
        place = self._session.place
        alarms = self._alarms(sync, self._session.now())
        for alarm in alarms:
            if alarm.kind not in self._alarmed and place is not None:
                self._shell.say(self._words.notice(alarm, place.zone).bold, ToastKind.WARN)
        self._alarmed = frozenset(alarm.kind for alarm in alarms)

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if "task" in tables:
            self.count_attention()

    def count_attention(self) -> None:
        self._background.start(self._count())

    async def _count(self) -> None:
        place = self._session.place
        if place is None:
            return
        place_id = place.id

        def look(connection: Driver) -> int:
            return sum(1 for task in open_tasks(connection, place_id) if task.task.state == "open")

        self._attention = await self._session.read(look)
        self.refresh()

    def _printed(self, state: PrintState) -> None:
        self._printer_ok = state.state == "printed"
        words = {
            "printed": self._where(state.printer),
            "waiting": self.tr("Not printed: {why}. What you did is saved. It prints by itself when the printer is back.")
            .format(why=printer_problem(state.problem)),
            "on_screen": self.tr("No printer here prints this. What you did is saved; show the screen instead."),
            "unsure": self.tr("Did {title} come out? If not, print it again with Ctrl+P.").format(title=state.title),
        }  # fmt: skip
        if state.state == "printed":
            self._shell.say_also(words["printed"])
        else:
            self._shell.say(words[state.state], ToastKind.WARN)
        self.refresh()

    def _where(self, printer: str) -> str:
        """Where a paper came out: a printer by its name, a folder of PDFs by its path."""
        folder = self._folders.get(printer)
        if folder is None:
            return self.tr("Printed on {printer}.").format(printer=printer) if printer else ""
        return self.tr("Saved as a PDF in {folder}.").format(folder=folder)

    def _worker_down(self, again: bool) -> None:
        text = (
            self.tr("This desk's worker stopped and was started again. Nothing is lost.")
            if again
            else self.tr(
                "This desk's worker does not start. Nothing is lost. Close StoreDesk and open it again."
            )
        )
        self._shell.say(text, ToastKind.WARN)


def _unsent_ms(sync: SyncState | None, now: int) -> int:
    oldest = None if sync is None or not sync.waiting else sync.oldest_waiting_at
    return 0 if oldest is None else now - oldest
