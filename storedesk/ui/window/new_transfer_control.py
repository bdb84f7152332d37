"""Puts a new transfer together: the articles wanted, who could send them, and asking for it under its number."""

import msgspec
from PySide6.QtCore import QObject

from storedesk.actions.stock_args import AskTransfer
from storedesk.desk.kept_counts import NEW_TRANSFER
from storedesk.desk.new_transfer import NewTransferView, derive_new_transfer
from storedesk.desk.stock_views import derive_stock
from storedesk.domain.ids import effect_id
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Variant
from storedesk.storage.desk_stock_reads import stock_of_variant
from storedesk.storage.row_reader import Driver, one
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.transfers.new_transfer_pane import MOST_LINES
from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.kept_numbers import KeptNumbers
from storedesk.ui.window.performing import Performing, is_saved


class NewTransferControl(QObject):
    """The draft stays until it is asked for or thrown away, also over a restart."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: TransfersScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._performing, self._kept = Performing(session, shell), KeptNumbers(session, shell)
        self._wanted: dict[int, int] = {}
        self._asking = self._is_read = False
        screen.draft.counted.connect(self.add)
        screen.draft.closed.connect(self.throw_away)

    def begin(self) -> None:
        self._screen.show_draft(self._screen.draft.view if self._wanted else NewTransferView())
        self._screen.draft.lines.setFocus()
        if not self._is_read:
            self._background.start(self._go_on())

    def add(self, variant_id: int, by: int = 1) -> None:
        """More or fewer of an article; none takes its line away. What is being asked for stays as it is."""
        if self._asking:
            return
        if variant_id not in self._wanted and len(self._wanted) >= MOST_LINES:
            self._shell.say(
                self.tr("A transfer has at most 12 articles. Ask for it, then begin another."), ToastKind.WARN
            )
            return
        self._wanted[variant_id] = self._wanted.get(variant_id, 0) + by
        if self._wanted[variant_id] <= 0:
            del self._wanted[variant_id]
        self._background.start(self._changed())

    def add_found(self, variant_id: int) -> None:
        """One whole unit of an article that was searched for."""
        self._background.start(self._add_unit(variant_id))

    async def _add_unit(self, variant_id: int) -> None:
        variant = await self._session.read(lambda connection: one(connection, Variant, "id = ?", variant_id))
        if variant is not None:
            self.add(variant_id, UNITS.get(variant.unit, PIECE).step)

    async def _go_on(self) -> None:
        """What was begun before the last restart."""
        await self._read_kept()
        if self._wanted:
            await self._load()

    async def _read_kept(self) -> None:
        """Once; what was added meanwhile is added to it."""
        kept = {} if self._is_read else await self._kept.read(NEW_TRANSFER)
        if not self._is_read:
            self._is_read = True
            added, self._wanted = self._wanted, kept
            for variant, number in added.items():
                self._wanted[variant] = self._wanted.get(variant, 0) + number

    async def _changed(self) -> None:
        await self._read_kept()
        await self._kept.keep(NEW_TRANSFER, self._wanted)
        await self._load()

    def throw_away(self) -> None:
        self._close()
        self._background.start(self._kept.keep(NEW_TRANSFER, {}))

    def _close(self) -> None:
        self._wanted, self._is_read = {}, True
        self._screen.draft.show_draft(NewTransferView())
        self._screen.show_draft(None)

    async def ask(self, args: AskTransfer) -> str:
        """Asks for it once; the new transfer's id, or empty where it was not saved."""
        if self._asking:
            return ""
        self._asking = True
        try:
            return await self._ask(args)
        finally:
            self._asking = False

    async def _ask(self, args: AskTransfer) -> str:
        action_id = self._session.new_action_id()
        transfer_id = effect_id(action_id, 1)
        number = await self._session.document_number(transfer_id)
        if not number:
            self._shell.say(self.tr("No number can be given now. Press again."), ToastKind.WARN)
            return ""
        args = msgspec.structs.replace(args, number=number)
        said = self.tr("Transfer {number} is asked for.").format(number=number)
        if not is_saved(await self._performing.do("AskTransfer", args, said, action_id, NEW_TRANSFER)):
            return ""
        self._close()
        return transfer_id

    async def _load(self) -> None:
        place, look = self._session.place, self._session.look()
        if place is None:
            return
        place_id, today, wanted = place.id, look.hours.local_day(look.now), dict(self._wanted)

        def read(connection: Driver) -> NewTransferView:
            found = (stock_of_variant(connection, variant, place_id, today) for variant in wanted)
            views = tuple(derive_stock(one, None, place_id, look, None) for one in found if one is not None)
            return derive_new_transfer(views, wanted)

        view = await self._session.read(read)
        if wanted == self._wanted:
            self._screen.show_draft(view)
