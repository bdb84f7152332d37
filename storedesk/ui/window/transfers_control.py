"""Feeds the transfers screen, counts what is scanned there, and does what it asks for."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.stock_args import AskTransfer, ReceiveTransfer, SendTransfer
from storedesk.desk.kept_counts import counts_name
from storedesk.desk.scan_resolver import ArticleFound, Found
from storedesk.desk.transfer_views import TransfersView, TransferView, derive_transfer, derive_transfers
from storedesk.storage.desk_transfer_reads import place_names, transfer_detail, transfers_of_place
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.transfers.nothing_arrived_sheet import NothingArrivedSheet
from storedesk.ui.screens.transfers.transfers_screen import TransfersScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.kept_numbers import KeptNumbers
from storedesk.ui.window.new_transfer_control import NewTransferControl
from storedesk.ui.window.performing import Performing, is_saved

_TABLES = frozenset({"transfer", "transfer_line", "stock_level", "place", "variant", "product"})
_CLOSED_MS = 14 * 24 * 3_600_000


class TransfersControl(QObject):
    """What is packed or unpacked is counted here until it is sent or received, also over a restart."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: TransfersScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing, self._kept = Performing(session, shell), KeptNumbers(session, shell)
        self._counts: dict[str, dict[int, int]] = {}
        self._wanted, self._lists = "", TransfersView()
        self._goes_there = False
        self._sheet: NothingArrivedSheet | None = None
        self.draft = NewTransferControl(session, shell, background, screen)
        screen.transfer_wanted.connect(self._choose)
        screen.new_wanted.connect(self.new)
        screen.pane.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        screen.pane.counted.connect(self._count)
        screen.pane.nothing_arrived.connect(self._ask_nothing)
        screen.pane.all_counted.connect(self._count_all)
        screen.draft.perform.connect(lambda kind, args: background.start(self._ask(args)))
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)

    @property
    def is_current(self) -> bool:
        return self._shell.current is self.screen

    def go(self) -> None:
        self._shell.go(Place.TRANSFERS)
        self.refresh()

    def new(self) -> None:
        """Begins a transfer to this place; one that was begun goes on."""
        self.go()
        self.draft.begin()

    def receive(self) -> None:
        """Goes to the first transfer that is on its way here."""
        self._background.start(self._open_arriving())

    def open(self, transfer_id: str) -> None:
        self._wanted, self._goes_there = transfer_id, True
        self.screen.show_draft(None)
        self.go()

    def take(self, found: Found) -> bool:
        """A scanned article counts one on this screen."""
        if not self.is_current or not isinstance(found, ArticleFound):
            return False
        hit = found.hits[0]
        if self.screen.is_new:
            self.draft.add(hit.variant.id, hit.pack_quantity)
            return True
        view = self.screen.pane.view
        if view is None or view.work not in ("pack", "receive"):
            return False
        self._count(hit.variant.id, hit.pack_quantity)
        return True

    def refresh(self) -> None:
        if self._session.is_ready and self.is_current:
            self._background.start(self._load())

    def _choose(self, transfer_id: str) -> None:
        self._wanted = transfer_id
        self.screen.show_draft(None)
        self.refresh()

    def _count(self, variant_id: int, by: int) -> None:
        view = self.screen.pane.view
        if view is None or view.work not in ("pack", "receive"):
            return
        line = next((one for one in view.lines if one.variant_id == variant_id), None)
        if view.work == "pack" and (line is None or line.done + by > line.wanted):
            problem = (
                self.tr("This is not on the transfer.") if line is None else self.tr("All of it is packed.")
            )
            self.screen.refused.emit(problem)
            return
        counts = self._counts.setdefault(view.row.transfer_id, {})
        counts[variant_id] = max(0, counts.get(variant_id, 0) + by)
        self._background.start(self._counted(view.row.transfer_id))

    def _count_all(self) -> None:
        view = self.screen.pane.view
        if view is not None:
            counts = self._counts.setdefault(view.row.transfer_id, {})
            for line in view.lines:
                counts[line.variant_id] = max(line.wanted, line.done)
            self._background.start(self._counted(view.row.transfer_id))

    def _ask_nothing(self) -> None:
        """Receiving nothing at all is asked again before it is done."""
        view = self.screen.pane.view
        if view is None or (self._sheet is not None and self._sheet.isVisible()):
            return
        sheet = self._sheet = NothingArrivedSheet(view, self.screen)
        sheet.confirmed.connect(lambda kind, args: self._background.start(self._perform(kind, args)))
        sheet.open()

    async def _counted(self, transfer_id: str) -> None:
        """Shown once it is kept, so that no count on the screen is lost."""
        await self._kept.keep(counts_name(transfer_id), self._counts.get(transfer_id, {}))
        self.refresh()

    async def _open_arriving(self) -> None:
        self.go()
        await self._load()
        rows = [row for row in self._lists.open if not row.is_out]
        if not rows:
            self._shell.say(self.tr("Nothing is on its way here."))
            return
        self._wanted, self._goes_there = rows[0].transfer_id, True
        self.screen.show_draft(None)
        await self._load()

    async def _ask(self, args: AskTransfer) -> None:
        transfer_id = await self.draft.ask(args)
        if transfer_id:
            self._wanted, self._goes_there = transfer_id, True
            await self._load()

    async def _perform(self, kind: str, args: Any) -> None:
        said = {
            "AnswerTransfer": self.tr("Answered."),
            "SendTransfer": self.tr("Sent: the goods are on their way."),
            "ReceiveTransfer": self.tr("Received: the goods are on the shelf."),
        }
        name = counts_name(args.transfer_id)
        draft = name if isinstance(args, SendTransfer | ReceiveTransfer) else ""
        performed = await self._performing.do(kind, args, said.get(kind, ""), draft=draft)
        if is_saved(performed) and draft:
            self._counts[args.transfer_id] = {}
        self.screen.pane.failed()
        self.refresh()

    async def _load(self) -> None:
        session, look, place = self._session, self._session.look(), self._session.place
        wanted = self._wanted
        if place is None:
            return
        if wanted and wanted not in self._counts:
            found = await self._kept.read(counts_name(wanted))
            self._counts.setdefault(wanted, found)
        place_id, counted = place.id, dict(self._counts.get(wanted, {}))

        def read(connection: Driver) -> tuple[TransfersView, TransferView | None]:
            rows, pieces = transfers_of_place(connection, place_id, look.now - _CLOSED_MS)
            lists = derive_transfers(rows, pieces, place_names(connection), place_id, look)
            record = transfer_detail(connection, wanted, place_id, tuple(counted)) if wanted else None
            return lists, derive_transfer(record, counted, place_id, look) if record else None

        self._lists, view = await session.read(read)
        self.screen.show_transfers(self._lists, wanted)
        if wanted == self._wanted:
            self.screen.show_transfer(view)
            if self._goes_there:
                self._goes_there = False
                self.screen.choose(wanted)
