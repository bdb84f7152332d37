"""Feeds the board of customer service."""

from PySide6.QtCore import QObject, QTimer

from storedesk.actions.service_decide import WAITS
from storedesk.desk.service_today import RING_DAYS_MS, derive_service_today
from storedesk.domain.pickup_state import COUNTS_FOR_PROMISE
from storedesk.storage.desk_service_reads import ServiceRecord, service_rows
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.today.service_screen import ServiceScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession

_TABLES = frozenset({"contact", "fulfilment", "orders", "person"})
_REFRESH_MS = 20_000


class ServiceTodayControl(QObject):
    """Keeps the board true while it is on the screen."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: ServiceScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        session.rows_changed.connect(self._rows_changed)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.refresh)
        self._minute.start(_REFRESH_MS)

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self.screen:
            self._background.start(self._load())

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()

    async def _load(self) -> None:
        place = self._session.place
        if place is None:
            return
        look, place_id = self._session.look(), place.id
        day = look.hours.local_day(look.now)
        picks = tuple(sorted(COUNTS_FOR_PROMISE))

        def read(connection: Driver) -> ServiceRecord:
            return service_rows(connection, place_id, day, look.now - RING_DAYS_MS, look.now, WAITS, picks)

        self.screen.show_today(derive_service_today(await self._session.read(read), look))
