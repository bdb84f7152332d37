"""Opens the sheets of the day, tries what they try, and performs what they end with."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from storedesk.desk import scan_resolver as found
from storedesk.desk.day_views import DayView, derive_day
from storedesk.desk.profile import PrinterEntry
from storedesk.desk.scan_resolver import Found
from storedesk.domain.wall_clock import day_from, moment_of, zone_named
from storedesk.protocol.desk_link import Answered, FindPrinters, PrinterFound, PrintersFound, PrintTest
from storedesk.storage.desk_day_reads import day_rows
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.day.close_sheet import CloseSheet
from storedesk.ui.screens.day.day_sheet import DaySheet
from storedesk.ui.screens.day.open_sheet import Check, OpenSheet
from storedesk.ui.screens.day.shift_sheet import ShiftSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.palette_rows import CommandRow
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.refusal_texts import refusal_text
from storedesk.ui.window.settings_control import ROLES
from storedesk.ui.window.trouble_texts import line_problem, printer_problem

COMMANDS = ("open_day", "change_shift", "close_day")


class DayControl(QObject):
    """One sheet at a time; scans belong to it while it is open."""

    def __init__(self, session: DeskSession, shell: AppShell, background: Background) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._performing = Performing(session, shell)
        self.sheet: DaySheet | None = None
        self._printers: tuple[PrinterFound, ...] = ()
        self._tested: dict[str, str] = {}
        self._scanned = False

    def open(self, what: str) -> None:
        """``open``, ``shift`` or ``close``."""
        if self.sheet is None and self._session.is_ready and self._session.user is not None:
            self._background.start(self._open(what))

    def commands(self) -> tuple[CommandRow, ...]:
        """For the palette."""
        names = (self.tr("Open the day"), self.tr("Change of shift"), self.tr("Close the day"))
        icons = ("calendar", "users", "lock")
        return tuple(
            CommandRow(key, icon, name) for key, icon, name in zip(COMMANDS, icons, names, strict=True)
        )

    def take(self, hit: Found) -> bool:
        """What a scan means while a sheet is open."""
        sheet = self.sheet
        if isinstance(sheet, OpenSheet):
            self._scanned = True
            self._show_checks()
        elif isinstance(sheet, CloseSheet):
            self._take_on_shelf(sheet, hit)
        return sheet is not None

    async def _open(self, what: str) -> None:
        view = await self._view()
        user = self._session.user
        if view is None or user is None or self.sheet is not None or self._shell.is_covered:
            return
        refusal = self._refused(what, view)
        if refusal:
            self._shell.say(refusal, ToastKind.WARN)
            return
        sheet = self._made(what, view, user.staff_id)
        self.sheet = sheet
        sheet.finished.connect(lambda result: self._closed())
        sheet.open()
        if isinstance(sheet, OpenSheet):
            self._scanned, self._tested = False, {}
            self._show_checks()
            await self._ask_printers()

    def _made(self, what: str, view: DayView, me: int) -> DaySheet:
        sheet: OpenSheet | ShiftSheet | CloseSheet
        if what == "open":
            sheet = OpenSheet(view, self._shell)
            sheet.test_asked.connect(lambda: self._background.start(self._test()))
        elif what == "shift":
            sheet = ShiftSheet(view, me, self._shell)
        else:
            sheet = CloseSheet(view, self._unsent(), self._shell)
        sheet.confirmed.connect(lambda kind, args: self._background.start(self._perform(kind, args)))
        return sheet

    async def _view(self) -> DayView | None:
        place = self._session.place
        if place is None:
            return None
        look, place_id = self._session.look(), place.id
        day = look.hours.local_day(look.now)
        begin = moment_of(day_from(day), 0, zone_named(place.zone))
        record = await self._session.read(
            lambda connection: day_rows(connection, place_id, day, begin, look.now)
        )
        return derive_day(record, look)

    def _refused(self, what: str, view: DayView) -> str:
        """Why this step cannot be taken now, or empty."""
        if what == "open" and view.state == "opened":
            return self.tr("The day is open already, by {who}.").format(who=view.step_by)
        if what != "open" and view.state == "closed":
            return self.tr("The day is closed already. Open it again first.")
        return ""

    async def _perform(self, kind: str, args: Any) -> None:
        said = {
            "OpenDay": self.tr("The day is open."),
            "ChangeShift": self.tr("The shift has changed."),
            "CloseDay": self.tr("The day is closed. Leave this desk on until everything is sent."),
        }
        sheet = self.sheet
        performed = await self._performing.do(kind, args, said.get(kind, ""))
        if sheet is None or sheet is not self.sheet:
            return
        if is_saved(performed):
            sheet.accept()
        else:
            sheet.failed(refusal_text(performed))

    def _closed(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            QTimer.singleShot(0, sheet.deleteLater)

    def _unsent(self) -> str:
        """Why not everything is sent, or empty."""
        sync = self._session.sync
        if sync is None or not sync.waiting:
            return ""
        waiting = self.tr("%n changes wait on this desk.", "", sync.waiting)
        if sync.online:
            return f"{waiting} {self.tr('They are on their way.')}"
        why = line_problem(sync.problem)
        return " ".join(
            part for part in (waiting, why, self.tr("They go out by themselves: leave it on.")) if part
        )

    def _show_checks(self) -> None:
        if isinstance(self.sheet, OpenSheet):
            self.sheet.show_checks((*self._printer_checks(), self._scanner_check(), self._line_check()))

    def _printer_checks(self) -> tuple[Check, ...]:
        used: dict[str, PrinterEntry] = {
            role: one for one in self._session.settings.printers for role in one.roles
        }
        checks = []
        for role, icon, paper, _ in ROLES:
            entry = used.get(role)
            if entry is None:
                continue
            name = QCoreApplication.translate("Paper", paper)
            known = next((one for one in self._printers if one.target == entry.target), None)
            problem = self._tested.get(role, "" if known is None else known.problem)
            if problem:
                checks.append(Check(icon, name, printer_problem(problem), Tone.WARN))
            elif role in self._tested:
                checks.append(Check(icon, name, self.tr("Printed"), Tone.OK))
            elif known is not None:
                checks.append(Check(icon, name, self.tr("Ready"), Tone.OK))
            else:
                checks.append(Check(icon, name, self.tr("asking …"), Tone.NEUTRAL))
        if not checks:
            checks.append(Check("printer", self.tr("No printer"), self.tr("slips on screen"), Tone.NEUTRAL))
        return tuple(checks)

    def _scanner_check(self) -> Check:
        if self._scanned:
            return Check("scan", self.tr("Scanner"), self.tr("Works"), Tone.OK)
        return Check("scan", self.tr("Scanner"), self.tr("scan anything"), Tone.NEUTRAL)

    def _line_check(self) -> Check:
        sync, now = self._session.sync, self._session.now()
        name = self.tr("Last contact with central")
        if sync is None or sync.last_good_at is None:
            return Check("cloud-off", name, self.tr("none yet"), Tone.WARN)
        return Check(
            "cloud-check", name, times.age(now - sync.last_good_at), Tone.OK if sync.online else Tone.WARN
        )

    async def _ask_printers(self) -> None:
        answer = await self._session.ask(FindPrinters(request=self._session.link.next_request()))
        if isinstance(answer, PrintersFound):
            self._printers = tuple(answer.printers)
        self._show_checks()

    async def _test(self) -> None:
        place = self._session.place
        when = times.clock(self._session.now(), place.zone) if place else ""
        used = {role for one in self._session.settings.printers for role in one.roles}
        for role, *_ in ROLES:
            if role in used:
                request = self._session.link.next_request()
                answer: Answered = await self._session.ask(PrintTest(request=request, role=role, when=when))
                self._tested[role] = answer.problem
                self._show_checks()

    def _take_on_shelf(self, sheet: CloseSheet, hit: Found) -> None:
        match hit:
            case found.ParcelFound(parcel_id, _, bin_code, pickup):
                if not sheet.scan_parcel(parcel_id, pickup.fulfilment.order_number, bin_code):
                    sheet.say(
                        self.tr("{order} should not stand here.").format(order=pickup.fulfilment.order_number)
                    )
            case found.BinFound(name, _):
                if not sheet.scan_bin(name):
                    sheet.say(self.tr("Nothing should stand in {bin}.").format(bin=name))
            case found.NotKnownHere(kind, record_id, _) if kind == "parcel":
                sheet.scan_parcel(record_id, self.tr("unknown parcel"), "")
            case _:
                sheet.say(self.tr("Scan the labels of parcels, or a bin."))
