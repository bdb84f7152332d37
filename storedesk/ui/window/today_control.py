"""Feeds the board of the day and goes where it points."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from storedesk.desk.today_views import derive_today
from storedesk.domain.wall_clock import day_from, moment_of
from storedesk.storage.desk_today_reads import today_rows
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession

_TABLES = frozenset(
    {"fulfilment", "fulfilment_line", "parcel", "orders", "person", "task", "place", "day_entry"}
)
_REFRESH_MS = 20_000


class TodayControl(QObject):
    """Keeps the board true while it is on the screen."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: TodayScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        screen.retry_wanted.connect(self.refresh)
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
        session, place = self._session, self._session.place
        if place is None:
            return
        look, place_id = session.look(), place.id
        day = look.hours.local_day(look.now)
        begin = moment_of(day_from(day), 0, ZoneInfo(place.zone))
        record = await session.read(lambda connection: today_rows(connection, place_id, day, begin, look.now))
        self.screen.show_today(derive_today(record, look))
