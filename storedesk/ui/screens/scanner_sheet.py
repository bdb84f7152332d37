"""The test of the scanner: a code to scan, what came in, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.scanner_check import TEST_CODE, Came, ScannerResult
from storedesk.ui.shortcuts import Context
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.qr_picture import QrPicture
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import Text

_WIDTH, _SIDE, _LONGEST = 720, 232, 60


class ScannerSheet(Sheet):
    """Open while scans are told to ``show_result``; ``ended`` when it goes away."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _WIDTH, Context.SCANNER)
        self._came = Text("–", "strong")
        self._came.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._state = Chip()
        self._says = Text("", "body", "text2", wrap=True)
        self._state.set(self.tr("Waiting for a scan"), Tone.NEUTRAL, "scan")
        self._says.setText(self.tr("Scan the code on the left. Scans do nothing else while this is open."))
        shown = column(Text(self.tr("Shown"), "label", "text3"), Text(TEST_CODE, "strong"), spacing=2)
        came = column(Text(self.tr("Came in"), "label", "text3"), self._came, spacing=2)
        right = column(shown, came, spacing=16)
        right.addLayout(row(self._state, None))
        right.addWidget(self._says)
        right.addStretch(1)
        code = QrPicture(TEST_CODE, _SIDE, self.tr("The code to scan"))
        whole = row(spacing=24, margins=(20, 18, 20, 18))
        whole.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(right, 1)
        self._close = Button(self.tr("Close"), Kind.PRIMARY, "", "back", Context.SCANNER)
        self._close.clicked.connect(lambda: self.reject())
        head = row(Text(self.tr("Test of the scanner"), "title"), None, margins=(20, 14, 20, 14))
        self.body.addWidget(framed(head, "head"))
        self.body.addLayout(whole)
        self.body.addWidget(framed(row(None, self._close, margins=(16, 12, 16, 12)), "foot"))

    def show_result(self, text: str, result: ScannerResult, gap_ms: int) -> None:
        """What came in, cut to what fits; ``gap_ms`` is its slowest gap."""
        self._came.setText(text[:_LONGEST])
        works = self.tr("Works, gaps of {ms} ms").format(ms=gap_ms)
        word = works if result.works else self.tr("Does not work yet")
        tone, icon = (Tone.OK, "check") if result.works else (Tone.WARN, "alert-triangle")
        self._state.set(word, tone, icon)
        self._says.setText(self._words(result))

    def done(self, outcome: int) -> None:
        super().done(outcome)
        self.ended.emit()

    def _words(self, result: ScannerResult) -> str:
        match result.came:
            case Came.SAME:
                return self.tr("Every letter came in as it is shown.")
            case Came.CAPITALS:
                return self.tr("Capitals and small letters are changed. That does no harm here.")
            case Came.NORDIC:
                return self.tr(
                    "Å, Ä and Ö do not come in. Our own codes have none of them; type an article number that has."
                )
            case Came.AROUND:
                return self.tr(
                    "The scanner sends “{added}” beside the code. Scan the code in its manual that turns this off."
                ).format(added=result.added[:12])
            case Came.KEYBOARD:
                pairs = ", ".join(
                    self.tr("{sign} as {came}").format(sign=sign, came=came) for sign, came in result.swapped
                )
                return self.tr(
                    "The scanner types for another keyboard: {pairs}. Scan the code for your language in its manual, then this one again."
                ).format(pairs=pairs)
            case Came.PART:
                return self.tr("Only a part came in. Hold the scanner farther away and scan again.")
            case _:
                return self.tr("That was another code. Scan the one on the left.")
