"""The sync panel: what waits and why, what is ready for the next outage, the journal."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from storedesk.protocol.desk_link import Answered, CheckJournal, SaveUnsent, SyncNow
from storedesk.storage.desk_reads import pickup_by_id, staff_names
from storedesk.storage.row_reader import Driver
from storedesk.storage.sync_reads import Holdings, OutboxEntry, holdings, outbox_entries
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.sync_rows import (
    EntryDetail,
    EntryRow,
    EntryState,
    JournalShown,
    ReadinessRow,
    SyncPanelShown,
)
from storedesk.ui.screens.sync_screen import SyncScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.action_texts import action_icon, action_text, fulfilment_of
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.trouble_texts import answer_problem

_Read = tuple[tuple[OutboxEntry, ...], dict[str, str], dict[int, str], Holdings]


class SyncControl(QObject):
    """Shows the panel when asked and keeps it true while it is open."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: SyncScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._picked, self._journal_words, self._journal_whole = "", "", True
        shell.sync_asked.connect(self.show)
        screen.try_now_asked.connect(self.try_now)
        screen.retry_all_asked.connect(self.try_now)
        screen.copy_asked.connect(lambda: background.start(self._save_copy()))
        screen.journal_check_asked.connect(lambda: background.start(self._check_journal()))
        screen.entry_picked.connect(self._pick)
        screen.decide_asked.connect(lambda key: shell.go(Place.ATTENTION))
        screen.back_asked.connect(lambda: shell.go(Place.PICKUPS))
        session.sync_changed.connect(lambda _: self._refresh())
        session.rows_changed.connect(lambda _: self._refresh())

    def show(self) -> None:
        self._shell.go(Place.SYNC)
        self._background.start(self._load())

    def try_now(self) -> None:
        self._session.link.tell(SyncNow())
        self._shell.say(self.tr("Trying now."))

    def _refresh(self) -> None:
        if self._shell.current is self._screen:
            self._background.start(self._load())

    def _pick(self, key: str) -> None:
        self._picked = key
        self._refresh()

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
            return entries, numbers, staff_names(connection), holdings(connection, place_id)

        self._show(await self._session.read(look), place.zone)

    def _show(self, read: _Read, zone: str) -> None:
        entries, numbers, names, held = read
        now, sync = self._session.now(), self._session.sync
        rows = tuple(self._row(entry, numbers, names, now, zone) for entry in entries)
        online = sync is not None and sync.online
        since = sync.offline_since if sync is not None and not online else None
        headline = (
            self.tr("Online")
            if online
            else self.tr("Offline since {time}").format(time=times.clock(since, zone) if since else "–")
        )
        waiting = sync.waiting if sync is not None else 0
        picked = next((entry for entry in entries if str(entry.number) == self._picked), None)
        self._screen.show_state(
            SyncPanelShown(
                headline=headline,
                is_online=online,
                sentence=self.tr("%n changes wait to be sent.", "", waiting)
                if waiting
                else self.tr("Everything is sent."),
                entries=rows,
                readiness=self._readiness(held, zone),
                ready_until=self._ready_until(),
                journal=self._journal(held, zone),
                detail=self._detail(picked, numbers, names, zone) if picked else None,
            )
        )

    def _ready_until(self) -> str:
        """What is here holds for the rest of the opening day; after closing for all of the next one."""
        session, look = self._session, self._session.look()
        if session.sync is None or session.sync.last_good_at is None or session.place is None:
            return ""
        opens = look.now if look.hours.is_open(look.now) else look.hours.next_opening(look.now)
        closes = look.hours.closing_of(look.hours.local_day(opens)) if opens is not None else None
        if closes is None:
            return ""
        clock, today = look.hours.local_clock(closes), look.hours.local_day(look.now)
        if look.hours.local_day(closes) == today:
            return clock
        return f"{times.short_day(closes, session.place.zone, session.language)} {clock}"

    def _row(
        self, entry: OutboxEntry, numbers: dict[str, str], names: dict[int, str], now: int, zone: str
    ) -> EntryRow:
        state, detail = self._state(entry, zone)
        return EntryRow(
            key=str(entry.number),
            icon=action_icon(entry.kind),
            title=action_text(entry.kind, numbers.get(fulfilment_of(entry.args), "")),
            by=self.tr("entry {number} · {name}").format(
                number=entry.number, name=names.get(entry.staff_id, "")
            ),
            made=times.clock(entry.at, zone),
            age=times.short_age(now - entry.at),
            tries=entry.tries,
            state=state,
            state_detail=detail,
            reason=self._reason(entry),
        )

    def _state(self, entry: OutboxEntry, zone: str) -> tuple[EntryState, str]:
        if entry.state == "waiting":
            return (EntryState.AGAIN, "") if entry.tries else (EntryState.WAITING, "")
        if entry.outcome in ("refused", "parked", "accepted_with_conflict"):
            return EntryState.NEEDS_YOU, ""
        return EntryState.CONFIRMED, times.clock(entry.decided_at, zone) if entry.decided_at else ""

    def _reason(self, entry: OutboxEntry) -> str:
        if entry.state == "waiting":
            return self.tr("may be refused") if entry.doubtful else self.tr("goes out in its turn")
        words = {
            "refused": self.tr("central said no"),
            "parked": self.tr("central keeps it for support"),
            "accepted_with_conflict": self.tr("taken, and somebody has to look"),
        }
        return words.get(entry.outcome or "", "")

    def _detail(
        self, entry: OutboxEntry, numbers: dict[str, str], names: dict[int, str], zone: str
    ) -> EntryDetail:
        title = action_text(entry.kind, numbers.get(fulfilment_of(entry.args), ""))
        facts = [(self.tr("This desk"), f"{times.clock(entry.at, zone)}, {names.get(entry.staff_id, '')}")]
        if entry.decided_at:
            facts.append((self.tr("Central answered"), times.clock(entry.decided_at, zone)))
        return EntryDetail(title, tuple(facts), self._reason(entry))

    def _readiness(self, held: Holdings, zone: str) -> tuple[ReadinessRow, ...]:
        sync = self._session.sync
        heard = sync.last_good_at if sync else None
        as_of = times.clock(heard, zone) if heard else "–"
        old = heard is None or self._session.now() - heard > 30 * times.MINUTE_MS
        return (
            ReadinessRow(
                "shopping-bag", self.tr("Pickups"), 1.0, self.tr("%n orders", "", held.pickups), as_of, old
            ),
            ReadinessRow(
                "barcode", self.tr("Stock"), 1.0, self.tr("%n items", "", held.stock_levels), as_of, old
            ),
            ReadinessRow("tag", self.tr("Prices"), 1.0, self.tr("%n prices", "", held.prices), as_of, old),
            ReadinessRow(
                "shield-check", self.tr("Rights, PINs"), 1.0, self.tr("%n people", "", held.staff), as_of, old
            ),
        )

    def _journal(self, held: Holdings, zone: str) -> JournalShown:
        first, last = held.journal_first_at, held.journal_last_at
        return JournalShown(
            self._journal_whole,
            times.clock(first, zone) if first else "–",
            f"{held.journal_entries} · {times.clock(last, zone)}" if last else "–",
            self._journal_words or self.tr("Each entry carries the mark of the one before."),
        )

    async def _check_journal(self) -> None:
        request = self._session.link.next_request()
        answer: Answered = await self._session.ask(CheckJournal(request=request))
        if answer.problem not in ("", "journal_broken"):
            self._shell.say(answer_problem(answer.problem), ToastKind.WARN)
            return
        self._journal_whole = not answer.problem
        self._journal_words = (
            self.tr("Checked in full just now: every entry fits.")
            if self._journal_whole
            else self.tr(
                "Entry {number} does not fit. Nothing is lost: save a copy and call support, D-31."
            ).format(number=answer.detail)
        )
        await self._load()

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
