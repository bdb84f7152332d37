"""The kinds of action of routing rules: keep a draft, put a set in use, throw the draft away."""

from storedesk.actions import routing_args, routing_draft
from storedesk.actions.action import ActionKind

_RIGHT = "channel.repair"

ROUTING_KINDS: tuple[ActionKind, ...] = (
    ActionKind(
        "KeepRoutingDraft",
        1,
        routing_args.KeepRoutingDraft,
        _RIGHT,
        False,
        routing_draft.begin_keep,
        routing_draft.keep,
    ),
    ActionKind(
        "UseRouting", 1, routing_args.UseRouting, _RIGHT, False, routing_draft.begin_use, routing_draft.use
    ),
    ActionKind(
        "DropRoutingDraft",
        1,
        routing_args.DropRoutingDraft,
        _RIGHT,
        False,
        routing_draft.begin_drop,
        routing_draft.drop,
    ),
)
