"""F3 on an order: asks central why it lies where it does, and shows the answer; offline it says that plainly."""

from PySide6.QtCore import QObject

from storedesk.desk.central_look_up import NOT_ALLOWED
from storedesk.desk.central_why import NOT_THERE
from storedesk.protocol.routing_link import AskWhy, WhyTold
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.why_sheet import WhySheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession


class WhyControl(QObject):
    """One question at a time; an answer about an order that is no longer asked about is thrown away."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: OrdersScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._asked = ""
        self.sheet: WhySheet | None = None
        screen.why_wanted.connect(self.ask)

    def ask(self, order_id: str) -> None:
        self._asked = order_id
        self._background.start(self._ask(order_id))

    async def _ask(self, order_id: str) -> None:
        session, user, place = self._session, self._session.user, self._session.place
        if user is None or place is None:
            return
        told: WhyTold = await session.ask(
            AskWhy(request=session.link.next_request(), order_id=order_id, staff_id=user.staff_id)
        )
        if order_id != self._asked:
            return
        if told.why is None:
            self._shell.say(self._problem(told.problem), ToastKind.WARN)
            return
        look = session.look()
        self.sheet = WhySheet(told.why, lambda at: moment_text(look.moment(at)), self._shell)
        self.sheet.open()

    def _problem(self, problem: str) -> str:
        if problem == NOT_ALLOWED:
            return self.tr("Central does not let you look this up. Ask a store manager.")
        if problem == NOT_THERE:
            return self.tr("Central does not know this order, or its rules cannot be read now.")
        return self.tr("No line: central alone knows why. Ask again when the desk is online.")
