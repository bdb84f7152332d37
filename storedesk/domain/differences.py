"""What a channel should show beside what it shows: whether that counts, the likely cause, and since when."""

from typing import NamedTuple

STOCK, PRICE, CONTRACT_PRICE, TITLE, LISTED, PROMISE = (
    "stock", "price", "contract_price", "title", "listed", "promise",
)  # fmt: skip
FIELDS = (STOCK, PRICE, CONTRACT_PRICE, TITLE, LISTED, PROMISE)
AMOUNTS = frozenset({PRICE, CONTRACT_PRICE})

NOT_PUSHED, REFUSED, CHANGED_THERE, NO_MAPPING, ON_ITS_WAY, UNKNOWN = (
    "not_pushed", "refused", "changed_there", "no_mapping", "on_its_way", "unknown",
)  # fmt: skip
CAUSES = (NOT_PUSHED, REFUSED, CHANGED_THERE, NO_MAPPING, ON_ITS_WAY, UNKNOWN)
"""``not_pushed``: our figure changed after the last push; ``refused``: the last push was not taken;
``changed_there``: another figure stands there since our push; ``no_mapping``: nobody linked the article;
``on_its_way``: a push waits or has just been sent; ``unknown``: none of these is known."""

FRESH_MS = 2 * 60_000
"""So young a figure, push or reading says nothing yet: what was just told comes back as an echo of what was before."""
SETTLING_MS = 10 * 60_000
"""So long after a push that was taken, an older figure there is still on its way."""
SMALLEST_PRICE_STEP = 100
"""Amounts (1/10,000) that differ by less than the smallest coin are the same price."""

_WAITS = frozenset({"waiting", "sending", "unknown"})
_NOT_TAKEN = frozenset({"refused", "parked"})
REPAIRS: dict[str, frozenset[str]] = {
    "push": frozenset(FIELDS) - {CONTRACT_PRICE, PROMISE},
    "take_theirs": frozenset({STOCK, PRICE, TITLE}),
}
"""Which differences can be repaired which way; a company's prices and promises are mended where they are kept."""


class LastPush(NamedTuple):
    """The youngest message of the outbox about a figure; times in UTC ms."""

    state: str
    made_at: int
    done_at: int | None
    why: str


class Beside(NamedTuple):
    """One figure on both sides. ``ours_at`` is when ours last changed, None where nobody knows; ``read_at`` when the
    channel was read, ``changed_at`` when it was first found to show ``theirs``; ``pushed`` what it last took."""

    field: str
    ours: str
    theirs: str
    ours_at: int | None
    read_at: int
    changed_at: int
    pushed: str | None
    pushed_at: int | None
    push: LastPush | None
    linked: bool = True


class Likely(NamedTuple):
    """Why a figure differs, since when (UTC ms), and the word of the refusal if there was one."""

    cause: str
    since: int
    why: str = ""


def same(field: str, ours: str, theirs: str) -> bool:
    """Whether both sides say the same to a buyer."""
    if ours == theirs:
        return True
    if field in AMOUNTS:
        first, second = whole(ours), whole(theirs)
        return first is not None and second is not None and abs(first - second) < SMALLEST_PRICE_STEP
    if field == TITLE:
        return " ".join(ours.split()) == " ".join(theirs.split())
    return False


def whole(text: str) -> int | None:
    """The whole number that a figure's text stands for; None for none."""
    digits = text[1:] if text.startswith("-") else text
    return int(text) if digits.isdecimal() and digits.isascii() and len(digits) <= 18 else None


def likely(beside: Beside, now: int) -> Likely | None:
    """None where both sides agree, or where it is too early to say that they do not."""
    if same(beside.field, beside.ours, beside.theirs):
        return None
    if not beside.linked:
        return Likely(NO_MAPPING, beside.changed_at)
    push = beside.push
    if push is not None and push.state in _WAITS:
        return None if now - push.made_at < FRESH_MS else Likely(ON_ITS_WAY, push.made_at)
    if push is not None and push.state in _NOT_TAKEN and push.made_at >= (beside.pushed_at or 0):
        return Likely(REFUSED, push.done_at or push.made_at, push.why)
    if beside.ours_at is not None and now - beside.ours_at < FRESH_MS:
        return None
    if beside.pushed is None or beside.pushed_at is None:
        return Likely(NOT_PUSHED, max(beside.changed_at, beside.ours_at or 0))
    if same(beside.field, beside.pushed, beside.ours):
        return _after_taken(beside, beside.pushed_at)
    if same(beside.field, beside.pushed, beside.theirs):
        return Likely(NOT_PUSHED, max(beside.pushed_at, beside.ours_at or 0))
    return Likely(CHANGED_THERE, max(beside.changed_at, beside.pushed_at))


def _after_taken(beside: Beside, pushed_at: int) -> Likely | None:
    """Ours was taken, and something else stands there now."""
    if beside.read_at - pushed_at < FRESH_MS:
        return None
    if beside.read_at - pushed_at < SETTLING_MS and beside.changed_at <= pushed_at:
        return Likely(ON_ITS_WAY, pushed_at)
    return Likely(CHANGED_THERE, max(beside.changed_at, pushed_at))
