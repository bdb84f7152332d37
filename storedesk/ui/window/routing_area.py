"""Adds the Routing screen to a desk's window: only for who may change the rules."""

from typing import TYPE_CHECKING

from storedesk.actions.rights import PERMISSIONS
from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.routing_control import RIGHT, RoutingControl

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_routing(window: "DeskWindow", channels: ChannelsScreen) -> None:
    shell = window.shell
    control = RoutingControl(window.session, shell, window.background, RoutingScreen())
    window.add_screen(Place.ROUTING, control.screen, control.refresh)

    def show_right() -> None:
        """Nothing leads there for somebody who may not."""
        user = window.session.user
        may = user is not None and RIGHT in PERMISSIONS.get(user.role, frozenset())
        rest = tuple(place for place in shell.left_out if place is not Place.ROUTING)
        shell.leave_out(rest if may else (*rest, Place.ROUTING))
        channels.routing.setVisible(may)

    show_right()
    window.lock.signed_in.connect(show_right)
    channels.routing_wanted.connect(lambda: shell.do("go_routing"))
    control.screen.back_wanted.connect(lambda: shell.do("go_channels"))
