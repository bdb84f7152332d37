"""Has central try routing rules out: one order by the set that is shown, past orders by both sets."""

import asyncio

from PySide6.QtCore import QObject

from storedesk.desk.central_look_up import NOT_ALLOWED
from storedesk.desk.central_why import BUSY, NOT_THERE
from storedesk.protocol.routing_link import AskWhatIf, AskWhy, WhatIfAnswered, WhyTold
from storedesk.protocol.routing_wire import WhatIfTold
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession

DAYS = 30
_PAUSE_SECONDS = 0.4


class RoutingTrials(QObject):
    """The newest question counts; an answer to an older one is thrown away."""

    def __init__(self, session: DeskSession, background: Background, screen: RoutingScreen) -> None:
        super().__init__(screen)
        self._session, self._background, self._screen = session, background, screen
        self._asked = self._run = ""
        screen.why.wanted.connect(self._ask_why)
        screen.shown_changed.connect(self._ask_again)
        screen.what_if_wanted.connect(self._ask_what_if)
        screen.what_if.cancelled.connect(self._cancel)

    def forget(self) -> None:
        """Other rules are in use or in the draft now: what was found out is about the ones before."""
        view = self._screen.view
        self._run = ""
        self._screen.what_if.show_ready(view is not None and view.draft is not None)
        self._ask_again()

    def _ask_again(self) -> None:
        if self._asked:
            self._ask_why(self._asked)

    def _ask_why(self, number: str) -> None:
        shown, view = self._screen.shown, self._screen.view
        if shown is None or view is None:
            return
        self._asked = number
        rules = view.draft_rules if shown is view.draft else None
        self._screen.why.show_asking(number)
        self._background.start(self._why(number, rules))

    async def _why(self, number: str, rules: str | None) -> None:
        session, user = self._session, self._session.user
        if user is None:
            return
        told: WhyTold = await session.ask(
            AskWhy(request=session.link.next_request(), order_id=number, staff_id=user.staff_id, rules=rules)
        )
        if number != self._asked:
            return
        if told.why is None:
            self._screen.why.show_problem(self._problem(told.problem))
            return
        look = session.look()
        self._screen.why.show_why(told.why, lambda at: moment_text(look.moment(at)))

    def _ask_what_if(self) -> None:
        self._run = self._session.new_action_id()
        self._screen.what_if.show_running(0, 0)
        self._background.start(self._what_if(self._run))

    async def _what_if(self, run: str) -> None:
        """Asks how far the run is until it is over; nobody asks any more once another one was begun."""
        session, user, view = self._session, self._session.user, self._screen.view
        if user is None or view is None:
            return
        names = (view.used.number, view.next_number)
        while run == self._run:
            question = AskWhatIf(
                request=session.link.next_request(), run=run, days=DAYS, staff_id=user.staff_id, rules=view.draft_rules
            )  # fmt: skip
            answer: WhatIfAnswered = await session.ask(question)
            if run != self._run:
                return
            if answer.told is None:
                self._screen.what_if.show_nothing(self.tr("No answer"), self._problem(answer.problem))
                return
            if answer.told.used is not None:
                self._show(answer.told, *names)
                return
            self._screen.what_if.show_running(answer.told.done, answer.told.total)
            await asyncio.sleep(_PAUSE_SECONDS)

    def _show(self, told: WhatIfTold, used: int, draft: int) -> None:
        place = self._session.place
        if place is None:
            return
        ends = (told.first_at, told.last_at) if told.total else ()
        days = " – ".join(times.short_day(at, place.zone, self._session.language) for at in ends)
        self._screen.what_if.show_result(
            told,
            days,
            self.tr("in use, {number}").format(number=used),
            self.tr("draft {number}").format(number=draft),
        )

    def _cancel(self) -> None:
        """Central stops by itself when nobody asks about the run any more."""
        self._run = ""
        self._screen.what_if.show_nothing(self.tr("Cancelled"), self.tr("F8 begins anew."))

    def _problem(self, problem: str) -> str:
        if problem == NOT_ALLOWED:
            return self.tr("Central does not let you do this. Ask a store manager.")
        if problem == NOT_THERE:
            return self.tr("Central does not know this order, or the rules cannot be read.")
        if problem == BUSY:
            return self.tr("Central has too much to do just now. Try again in a minute.")
        return self.tr("No line to central. It alone can try rules out.")
