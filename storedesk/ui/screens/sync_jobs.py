"""The table of what works without a line: each job with what is here, how old, its state and what to do instead."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from storedesk.ui.screens.sync_rows import ReadinessRow
from storedesk.ui.screens.sync_side import meter_token
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.widgets.layouts import clear, column, hairline
from storedesk.ui.widgets.meter import Meter
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text


class JobTable(QScrollArea):
    """Scrolls where the window is low; built anew only when something in it changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ReadinessRow, ...] | None = None
        self._is_compact = False
        self._rows: QVBoxLayout = column(spacing=0)
        inner = QWidget()
        inner.setProperty("role", "clear")
        whole = column(self._rows, margins=(16, 4, 16, 8))
        whole.addStretch(1)
        inner.setLayout(whole)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Works without network"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_jobs(self, jobs: tuple[ReadinessRow, ...]) -> None:
        if jobs == self._shown:
            return
        self._shown = jobs
        clear(self._rows)
        for number, job in enumerate(jobs):
            if number:
                self._rows.addWidget(hairline())
            self._rows.addWidget(self._line(job))

    def set_compact(self, compact: bool) -> None:
        if compact != self._is_compact:
            self._is_compact = compact
            shown, self._shown = self._shown, None
            self.show_jobs(shown or ())

    def _line(self, job: ReadinessRow) -> QWidget:
        line = QWidget()
        line.setAccessibleName(
            ", ".join(part for part in (job.name, job.words, job.state, job.without) if part)
        )
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(1)
        grid.addWidget(IconLabel(job.icon, 19, "text2"), 0, 0, 2, 1)
        grid.addWidget(Text(job.name, "small", "", 600), 0, 1, 2 if self._is_compact else 1, 1)
        if not self._is_compact:
            grid.addWidget(ElidedText(job.what, "label", "text3", 400), 1, 1)
        if job.has_meter:
            meter = Meter()
            meter.set(job.part, meter_token(job), f"{job.name}: {job.words}")
            grid.addWidget(meter, 0, 2)
            said = job.short or job.words if self._is_compact else job.words
            grid.addWidget(ElidedText(said, "label", "text3", 400), 1, 2)
        else:
            grid.addWidget(ElidedText(job.words, "small", "text2"), 0, 2, 2, 1)
        as_of = Text(job.as_of, "small", "warn" if job.is_ageing else "text2")
        as_of.setFixedWidth(theme().px(58))
        grid.addWidget(as_of, 0, 3, 2, 1)
        chip = Chip(job.state, job.tone, _ICONS.get(job.tone.value, ""))
        grid.addWidget(chip, 0, 4, 2, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 10)
        grid.setColumnStretch(2, 9)
        grid.setColumnMinimumWidth(4, theme().px(96))
        if job.without:
            grid.addWidget(Text(job.without, "label", "text2", 400, wrap=True), 2, 1, 1, 4)
        return line


_ICONS = {"ok": "check", "warn": "clock-exclamation", "neutral": "hourglass", "bad": "ban", "info": "refresh"}
