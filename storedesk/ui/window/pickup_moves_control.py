"""Opens the sheets that ask for another store or another collector of a pickup, and sends what is asked."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.pickup_moves import MOVABLE
from storedesk.desk.store_choice import CollectorSeen, StoreChoice, collector_seen, derive_stores
from storedesk.domain.pickup_state import FINAL
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.desk_reads import pickup_by_id
from storedesk.storage.read_records import PickupRecord
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.pickups.collector_sheet import CollectorSheet
from storedesk.ui.screens.pickups.move_sheet import MoveSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing


class PickupMovesControl(QObject):
    """For the screen of pickups and for whoever talks to the customer."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._performing = Performing(session, shell)
        self.sheet: MoveSheet | CollectorSheet | None = None

    def move(self, fulfilment_id: str) -> None:
        self._background.start(self._move(fulfilment_id))

    def change_collector(self, fulfilment_id: str) -> None:
        self._background.start(self._change_collector(fulfilment_id))

    async def _move(self, fulfilment_id: str) -> None:
        now = self._session.now()

        def read(connection: Driver) -> tuple[PickupRecord | None, tuple[StoreChoice, ...]]:
            return pickup_by_id(connection, fulfilment_id), derive_stores(
                DeskRows(connection), fulfilment_id, now
            )

        record, stores = await self._session.read(read)
        if record is None or record.fulfilment.state not in MOVABLE:
            self._shell.say(self.tr("It is handed over or over already, and moves no more."), ToastKind.WARN)
            return
        self._open(MoveSheet(fulfilment_id, record.fulfilment.order_number, stores, self._shell))

    async def _change_collector(self, fulfilment_id: str) -> None:
        def read(connection: Driver) -> tuple[PickupRecord | None, CollectorSeen]:
            return pickup_by_id(connection, fulfilment_id), collector_seen(
                DeskRows(connection), fulfilment_id
            )

        record, seen = await self._session.read(read)
        if record is None or record.fulfilment.state in FINAL:
            self._shell.say(self.tr("It is over already: nobody collects it any more."), ToastKind.WARN)
            return
        self._open(CollectorSheet(fulfilment_id, record.fulfilment.order_number, seen, self._shell))

    def _open(self, sheet: MoveSheet | CollectorSheet) -> None:
        if self.sheet is not None or self._shell.is_covered:
            sheet.deleteLater()
            return
        self.sheet = sheet
        kind = "MovePickupToStore" if isinstance(sheet, MoveSheet) else "ChangeCollector"
        sheet.confirmed.connect(lambda args: self._background.start(self._perform(kind, args)))
        sheet.finished.connect(lambda result: self._closed())
        sheet.open()

    def _closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = None

    async def _perform(self, kind: str, args: Any) -> None:
        said = {
            "MovePickupToStore": self.tr("Asked for. Central decides about the other store."),
            "ChangeCollector": self.tr("Asked for. Central decides about the name."),
        }
        await self._performing.do(kind, args, said[kind])
