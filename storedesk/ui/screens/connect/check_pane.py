"""What the connection check found: each right with what fails without it, and how to put it right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from storedesk.protocol.channel_wire import ChannelTold, FindingTold
from storedesk.ui.screens.connect.connect_words import STATES, finding_name, said
from storedesk.ui.screens.connect.finding_texts import finding_text
from storedesk.ui.screens.day.day_sheet import scrolled
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import clear, column, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import IconLabel, Text

_ICONS = {
    "ok": ("circle-check", "ok_text"),
    "can_wait": ("alert-triangle", "warn_text"),
    "needed": ("ban", "bad_text"),
}
_ORDER = ("needed", "can_wait", "ok")
_TONES = {"can_wait": "warn", "needed": "bad"}


class CheckRow(QFrame):
    """One finding; readers get it as one sentence."""

    def __init__(self, finding: FindingTold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tone = _TONES.get(finding.state, "")
        if tone:
            self.setProperty("role", "notice")
            self.setProperty("tone", tone)
        icon, ink = _ICONS.get(finding.state, _ICONS["can_wait"])
        state, chip_tone = STATES.get(finding.state, STATES["can_wait"])
        texts = column(spacing=1)
        texts.addWidget(Text(finding_name(finding.name), "strong"))
        detail, effect = finding_text(finding.detail), finding_text(finding.effect)
        if detail:
            texts.addWidget(Text(detail, "small", "text2", wrap=True))
        if effect:
            texts.addWidget(Text(effect, "small", tone, wrap=True))
        inner = row(spacing=12, margins=(12, 6, 12, 6))
        inner.addWidget(IconLabel(icon, 20, ink), 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(texts, 1)
        inner.addWidget(Chip(said(state), chip_tone), 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inner)
        parts = (finding_name(finding.name), said(state), detail, effect)
        self.setAccessibleName(", ".join(part for part in parts if part))


class CheckPane(Panel):
    """F8 checks again. ``copied`` when the missing lines lie in the clipboard."""

    copied = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sum = Chip()
        super().__init__(self.tr("Check"), " ", (self._sum,), parent)
        self._rows = column(spacing=4, margins=(8, 8, 8, 8))
        self._said = Notice("", "", "info-circle", "warn")
        self._fix = Notice("", "", "clipboard-list", "accent")
        self.copy = Button(self.tr("Copy the lines"), Kind.SOFT, "copy", small=True)
        self._empty = Text("", "small", "text3", wrap=True)
        self._lines: tuple[str, ...] = ()
        self._shown: object = None
        self.body.addLayout(column(self._said, self._empty, spacing=0, margins=(12, 10, 12, 0)))
        whole = column(self._rows, None, spacing=0)
        self.body.addWidget(scrolled(whole, self.tr("Check")), 1)
        foot = column(self._fix, row(self.copy, None), spacing=8, margins=(12, 6, 12, 12))
        self.body.addLayout(foot)
        self.copy.clicked.connect(self._copy)
        self.show_told(None, "", "", "")

    def show_told(self, told: ChannelTold | None, problem: str, busy: str, checked: str) -> None:
        """``problem`` and ``busy`` are sentences or empty; ``checked`` is when it was checked, in words."""
        findings = [] if told is None else told.findings
        self.subtitle.setText(busy or checked)
        self._said.set_text(problem)
        self._said.setVisible(bool(problem))
        self._empty.setText(busy or self.tr("Sign in with F8: what is missing will stand here."))
        self._empty.setVisible(not findings and not problem)
        self._show_sum(findings)
        if self._shown != findings:
            self._shown = list(findings)
            clear(self._rows)
            for finding in sorted(findings, key=lambda one: _ORDER.index(one.state)):
                self._rows.addWidget(CheckRow(finding))
        self._show_fix([one for one in findings if one.state != "ok"])

    def _show_sum(self, findings: list[FindingTold]) -> None:
        needed = sum(one.state == "needed" for one in findings)
        waits = sum(one.state == "can_wait" for one in findings)
        self._sum.setVisible(bool(findings))
        if needed:
            self._sum.set(self.tr("%n needed", "", needed), Tone.BAD, "alert-triangle")
        elif waits:
            self._sum.set(self.tr("%n can wait", "", waits), Tone.WARN)
        else:
            self._sum.set(self.tr("all right"), Tone.OK, "check")

    def _show_fix(self, lacking: list[FindingTold]) -> None:
        """The needed first; where each is ticked, once."""
        lacking = sorted(lacking, key=lambda one: one.state != "needed")
        ways = list(dict.fromkeys(finding_text(one.where) for one in lacking if one.where))
        self._lines = tuple(one.detail for one in lacking if one.where and one.detail)
        self._fix.setVisible(bool(ways))
        self._fix.set_text(self.tr("How to fix it"), "\n".join(ways[:2]))
        self.copy.setVisible(bool(self._lines))
        self.copy.set_label(self.tr("Copy the %n lines", "", len(self._lines)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self.copied.emit(len(self._lines))
