"""Says at once, as a toast, what a store has answered to a question that this desk asked."""

from PySide6.QtCore import QObject

from storedesk.domain.records import StoreQuestion
from storedesk.storage.desk_order_reads import answers_for
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.orders.order_words import reply_text
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession


class AnswersTold(QObject):
    """Each answer once; what came while the desk was closed waits in Attention. Nothing is said at a lock."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._since = 0
        self._told: set[str] = set()
        session.placed.connect(self._begin)
        session.rows_changed.connect(self._rows_changed)

    def _begin(self) -> None:
        self._since = self._session.now()

    def _rows_changed(self, tables: frozenset[str]) -> None:
        if "store_question" in tables and self._since and self._session.user is not None:
            self._background.start(self._tell())

    async def _tell(self) -> None:
        desk, since = self._session.desk.desk, self._since

        def look(connection: Driver) -> tuple[tuple[StoreQuestion, str, str], ...]:
            return answers_for(connection, desk, since)

        for question, number, store in await self._session.read(look):
            if question.id not in self._told:
                self._told.add(question.id)
                words = self.tr("{store} on {number}: {answer}")
                self._shell.say(words.format(store=store, number=number, answer=reply_text(question.answer)))
