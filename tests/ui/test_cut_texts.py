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


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1440, 900), 1.0), ((1024, 768), 1.0), ((1440, 900), 1.3)],
    ids=["wide", "narrow", "large"],
)
@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_no_text_is_cut(
    shot: Shot, language: str, size: tuple[int, int], scale: float, themed: Theme
) -> None:
    install_language(language)
    themed.switch(Mode.LIGHT, scale)
    window = shot.build()
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    shot.after(window)
    for _ in range(3):
        QApplication.processEvents()
    cut, window_size = cut_texts(window, FIXED), window.size()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert cut == []
    assert (window_size.width(), window_size.height()) == size
