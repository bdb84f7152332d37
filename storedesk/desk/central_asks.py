"""The questions that the hub answers live, each handed to what asks it."""

from collections.abc import Awaitable, Callable
from typing import Any

from storedesk.desk.central_channels import PERMISSION, ask_channels
from storedesk.desk.central_look_up import look_up_centrally
from storedesk.desk.central_why import ask_routing
from storedesk.desk.hub_client import HubClient
from storedesk.protocol.central_link import AskChannels
from storedesk.protocol.desk_link import LookUpOrders
from storedesk.protocol.routing_link import AskWhatIf, AskWhy

May = Callable[[int, str], Awaitable[bool]]
"""Whether this desk knows that a person of its place has a permission."""


async def ask_central(
    message: LookUpOrders | AskWhy | AskWhatIf | AskChannels,
    client: HubClient | None,
    on_purpose: bool,
    may: May,
) -> Any:
    """The answer for the window; nobody is asked without a line, or working offline on purpose."""
    if isinstance(message, LookUpOrders):
        return await look_up_centrally(message, client, on_purpose)
    if isinstance(message, AskWhy | AskWhatIf):
        return await ask_routing(message, client, on_purpose)
    allowed = await may(message.ask.staff_id, PERMISSION)
    return await ask_channels(message, client, on_purpose, allowed)
