"""Adds the channels screen to a desk's window, and the one on which a channel is connected."""

from typing import TYPE_CHECKING

from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from storedesk.ui.screens.connect.connect_screen import ConnectScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.channels_control import ChannelsControl
from storedesk.ui.window.connect_control import COMMAND, ConnectControl
from storedesk.ui.window.routing_area import add_routing

if TYPE_CHECKING:
    from storedesk.ui.window.desk_window import DeskWindow


def add_channels(window: "DeskWindow") -> None:
    connect = ConnectControl(window.session, window.shell, window.background, ConnectScreen())
    window.add_screen(Place.CONNECT, connect.screen, connect.refresh)
    window.answers[COMMAND] = connect.open
    window.shell.more_commands.append(connect.commands)
    control = ChannelsControl(window.session, window.shell, window.background, ChannelsScreen(), connect.open)
    window.add_screen(Place.CHANNELS, control.screen, control.refresh)
    add_routing(window, control.screen)
