"""Offers to hand over from the label when a genuine code names an order this desk has not heard of."""

from PySide6.QtCore import QObject

from storedesk.actions.pickup_args import HandOverFromLabel
from storedesk.desk import scan_resolver as found
from storedesk.desk.handover_views import LabelView, label_view
from storedesk.domain.one_time_word import words_match
from storedesk.storage.handover_reads import word_key_of
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.handover.label_sheet import LabelSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.counter_formats import day_text
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.last_contact import last_contact
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text
from storedesk.ui.window.supervisor import AtDesk, ask_supervisor


class LabelControl(QObject):
    """At most one sheet is open; one sheet has one action id, so that it takes effect once."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._performing = Performing(session, shell)
        self.sheet: LabelSheet | None = None
        self._action_id = ""

    def take(self, hit: found.Found) -> bool:
        """What a scan found; True if it was a signed code, or a forged one."""
        match hit:
            case found.NotGenuine():
                words = self.tr(
                    "This code was not made by central. Hand nothing over on it: ask for the order number."
                )
                self._shell.say(words, ToastKind.WARN)
            case found.LabelFound(code=code, is_over=True):
                words = self.tr(
                    "The code is genuine, but its last day was {day}. Ring central before anything leaves."
                )
                self._shell.say(words.format(day=day_text(code.not_after)), ToastKind.WARN)
            case found.LabelFound() if self.sheet is None:
                self._background.start(self._open(hit))
            case found.LabelFound():
                pass
            case _:
                return False
        return True

    async def _open(self, hit: found.LabelFound) -> None:
        session, place = self._session, self._session.place
        if place is None or session.user is None:
            return
        place_id, number = place.id, hit.code.order_number
        key = await session.read(lambda connection: word_key_of(connection, place_id))
        if self.sheet is not None or self._shell.is_covered:
            return
        day = session.look().hours.local_day(session.now())
        view: LabelView = label_view(hit.code, hit.text, last_contact(session), session.look())
        self._action_id = session.new_action_id()
        self.sheet = LabelSheet(
            view, self._shell, lambda typed: key is not None and words_match(key, number, day, typed)
        )
        self.sheet.completed.connect(lambda args: self._background.start(self._complete(args)))
        self.sheet.supervisor_wanted.connect(lambda: self._background.start(self._ask_supervisor()))
        self.sheet.finished.connect(self._closed)
        self.sheet.open()

    async def _ask_supervisor(self) -> None:
        heading = self.tr("Second check by a supervisor")
        reason = self.tr("There is no line to central, so somebody looks at this handover with you.")
        staff_id = await ask_supervisor(AtDesk(self._session, self._shell), heading, reason)
        if staff_id is not None and self.sheet is not None:
            self.sheet.supervisor_agreed(staff_id)

    async def _complete(self, args: HandOverFromLabel) -> None:
        performed = await self._session.perform("HandOverFromLabel", args, self._action_id)
        if not is_saved(performed):
            self._action_id = self._session.new_action_id()
            if self.sheet is not None:
                self.sheet.fail(refusal_text(performed))
            return
        if self.sheet is not None:
            self.sheet.accept()
        self._performing.tell(performed, self.tr("Handed over from the label, to be confirmed."))

    def _closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.deleteLater()
