"""Does what the keys of the orders screen ask for: contacts, callers, questions, changes and returns."""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from PySide6.QtCore import QObject

from storedesk.actions.return_args import TakeBackGoods
from storedesk.desk import order_deeds as deeds
from storedesk.desk.caller_proof import askable, matching
from storedesk.desk.one_time_words import words_to_read_out
from storedesk.desk.order_views import OrderView
from storedesk.desk.return_views import derive_return
from storedesk.desk.scan_resolver import ArticleFound, Found
from storedesk.domain.ids import effect_id
from storedesk.domain.place_of_work import STORE
from storedesk.storage.desk_order_reads import OrderRecord, contact_counts, order_detail
from storedesk.storage.desk_reads import places
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.orders import change_sheets as change
from storedesk.ui.screens.orders.contact_sheet import ContactSheet
from storedesk.ui.screens.orders.form_sheet import FormSheet
from storedesk.ui.screens.orders.more_sheet import MoreSheet
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.part_sheets import (
    AskSheet,
    CollectorSheet,
    DecideSheet,
    ExtendSheet,
    MoveSheet,
)
from storedesk.ui.screens.orders.return_sheet import ReturnSheet
from storedesk.ui.screens.orders.verify_sheet import VerifySheet
from storedesk.ui.screens.orders.words_sheet import SpokenWords, WordsSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.caller_checks import CallerChecks, is_service_desk
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved


