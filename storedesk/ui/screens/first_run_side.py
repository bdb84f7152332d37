"""The dark side of the first run: the steps, and what is safe."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from storedesk.ui.screens.first_run_state import FirstRunShown, Phase
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import smooth, words
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.mark import Mark
from storedesk.ui.widgets.stepper import Step, StepState, draw_mark
from storedesk.ui.widgets.text import IconLabel, Text

_ORDER = (Phase.ASK, Phase.CONNECTING, Phase.AGREEING, Phase.COPYING, Phase.READY)


class TallStepper(QWidget):
    """Steps on top of each other, on the dark rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._steps

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        now = next((step.name for step in steps if step.state is StepState.NOW), "")
        self.setAccessibleName(self.tr("Step: {name}").format(name=now))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme().px(66) * len(self._steps))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        tall = theme().px(66)
        for number, step in enumerate(self._steps):
            top = number * tall
            if number:
                painter.fillRect(10, top - tall + 28, 2, tall - 34, theme().colour("raila"))
            draw_mark(painter, QRect(0, top, 22, 22), step.state, on_rail=True)
            ink = "onrail" if step.state is StepState.LATER else "onbadge"
            line = QRect(36, top + 1, self.width() - 36, theme().px(20))
            words(painter, line, step.name, theme().font("strong"), ink)
            line.translate(0, theme().px(19))
            words(painter, line, step.detail, theme().font("label", 400), "onrail")


class FirstRunSide(QFrame):
    """Mark, steps, what is safe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._steps = TallStepper()
        names = column(
            Text("StoreDesk", "heading", "railtitle"),
            Text(self.tr("A new desk"), "small", "onrail"),
            spacing=0,
        )
        key = row(IconLabel("lock", 18, "onrail"), spacing=12)
        key.addWidget(Text(self.tr("This desk’s key never leaves it."), "small", "onrail", wrap=True), 1)
        self.setLayout(
            column(
                row(Mark(), names, None, spacing=12), 28, self._steps, None, key,
                spacing=12, margins=(32, 32, 24, 28),
            )
        )  # fmt: skip

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is on the way, from the top."""
        return self._steps.steps

    def show_state(self, shown: FirstRunShown) -> None:
        now = _ORDER.index(shown.phase)
        code_used = now >= _ORDER.index(Phase.AGREEING)
        central = (self.tr("Central"), _host(shown.address) or self.tr("its address"), 1, 0)
        code = (self.tr("Code"), self.tr("used") if code_used else self.tr("for this desk"), 2, 1)
        number = (self.tr("Short number"), shown.short_number, 3, 2)
        copy = (self.tr("First copy"), self.tr("all the desk works with"), 4, 3)
        asked = (central, code, number) if shown.short_number else (central, code)
        steps = (*asked, copy, (self.tr("Ready to work"), "", 5, 4))
        self._steps.show_steps(
            tuple(Step(name, detail, _state(now, done, at)) for name, detail, done, at in steps)
        )


def _host(address: str) -> str:
    """The address without what is the same for all."""
    return address.removeprefix("https://").rstrip("/")


def _state(now: int, done_from: int, current_at: int) -> StepState:
    """The state of a step that is current in one phase and done from another on."""
    if now >= done_from or (current_at == 4 and now == 4):
        return StepState.DONE
    return StepState.NOW if now == current_at else StepState.LATER
