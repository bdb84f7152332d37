"""What a channel posts about what its buyers looked at, and hears; documented in docs/channels.md and OpenAPI."""

from typing import Annotated

from msgspec import Meta, Struct

MOST_VIEWS = 5_000
ACTIVITY_BYTES = 4 << 20
Name = Annotated[str, Meta(max_length=80)]


class ViewSent(Struct, frozen=True):
    """Somebody looked at an article. ``variant`` is the channel's own id, else ``sku`` counts; ``contact`` is the
    channel's customer, else ``company``; ``at`` and ``consent_at`` ISO 8601 with an offset. Without ``consent``
    the view is dropped and only counted."""

    at: Annotated[str, Meta(max_length=40)]
    consent: bool
    sku: Name = ""
    variant: Name = ""
    contact: Name = ""
    company: Name = ""
    consent_at: Annotated[str, Meta(max_length=40)] = ""


class ActivitySent(Struct, frozen=True):
    """Sending it again changes nothing. ``withdrawn`` are customers who took their consent back: all that is kept
    of what they looked at is deleted."""

    views: Annotated[tuple[ViewSent, ...], Meta(max_length=MOST_VIEWS)] = ()
    withdrawn: Annotated[tuple[Name, ...], Meta(max_length=MOST_VIEWS)] = ()


class ActivityReply(Struct, frozen=True):
    """How many views were taken, repeated, no_consent, unknown_buyer, unknown_article, too_old, not_yet or
    unreadable, and how many kept ones were deleted."""

    counts: dict[str, int]
