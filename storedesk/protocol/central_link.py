"""Questions of a desk's window that the hub answers live, and their answers."""

from storedesk.protocol.channel_wire import ChannelAsk, ChannelTold
from storedesk.protocol.link_message import LinkMessage


class AskChannels(LinkMessage, frozen=True, kw_only=True, tag="ask_channels"):
    """A step of connecting a channel; answered with ``ChannelsTold``."""

    request: int
    ask: ChannelAsk


class ChannelsTold(LinkMessage, frozen=True, kw_only=True, tag="channels_told"):
    """``problem`` is a key where the hub was not asked or refused; what a step came to stands in ``told``."""

    request: int
    problem: str = ""
    told: ChannelTold | None = None
