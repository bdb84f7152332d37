"""``storedesk demo``: opens the desk on the sample shop, or walks the guided tour where there is no display."""

import os
import sys
from pathlib import Path

import click
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from storedesk.ui.demo.demo_desk import PLACE, DemoDesk
from storedesk.ui.demo.demo_hub import DemoBroken
from storedesk.ui.demo.tour import Tour
from storedesk.ui.window.desk_window import DeskWindow
from storedesk.ui.window.window_app import open_window

STORE, SERVICE = (PLACE, "Elin L."), ("KSV", "Camilla E.")
"""Where the demo's desk stands, and who signs in there."""


@click.command("demo")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out/tour"), show_default=True,
              help="Where the tour leaves its pictures, papers and tour.json.")  # fmt: skip
@click.option("--tour", is_flag=True, help="Walk the guided tour although there is a display.")
@click.option("--language", type=click.Choice(["en", "sv"]), default="en", show_default=True)
@click.option("--service", is_flag=True, help="Open the desk of customer service instead of a store's.")
def demo(out: Path, tour: bool, language: str, service: bool) -> None:
    """Open a desk on a sample shop with a hub of its own."""
    if not has_display():
        click.echo(
            "There is no display here, so the guided tour runs unseen; its pictures tell what happened."
        )
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        tour = True
    try:
        place, person = SERVICE if service and not tour else STORE
        with DemoDesk(language, out / "papers" if tour else None, place) as desk:
            code = _walk(desk, out) if tour else _open(desk, person)
    except DemoBroken as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise SystemExit(code)


def has_display() -> bool:
    """Whether a window can be seen; only Unix without X and Wayland, or a forced platform, says no."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _walk(desk: DemoDesk, out: Path) -> int:
    out.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_say_qt)
    tour = Tour(desk, out, click.echo)
    code = open_window(desk.profile, tour.run)
    passed = tour.report.passed and code == 0
    click.echo(f"{'Every step was verified against the hub.' if passed else 'The tour failed.'} See {out}.")
    return 0 if passed else 1


def _say_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """What Qt says, but for what a platform without a screen cannot do."""
    if not text.startswith("This plugin does not support"):
        click.echo(text, err=True)


def _open(desk: DemoDesk, person: str) -> int:
    _, pin = desk.pin_of(person)
    click.echo(
        f"The demo opens. Sign in as {person} with PIN {pin}; docs/sample-shop.md tells the others and what to try."
    )

    async def begin(window: DeskWindow) -> None:
        desk.enrol(window)

    return open_window(desk.profile, on_first_run=begin)
