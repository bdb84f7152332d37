"""The test of the scanner: while its sheet is open scans go there; the last result is kept on this desk."""

from PySide6.QtCore import QObject

from storedesk.domain.scanner_check import compared
from storedesk.ui.event_loop import Background
from storedesk.ui.scan.scan_filter import ScanFilter
from storedesk.ui.screens.scanner_sheet import ScannerSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.window.desk_session import DeskSession


class ScannerControl(QObject):
    """``sheet`` is the open test, or None."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, scans: ScanFilter
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._scans = session, shell, background, scans
        self.sheet: ScannerSheet | None = None
        scans.scanned.connect(self._scanned)

    def open(self) -> None:
        self.sheet = ScannerSheet(self._shell)
        self.sheet.ended.connect(self._ended)
        self.sheet.open()

    def _scanned(self, text: str) -> None:
        if self.sheet is None:
            return
        result, gap = compared(text), self._scans.slowest_gap_ms
        self.sheet.show_result(text, result, gap)
        test = {"at": self._session.now(), "same": result.works, "gap_ms": gap}
        self._background.start(self._session.change_settings(scanner=test))

    def _ended(self) -> None:
        self.sheet = None
