"""Renders every registered screen to PNG, offscreen, in each mode and size."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from storedesk.ui.shot_samples import (
    attention_samples,
    channel_samples,
    connect_samples,
    customers_samples,
    day_samples,
    desks_samples,
    first_run_samples,
    handover_samples,
    late_samples,
    lock_samples,
    move_samples,
    order_samples,
    pickup_samples,
    practice_samples,
    quotes_samples,
    routing_samples,
    service_samples,
    settings_samples,
    shell_samples,
    stock_samples,
    supervisor_samples,
    sync_samples,
    today_samples,
    transfer_samples,
)
from storedesk.ui.shot_samples.shot import Shot
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import install_theme
from storedesk.ui.theme.tokens import Mode

SHOTS: tuple[Shot, ...] = (
    *today_samples.SHOTS,
    *day_samples.SHOTS,
    *practice_samples.SHOTS,
    *desks_samples.SHOTS,
    *lock_samples.SHOTS,
    *pickup_samples.SHOTS,
    *late_samples.SHOTS,
    *move_samples.SHOTS,
    *handover_samples.SHOTS,
    *supervisor_samples.SHOTS,
    *stock_samples.SHOTS,
    *transfer_samples.SHOTS,
    *order_samples.SHOTS,
    *service_samples.SHOTS,
    *quotes_samples.SHOTS,
    *customers_samples.SHOTS,
    *attention_samples.SHOTS,
    *channel_samples.SHOTS,
    *routing_samples.SHOTS,
    *connect_samples.SHOTS,
    *sync_samples.SHOTS,
    *first_run_samples.SHOTS,
    *shell_samples.SHOTS,
    *settings_samples.SHOTS,
)
SIZES = ((1440, 900), (1024, 768))
MODES = tuple(Mode)


def application() -> QApplication:
    """The application object there is, or a new offscreen one."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(["storedesk"])


def render_shots(
    out_dir: Path,
    names: Iterable[str] = (),
    modes: Iterable[Mode] = MODES,
    sizes: Iterable[tuple[int, int]] = SIZES,
    language: str = "en",
    scale: float = 1.0,
) -> list[Path]:
    """Write `<name>-<mode>-<width>.png` files into a folder; without names, all shots. Blocks."""
    app = application()
    wanted = set(names)
    unknown = wanted - {shot.name for shot in SHOTS}
    if unknown:
        raise ValueError(f"No such shot: {', '.join(sorted(unknown))}.")
    out_dir.mkdir(parents=True, exist_ok=True)
    install_language(language)
    made: list[Path] = []
    for mode in modes:
        install_theme(app, mode, scale)
        for shot in SHOTS:
            if not wanted or shot.name in wanted:
                made += [_render(shot, mode, size, out_dir) for size in sizes]
    return made


def _render(shot: Shot, mode: Mode, size: tuple[int, int], out_dir: Path) -> Path:
    window = shot.build()
    window.resize(*size)
    window.show()
    QApplication.processEvents()
    shot.after(window)
    QApplication.processEvents()
    path = out_dir / f"{shot.name}-{mode.value}-{size[0]}.png"
    if not _picture(window).save(str(path)):
        raise OSError(f"The picture {path.name} could not be written to {out_dir}.")
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def _picture(window: QWidget) -> QPixmap:
    """The window with the dialogs that are open over it."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            painter.drawPixmap(dialog.geometry().topLeft() - window.geometry().topLeft(), dialog.grab())
    painter.end()
    return picture
