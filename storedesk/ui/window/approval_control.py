"""Answers a quote that waits in Attention: by who is signed in, or with a supervisor's PIN."""

from typing import Any

from PySide6.QtCore import QObject

from storedesk.actions.quote_args import ApproveQuote, DeclineApproval, OfferLess
from storedesk.desk.sign_in import may_supervise
from storedesk.desk.task_views import ApprovalView, TaskView
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor


class ApprovalControl(QObject):
    """The answer is for exactly the content that was asked about."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: AttentionScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._screen = session, shell, screen
        self._performing = Performing(session, shell)
        screen.approval_wanted.connect(lambda view, choice: background.start(self._answer(view, choice)))

    async def _answer(self, view: TaskView, choice: str) -> None:
        user, checked_by = self._session.user, None
        if user is None or view.approval is None:
            return
        if not may_supervise(user):
            heading = self.tr("Answer for {number}").format(number=view.row.order_number)
            reason = self.tr("The quote is over a limit: a supervisor answers.")
            checked_by = await ask_supervisor(AtDesk(self._session, self._shell), heading, reason)
            if checked_by is None:
                self._screen.failed(view.row.task_id)
                return
        kind, args = _action(view.approval, choice, checked_by)
        performed = await self._performing.do(kind, args, self.tr("Answered."))
        if not is_saved(performed):
            self._screen.failed(view.row.task_id)


def _action(quote: ApprovalView, choice: str, checked_by: int | None) -> tuple[str, Any]:
    if choice == "approve":
        return "ApproveQuote", ApproveQuote(quote.quote_id, quote.hash, checked_by)
    if choice == "offer_less":
        return "OfferLess", OfferLess(quote.quote_id, quote.hash, max(0, quote.limit), checked_by)
    return "DeclineApproval", DeclineApproval(quote.quote_id, quote.hash, checked_by)
