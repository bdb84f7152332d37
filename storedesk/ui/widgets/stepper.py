"""The steps of a process in one line: what is done, what is now, what comes."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.drawing import box, picture, smooth, words


class StepState(StrEnum):
    DONE = "done"
    NOW = "now"
    LATER = "later"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, a second line, its state."""

    name: str
    detail: str = ""
    state: StepState = StepState.LATER


def draw_mark(painter: QPainter, place: QRect, state: StepState, on_rail: bool = False) -> None:
    """The round mark of a step."""
    radius = place.width() / 2
    if state is StepState.DONE:
        box(painter, place, radius, "ok")
        picture(painter, place, "check", 16, "onaccent")
    elif state is StepState.NOW:
        box(painter, place, radius, "railbar" if on_rail and not theme().is_high_contrast else "accent")
        inner = place.adjusted(7, 7, -7, -7)
        box(painter, inner, inner.width() / 2, "rail" if on_rail else "onaccent")
    else:
        outline = "bad" if state is StepState.BLOCKED else "onrail" if on_rail else "ctl"
        box(painter, place, radius, None, outline, 2)


class Stepper(QWidget):
    """Steps side by side; readers get one sentence."""

    def __init__(self, steps: tuple[Step, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(steps)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        now = next((step for step in steps if step.state in (StepState.NOW, StepState.BLOCKED)), None)
        done = ", ".join(step.name for step in steps if step.state is StepState.DONE)
        self.setAccessibleName(
            self.tr("Done: {done}. Now: {now}").format(done=done, now=now.name if now else "")
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100 * len(self._steps), theme().px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        smooth(painter)
        wide = self.width() // len(self._steps)
        for index, step in enumerate(self._steps):
            left = index * wide
            draw_mark(painter, QRect(left, theme().px(1), 22, 22), step.state)
            ink = {StepState.DONE: "text", StepState.NOW: "accent_text", StepState.BLOCKED: "bad_text"}
            line = QRect(left + 30, 0, wide - 34, theme().px(20))
            words(painter, line, step.name, theme().font("small", 600), ink.get(step.state, "text2"))
            line.translate(0, theme().px(18))
            words(painter, line.adjusted(0, 0, 0, -2), step.detail, theme().font("label", 400), "text3")
