"""What the tests of the screens share: the theme, the texts, and key presses with times of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from storedesk.ui.demo.demo_desk import DemoDesk
from storedesk.ui.demo.demo_hub import DemoHub
from storedesk.ui.scan.scan_filter import ScanFilter
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import Theme, install_theme
from storedesk.ui.theme.tokens import Mode
from tests.ui.shop_window import ShopWindow, loops_run

_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every window that it ignores its smallest size; that is no fault."""
    for item in items:
        if "tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)"))


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[Theme]:
    """The light theme and English, put back after the test."""
    install_language("en")
    made = install_theme(qapp, Mode.LIGHT)
    yield made
    install_language("en")
    install_theme(qapp, Mode.LIGHT)


@pytest.fixture
def scan_filter(qapp: QApplication, themed: Theme) -> Iterator[ScanFilter]:
    """The filter on the application, taken off again after the test."""
    made = ScanFilter(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture(autouse=True)
def no_sheet_stays_open() -> Iterator[None]:
    """What a test leaves open would take the keys of the next one."""
    yield
    while isinstance(left := QApplication.activeModalWidget(), QDialog) and left.isVisible():
        left.reject()


@pytest.fixture(autouse=True)
def no_window_outlives_its_test(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Thousands of forgotten widgets would each be styled anew whenever a later test changes the theme, and must not
    wait for the garbage collector, which may meet them in the middle of anything. The shop's own go with the shop."""
    before = set(QApplication.topLevelWidgets())
    yield
    if "shop" not in request.fixturenames:
        for window in set(QApplication.topLevelWidgets()) - before:
            if window.parent() is None:
                window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def filled_hub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hub that holds the sample shop, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    DemoHub.fill(folder)
    return folder


@pytest.fixture(scope="module")
def shop(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, filled_hub: Path
) -> Iterator[ShopWindow]:
    """The whole window with the real worker and a real hub behind it, enrolled; once for a file of tests."""
    install_language("en")
    install_theme(qapp, Mode.LIGHT)
    folder = tmp_path_factory.mktemp("shop")
    with DemoDesk("en", folder / "papers", filled=filled_hub) as demo:
        made = ShopWindow(qapp, demo, folder)
        try:
            made.set_up()
            yield made
        finally:
            made.close()
    assert made.broken == []
    assert loops_run(), "no later test could wait for anything"


@pytest.fixture
def desk(shop: ShopWindow) -> ShopWindow:
    """Elin is signed in and stands at the pickups."""
    shop.sign_in()
    return shop


class Keyboard:
    """Presses keys at stated times, as a scanner or a person would."""

    def __init__(self) -> None:
        self._now_ms = 1_000_000

    def press(self, text: str, gap_ms: int) -> None:
        """Each character `gap_ms` after the one before; newline is Enter."""
        for char in text:
            self._now_ms += gap_ms
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None
            key = _KEYS.get(char, Qt.Key(ord(char.upper())))
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
            event.setTimestamp(self._now_ms)
            QApplication.sendEvent(target, event)

    def scan(self, code: str) -> None:
        self.press(code[0], 120)
        self.press(code[1:], 4)
        self.press("\n", 4)

    def type(self, text: str) -> None:
        self.press(text, 120)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def shown(qtbot: object, themed: Theme) -> Callable[[QWidget], QWidget]:
    """Shows a widget as the active window."""

    kept: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)  # type: ignore[attr-defined]
        widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    return show
