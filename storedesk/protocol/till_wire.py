"""What tills post and hear; documented in docs/tills-and-erp.md and in the OpenAPI document."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

MOST_LINES = 5_000
TILL_BYTES = 4 << 20
Short = Annotated[str, Meta(min_length=1, max_length=60)]
Maybe = Annotated[str, Meta(max_length=60)]


class TillSale(Struct, frozen=True):
    """A line of a receipt. ``quantity`` is units as a decimal number in text ("2", "0.375"), ``at`` ISO 8601 with
    an offset. A void takes a whole line back: that of its own receipt and line, or ``of_receipt`` and ``of_line``;
    it needs no article and no quantity."""

    till: Short
    receipt: Short
    line: Short
    kind: Literal["sale", "return", "void"]
    at: Annotated[str, Meta(min_length=10, max_length=40)]
    article: Maybe = ""
    quantity: Annotated[str, Meta(max_length=20)] = ""
    condition: Literal["", "opened", "as_new", "damaged"] = ""
    of_receipt: Maybe = ""
    of_line: Maybe = ""


class TillSales(Struct, frozen=True):
    """Lines of one place's tills; sending them again changes nothing."""

    lines: Annotated[tuple[TillSale, ...], Meta(max_length=MOST_LINES)]


class TillOutcome(Struct, frozen=True):
    """``outcome`` is taken, repeated, differs (came before with another content, which holds), aside (kept until
    its article is known), held (a void that waits for its line) or refused; ``why`` says more."""

    till: str
    receipt: str
    line: str
    kind: str
    outcome: str
    why: str = ""


class TillReply(Struct, frozen=True):
    """``lines`` are in the order they were sent, ``counts`` how many have each outcome."""

    counts: dict[str, int]
    lines: tuple[TillOutcome, ...]