class ServiceControl(QObject):
    """One sheet at a time, about the order that is on the screen when its key is pressed."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: OrdersScreen,
        callers: CallerChecks,
        refresh: Callable[[], None],
        open_pickup: Callable[[str], None],
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._callers, self._refresh, self._open_pickup = callers, refresh, open_pickup
        self._performing = Performing(session, shell)
        self.sheet: Sheet | None = None
        screen.deed_wanted.connect(self.wanted)

    def wanted(self, deed: str) -> None:
        view = self._screen.pane.view
        if view is None:
            self.note_contact()
            return
        if deed == "main":
            deed = deeds.main_deed(view)
        here = deeds.part_here(view)
        if deed == deeds.COPY:
            self._screen.pane.tell_answer()
        elif deed == deeds.OPEN_PICKUP and here is not None:
            self._open_pickup(here.fulfilment_id)
        elif deed == "more":
            self._more(view)
        else:
            self._background.start(self._begin(deed, view))

    def note_contact(self) -> None:
        """A contact about no order."""
        self._background.start(self._contact("", ""))

    async def _begin(self, deed: str, view: OrderView) -> None:
        if deed == "contact":
            await self._contact(view.order_id, view.number)
            return
        if deed == "words":
            await self._words(view)
            return
        order_id = view.order_id
        record = await self._session.read(lambda connection: order_detail(connection, order_id))
        if record is None:
            return
        sheet = await self._sheet(deed, view, record)
        if sheet is not None:
            self._open(sheet)

    async def _sheet(self, deed: str, view: OrderView, record: OrderRecord) -> FormSheet | None:
        shell = self._shell
        match deed:
            case "verify":
                return VerifySheet(view.order_id, askable(record), lambda said: matching(said, record), shell)
            case "ask" if (part := deeds.part_to_ask(view) or deeds.part_here(view)) is not None:
                return AskSheet(part, view.number, shell)
            case "extend" if (part := deeds.part_to_extend(view)) is not None:
                return ExtendSheet(part, view.number, shell)
            case "decide" if (part := deeds.part_to_decide(view)) is not None:
                stores = await self._session.read(_stores)
                return DecideSheet(
                    part, view.number, [one for one in stores if one[0] != part.place_id], shell
                )
            case "move" if (part := deeds.part_to_move(view)) is not None:
                stores = await self._session.read(_stores)
                return MoveSheet(part, view.number, [one for one in stores if one[0] != part.place_id], shell)
            case "collector" if (part := deeds.part_to_extend(view)) is not None:
                return CollectorSheet(part, view.number, deeds.collector_seen(record, part), shell)
            case "address":
                return change.AddressSheet(view, deeds.seen_mark(record, "address"), shell)
            case "note":
                return change.NoteSheet(view, deeds.seen_mark(record, "note"), shell)
            case "cancel":
                return change.CancelSheet(view, deeds.seen_mark(record, "cancel"), shell)
            case "cancel_line":
                return change.CancelLineSheet(view, shell)
            case "return":
                sync = self._session.sync
                return ReturnSheet(derive_return(record, view), sync is not None and not sync.online, shell)
        return None

    async def _contact(self, order_id: str, number: str) -> None:
        place = self._session.place
        if place is None:
            return
        look = self._session.look()
        day, place_id = look.hours.local_day(look.now), place.id
        counts = await self._session.read(lambda connection: contact_counts(connection, place_id, day))
        self._open(ContactSheet(order_id, number, day, counts, self._shell))

    async def _words(self, view: OrderView) -> None:
        """Read only at this moment, and on a customer-service desk only."""
        now, parts = self._session.now(), deeds.parts_to_agree(view)
        if not is_service_desk(self._session) or not parts:
            return

        def read(connection: Driver) -> tuple[SpokenWords, ...]:
            phones = {place.id: place.phone for place in places(connection)}
            return tuple(
                SpokenWords(
                    part.place,
                    phones.get(part.place_id, ""),
                    words_to_read_out(connection, part.fulfilment_id, now),
                )
                for part in parts
            )

        self._show(WordsSheet(view.number, await self._session.read(read), self._shell))

    def _more(self, view: OrderView) -> None:
        sheet = MoreSheet(view, self._shell, is_service_desk(self._session))
        sheet.wanted.connect(lambda key: self._background.start(self._begin(key, view)))
        self._show(sheet)

    def _open(self, sheet: FormSheet) -> None:
        sheet.confirmed.connect(lambda kind, args: self._background.start(self._perform(kind, args)))
        self._show(sheet)

    def _show(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(partial(self._closed, sheet))
        sheet.open()

    def _closed(self, sheet: Sheet, result: int) -> None:
        if self.sheet is sheet:
            self.sheet = None
        sheet.deleteLater()

    def take(self, found: Found) -> bool:
        """A scanned article is one more that comes back while a return is open."""
        if isinstance(self.sheet, ReturnSheet) and isinstance(found, ArticleFound):
            self.sheet.scan(found.hits[0].variant.id)
            return True
        return False

    async def _perform(self, kind: str, args: Any) -> None:
        action_id = self._session.new_action_id()
        if isinstance(args, TakeBackGoods):
            number = await self._session.document_number(effect_id(action_id, 1))
            if not number:
                self._shell.say(self.tr("No number can be given now. Press again."), ToastKind.WARN)
                return
            args = msgspec.structs.replace(args, number=number)
        said = {
            "LogContact": self.tr("The contact is noted."),
            "VerifyCaller": self.tr("The caller is verified. The details are shown now."),
            "AskStore": self.tr("The store is asked. Its answer comes here."),
            "ExtendPickup": self.tr("It is kept longer."),
            "DecideForCustomer": self.tr("Passed on. Central decides with the stock of that moment."),
            "RequestChange": self.tr("Asked for. Central decides, and it stands at the order."),
            "MovePickupToStore": self.tr("Asked for. Central decides with the stock of that moment."),
            "ChangeCollector": self.tr("Asked for. Central decides, and it stands at the order."),
            "TakeBackGoods": self.tr("Taken back. The refund follows after the check."),
        }
        performed = await self._performing.do(kind, args, said.get(kind, ""), action_id)
        if isinstance(args, TakeBackGoods) and is_saved(performed):
            await self._session.print_paper("return_slip", effect_id(action_id, 1))
        if kind == "VerifyCaller" and is_saved(performed):
            self._callers.add(args.order_id)
        self._refresh()


def _stores(connection: Driver) -> list[tuple[int, str]]:
    """Where customers can collect, by name."""
    return sorted(
        ((place.id, place.name) for place in places(connection) if place.kind == STORE),
        key=lambda one: one[1],
    )
