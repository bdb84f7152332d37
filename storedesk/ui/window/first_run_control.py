"""The first run: asks for address and code, shows the first copy coming in, and lets the desk start."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from storedesk.protocol.desk_link import Answered, Enrol, FirstCopy, Started, SyncState
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.first_run_screen import FirstRunScreen
from storedesk.ui.screens.first_run_state import CopyKind, Fault, FirstRunShown, Phase
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.window.desk_session import DeskSession

FAULTS = {
    "wrong_address": Fault.BAD_ADDRESS,
    "no_line": Fault.NO_ANSWER,
    "too_slow": Fault.NO_ANSWER,
    "not_a_hub": Fault.NOT_CENTRAL,
    "wrong_certificate": Fault.NOT_PROVEN,
    "snapshot_damaged": Fault.DAMAGED,
    "wrong_code": Fault.WRONG_CODE,
    "clock_differs": Fault.CLOCK,
    "own_disk": Fault.DISK,
}
KINDS = (
    (
        "shopping-bag",
        QT_TRANSLATE_NOOP("FirstCopy", "Orders and pickups"),
        ("orders", "fulfilment", "person"),
    ),
    ("barcode", QT_TRANSLATE_NOOP("FirstCopy", "Articles"), ("product", "variant", "barcode")),
    ("stack-2", QT_TRANSLATE_NOOP("FirstCopy", "Stock"), ("stock_level",)),
    ("tag", QT_TRANSLATE_NOOP("FirstCopy", "Prices"), ("price",)),
    ("users", QT_TRANSLATE_NOOP("FirstCopy", "People and places"), ("staff", "place", "staging_bin")),
)


class FirstRunControl(QObject):
    """Covers the window until the desk is ready; ``finished`` is emitted once."""

    finished = Signal()

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, device_name: str
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background = session, shell, background
        self._device_name = device_name
        self._address, self._copy = "", FirstCopy(step="asking")
        self._phase, self._fault, self._detail = Phase.ASK, Fault.NONE, ""
        self.screen = FirstRunScreen(FirstRunShown())
        self.screen.enrol_asked.connect(lambda address, code: background.start(self._enrol(address, code)))
        self.screen.start_asked.connect(self._finish)
        self.screen.no_answer_asked.connect(self._no_answer)
        session.first_copy.connect(self._progress)
        session.started.connect(self._started)
        session.sync_changed.connect(self._line)
        self._started(session.desk)
        shell.cover(self.screen)

    async def _enrol(self, address: str, code: str) -> None:
        self._address, self._phase, self._fault = address, Phase.CONNECTING, Fault.NONE
        self._show()
        request = self._session.link.next_request()
        answer: Answered = await self._session.ask(
            Enrol(request=request, hub_url=address, code=code, device_name=self._device_name)
        )
        if answer.problem:
            self._phase, self._fault, self._detail = (
                Phase.ASK,
                FAULTS.get(answer.problem, Fault.REFUSED),
                answer.detail,
            )
            self._show()

    @property
    def may_be_tried_again(self) -> bool:
        """Central did not answer in time, and the form stands there to be sent once more."""
        return self._phase is Phase.ASK and self._fault is Fault.NO_ANSWER

    def refresh(self) -> None:
        """The place is known by its name now."""
        self._show()

    def _no_answer(self) -> None:
        """Somebody waits in vain: say what to look at, and take another address."""
        if self._phase in (Phase.ASK, Phase.COPYING):
            self._fault = Fault.NO_ANSWER
            self._show()

    def _started(self, started: Started) -> None:
        if started.phase == "first_copy":
            self._phase = Phase.COPYING
        elif started.phase == "ready":
            self._phase, self._fault = Phase.READY, Fault.NONE
        self._show()

    def _progress(self, copy: FirstCopy) -> None:
        self._copy = copy
        self._show()

    def _line(self, sync: SyncState) -> None:
        if self._phase is Phase.COPYING:
            self._fault = FAULTS.get(sync.problem, Fault.REFUSED) if sync.problem else Fault.NONE
            self._show()

    def _finish(self) -> None:
        self._shell.uncover()
        self.screen.deleteLater()
        for signal, slot in (
            (self._session.first_copy, self._progress),
            (self._session.started, self._started),
            (self._session.sync_changed, self._line),
        ):
            signal.disconnect(slot)
        self.finished.emit()

    def _show(self) -> None:
        self.screen.show_state(
            FirstRunShown(
                phase=self._phase,
                fault=self._fault,
                detail=self._detail,
                address=self._address,
                store=self._session.place.name if self._session.place else self._session.desk.place_code,
                desk=self._session.desk.desk,
                kinds=self._kinds(),
            )
        )

    def _kinds(self) -> tuple[CopyKind, ...]:
        """Rows per kind; the file comes as one, so each kind is as far as the bytes are."""
        total = sum(self._copy.rows.values())
        if not total:
            return ()
        part = self._copy.done / self._copy.total if self._copy.total else 0.0
        kinds = []
        for icon, name, tables in KINDS:
            rows = sum(self._copy.rows.get(table, 0) for table in tables)
            kinds.append(
                CopyKind(
                    icon, QCoreApplication.translate("FirstCopy", name), int(rows * part), rows, part < 1
                )
            )
        return tuple(kinds)
