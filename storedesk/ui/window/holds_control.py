"""Feeds the holds of the stock screen, places and ends them, and offers to take that back."""

from typing import Any

from PySide6.QtCore import QObject, QTimer

from storedesk.actions.stock_args import PlaceHold, ReleaseHold
from storedesk.desk.hold_views import HoldsView, derive_holds
from storedesk.domain.ids import effect_id
from storedesk.storage.desk_hold_reads import hold_of_id, holds_of_place
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.stock.hold_words import ended_text, placed_text
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text
from storedesk.ui.window.undo_control import Back, UndoControl

HOLD_KINDS = frozenset({"PlaceHold", "ReleaseHold"})
_TABLES = frozenset({"hold", "person", "variant", "product"})
_DAY_MS = 24 * 3_600_000
_AGAIN_MS = 20_000


class HoldsControl(QObject):
    """Holds end by the clock, so the list is looked at again while it is on the screen."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, undo: UndoControl, screen: StockScreen
    ) -> None:  # fmt: skip
        super().__init__(shell)
        self._session, self._shell, self._background, self._undo = session, shell, background, undo
        self._screen, self._holds = screen, HoldsView()
        self._performing = Performing(session, shell)
        screen.perform.connect(self._perform)
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(_AGAIN_MS)

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self._screen:
            self._background.start(self._load())

    async def _load(self) -> None:
        place, look = self._session.place, self._session.look()
        if place is None:
            return
        place_id = place.id
        records = await self._session.read(
            lambda connection: holds_of_place(connection, place_id, look.now - _DAY_MS)
        )
        self._holds = derive_holds(records, look)
        self._screen.show_holds(self._holds)

    def _perform(self, kind: str, args: Any) -> None:
        if isinstance(args, PlaceHold):
            self._background.start(self._place(args))
        elif isinstance(args, ReleaseHold):
            self._background.start(self._release(args))

    async def _place(self, args: PlaceHold) -> None:
        action_id = self._session.new_action_id()
        if not is_saved(await self._performing.do("PlaceHold", args, "", action_id)):
            return
        hold_id = effect_id(action_id, 1)
        hold = await self._session.read(lambda connection: hold_of_id(connection, hold_id))
        if hold is not None:
            until = moment_text(self._session.look().moment(hold.until))
            back = self._doing("ReleaseHold", ReleaseHold(hold_id))
            self._undo.offer(placed_text(hold.state, until), hold_id, back)
        await self._load()

    async def _release(self, args: ReleaseHold) -> None:
        hold = next((one for one in self._holds.open if one.hold_id == args.hold_id), None)
        if not is_saved(await self._performing.do("ReleaseHold", args)) or hold is None:
            return
        again = PlaceHold(
            hold.location_id,
            hold.variant_id,
            hold.quantity,
            hold.until.at,
            hold.who,
            hold.note,
            hold.phone_tail,
        )
        self._undo.offer(ended_text(args.outcome), hold.hold_id, self._doing("PlaceHold", again))
        await self._load()

    def _doing(self, kind: str, args: Any) -> Back:
        async def back() -> str:
            performed = await self._session.perform(kind, args)
            return "" if is_saved(performed) else refusal_text(performed)

        return back
