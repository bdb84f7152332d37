"""A sample of practice: the band that says that nothing is real."""

from dataclasses import replace

from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shot_samples.shot import ONLINE, Shot
from storedesk.ui.shot_samples.today_samples import MONDAY, today
from storedesk.ui.widgets.sync_pill import SyncShown, SyncState


def _practice() -> AppShell:
    shell = today(MONDAY)
    shell.show_state(replace(ONLINE, sync=SyncShown(SyncState.STOPPED, "Practice")))
    shell.show_practice("Invented customers. Nothing leaves this desk. Sign in as Elin L. with PIN 1470.")
    return shell


SHOTS = (Shot("practice", _practice),)
