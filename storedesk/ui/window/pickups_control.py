"""Feeds the pickups screen and performs what it asks for."""

from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from storedesk.actions.pickup_args import MarkReady, StageParcels
from storedesk.actions.pickup_shelf_args import ReadyUnchecked
from storedesk.desk.pickup_details import NO_EXTRAS, derive_pickup
from storedesk.desk.pickup_extras import PickupExtras, pickup_extras
from storedesk.desk.pickup_rows import derive_queue
from storedesk.desk.pickup_views import PickupView
from storedesk.desk.sign_in import may_supervise
from storedesk.domain.records import Parcel
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.desk_reads import pickup_queue
from storedesk.storage.handover_reads import last_handover_of
from storedesk.storage.read_records import PickupDetailRecord
from storedesk.storage.row_reader import Driver, select
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor
from storedesk.ui.window.trouble_texts import answer_problem

DAY_MS = 24 * 3_600_000
_TABLES = frozenset(
    [
        "fulfilment",
        "fulfilment_line",
        "parcel",
        "parcel_line",
        "handover",
        "orders",
        "person",
        "stock_level",
        "order_request",
        "setting",
    ]
)


class PickupsControl(QObject):
    """``handover_asked`` carries the fulfilment's id and the code that was scanned, if any."""

    handover_asked = Signal(str, str)

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: PickupsScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing = Performing(session, shell)
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        screen.supervised.connect(lambda kind, args: background.start(self._supervise(kind, args)))
        screen.pickup_wanted.connect(self._wanted)
        screen.handover_wanted.connect(lambda fulfilment_id: self.handover_asked.emit(fulfilment_id, ""))
        screen.print_wanted.connect(lambda paper, subject: background.start(self._print(paper, subject)))
        screen.retry_wanted.connect(self.refresh)
        session.rows_changed.connect(self._rows_changed)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.refresh)
        self._minute.start(20_000)
        self._wanted_id = ""

    def refresh(self) -> None:
        if self._session.is_ready:
            self._background.start(self._load())

    def open(self, fulfilment_id: str) -> None:
        """Shows a pickup on the screen of pickups."""
        self._wanted_id = fulfilment_id
        self._shell.go(Place.PICKUPS)
        self.refresh()

    def _wanted(self, fulfilment_id: str) -> None:
        self._wanted_id = fulfilment_id
        self.refresh()

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    async def _load(self) -> None:
        session, look = self._session, self._session.look()
        place, wanted = session.place, self._wanted_id
        if place is None:
            return
        place_id = place.id

        def read(connection: Driver) -> tuple[Any, Any, PickupExtras]:
            queue = pickup_queue(connection, place_id, look.now - DAY_MS)
            found = pickup_detail(connection, wanted) if wanted else None
            extras = pickup_extras(DeskRows(connection), found, look.now) if found else NO_EXTRAS
            return queue, found, extras

        records, detail, extras = await session.read(read)
        view = derive_queue(records, look)
        self.screen.show_queue(view)
        if wanted != self._wanted_id:
            return
        if detail is not None:
            now = derive_pickup(detail, look, extras)
            self.screen.show_pickup(now, self._changed_by(self.screen.detail.view, now, detail))
        elif view.rows:
            self._wanted(view.rows[0].fulfilment_id)
        else:
            self.screen.show_pickup(None)

    def _changed_by(self, before: PickupView | None, now: PickupView, detail: PickupDetailRecord) -> str:
        """Who changed the open pickup from elsewhere, if it was not this desk."""
        if before is None or before.row.fulfilment_id != now.row.fulfilment_id:
            return ""
        ours = before.row.provisional or now.row.provisional
        if ours or before.row.version == now.row.version:
            return ""
        fulfilment, own = detail.pickup.fulfilment, self._session.desk.desk
        if now.row.state != before.row.state and now.handovers:
            desk = detail.handovers[-1].handover.desk
        else:
            desk = fulfilment.claimed_desk
        return "" if desk == own else desk or now.row.worker

    async def _perform(self, kind: str, args: Any) -> None:
        performed = await self._performing.do(kind, args, self._said(kind))
        if not is_saved(performed):
            self.refresh()
        elif isinstance(args, StageParcels | ReadyUnchecked):
            await self._print_labels(args.fulfilment_id)
        elif isinstance(args, MarkReady):
            self._wanted_id = args.fulfilment_id

    async def _supervise(self, kind: str, args: Any) -> None:
        """Who may supervise needs nobody else."""
        user, checked_by = self._session.user, None
        if user is not None and not may_supervise(user):
            desk = AtDesk(self._session, self._shell)
            reason = self.tr("Handed over more than 15 minutes ago: a supervisor takes it back with you.")
            checked_by = await ask_supervisor(desk, self.tr("Supervisor’s PIN"), reason)
            if checked_by is None:
                return
        await self._perform(kind, msgspec.structs.replace(args, checked_by=checked_by))

    def _said(self, kind: str) -> str:
        words = {
            "MarkReady": self.tr("Marked ready."),
            "StageParcels": self.tr("Staged."),
            "CorrectHandover": self.tr("The handover is taken back."),
            "ReportShort": self.tr("Noted as missing."),
            "ReceiveInbound": self.tr("Received. Put it in a bin."),
            "ReadyUnchecked": self.tr("Marked ready."),
            "SwapLine": self.tr("Swapped. Pick the other item."),
        }
        return words.get(kind, "")

    async def _print_labels(self, fulfilment_id: str) -> None:
        """A label for each parcel of the pickup that has not had one; a reprint is asked for by hand."""

        def read(connection: Driver) -> list[Parcel]:
            return select(
                connection, Parcel, "fulfilment_id = ? AND state = 'staged' ORDER BY number", fulfilment_id
            )

        for parcel in await self._session.read(read):
            await self._session.print_paper("parcel_label", parcel.id)

    async def _print(self, paper: str, fulfilment_id: str) -> None:
        if paper == "label":
            await self._print_labels(fulfilment_id)
            return
        if paper == "slip":
            fact = await self._session.read(lambda connection: last_handover_of(connection, fulfilment_id))
            answer = await self._session.print_paper("slip", fact.id, copy=True) if fact else None
        else:
            answer = await self._session.print_paper("pick_list", fulfilment_id)
        if answer is None or answer.problem:
            key = "nothing_to_print" if answer is None else answer.problem
            self._shell.say(answer_problem(key), ToastKind.WARN)
        else:
            self._shell.say(self.tr("On its way to the printer: {number}").format(number=answer.detail))
