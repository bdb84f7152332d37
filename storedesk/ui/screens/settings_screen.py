"""The settings of this desk: printers, look, lock, line and diagnostics; each saved as it is changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from storedesk.ui.screens.settings_printers import PrintersPanel
from storedesk.ui.screens.settings_shown import Fact, SettingsShown
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.layouts import clear, column, framed, hairline, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.segmented_choice import Segment, SegmentedChoice
from storedesk.ui.widgets.text import ElidedText, Text

LANGUAGES = (("en", "English"), ("sv", "Svenska"))
LOCK_MINUTES = (1, 3, 5, 10, 15, 30)


class SettingsScreen(Screen):
    """``changed`` carries a name of the settings and its new value; nothing waits for a save button."""

    context = Context.SETTINGS
    changed = Signal(str, object)
    printer_chosen = Signal(str, str)
    test_asked = Signal(str)
    test_all_asked = Signal()
    problem_asked = Signal()
    bundle_asked = Signal()
    scanner_asked = Signal()
    back_asked = Signal()
    desks_asked = Signal()

    def __init__(self, shown: SettingsShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        self._sub = ElidedText("", "body", "text3")
        self.printers = PrintersPanel()
        self.language, self.lock_after = Dropdown(), Dropdown()
        self.theme_choice = SegmentedChoice(
            (Segment("light", self.tr("Light")), Segment("dark", self.tr("Dark")),
             Segment("high_contrast", self.tr("Contrast"))), small=True,
        )  # fmt: skip
        self.text_size = SegmentedChoice(
            tuple(Segment(n, f"{n} %") for n in ("100", "115", "130")), small=True
        )
        self.sounds, self.offline = self._switch(), self._switch()
        self.scanner = Button(self.tr("Test"), Kind.SOFT, "scan", small=True)
        self._scanner_says = Text("", "label", "text3", 400, wrap=True)
        self._facts: QVBoxLayout = column(spacing=8)
        self._problem = Button(
            self.tr("Something does not print"), Kind.PROBLEM, "alert-triangle", "problem", self.context
        )
        self._bundle = Button(self.tr("Make bundle"), Kind.SECOND, "archive", "second", self.context)
        self._test = Button(self.tr("Print a test of each"), Kind.PRIMARY, "printer", "main", self.context)
        self._desks = Button(self.tr("Desks"), Kind.SECOND, "device-desktop", "desks", self.context)
        self._build()
        self._connect()
        self.show_state(shown)

    def show_state(self, shown: SettingsShown) -> None:
        """Show everything anew; what is shown this way is not told as a change."""
        self._is_showing = True
        self._sub.setText(self.tr("for {desk} · saved as you change them").format(desk=shown.desk))
        self.printers.show_roles(shown.roles, shown.found)
        _choose(self.language, shown.language)
        self.theme_choice.choose(shown.theme)
        self.text_size.choose(shown.text_size)
        self.sounds.choose("on" if shown.sounds else "off")
        self.offline.choose("on" if shown.work_offline else "off")
        if self.lock_after.findData(shown.lock_minutes) < 0:
            self.lock_after.addItem(self._minutes(shown.lock_minutes), shown.lock_minutes)
        _choose(self.lock_after, shown.lock_minutes)
        self._scanner_says.setText(shown.scanner)
        self._show_facts(shown.facts)
        self._is_showing = False

    def panes(self) -> tuple[QWidget, ...]:
        return (self.printers, self.language, self.sounds)

    def set_compact(self, compact: bool) -> None:
        side = 14 if compact else 20
        self._outer.setContentsMargins(side, 16, side, side)
        self._sub.setVisible(not compact)
        self.printers.set_compact(compact)
        direction = QHBoxLayout.Direction.TopToBottom if compact else QHBoxLayout.Direction.LeftToRight
        self._pair.setDirection(direction)

    def _switch(self) -> SegmentedChoice:
        return SegmentedChoice((Segment("off", self.tr("Off")), Segment("on", self.tr("On"))), small=True)

    def _build(self) -> None:
        for key, name in LANGUAGES:
            self.language.addItem(name, key)
        for minutes in LOCK_MINUTES:
            self.lock_after.addItem(self._minutes(minutes), minutes)
        self.language.setAccessibleName(self.tr("Language"))
        self.lock_after.setAccessibleName(self.tr("Lock after"))
        look = Panel(self.tr("Look and language"))
        self._line(look, self.tr("Language"), self.tr("for you, from your next sign-in"), self.language)
        self._line(look, self.tr("Theme"), self.tr("at once"), self.theme_choice)
        self._line(
            look,
            self.tr("Text size"),
            self.tr("for you, from your next sign-in; Ctrl + and −"),
            self.text_size,
        )
        desk = Panel(self.tr("This desk"))
        self._line(desk, self.tr("Scanner"), self._scanner_says, self.scanner)
        self._line(desk, self.tr("Sounds"), self.tr("when a scan is refused"), self.sounds)
        self._line(desk, self.tr("Lock after"), self.tr("when nobody touches it"), self.lock_after)
        self._line(desk, self.tr("Work offline on purpose"), self.tr("until you turn it off"), self.offline)
        self._pair = row(look, desk, spacing=16)
        self._pair.setStretch(0, 1)
        self._pair.setStretch(1, 1)
        inner = QWidget()
        inner.setProperty("role", "clear")
        inner.setLayout(column(self.printers, self._pair, self._diagnostics(), None, spacing=16))
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = row(Text(self.tr("Settings"), "title"), spacing=12)
        head.addWidget(self._sub, 1)
        self._outer = column(head, spacing=14)
        self._outer.addWidget(scroll, 1)
        self._outer.addLayout(row(self._problem, None, self._desks, self._bundle, self._test, spacing=10))
        self.setLayout(self._outer)
        self.set_compact(False)

    def _line(self, panel: Panel, name: str, hint: str | Text, control: QWidget) -> None:
        below = hint if isinstance(hint, Text) else Text(hint, "label", "text3", 400, wrap=True)
        words: tuple[QLabel, QLabel] = (Text(name, "strong"), below)
        line = row(spacing=16, margins=(16, 8, 16, 8))
        line.addLayout(column(*words, spacing=0), 1)
        line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        if panel.body.count():
            panel.body.addWidget(hairline())
        panel.body.addLayout(line)
        control.setMinimumWidth(theme().px(160))

    def _diagnostics(self) -> Panel:
        panel = Panel(self.tr("Diagnostics"), self.tr("what support needs"))
        says = Text(
            self.tr(
                "The bundle holds versions, states, counts and where things went wrong. No names, phone numbers, "
                "prices or codes. You can read it before you send it."
            ), "small", "text2", wrap=True,
        )  # fmt: skip
        inner = column(says, spacing=12, margins=(16, 14, 16, 14))
        inner.addLayout(self._facts)
        panel.body.addLayout(inner)
        return panel

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        clear(self._facts)
        line = row(spacing=8)
        for fact in facts:
            line.addWidget(
                Chip(
                    fact.text, Tone.OK if fact.good else Tone.WARN, "check" if fact.good else "alert-triangle"
                )
            )
        line.addStretch(1)
        framed_line = framed(line, "clear")
        self._facts.addWidget(framed_line)

    def _connect(self) -> None:
        self.printers.chosen.connect(self._printer)
        self.printers.test_asked.connect(self.test_asked)
        self.language.activated.connect(lambda _: self._tell("language", self.language.currentData()))
        self.lock_after.activated.connect(
            lambda _: self._tell("lock_after_seconds", self.lock_after.currentData() * 60)
        )
        self.theme_choice.chosen.connect(lambda key: self._tell("theme", key))
        self.text_size.chosen.connect(lambda key: self._tell("text_size", int(key)))
        self.sounds.chosen.connect(lambda key: self._tell("sounds", key == "on"))
        self.offline.chosen.connect(lambda key: self._tell("work_offline", key == "on"))
        self._problem.clicked.connect(lambda: self.problem_asked.emit())
        self._bundle.clicked.connect(lambda: self.bundle_asked.emit())
        self.scanner.clicked.connect(lambda: self.scanner_asked.emit())
        self._test.clicked.connect(lambda: self.test_all_asked.emit())
        self._desks.clicked.connect(lambda: self.desks_asked.emit())
        self.bind("desks", self._desks)
        self.bind("problem", self._problem)
        self.bind("second", self._bundle)
        self.bind("main", self._test)
        self.bind("back", self.back_asked.emit)

    def _printer(self, role: str, key: str) -> None:
        if not self._is_showing:
            self.printer_chosen.emit(role, key)

    def _tell(self, name: str, value: object) -> None:
        if not self._is_showing:
            self.changed.emit(name, value)

    def _minutes(self, count: int) -> str:
        return self.tr("%n minutes", "", count)


def _choose(box: Dropdown, value: object) -> None:
    place = box.findData(value)
    if place >= 0:
        box.setCurrentIndex(place)
