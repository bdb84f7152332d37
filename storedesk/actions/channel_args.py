"""The arguments of what staff do about channels, as they travel."""

from typing import Literal

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Id, Number


class RepairDifference(Args, frozen=True):
    """``push`` sends our figure again, ``take_theirs`` makes the channel's figure ours; with ``all_alike`` so do
    all differences of the same field and cause on the same channel."""

    difference_id: Id
    how: Literal["push", "take_theirs"]
    all_alike: bool = False


class AskChannelCheck(Args, frozen=True):
    """Compare the channel at once; 0 stands for all of them."""

    channel_id: Number
