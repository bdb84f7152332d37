"""Feeds the settings screen and saves what is changed there, each with its undo."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths

from storedesk.desk.profile import Settings, choice_of, people_with
from storedesk.protocol.desk_link import (
    Answered,
    FindPrinters,
    MakeBundle,
    PrinterFound,
    PrintersFound,
    PrintTest,
    WorkOffline,
)
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.settings_screen import SettingsScreen
from storedesk.ui.screens.settings_shown import Fact, RoleRow, SettingsShown
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import Mode
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window import times
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.trouble_texts import answer_problem, printer_problem
from storedesk.ui.window.undo_control import UndoControl

ROLES = (
    ("slip_80", "receipt", QT_TRANSLATE_NOOP("Paper", "Pickup slip"), "80 mm"),
    ("label_62x29", "tag", QT_TRANSLATE_NOOP("Paper", "Parcel label"), "62 × 29 mm"),
    ("a4", "clipboard-list", QT_TRANSLATE_NOOP("Paper", "Pick list, quote"), "A4"),
    ("a5", "file-invoice", QT_TRANSLATE_NOOP("Paper", "Slip on a sheet"), "A5"),
)
SIZES = (100, 115, 130)
PERSONAL = ("language", "text_size")
"""Settings that are each person's own and come with the PIN, in the order of ``choice_of``."""
_ENOUGH_BYTES = 1_000_000_000


