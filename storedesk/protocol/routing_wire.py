"""What desk and hub say to each other of trying out routing rules; decoded strictly."""

from typing import Annotated

import msgspec

from storedesk.domain.routing_sets import LONGEST
from storedesk.protocol.wire import Message, Whole, Word

ROUTING_BYTES = 64 * 1024
MOST_DAYS = 90

Rules = Annotated[str, msgspec.Meta(max_length=LONGEST)]


class WhyAsked(Message, frozen=True, kw_only=True, tag="why_asked"):
    """Why this store, by rules that are not in use; ``number`` is an order's number or id."""

    staff: Whole
    number: Annotated[str, msgspec.Meta(max_length=60)]
    rules: Rules


class WhatIfAsked(Message, frozen=True, kw_only=True, tag="what_if_asked"):
    """Replay past orders by the rules in use and by these. ``run`` is made once for each press: asking again tells
    how far that run is, and a run that nobody asks about any more stops by itself."""

    staff: Whole
    run: Word
    days: Annotated[int, msgspec.Meta(ge=1, le=MOST_DAYS)]
    rules: Rules


class WhatIfPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Orders that a place does, or a part of them."""

    place_id: int
    name: str
    used: int
    draft: int


class WhatIfSet(msgspec.Struct, frozen=True, kw_only=True):
    """As ``routing_replay.Outcome``."""

    orders: int
    whole: int
    split: int
    unplaced: int
    km: int | None
    over_limit: int


class WhatIfTold(Message, frozen=True, kw_only=True, tag="what_if_told"):
    """``done`` of ``total`` orders are replayed, placed from ``first_at`` to ``last_at`` (UTC ms). ``left_out`` older
    ones were too many or took too long. The two sets come when the run is over."""

    now: int
    run: str
    done: int
    total: int
    first_at: int = 0
    last_at: int = 0
    left_out: int = 0
    used: WhatIfSet | None = None
    draft: WhatIfSet | None = None
    places: list[WhatIfPlace] = []
