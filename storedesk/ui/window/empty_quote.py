"""Withdraws a quote that was begun here and left before anything was written on it."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from storedesk.actions.quote_args import WithdrawQuote
from storedesk.domain.records import Quote, QuoteLine
from storedesk.storage.row_reader import Driver, one
from storedesk.ui.event_loop import Background
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import is_saved


class EmptyQuote(QObject):
    """Knows the quote that was begun last; ``gone`` carries its id once it is withdrawn. A quote that ever had a
    line, a PO number or a note is never touched."""

    gone = Signal(str)

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        settled: Callable[[], Awaitable[None]],
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._settled = session, shell, background, settled
        self._quote_id, self._staff_id = "", 0

    def begun(self, quote_id: str) -> None:
        user = self._session.user
        self._quote_id, self._staff_id = quote_id, user.staff_id if user else 0

    def left(self, for_quote: str = "") -> None:
        """Somebody goes to another quote or screen, or the desk is locked."""
        if self._quote_id and self._quote_id != for_quote:
            self._background.start(self._withdraw(self._quote_id, self._staff_id))
            self._quote_id = ""

    async def _withdraw(self, quote_id: str, staff_id: int) -> None:
        await self._settled()
        empty = await self._session.read(lambda connection: _empty_draft(connection, quote_id))
        if empty is None:
            return
        args = WithdrawQuote(quote_id, empty.version)
        if is_saved(await self._session.perform("WithdrawQuote", args, staff_id=staff_id)):
            if self._session.user is not None:
                self._shell.say(self.tr("Nothing was written on the new quote, so it is withdrawn."))
            self.gone.emit(quote_id)


def _empty_draft(connection: Driver, quote_id: str) -> Quote | None:
    """The quote, if it is a draft on which nothing was ever written."""
    quote: Quote | None = one(connection, Quote, "id = ?", quote_id)
    if quote is None or quote.state != "draft" or quote.number or quote.po_number or quote.note:
        return None
    return None if one(connection, QuoteLine, "quote_id = ?", quote_id) else quote
