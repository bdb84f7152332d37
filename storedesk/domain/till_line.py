"""A line of a till's receipt: what it says happened to goods, and what that means for the stock."""

from functools import lru_cache
from typing import NamedTuple

from storedesk.domain.ids import derived_id
from storedesk.domain.tables import DAMAGED, RETURNS_UNCHECKED, SELLABLE

SALE, RETURN, VOID = "sale", "return", "void"
KINDS = (SALE, RETURN, VOID)
CONDITIONS = {"": RETURNS_UNCHECKED, "opened": RETURNS_UNCHECKED, "as_new": SELLABLE, "damaged": DAMAGED}
"""Where returned goods go by their condition; a till that says none leaves it to the check."""

COUNTED, VOIDED, DONE, ASIDE, HELD, REFUSED = "counted", "voided", "done", "aside", "held", "refused"
"""States of a line: booked; taken back by a void; a void that has done so; article not known (waits to be named);
a void that waits for its line; a void of a void."""


class TillLine(NamedTuple):
    """``quantity`` is a decimal number of units above zero, written with a point; ``article`` what the till calls
    it; ``at`` UTC ms. A void takes back the whole line ``of_receipt``/``of_line`` of its till, or the line of its
    own receipt and number where those are empty; its own article and quantity are not read."""

    place_id: int
    till: str
    receipt: str
    line: str
    kind: str
    article: str
    quantity: str
    at: int
    condition: str = ""
    of_receipt: str = ""
    of_line: str = ""

    @property
    def id(self) -> str:
        """The same for every repetition of this line, for ever."""
        return _line_id(self.place_id, self.till, self.receipt, self.line, self.kind)

    @property
    def target(self) -> tuple[int, str, str, str]:
        """The line of goods that this line is, or that a void takes back."""
        if self.kind == VOID and self.of_receipt:
            return self.place_id, self.till, self.of_receipt, self.of_line or self.line
        return self.place_id, self.till, self.receipt, self.line

    @property
    def bucket(self) -> int:
        return SELLABLE if self.kind == SALE else CONDITIONS.get(self.condition, RETURNS_UNCHECKED)

    @property
    def voids_another(self) -> bool:
        """A void with a line number of its own, which another void might name by mistake."""
        return self.kind == VOID and self.target != (self.place_id, self.till, self.receipt, self.line)


@lru_cache(32_768)
def _line_id(place_id: int, till: str, receipt: str, line: str, kind: str) -> str:
    """Asked for again and again while a line is taken."""
    return derived_id("till", str(place_id), till, receipt, line, kind)
