"""Numbers by article that somebody counts, kept on the desk at each change and found again after a restart."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from storedesk.desk.kept_counts import counts_from, counts_text
from storedesk.storage.desk_drafts import kept_draft
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession


class KeptNumbers(QObject):
    """Each change takes the place of the one before, in the order in which they were asked for."""

    def __init__(self, session: DeskSession, shell: AppShell) -> None:
        super().__init__(shell)
        self._session, self._shell = session, shell

    async def keep(self, name: str, numbers: Mapping[int, int]) -> None:
        """Says so where the disk does not take it: the numbers stand on the screen all the same."""
        if not await self._session.keep_draft(name, counts_text(numbers)):
            self._shell.say(
                self.tr("Counted, but not kept on this desk: look at the disk, and do not close StoreDesk."),
                ToastKind.WARN,
            )

    async def read(self, name: str) -> dict[int, int]:
        return await self._session.read(lambda connection: counts_from(kept_draft(connection, name)))
