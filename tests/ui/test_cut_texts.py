"""No text is cut on any screen, in English and Swedish, wide, narrow and with large text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from storedesk.ui.shot_samples.shot import Shot
from storedesk.ui.shots import SHOTS
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import Theme
from storedesk.ui.theme.tokens import Mode
from storedesk.ui.widgets.button import Button
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.widgets.text import ElidedText
from tests.ui.test_texts import finished

UI = Path(__file__).resolve().parents[2] / "storedesk" / "ui"
SWEDISH = finished(UI / "texts" / "storedesk_sv.ts")
FIXED = frozenset(source for _, source in SWEDISH) | {form for forms in SWEDISH.values() for form in forms}


def cut_texts(window: QWidget, fixed: frozenset[str]) -> list[str]:
    """What a person cannot read whole. Data (a name, a title) may give way to an ellipsis, our words not."""
    cut = []
    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text():
            continue
        if isinstance(label, ElidedText):
            if label.toolTip() and label.text() in fixed:
                cut.append(label.text())
        elif label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                cut.append(label.text())
        elif QFontMetrics(label.font()).horizontalAdvance(label.text()) > label.contentsRect().width() + 1:
            cut.append(label.text())
    for widget in (*window.findChildren(QPushButton), *window.findChildren(Chip)):
        too_small = (
            widget.width() < widget.sizeHint().width() or widget.height() < widget.sizeHint().height() - 1
        )
        if widget.isVisibleTo(window) and isinstance(widget, Button | Chip) and too_small:
            cut.append(widget.accessibleName())
    return cut


WIDE, NARROW = (1440, 900), (1024, 768)


def cut_at(window: QWidget, size: tuple[int, int]) -> list[str]:
    """What is cut once the window has this size."""
    window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    assert (window.width(), window.height()) == size
    return cut_texts(window, FIXED)


@pytest.mark.parametrize(
    ("language", "sizes", "scale"),
    [("en", (NARROW, WIDE), 1.0), ("sv", (NARROW, WIDE), 1.0), ("sv", (WIDE,), 1.3)],
    ids=["en", "sv", "sv-large"],
)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_no_text_is_cut(
    shot: Shot, language: str, sizes: tuple[tuple[int, int], ...], scale: float, themed: Theme
) -> None:
    """A window that was narrow and is made wide, and one with large text from the beginning: that in Swedish alone,
    whose words are the longer ones."""
    install_language(language)
    themed.switch(Mode.LIGHT, scale)
    window = shot.build()
    window.resize(*sizes[0])
    window.show()
    QApplication.processEvents()
    shot.after(window)
    cut = [(size, cut_at(window, size)) for size in sizes]
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert cut == [(size, []) for size in sizes]
