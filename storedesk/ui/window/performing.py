"""Doing an action for a screen and telling staff what came of it."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from storedesk.desk.undo import compensation
from storedesk.protocol.desk_link import Performed
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.deed import Deed
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.refusal_texts import refusal_text


class Performing:
    """Performs and says the outcome as a toast; ``said`` is the text for a plain success."""

    def __init__(self, session: DeskSession, shell: AppShell) -> None:
        self._session, self._shell = session, shell

    async def do(
        self, kind: str, args: Any, said: str = "", action_id: str | None = None, draft: str = ""
    ) -> Performed:
        performed = await self._session.perform(kind, args, action_id, draft)
        if is_saved(performed):
            self._session.did.emit(Deed(kind, args, said))
        self.tell(performed, said, can_undo=compensation(kind, args) is not None)
        return performed

    def tell(self, performed: Performed, said: str = "", can_undo: bool = False) -> None:
        if performed.outcome in ("rejected", "unavailable"):
            self._shell.say(refusal_text(performed), ToastKind.WARN)
        elif performed.outcome == "saved_without_copy":
            self._shell.say(
                QCoreApplication.translate(
                    "Performing",
                    "Saved on this desk, safety copy missing: look at the disk. Nothing is lost.",
                ),
                ToastKind.WARN,
            )
        elif said:
            sync = self._session.sync
            offline = sync is not None and not sync.online and sync.offline_since is not None
            words = QCoreApplication.translate(
                "Performing", "Saved on this desk. Goes out when the line is back."
            )
            self._shell.say(
                f"{said} {words}" if offline else said,
                ToastKind.OFFLINE if offline else ToastKind.DONE,
                can_undo,
            )


def is_saved(performed: Performed) -> bool:
    """Whether it was done, with or without the second copy."""
    return performed.outcome in ("saved", "saved_without_copy")
