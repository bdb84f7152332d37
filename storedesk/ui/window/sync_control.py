"""The sync panel: what waits and why, what is ready for the next outage, the journal."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtGui import QGuiApplication

from storedesk.desk.readiness import JobReady, LineFacts, counter_until, jobs_ready
from storedesk.desk.sync_entries import EntryView, entry_views, support_text
from storedesk.desk.sync_notices import sync_notices
from storedesk.protocol.desk_link import (
    Answered,
    CheckJournal,
    FirstCopy,
    JournalChecked,
    SaveUnsent,
    SyncNow,
    SyncState,
)
from storedesk.storage.desk_reads import pickup_by_id, staff_names
from storedesk.storage.readiness_reads import Holdings, holdings
from storedesk.storage.row_reader import Driver
from storedesk.storage.sync_reads import JournalReach, OutboxEntry, journal_reach, outbox_entries
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.first_run_copy import counted
from storedesk.ui.screens.sync_rows import JournalShown, SyncPanelShown
from storedesk.ui.screens.sync_screen import JOBS, SyncScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.action_texts import fulfilment_of
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.readiness_words import ReadinessWords
from storedesk.ui.window.sync_words import Around, SyncWords
from storedesk.ui.window.trouble_texts import QUIET, answer_problem, line_problem


class _Read(NamedTuple):
    entries: tuple[OutboxEntry, ...]
    numbers: dict[str, str]
    names: dict[int, str]
    held: Holdings
    journal: JournalReach


class SyncControl(QObject):
    """Shows the panel when asked and keeps it true while it is open: rows when they change, ages each second."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: SyncScreen, version: str
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._version = version
        self._words, self._ready_words = SyncWords(self), ReadinessWords(self)
        self._picked = ""
        self._read: _Read | None = None
        self._copy: FirstCopy | None = None
        self._checked: JournalChecked | None = None
        self._is_checking = False
        shell.sync_asked.connect(self.show)
        screen.try_now_asked.connect(self.try_now)
        screen.retry_all_asked.connect(self.try_now)
        screen.copy_asked.connect(self.save_copy)
        screen.details_asked.connect(self.copy_details)
        screen.journal_check_asked.connect(self.check_journal)
        screen.entry_picked.connect(self._pick)
        screen.decide_asked.connect(lambda key: shell.go(Place.ATTENTION))
        screen.back_asked.connect(lambda: shell.go(Place.PICKUPS))
        session.sync_changed.connect(lambda _: self._refresh())
        session.rows_changed.connect(lambda _: self._refresh())
        session.first_copy.connect(self._copied)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)

    @property
    def is_current(self) -> bool:
        return self._shell.current is self.screen

    def show(self) -> None:
        """Offline the panel opens with what works without a line."""
        sync = self._session.sync
        if not self.is_current and sync is not None and not sync.online and sync.offline_since is not None:
            self.screen.show_tab(JOBS)
        self._shell.go(Place.SYNC)
        self._background.start(self._load())

    def try_now(self) -> None:
        self._session.link.tell(SyncNow())
        self._shell.say(self.tr("Trying now."))

    def _refresh(self) -> None:
        if self.is_current:
            self._background.start(self._load())

    def _tick(self) -> None:
        """Ages and seconds go on without reading anything."""
        if self.is_current and self._read is not None:
            self._show(self._read)

    def _copied(self, copy: FirstCopy) -> None:
        self._copy = copy
        self._tick()

    def _pick(self, key: str) -> None:
        self._picked = key
        self._tick()

    async def _load(self) -> None:
        place = self._session.place
        if place is None:
            return
        place_id = place.id

        def look(connection: Driver) -> _Read:
            entries = outbox_entries(connection)
            wanted = {fulfilment_of(entry.args) for entry in entries} - {""}
            found = {key: pickup_by_id(connection, key) for key in wanted}
            numbers = {key: pickup.fulfilment.order_number for key, pickup in found.items() if pickup}
            held = holdings(connection, place_id)
            return _Read(entries, numbers, staff_names(connection), held, journal_reach(connection))

        self._read = await self._session.read(look)
        self._show(self._read)

    def _show(self, read: _Read) -> None:
        session = self._session
        now, sync, zone = session.now(), session.sync, session.place.zone if session.place else "UTC"
        views = entry_views(read.entries, sync, now)
        around = Around(read.numbers, read.names, now, zone)
        picked = next((view for view in views if str(view.entry.number) == self._picked), None)
        jobs = self._jobs(read.held, now)
        shown_waiting = sum(view.waits for view in views)
        problem = sync.problem if sync is not None else ""
        self.screen.show_state(
            SyncPanelShown(
                headline=self._headline(sync, zone),
                is_online=sync is not None and sync.online,
                sentence=self._sentence(sync, now),
                entries=tuple(self._words.row(view, around) for view in views),
                readiness=tuple(self._ready_words.row(job, now, zone) for job in jobs),
                ready_until=self._ready_until(jobs),
                journal=self._journal(read.journal, zone),
                detail=self._words.detail(picked, around) if picked else None,
                problem="" if problem in QUIET else line_problem(problem),
                notices=tuple(self._words.notice(one, zone) for one in sync_notices(sync, self._copy, now)),
                more_waiting=max(0, sync.waiting - shown_waiting) if sync is not None else 0,
            )
        )

    def _headline(self, sync: SyncState | None, zone: str) -> str:
        if sync is not None and sync.online:
            return self.tr("Online")
        since = sync.offline_since if sync is not None else None
        return self.tr("Offline since {time}").format(time=times.clock(since, zone) if since else "–")

    def _sentence(self, sync: SyncState | None, now: int) -> str:
        if sync is None or not sync.waiting:
            return self.tr("Everything is sent.")
        waiting = self.tr("%n changes wait to be sent.", "", sync.waiting)
        if sync.oldest_waiting_at is None:
            return waiting
        oldest = self.tr("The oldest: {age}.").format(age=times.short_age(now - sync.oldest_waiting_at))
        return f"{waiting} {oldest}"

    def _jobs(self, held: Holdings, now: int) -> tuple[JobReady, ...]:
        sync = self._session.sync
        heard = sync.last_good_at if sync is not None else None
        printers = self._session.settings.printers
        return jobs_ready(held, LineFacts(heard, now, bool(printers)))

    def _ready_until(self, jobs: tuple[JobReady, ...]) -> str:
        """The rest of the opening day, after closing all of the next one, or when something gets too old before."""
        session, look = self._session, self._session.look()
        opens = look.now if look.hours.is_open(look.now) else look.hours.next_opening(look.now)
        day = None if opens is None else look.hours.local_day(opens)
        until = counter_until(jobs, None if day is None else look.hours.closing_of(day))
        if until is None or until <= look.now or session.place is None:
            return ""
        clock, today = look.hours.local_clock(until), look.hours.local_day(look.now)
        if look.hours.local_day(until) == today:
            return clock
        return f"{times.short_day(until, session.place.zone, session.language)} {clock}"

    def _journal(self, reach: JournalReach, zone: str) -> JournalShown:
        first = times.clock(reach.first_at, zone) if reach.first_at else "–"
        last = f"{counted(reach.entries)} · {times.clock(reach.last_at, zone)}" if reach.last_at else "–"
        checked = self._checked
        if self._is_checking:
            return JournalShown(None, first, last, self.tr("Being read from end to end."))
        if checked is None:
            return JournalShown(None, first, last, self.tr("Each entry carries the mark of the one before."))
        at = times.clock(checked.at, zone)
        if checked.broken:
            words = self.tr(
                "Entry {number} does not fit, found {time}. Nothing is lost: save a copy of unsent and call support, D-31."
            )
            return JournalShown(False, first, last, words.format(number=counted(checked.broken), time=at))
        words = self.tr("Checked in full {time}: {n} entries, {seconds} s. Every entry fits.")
        seconds = f"{checked.took / 1000:.1f}"
        return JournalShown(
            True, first, last, words.format(time=at, n=counted(checked.entries), seconds=seconds)
        )

    def check_journal(self) -> None:
        """Reads the whole journal beside everything else; asked twice, it is read once."""
        if not self._is_checking:
            self._background.start(self._check_journal())

    async def _check_journal(self) -> None:
        self._is_checking = True
        self._tick()
        try:
            request = self._session.link.next_request()
            answer: JournalChecked | Answered = await self._session.ask(CheckJournal(request=request))
        finally:
            self._is_checking = False
        if isinstance(answer, JournalChecked) and not answer.problem:
            self._checked = answer
            if answer.broken:
                self._shell.say(
                    self.tr("Journal: entry {number} does not fit. See Sync.").format(number=answer.broken),
                    ToastKind.WARN,
                )
        else:
            self._shell.say(answer_problem(answer.problem), ToastKind.WARN)
        await self._load()

    def copy_details(self, key: str) -> None:
        """What support needs of one change, to the clipboard."""
        read = self._read
        views: tuple[EntryView, ...] = ()
        if read is not None:
            views = entry_views(read.entries, self._session.sync, self._session.now())
        view = next((one for one in views if str(one.entry.number) == key), None)
        if view is not None:
            text = support_text(view, self._session.desk.desk, self._version)
            QGuiApplication.clipboard().setText(text)
            self._shell.say(self.tr("Copied for support. Nothing of a person is in it."))

    def save_copy(self) -> None:
        """What was not sent, sealed, to the documents of whoever uses this machine."""
        self._background.start(self._save_copy())

    async def _save_copy(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(folder or ".") / "storedesk-unsent.sealed"
        request = self._session.link.next_request()
        answer: Answered = await self._session.ask(SaveUnsent(request=request, path=str(path)))
        if answer.problem:
            self._shell.say(answer_problem(answer.problem), ToastKind.WARN)
        else:
            self._shell.say(self.tr("A sealed copy is in your documents: {name}").format(name=path.name))
