"""The command that opens the desk."""

from pathlib import Path

import click
import platformdirs

from storedesk.desk.profile import SettingsUnreadable
from storedesk.ui.window.window_app import open_window


@click.command("desk")
@click.option("--profile", type=click.Path(path_type=Path, file_okay=False), help="Another profile folder.")
def desk(profile: Path | None) -> None:
    """Open the desk."""
    folder = profile or Path(platformdirs.user_data_dir("StoreDesk", appauthor=False))
    try:
        code = open_window(folder)
    except SettingsUnreadable as error:
        raise click.ClickException(str(error)) from error
    if code:
        raise SystemExit(code)
