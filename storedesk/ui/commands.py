"""The command that opens the desk."""

import secrets
from pathlib import Path

import click
import platformdirs

from storedesk.desk.profile import PRACTICE, NotForPractice, Profile, SettingsUnreadable
from storedesk.desk.system_clock import monotonic_ms
from storedesk.ui.system_clock import wall_ms
from storedesk.ui.window.window_app import open_window


@click.command("desk")
@click.option("--profile", type=click.Path(path_type=Path, file_okay=False), help="Another profile folder.")
@click.option(
    "--practice", is_flag=True, help="Practise with invented customers; nothing leaves this machine."
)
def desk(profile: Path | None, practice: bool) -> None:
    """Open the desk."""
    folder = profile or Path(platformdirs.user_data_dir("StoreDesk", appauthor=False))
    try:
        code = open_window(_fresh_practice(folder) if practice else folder)
    except (SettingsUnreadable, NotForPractice) as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise SystemExit(code)


def _fresh_practice(beside: Path) -> Path:
    """The practice folder of a profile, begun anew unless somebody practises there now."""
    from storedesk.desk.practice import prepare_practice  # the invented shop is no part of a start

    folder = beside / PRACTICE
    lock = Profile(folder).window_lock
    if lock.take():
        with lock:
            prepare_practice(folder, Profile(beside).settings, wall_ms(), monotonic_ms(), secrets.token_bytes)
    return folder
