"""What an installation must be able to do, tried in a scratch folder: window, database, paper, texts, worker."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from storedesk.documents.parcel_label import ParcelLabelData, parcel_label
from storedesk.documents.printable_document import PrintableDocument
from storedesk.storage.desk_database import make_empty_desk_database, open_desk_database
from storedesk.storage.engine import new_database_key
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place, ShellState
from storedesk.ui.texts.language import LANGUAGES, install_language
from storedesk.ui.theme.theme import install_theme


def run() -> int:
    """Prints one line for each check; 0 if all of them hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("window", lambda: _window(app)),
        ("encrypted database", _database),
        ("paper", _paper),
        ("texts", _texts),
    )
    return 0 if min(_tried(name, check) for name, check in checks) else 1


def _tried(name: str, check: Callable[[], str]) -> bool:
    try:
        problem = check()
    except Exception as error:  # noqa: BLE001 - the outermost handler: whatever is missing has to be named
        problem = f"{type(error).__name__}: {error}"
    sys.stdout.write(f"{name}: {problem or 'works'}\n")
    return not problem


def _window(app: QApplication) -> str:
    install_theme(app)
    shell = AppShell((Place.PICKUPS, Place.LOCK))
    shell.show_state(ShellState(store="Self check", desk="D-1"))
    shell.show()
    app.processEvents()
    image = shell.grab().toImage()
    shell.close()
    colours = {image.pixelColor(x, 40).rgba() for x in range(0, image.width(), 7)}
    return "" if len(colours) > 3 else "the window is painted in one colour"


def _database() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "check.db", new_database_key()
        make_empty_desk_database(path, key).dispose()
        if path.read_bytes()[:6] == b"SQLite":
            return "the file is not encrypted"
        open_desk_database(path, key).dispose()
    return ""


def _paper() -> str:
    label = ParcelLabelData("H4", "48207", "NILSSON M.", 1, 1, "2026-11-30", "SDP", "GBG-01-00001-K7")
    pdf = PrintableDocument(parcel_label(label)).pdf
    return "" if pdf.startswith(b"%PDF") and len(pdf) > 2_000 else "the PDF is empty"


def _texts() -> str:
    missing = [language for language in LANGUAGES if install_language(language) != language]
    words = QApplication.translate("Rail", "Stock")
    return f"not installed: {missing}" if missing or words == "Stock" else ""
