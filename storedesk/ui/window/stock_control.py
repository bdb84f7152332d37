"""Feeds the stock screen: one article with its places, its matrix and why its number is what it is."""

from typing import Any

import msgspec
from PySide6.QtCore import QObject

from storedesk.actions.stock_args import AskTransfer
from storedesk.desk.hold_views import end_choices
from storedesk.desk.stock_views import StockView, derive_stock
from storedesk.domain.ids import effect_id
from storedesk.storage.desk_stock_reads import stock_of_variant, variant_matrix
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.holds_control import HOLD_KINDS
from storedesk.ui.window.performing import Performing

_TABLES = frozenset(
    {
        "stock_level",
        "variant",
        "product",
        "price",
        "fulfilment",
        "hold",
        "protected_stock",
        "till_feed",
        "place",
    }
)


class StockControl(QObject):
    """Shows the article last asked for and keeps it true while it is on the screen."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: StockScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._variant = 0
        self._performing = Performing(session, shell)
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        screen.variant_wanted.connect(self._wanted)
        screen.search_wanted.connect(shell.find_field.start)
        session.rows_changed.connect(self._rows_changed)
        session.sync_changed.connect(lambda _: self.refresh())

    def open(self, variant_id: int) -> None:
        """Shows an article on the screen of stock."""
        self._shell.go(Place.STOCK)
        self._wanted(variant_id)

    def refresh(self) -> None:
        if self._variant and self._session.is_ready and self._shell.current is self.screen:
            self._background.start(self._load())

    def _wanted(self, variant_id: int) -> None:
        self._variant = variant_id
        self.refresh()

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    async def _perform(self, kind: str, args: Any) -> None:
        if kind in HOLD_KINDS:
            return
        said = {
            "AdjustStock": self.tr("Stock is adjusted."),
            "CountStock": self.tr("The count is saved."),
            "AskTransfer": self.tr("The transfer is asked for."),
        }
        action_id = self._session.new_action_id()
        if isinstance(args, AskTransfer):
            number = await self._session.document_number(effect_id(action_id, 1))
            if not number:
                self._shell.say(self.tr("No number can be given now. Press again."), ToastKind.WARN)
                return
            args = msgspec.structs.replace(args, number=number)
        await self._performing.do(kind, args, said.get(kind, ""), action_id)
        self.refresh()

    async def _load(self) -> None:
        session, place, wanted = self._session, self._session.place, self._variant
        if place is None:
            return
        look, place_id = session.look(), place.id
        today = look.hours.local_day(look.now)
        sync = session.sync
        heard = sync.last_good_at if sync is not None else None

        def read(connection: Driver) -> StockView | None:
            stock = stock_of_variant(connection, wanted, place_id, today)
            if stock is None:
                return None
            matrix = variant_matrix(connection, stock.product.id)
            return derive_stock(stock, matrix, place_id, look, heard)

        view = await session.read(read)
        if wanted != self._variant:
            return
        if view is None:
            self.screen.show_nothing()
        else:
            self.screen.show_stock(view, sync is not None and not sync.online, end_choices(look))
