"""Asks the hub live to take a step of connecting a channel, and says plainly why it could not be asked."""

from storedesk.desk.central_look_up import NO_LINE, NOT_ALLOWED
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import HubFailure, Refused, TooSlow
from storedesk.protocol.central_link import AskChannels, ChannelsTold
from storedesk.protocol.wire_errors import WireErrorNumber

PERMISSION = "channel.connect"
NO_ANSWER = "no_answer"
"""The hub was asked and did not answer in time: the step may have been taken."""


async def ask_channels(
    message: AskChannels, client: HubClient | None, on_purpose: bool, allowed: bool
) -> ChannelsTold:
    """``allowed`` is what this desk knows of the person's rights; the hub looks for itself."""
    if not allowed:
        return ChannelsTold(request=message.request, problem=NOT_ALLOWED)
    if client is None or on_purpose:
        return ChannelsTold(request=message.request, problem=NO_LINE)
    try:
        return ChannelsTold(request=message.request, told=await client.ask_channels(message.ask))
    except Refused as refused:
        problem = NOT_ALLOWED if refused.error.number == WireErrorNumber.SCOPE_NOT_ALLOWED else NO_LINE
        return ChannelsTold(request=message.request, problem=problem)
    except TooSlow:
        return ChannelsTold(request=message.request, problem=NO_ANSWER)
    except HubFailure:
        return ChannelsTold(request=message.request, problem=NO_LINE)
