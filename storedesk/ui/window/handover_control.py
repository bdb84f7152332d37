"""Opens the handover dialog, performs what it completes, prints the slips."""

from PySide6.QtCore import QObject

from storedesk.actions.handover_second_check import VALUE_LIMIT, limit_from
from storedesk.actions.pickup_args import ExchangeAtHandover, HandOver
from storedesk.desk.handover_views import LineDown, derive_handover, order_of
from storedesk.desk.pickup_details import derive_pickup
from storedesk.desk.pickup_extras import exchanges
from storedesk.desk.pickup_views import SwapView
from storedesk.domain.one_time_word import words_match
from storedesk.domain.pickup_code import pickup_code_matches
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.handover_reads import last_handover_of, setting_of, word_key_of
from storedesk.storage.read_records import PickupDetailRecord
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.handover.exchange_sheet import ExchangeSheet
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.last_contact import last_contact
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor


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
        def read(connection: Driver) -> tuple[list[PickupDetailRecord], int | None, bytes | None]:
            first = pickup_detail(connection, fulfilment_id)
            if first is None:
                return [], None, None
            place_id = first.pickup.fulfilment.place_id
            others = (pickup_detail(connection, other.fulfilment.id) for other in first.others_ready)
            limit = limit_from(setting_of(connection, place_id, VALUE_LIMIT) or "")
            able = [first, *(other for other in others if other is not None)]
            return able, limit, word_key_of(connection, place_id)

        details, limit, word_key = await self._session.read(read)
        if not details or self.sheet is not None or self._session.user is None:
            return
        contact = last_contact(self._session)
        view = derive_handover(
            details, self._session.look(), None if contact is None else LineDown(contact, limit)
        )
        hashes = {detail.pickup.fulfilment.id: detail.pickup.fulfilment.code_hash for detail in details}
        key = bytes.fromhex(self._session.desk.place_key)

        def check(typed: str) -> bool:
            return any(
                pickup_code_matches(key, own, typed, stored) for own, stored in hashes.items() if stored
            )

        def check_word(typed: str) -> bool:
            number, day = (
                view.orders[0].order_number,
                self._session.look().hours.local_day(self._session.now()),
            )
            return word_key is not None and words_match(word_key, number, day, typed)

        self._press = {}
        self.sheet = HandoverSheet(view, check, self._shell, "", check_word, contact)
        self.sheet.supervisor_wanted.connect(lambda: self._background.start(self._ask_supervisor()))
        self.sheet.completed.connect(lambda acts, slip: self._background.start(self._complete(acts, slip)))
        self.sheet.exchange_wanted.connect(lambda: self._background.start(self._offer(fulfilment_id)))
        self.sheet.perform.connect(lambda kind, args: self._background.start(self._performing.do(kind, args)))
        self.sheet.finished.connect(self._closed)
        self.sheet.open()
        if code:
            self.sheet.scan_code(code)

    async def _offer(self, fulfilment_id: str) -> None:
        """What may go out instead of a refused unit; once exchanged, the dialog shows what lies there now."""
        now = self._session.now()

        def read(connection: Driver) -> tuple[PickupDetailRecord | None, dict[int, tuple[SwapView, ...]]]:
            detail = pickup_detail(connection, fulfilment_id)
            return detail, {} if detail is None else exchanges(DeskRows(connection), detail, now)

        detail, offers = await self._session.read(read)
        if detail is None or self.sheet is None:
            return
        order = order_of(derive_pickup(detail, self._session.look()))
        sheet = ExchangeSheet(order, offers, self.sheet)
        sheet.confirmed.connect(lambda args: self._background.start(self._exchange(args)))
        sheet.finished.connect(lambda result: sheet.deleteLater())
        sheet.open()

    async def _exchange(self, args: ExchangeAtHandover) -> None:
        performed = await self._performing.do("ExchangeAtHandover", args, self.tr("Exchanged."))
        sheet = self.sheet
        if sheet is None or not is_saved(performed):
            return
        code, by_scan = sheet.proven()
        sheet.reject()
        await self._open(args.fulfilment_id, "")
        if self.sheet is not None:
            self.sheet.prove(code, by_scan)

    async def _ask_supervisor(self) -> None:
        heading = self.tr("Second check by a supervisor")
        reason = self.tr("There is no line to central, so somebody looks at this handover with you.")
        staff_id = await ask_supervisor(AtDesk(self._session, self._shell), heading, reason)
        if staff_id is not None and self.sheet is not None:
            self.sheet.supervisor_agreed(staff_id)

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