class SettingsControl(QObject):
    """Everything goes through the worker, which alone writes the settings."""

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        undo: UndoControl,
        screen: SettingsScreen,
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._undo = session, shell, background, undo
        self.screen = screen
        self._found: tuple[PrinterFound, ...] = ()
        session.settings_changed.connect(self._settings_changed)
        screen.changed.connect(self._changed)
        screen.printer_chosen.connect(self._choose_printer)
        screen.test_asked.connect(lambda role: background.start(self._test((role,))))
        screen.test_all_asked.connect(lambda: background.start(self._test(self._roles_in_use())))
        screen.problem_asked.connect(lambda: background.start(self._look_for_trouble()))
        screen.bundle_asked.connect(lambda: background.start(self._make_bundle()))
        screen.back_asked.connect(lambda: shell.go(Place.PICKUPS))

    def show(self) -> None:
        self._refresh()
        self._background.start(self._find())

    def work_offline(self) -> None:
        self._changed("work_offline", not self._session.settings.work_offline)

    def resize_text(self, by: int) -> None:
        """One step larger or smaller."""
        now = choice_of(self._session.settings, self._who)[1]
        place = SIZES.index(now) + by
        if 0 <= place < len(SIZES):
            self._changed("text_size", SIZES[place])
        else:
            self._shell.say(self.tr("The text is already at {size} %.").format(size=now))

    def _settings_changed(self, settings: Settings) -> None:
        theme().switch(Mode(settings.theme.replace("_", "-")))
        self._refresh()

    def _changed(self, name: str, value: object) -> None:
        settings = self._session.settings
        if name in PERSONAL and self._who:
            before_all, own = settings.people, choice_of(settings, self._who)
            if own[PERSONAL.index(name)] != value:
                people = people_with(settings, self._who, **{name: value})
                self._background.start(self._save("people", people, before_all))
            return
        before = getattr(settings, name)
        if before != value:
            self._background.start(self._save(name, value, before))

    @property
    def _who(self) -> int:
        """Whose choices these are; 0 while nobody is signed in."""
        return self._session.user.staff_id if self._session.user else 0

    async def _save(self, name: str, value: Any, before: Any) -> None:
        problem = await self._put(name, value)
        if problem:
            self._shell.say(problem, ToastKind.WARN)
            self._refresh()
            return

        async def back() -> str:
            return await self._put(name, before)

        self._undo.offer(self._said(name, value), f"setting {name}", back)

    async def _put(self, name: str, value: Any) -> str:
        """The words of why it was not saved, or empty."""
        if name == "work_offline":
            self._session.link.tell(WorkOffline(on=bool(value)))
            return ""
        problem = await self._session.change_settings(**{name: value})
        return answer_problem("settings_not_saved") if problem else ""

    def _said(self, name: str, value: object) -> str:
        if name == "people":
            return self.tr("Saved for you. It is used from your next sign-in on (F12).")
        if name == "work_offline":
            return (
                self.tr("This desk works offline until you end that.")
                if value
                else self.tr("This desk looks for the line again.")
            )
        return self.tr("Setting saved.")

    def _choose_printer(self, role: str, key: str) -> None:
        """The chosen printer alone takes the role; one that was only found joins the settings."""
        entries = [msgspec.to_builtins(one) for one in self._session.settings.printers]
        for entry in entries:
            entry["roles"] = [one for one in entry["roles"] if one != role]
        chosen = next((entry for entry in entries if _key(entry["kind"], entry["target"]) == key), None)
        found = next((one for one in self._found if _key(one.kind, one.target) == key), None)
        if chosen is None and found is not None:
            chosen = {"name": found.name, "kind": found.kind, "target": found.target, "roles": []}
            entries.append(chosen)
        if chosen is not None:
            chosen["roles"] = [*chosen["roles"], role]
        before = msgspec.to_builtins(self._session.settings.printers)
        self._background.start(self._save("printers", entries, before))

    def _roles_in_use(self) -> tuple[str, ...]:
        used = {role for one in self._session.settings.printers for role in one.roles}
        return tuple(role for role, *_ in ROLES if role in used)

    async def _find(self) -> None:
        answer = await self._session.ask(FindPrinters(request=self._session.link.next_request()))
        if isinstance(answer, PrintersFound):
            self._found = tuple(answer.printers)
        self._refresh()

    async def _test(self, roles: tuple[str, ...]) -> None:
        if not roles:
            self._shell.say(self.tr("No printer is chosen yet. Choose one first."), ToastKind.WARN)
            return
        place, said = self._session.place, []
        when = times.clock(self._session.now(), place.zone) if place else ""
        self._shell.say(self.tr("Printing %n test pages.", "", len(roles)))
        for role in roles:
            request = self._session.link.next_request()
            answer: Answered = await self._session.ask(PrintTest(request=request, role=role, when=when))
            if answer.problem:
                said.append(f"{_paper(role)}: {printer_problem(answer.problem)}.")
        if said:
            self._shell.say(" ".join(said), ToastKind.WARN)
        else:
            self._shell.say(self.tr("Every test page is out."))
        await self._find()

    async def _look_for_trouble(self) -> None:
        """Asks each printer of the settings, says what to look at, then prints a plain test on those that answer."""
        await self._find()
        used = {_key(one.kind, one.target): one.roles for one in self._session.settings.printers if one.roles}
        bad = [one for one in self._found if one.problem and _key(one.kind, one.target) in used]
        if bad:
            words = " ".join(f"{one.name}: {printer_problem(one.problem)}." for one in bad)
            advice = self.tr("Look at paper, power and network, then press F7 again.")
            self._shell.say(f"{words} {advice}", ToastKind.WARN)
        else:
            await self._test(self._roles_in_use())

    async def _make_bundle(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(folder or ".") / f"storedesk-{self._session.desk.desk or 'desk'}.zip"
        answer: Answered = await self._session.ask(
            MakeBundle(request=self._session.link.next_request(), path=str(path))
        )
        if answer.problem:
            self._shell.say(answer_problem(answer.problem), ToastKind.WARN)
        else:
            self._shell.say(self.tr("The bundle is in your documents: {name}").format(name=path.name))

    def _refresh(self) -> None:
        if self._shell.current is self.screen:
            self.screen.show_state(self._shown())

    def _shown(self) -> SettingsShown:
        settings = self._session.settings
        found = (
            self.tr("%n printers found", "", len(self._found))
            if self._found
            else self.tr("Looking for printers …")
        )
        language, size = choice_of(settings, self._who)
        return SettingsShown(
            self._session.desk.desk, tuple(self._role(*role) for role in ROLES), found,
            language or self._session.language, settings.theme, str(size), settings.sounds,
            max(1, settings.lock_after_seconds // 60), settings.work_offline, self._facts(), self._scanner(),
        )  # fmt: skip

    def _role(self, role: str, icon: str, paper: str, size: str) -> RoleRow:
        settings = self._session.settings
        entry = next((one for one in settings.printers if role in one.roles), None)
        chosen = "" if entry is None else _key(entry.kind, entry.target)
        names = {_key(one.kind, one.target): one.name for one in self._found}
        names |= {_key(one.kind, one.target): one.name for one in settings.printers}
        known = next((one for one in self._found if _key(one.kind, one.target) == chosen), None)
        if entry is None:
            state, ready = self.tr("shown on screen"), None
        elif known is None:
            state, ready = self.tr("asking …"), None
        else:
            state = printer_problem(known.problem) if known.problem else self.tr("Ready")
            ready = not known.problem
        options = (("", self.tr("None")), *names.items())
        return RoleRow(
            role, icon, QCoreApplication.translate("Paper", paper), size, options, chosen, state, ready
        )

    def _scanner(self) -> str:
        test = self._session.settings.scanner
        if test is None:
            return self.tr("not tried yet")
        if not test.same:
            return self.tr("letters came in wrong; test it again")
        return self.tr("works, gaps of {ms} ms").format(ms=test.gap_ms)

    def _facts(self) -> tuple[Fact, ...]:
        facts = []
        if self._session.sync is not None:
            seconds = abs(self._session.sync.clock_offset) / 1000
            facts.append(Fact(self.tr("Clock differs {n} s").format(n=f"{seconds:.0f}"), seconds < 60))
        if self._session.desk.database:
            free = shutil.disk_usage(Path(self._session.desk.database).parent).free
            facts.append(
                Fact(self.tr("Disk {n} GB free").format(n=free // 1_000_000_000), free > _ENOUGH_BYTES)
            )
        return tuple(facts)


def _key(kind: str, target: str) -> str:
    return f"{kind} {target}"


def _paper(role: str) -> str:
    source = next((paper for one, _, paper, _ in ROLES if one == role), role)
    return QCoreApplication.translate("Paper", source)
