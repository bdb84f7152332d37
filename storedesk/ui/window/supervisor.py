"""Asking a supervisor of the place for the PIN, while whoever is signed in stays signed in."""

import asyncio
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QApplication, QWidget

from storedesk.desk.sign_in import may_supervise
from storedesk.domain.records import Staff
from storedesk.protocol.desk_link import CheckSupervisor, SignedIn
from storedesk.storage.desk_reads import staff_of_place
from storedesk.ui.screens.supervisor_sheet import Supervisor, SupervisorSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.role_words import role_name
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.trouble_texts import answer_problem


class Asking(Protocol):
    """The window of a desk, or an ``AtDesk`` where only its parts are known."""

    @property
    def session(self) -> DeskSession: ...
    @property
    def shell(self) -> AppShell: ...


class AtDesk(NamedTuple):
    """What asking needs of a desk's window."""

    session: DeskSession
    shell: AppShell


async def ask_supervisor(window: Asking, heading: str, reason: str) -> int | None:
    """The staff id of the supervisor who gave the right PIN; None when the sheet was closed or the desk
    locked. Opens over the sheet that is open, if any; on the window's thread."""
    session, place = window.session, window.session.place
    if place is None or session.user is None:
        return None
    place_id = place.id
    people = await session.read(lambda connection: staff_of_place(connection, place_id))
    if window.shell.is_covered:
        return None
    sheet = SupervisorSheet(heading, reason, _shown(people, session.now()), _over(window.shell))
    tried: asyncio.Queue[tuple[int, str] | None] = asyncio.Queue()
    sheet.entered.connect(lambda staff_id, pin: tried.put_nowait((staff_id, pin)))
    sheet.finished.connect(lambda result: tried.put_nowait(None))
    sheet.finished.connect(lambda result: sheet.deleteLater())
    sheet.open()
    return await _answered(session, sheet, tried)


async def _answered(
    session: DeskSession, sheet: SupervisorSheet, tried: "asyncio.Queue[tuple[int, str] | None]"
) -> int | None:
    """Each PIN is checked by the worker until one is right or the sheet is closed, meanwhile too."""
    while (attempt := await tried.get()) is not None:
        staff_id, pin = attempt
        message = CheckSupervisor(request=session.link.next_request(), staff_id=staff_id, pin=pin)
        answer: SignedIn = await session.ask(message)
        if not tried.empty():
            return None
        if answer.outcome == "in":
            sheet.accept()
            return staff_id
        _refuse(sheet, answer, session.now())
    return None


def _refuse(sheet: SupervisorSheet, answer: SignedIn, now: int) -> None:
    if answer.outcome == "wrong":
        sheet.refuse_pin(answer.tries_left)
    elif answer.outcome == "blocked":
        sheet.refuse_blocked(max(1, -(-(answer.blocked_until - now) // times.MINUTE_MS)))
    elif answer.outcome == "unavailable":
        sheet.refuse_for(answer_problem("not_counted"))
    else:
        sheet.refuse_person()


def _shown(people: tuple[Staff, ...], now: int) -> tuple[Supervisor, ...]:
    """Those who may supervise and have a PIN, as the lock screen names them."""
    able = [
        one
        for one in people
        if may_supervise(one) and one.pin_hash and one.active_from <= now
        and (one.active_until is None or now < one.active_until)
    ]  # fmt: skip
    return tuple(Supervisor(one.staff_id, one.name, role_name(one.role), one.position % 4) for one in able)


def _over(shell: AppShell) -> QWidget:
    open_now = above = QApplication.activeModalWidget()
    while above is not None and above is not shell:
        above = above.parentWidget()
    return open_now if isinstance(open_now, Sheet) and above is shell else shell
