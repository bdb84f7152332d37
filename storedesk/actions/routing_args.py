"""The arguments of what staff do about routing rules, as they travel."""

from typing import Annotated

from msgspec import Meta

from storedesk.actions.action import Args
from storedesk.actions.pickup_args import Number
from storedesk.domain.routing_sets import LONGEST

Mark = Annotated[str, Meta(max_length=64)]


class KeepRoutingDraft(Args, frozen=True):
    """``rules`` is the JSON of the whole set; ``seen`` the mark of the draft it was made from, empty where there
    was none."""

    rules: Annotated[str, Meta(min_length=1, max_length=LONGEST)]
    seen: Mark = ""


class UseRouting(Args, frozen=True):
    """The draft or a set of the past goes in use; ``seen`` is the mark of its rules."""

    number: Number
    seen: Mark


class DropRoutingDraft(Args, frozen=True):
    seen: Mark
