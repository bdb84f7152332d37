"""Making a channel's figure ours: a movement, a price or a title, decided centrally once the channel was read again."""

from storedesk.actions.action import Act, State
from storedesk.actions.chain_setting import CHAIN, setting
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Change
from storedesk.domain.differences import PRICE, REPAIRS, STOCK, TITLE, whole
from storedesk.domain.ids import derived_id
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Difference, Price, Product, Variant
from storedesk.domain.tables import SELLABLE

TAKE_THEIRS = "take_theirs"
SETTING = "channels.take_theirs"
"""The chain's setting that names the fields whose figures may be taken over, with commas between; all of them where
it is not set."""
REASON = "take_theirs"
LONGEST_TITLE = 500


def take_over(
    state: State, difference_id: str, ours: str, theirs: str | None, list_code: str, day: str, now: int
) -> tuple[Change, ...]:
    """``ours`` and ``theirs`` as they are at this moment, None where the channel shows nothing any more; a price is
    that of ``list_code``, which holds on ``day`` (local date). Empty where nobody asks for it any more."""
    row = row_or_none(state, Difference, difference_id)
    if row is None or row.asked != TAKE_THEIRS or row.variant_id is None:
        return ()
    act = Act(
        derived_id("take theirs", row.id, str(row.asked_at)), "RepairDifference", None, row.asked_by, _place(row), ""
    )  # fmt: skip
    effects = Effects(state, act, now)
    why = _refusal(state, row, theirs) or _take(effects, row, ours, theirs or "", list_code, day)
    if why:
        effects.set(row, state="refused", asked="", why=why)
    else:
        effects.set(row, state="repairing", asked="", ours=theirs, theirs=theirs, why="")
    return tuple(effects.changes)


def _place(row: Difference) -> int:
    return int(row.about) if row.field == STOCK and row.about.isdecimal() else 0


def _refusal(state: State, row: Difference, theirs: str | None) -> str:
    allowed = setting(state, CHAIN, SETTING, ",".join(REPAIRS[TAKE_THEIRS]))
    if row.field not in REPAIRS[TAKE_THEIRS] or row.field not in allowed.split(","):
        return "not_allowed"
    return "not_linked" if theirs is None else ""


def _take(effects: Effects, row: Difference, ours: str, theirs: str, list_code: str, day: str) -> str:
    """The word of a refusal, or empty."""
    variant = row_or_none(effects.state, Variant, row.variant_id or 0)
    if variant is None:
        return "not_linked"
    if row.field == TITLE:
        return _take_title(effects, variant, theirs)
    first, second = whole(ours), whole(theirs)
    if first is None or second is None or second < 0:
        return "invalid"
    if row.field == PRICE:
        return _take_price(effects, row, list_code, second, day)
    place = _place(row)
    if not place:
        return "not_linked"
    if second != first:
        step = UNITS.get(variant.unit, PIECE).step
        effects.move(place, variant.id, SELLABLE, (second - first) * step, REASON)
    return ""


def _take_title(effects: Effects, variant: Variant, title: str) -> str:
    product = row_or_none(effects.state, Product, variant.product_id)
    name = " ".join(title.split())[:LONGEST_TITLE]
    if product is None or not name:
        return "invalid"
    effects.set(product, name=name)
    return ""


def _take_price(effects: Effects, row: Difference, list_code: str, amount: int, day: str) -> str:
    """Into the row that holds today at the lowest break."""
    holding = [
        price
        for price in effects.state.among(Price, variant_id=row.variant_id or 0)
        if (price.list_code, price.currency) == (list_code, row.currency) and price.valid_from <= day
    ]
    if not holding:
        return "not_allowed"
    found = min(
        holding, key=lambda price: (price.from_quantity, tuple(-ord(one) for one in price.valid_from))
    )
    effects.set(found, amount=amount)
    return ""
