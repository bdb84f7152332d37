"""First run: where central is and the code for this desk, then the first copy with its progress."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from storedesk.ui.screens.first_run_copy import CopyPanel
from storedesk.ui.screens.first_run_parts import DigitBoxes
from storedesk.ui.screens.first_run_side import FirstRunSide
from storedesk.ui.screens.first_run_state import Fault, FirstRunShown, Phase
from storedesk.ui.screens.first_run_words import fault_words
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.code_entry import CodeEntry, CodeState
from storedesk.ui.widgets.key_cap import KeyCap
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.screen import Screen
from storedesk.ui.widgets.text import ElidedText, Text

CODE_LENGTH = 8
_MAX_ADDRESS = 250


class FirstRunScreen(Screen):
    """`enrol_asked` carries address and code as typed; checking them is not done here."""

    context = Context.FIRST_RUN
    enrol_asked = Signal(str, str)
    start_asked = Signal()
    no_answer_asked = Signal()

    def __init__(self, shown: FirstRunShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._side = FirstRunSide()
        self._title = ElidedText("", "welcome")
        self._sub = ElidedText("", "body", "text3")
        self.address = QLineEdit()
        self.address.setMaxLength(_MAX_ADDRESS)
        self.address.setFont(theme().font("body"))
        self.address.setPlaceholderText("https://central.example")
        self.code = CodeEntry(CODE_LENGTH, 4)
        self._fault = Notice("", "", "alert-triangle", "bad")
        self._number = DigitBoxes()
        self._copy = CopyPanel()
        self._trouble = Button(
            self.tr("No answer"), Kind.PROBLEM, "alert-triangle", "problem", Context.FIRST_RUN
        )
        self._main = Button(self.tr("Go on"), Kind.PRIMARY, "arrow-right", "main", Context.FIRST_RUN)
        self._hint = ElidedText("", "small", "text3")
        self._build()
        self._connect()
        self.show_state(shown)

    def show_state(self, shown: FirstRunShown) -> None:
        """Show another phase, fault or progress; what was typed stays."""
        new_fault = shown.fault is not self._shown.fault
        self._shown = shown
        self._side.show_state(shown)
        if shown.address and not self.address.text():
            self.address.setText(shown.address)
        self._show_titles(shown)
        self._show_fault(shown, new_fault)
        asking = shown.phase is Phase.ASK
        for widget in (self._type_panel, self._way_panel):
            widget.setVisible(asking or shown.phase is Phase.CONNECTING)
        self._number_panel.setVisible(shown.phase is Phase.AGREEING)
        self._number.show_digits(shown.short_number)
        self._copy.setVisible(shown.phase in (Phase.COPYING, Phase.READY))
        self._copy.show_kinds(shown.kinds, shown.time_left, shown.phase is Phase.READY)
        self.address.setEnabled(asking)
        self.code.setEnabled(asking)
        self._trouble.setVisible(shown.phase is not Phase.READY)
        self._show_main()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.address, self.code) if not self.address.text() else (self.code, self.address)

    def set_compact(self, compact: bool) -> None:
        self._side.setFixedWidth(theme().px(240 if compact else 320))
        side = 20 if compact else 32
        self._body.setContentsMargins(side, 28, side, 24)

    def _build(self) -> None:
        head = column(self._title, self._sub, spacing=2)
        self._type_panel = self._make_type_panel()
        self._way_panel = self._make_way_panel()
        self._number_panel = self._make_number_panel()
        panels = row(spacing=16)
        panels.addWidget(self._type_panel, 1)
        panels.addWidget(self._way_panel, 1)
        panels.addWidget(self._number_panel, 1)
        panels.addWidget(self._copy, 1)
        actions = row(spacing=12)
        actions.addWidget(self._hint, 1)
        actions.addWidget(self._trouble)
        actions.addWidget(self._main)
        self._body = column(head, self._fault, spacing=18, margins=(32, 28, 32, 24))
        self._body.addLayout(panels, 1)
        self._body.addLayout(actions)
        whole = row(self._side, spacing=0)
        whole.addLayout(self._body, 1)
        self.setLayout(whole)
        self.set_compact(False)

    def _make_type_panel(self) -> Panel:
        panel = Panel(self.tr("Address and code"))
        address = Text(self.tr("Address of central"), "label", "text2", 600)
        address.setBuddy(self.address)
        code = Text(self.tr("Code for this desk"), "label", "text2", 600)
        code.setBuddy(self.code)
        rule = Text(self.tr("Letters and digits, capital or not."), "label", "text3", 400, True)
        self.address.setAccessibleName(address.text())
        self.code.setAccessibleName(code.text())
        panel.body.addLayout(
            column(
                address, self.address, 14, code, self.code, rule, None, spacing=6, margins=(20, 18, 20, 18)
            )
        )
        return panel

    def _make_way_panel(self) -> Panel:
        panel = Panel(self.tr("Where they come from"))
        steps = column(spacing=14, margins=(20, 18, 20, 18))
        for number, words in enumerate(
            (
                self.tr("Whoever looks after central makes a code for this store."),
                self.tr("The code is good for 10 minutes and for one desk."),
                self.tr("Type the address of central and the code, then go on with F9."),
            ),
            1,
        ):
            line = row(spacing=12)
            cap = KeyCap(str(number))
            line.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(words, "body", "text2", wrap=True), 1)
            steps.addLayout(line)
        steps.addStretch(1)
        panel.body.addLayout(steps)
        return panel

    def _make_number_panel(self) -> Panel:
        panel = Panel(self.tr("Short number"), self.tr("same on both screens?"))
        said = self.tr(
            "The manager sees the same four digits and agrees with a PIN. If they differ, nobody is let in."
        )
        words = Text(said, "body", "text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        panel.body.addLayout(column(None, self._number, words, None, spacing=20, margins=(20, 18, 20, 18)))
        return panel

    def _connect(self) -> None:
        self.address.textChanged.connect(self._show_main)
        self.address.returnPressed.connect(self.code.setFocus)
        self.code.textChanged.connect(self._show_main)
        self.code.returnPressed.connect(self._main.press)
        self._main.clicked.connect(self._go_on)
        self._trouble.clicked.connect(lambda: self.no_answer_asked.emit())
        self.bind("main", self._main)
        self.bind("problem", self._trouble)

    def _go_on(self) -> None:
        if self._shown.phase is Phase.ASK:
            self.enrol_asked.emit(self.address.text().strip(), self.code.code())
        elif self._shown.phase is Phase.READY:
            self.start_asked.emit()

    def _show_titles(self, shown: FirstRunShown) -> None:
        if shown.store:
            where = f"{shown.store}, {shown.desk}" if shown.desk else shown.store
            self._title.setText(self.tr("This desk becomes {place}").format(place=where))
            self._sub.setText(self.tr("You can stop at any step. What is done stays done."))
        else:
            self._title.setText(self.tr("Welcome. Which store does this desk belong to?"))
            self._sub.setText(self.tr("Nothing is stored on this desk until central has taken the code."))

    def _show_fault(self, shown: FirstRunShown, is_new: bool) -> None:
        bold, more = fault_words(shown.fault, shown.detail)
        self._fault.set_text(bold, more)
        self._fault.setVisible(bool(bold))
        bad_code = shown.fault in (Fault.WRONG_CODE, Fault.OLD_CODE)
        if is_new:
            self.code.set_state(CodeState.WRONG if bad_code else CodeState.TYPING)
        wrong = shown.fault in (Fault.NO_ANSWER, Fault.NOT_CENTRAL, Fault.BAD_ADDRESS)
        self.address.setProperty("state", "wrong" if wrong else "")
        self.address.style().unpolish(self.address)
        self.address.style().polish(self.address)

    def _show_main(self) -> None:
        phase = self._shown.phase
        reason = ""
        if phase is Phase.ASK:
            missing = CODE_LENGTH - len(self.code.code())
            if not self.address.text().strip():
                reason = self.tr("The address of central is missing.")
            elif missing:
                reason = self.tr("%n characters of the code are missing.", "", missing)
        elif phase is Phase.CONNECTING:
            reason = self.tr("Asking central …")
        elif phase is Phase.AGREEING:
            reason = self.tr("Waiting for the manager to agree.")
        elif phase is Phase.COPYING:
            reason = self.tr("Work starts once the first copy is here.")
        self._main.set_label(
            self.tr("Go on") if phase in (Phase.ASK, Phase.CONNECTING) else self.tr("Start working")
        )
        self._main.set_not_yet(reason)
        self._hint.setText(reason)
