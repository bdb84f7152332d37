"""The kinds of action of channels: repair a difference, ask for a check."""

from storedesk.actions import channel_args, channel_work
from storedesk.actions.action import ActionKind

CHANNEL_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "RepairDifference",
        1,
        channel_args.RepairDifference,
        "channel.repair",
        False,
        channel_work.begin_repair,
        channel_work.repair,
    ),
    ActionKind(
        "AskChannelCheck",
        1,
        channel_args.AskChannelCheck,
        "stock.look",
        False,
        channel_work.begin_check,
        channel_work.check,
    ),
)
