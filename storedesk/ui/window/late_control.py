"""Feeds the list of not collected pickups and performs what staff answer there."""

from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from storedesk.actions.pickup_shelf_args import ReleaseNotCollected
from storedesk.desk.late_views import LateView, PutBackRow, derive_late, derive_put_back
from storedesk.desk.pickup_views import Tab
from storedesk.domain.wall_clock import day_from, moment_of
from storedesk.protocol.desk_link import Performed
from storedesk.storage.desk_late_reads import late_rows
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing
from storedesk.ui.window.pickups_control import PickupsControl
from storedesk.ui.window.refusal_texts import refusal_text
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor

_TABLES = frozenset({"fulfilment", "fulfilment_line", "parcel", "orders", "timeline_entry", "setting"})


class LateControl(QObject):
    """Refreshes only while the list is shown."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, pickups: PickupsControl
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._pickups, self.screen = pickups, pickups.screen
        self._performing = Performing(session, shell)
        self.screen.late.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        self.screen.queue.tabs.chosen.connect(lambda tab: self.refresh())
        self.screen.pickup_shown.connect(self.refresh)
        session.rows_changed.connect(self._rows_changed)

    def open(self, fulfilment_id: str) -> None:
        """Shows a pickup among those to call."""
        self.screen.queue.tabs.choose(Tab.NOT_COLLECTED)
        self._pickups.open(fulfilment_id)

    def refresh(self) -> None:
        if self._session.is_ready and self.screen.shows_late:
            self._background.start(self._load())

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    async def _load(self) -> None:
        session, place, wanted = self._session, self._session.place, self.screen.open_id
        if place is None:
            return
        look, place_id = session.look(), place.id
        day = look.hours.local_day(look.now)
        since = moment_of(day_from(day), 0, ZoneInfo(place.zone))
        rows = self.screen.queue.view.of_tab(Tab.NOT_COLLECTED)
        listed = any(row.fulfilment_id == wanted for row in rows)
        if rows and not listed:
            self.screen.pickup_wanted.emit(rows[0].fulfilment_id)
            return

        def read(connection: Driver) -> tuple[LateView | None, tuple[PutBackRow, ...]]:
            record = late_rows(connection, place_id, wanted if listed else "", since)
            view = derive_late(record, DeskRows(connection), look, place_id)
            return view, derive_put_back(record.put_back, look)

        view, put_back = await session.read(read)
        self.screen.late.show_late(view, self._reasons(view), put_back, day)

    def _reasons(self, view: LateView | None) -> dict[str, str]:
        """Why goods may not be let go; what only needs a supervisor may be asked for."""
        found = view.refused if view else {}
        return {
            key: refusal_text(Performed(request=0, outcome="rejected", why=why.kind, facts=why.facts()))
            for key, why in found.items()
            if why.kind != "SecondCheckNeeded"
        }

    async def _perform(self, kind: str, args: Any) -> None:
        if isinstance(args, ReleaseNotCollected) and self._needs_supervisor(args):
            heading = self.tr("Let these goods go?")
            reason = self.tr("Goods of this value are let go by a supervisor.")
            boss = await ask_supervisor(AtDesk(self._session, self._shell), heading, reason)
            if boss is None:
                return
            args = ReleaseNotCollected(args.fulfilment_id, args.reason, boss)
        await self._performing.do(kind, args, self._said(kind))
        self.refresh()

    def _needs_supervisor(self, args: ReleaseNotCollected) -> bool:
        view = self.screen.late.view
        why = view.refused.get(args.reason) if view else None
        return why is not None and why.kind == "SecondCheckNeeded"

    def _said(self, kind: str) -> str:
        words = {
            "ReleaseNotCollected": self.tr("Let go. Put the goods back on their shelf."),
            "RestockReturned": self.tr("Back on the shelf."),
            "ExtendPickup": self.tr("Kept longer."),
            "LogContact": self.tr("The call is noted."),
        }
        return words.get(kind, "")
