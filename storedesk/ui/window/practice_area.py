"""Practice in the window: its band where nothing is real, and the command that opens it elsewhere."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from storedesk.protocol.desk_link import Started
from storedesk.ui.shell.palette_rows import CommandRow

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow

COMMAND = "practice"


def add_practice(window: "DeskWindow") -> None:
    """The palette of a real desk opens practice in a window of its own; a practice desk shows its band."""
    session, shell = window.session, window.shell

    def band(started: Started) -> None:
        if started.practice:
            words = QCoreApplication.translate(
                "Practice", "Invented customers. Nothing leaves this desk. Sign in as {name} with PIN {pin}."
            )
            from storedesk.desk.practice import practice_person  # the invented shop is for practice alone

            name, pin = practice_person(started.place_id)
            shell.show_practice(words.format(name=name, pin=pin))

    def commands() -> tuple[CommandRow, ...]:
        if session.desk.practice:
            return ()
        title = QCoreApplication.translate("Practice", "Practice")
        detail = QCoreApplication.translate("Practice", "invented customers, nothing is sent")
        return (CommandRow(COMMAND, "help", title, detail),)

    def begin() -> None:
        shell.say(
            QCoreApplication.translate("Practice", "Practice opens in a window of its own in a few seconds.")
        )
        open_practice(Path(session.desk.database).parent)

    session.started.connect(band)
    band(session.desk)
    shell.more_commands.append(commands)
    window.answers[COMMAND] = begin


def practice_command(profile: Path) -> list[str]:
    """What opens practice beside a desk, from a checkout and frozen."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "storedesk"]
    return [*own, "desk", "--practice", "--profile", str(profile)]


def open_practice(profile: Path) -> None:
    """In a process of its own, which ends by itself; a second one raises the first."""
    subprocess.Popen(practice_command(profile), stdin=subprocess.DEVNULL, start_new_session=True)
