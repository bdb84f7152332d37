"""Opens the handover dialog, performs what it completes, prints the slips."""

from PySide6.QtCore import QObject

from storedesk.actions.pickup_args import HandOver
from storedesk.desk.handover_views import derive_handover
from storedesk.domain.pickup_code import pickup_code_matches
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.handover_reads import last_handover_of
from storedesk.storage.read_records import PickupDetailRecord
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text


class HandoverControl(QObject):
    """At most one dialog is open; one press has one action id per order, so that it takes effect once."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._performing = Performing(session, shell)
        self.sheet: HandoverSheet | None = None
        self._press: dict[str, str] = {}

    def open(self, fulfilment_id: str, code: str = "") -> None:
        """``code`` is what the customer's QR said; it is checked here, offline too."""
        if self.sheet is not None:
            self.sheet.scan_code(code)
        else:
            self._background.start(self._open(fulfilment_id, code))

    def scan_parcel(self, parcel_id: str, order_number: str) -> bool:
        """A parcel's label while the dialog is open; False when no dialog is."""
        if self.sheet is None:
            return False
        self.sheet.scan_parcel(parcel_id, order_number)
        return True

    async def _open(self, fulfilment_id: str, code: str) -> None:
        def read(connection: Driver) -> list[PickupDetailRecord]:
            first = pickup_detail(connection, fulfilment_id)
            if first is None:
                return []
            others = (pickup_detail(connection, other.fulfilment.id) for other in first.others_ready)
            return [first, *(other for other in others if other is not None)]

        details = await self._session.read(read)
        if not details or self.sheet is not None or self._session.user is None:
            return
        view = derive_handover(details, self._session.look())
        hashes = {detail.pickup.fulfilment.id: detail.pickup.fulfilment.code_hash for detail in details}
        key = bytes.fromhex(self._session.desk.place_key)

        def check(typed: str) -> bool:
            return any(
                pickup_code_matches(key, own, typed, stored) for own, stored in hashes.items() if stored
            )

        self._press = {}
        self.sheet = HandoverSheet(view, check, self._shell)
        self.sheet.completed.connect(lambda acts, slip: self._background.start(self._complete(acts, slip)))
        self.sheet.perform.connect(lambda kind, args: self._background.start(self._performing.do(kind, args)))
        self.sheet.finished.connect(self._closed)
        self.sheet.open()
        if code:
            self.sheet.scan_code(code)

    async def _complete(self, acts: tuple[HandOver, ...], slip: bool) -> None:
        for act in acts:
            action_id = self._press.setdefault(act.fulfilment_id, self._session.new_action_id())
            performed = await self._session.perform("HandOver", act, action_id)
            if not is_saved(performed):
                if self.sheet is not None:
                    self.sheet.fail(refusal_text(performed))
                del self._press[act.fulfilment_id]
                return
        if self.sheet is not None:
            self.sheet.finish()
        self._performing.tell(performed, self.tr("Handed over."))
        if slip:
            for act in acts:
                await self._print_slip(act.fulfilment_id)

    async def _print_slip(self, fulfilment_id: str) -> None:
        fact = await self._session.read(lambda connection: last_handover_of(connection, fulfilment_id))
        if fact is not None:
            await self._session.print_paper("slip", fact.id)

    def _closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.deleteLater()
