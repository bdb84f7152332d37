"""Feeds the channels screen, and has differences repaired and shops checked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.rights import PERMISSIONS
from storedesk.desk.channel_views import ChannelsView, derive_channels, first_day
from storedesk.domain.records import Channel
from storedesk.storage.desk_channel_reads import channels_record
from storedesk.storage.row_reader import Driver, one
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.connect_control import may_connect
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing

_TABLES = frozenset(
    {"channel", "channel_state", "difference", "difference_day", "product_fault", "stock_level", "setting"}
)


class ChannelsControl(QObject):
    """Reads only while the screen is current: what comes in meanwhile is read on arrival."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: ChannelsScreen,
        connect: Callable[[str, str], None],
    ) -> None:
        """``connect`` opens the screen on which a channel is connected, by its code and name or empty."""
        super().__init__(shell)
        self._connect = connect
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing = Performing(session, shell)
        self._is_busy = False
        screen.perform.connect(lambda kind, args: background.start(self._perform(kind, args)))
        screen.retry_wanted.connect(self.refresh)
        screen.add_wanted.connect(lambda: connect("", ""))
        screen.setup_wanted.connect(lambda channel: background.start(self._set_up(channel)))
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)
        session.sync_changed.connect(lambda sync: self._show_rights())

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self.screen:
            self._show_rights()
            self._background.start(self._load())

    async def _load(self) -> None:
        look = self._session.look()

        def read(connection: Driver) -> ChannelsView:
            return derive_channels(channels_record(connection, first_day(look)), look)

        self.screen.show_channels(await self._session.read(read), look.now)

    def _show_rights(self) -> None:
        """Channels are told and read centrally: without a line nothing can be asked of them from here."""
        sync, user = self._session.sync, self._session.user
        offline = sync is not None and not sync.online and sync.offline_since is not None
        no_line = self.tr("No line to central. Shops are repaired when it is back.") if offline else ""
        may = user is not None and "channel.repair" in PERMISSIONS.get(user.role, frozenset())
        self.screen.set_may_connect(may_connect(self._session))
        self.screen.set_blocked(no_line if may else self.tr("A store manager repairs differences."), no_line)

    async def _set_up(self, channel_id: int) -> None:
        found = await self._session.read(lambda connection: one(connection, Channel, "id = ?", channel_id))
        if found is not None:
            self._connect(found.code, found.name)

    async def _perform(self, kind: str, args: Any) -> None:
        """One press, one action."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            await self._performing.do(kind, args, self._said(kind, args))
        finally:
            self._is_busy = False
        self.refresh()

    def _said(self, kind: str, args: Any) -> str:
        if kind == "AskChannelCheck":
            return self.tr("Central is asked to check every shop.")
        if args.how == "take_theirs":
            return self.tr("Theirs is taken over: central reads it once more first.")
        if args.all_alike:
            return self.tr("Ours is sent again for all of this cause.")
        return self.tr("Ours is sent again and read back.")
