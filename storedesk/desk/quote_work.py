"""A draft while somebody works on it: its header and lines as wanted, each change a new value."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import FREE, LineEdit, unit_step
from storedesk.desk.quote_views import QuoteLineView, QuoteView
from storedesk.domain.quantity import LARGEST_QUANTITY

MOST_LINES = 60
VALID_DAYS = 30
KEPT = "kept"


@dataclass(frozen=True, slots=True)
class QuoteWork:
    """``edits`` are the lines from the first; quantities in smallest steps, discounts in 1/10,000 %."""

    head: QuoteHeadArgs
    edits: tuple[LineEdit, ...] = ()

    def with_head(self, **values: object) -> "QuoteWork":
        return replace(self, head=msgspec.structs.replace(self.head, **values))

    def with_article(self, variant_id: int, unit: str, quantity: int) -> tuple["QuoteWork", int]:
        """One more of an article, on its line where it has one; and the line's place, -1 if there is no room."""
        for place, edit in enumerate(self.edits):
            if edit.variant_id == variant_id:
                return self.with_quantity(place, edit.quantity + quantity), place
        return self.with_line(LineEdit("goods", variant_id, quantity, unit=unit))

    def with_line(self, edit: LineEdit, place: int | None = None) -> tuple["QuoteWork", int]:
        """Another line at the end, or instead of the one at a place."""
        if place is not None and 0 <= place < len(self.edits):
            return self._put(place, edit), place
        if len(self.edits) >= MOST_LINES:
            return self, -1
        return replace(self, edits=(*self.edits, edit)), len(self.edits)

    def with_line_at(self, place: int, edit: LineEdit) -> "QuoteWork":
        """A line put back where it stood."""
        at = min(max(place, 0), len(self.edits))
        return replace(self, edits=(*self.edits[:at], edit, *self.edits[at:])[:MOST_LINES])

    def with_quantity(self, place: int, quantity: int) -> "QuoteWork":
        if not 0 <= place < len(self.edits) or not 0 < quantity <= LARGEST_QUANTITY:
            return self
        return self._put(place, self.edits[place]._replace(quantity=quantity))

    def with_one_more(self, place: int, by: int) -> "QuoteWork":
        """A whole unit more or less; never below one."""
        if not 0 <= place < len(self.edits):
            return self
        edit = self.edits[place]
        return self.with_quantity(place, edit.quantity + by * unit_step(edit.unit))

    def with_discount(self, place: int, discount: int) -> "QuoteWork":
        if not 0 <= place < len(self.edits):
            return self
        return self._put(place, self.edits[place]._replace(discount=discount))

    def with_discounts_up_to(self, most: int) -> "QuoteWork":
        """Every line's discount, lowered to the most that is allowed."""
        edits = tuple(edit._replace(discount=min(edit.discount, most)) for edit in self.edits)
        return replace(self, edits=edits)

    def with_prices_kept(self, view: QuoteView) -> "QuoteWork":
        """The prices that the draft was saved with, where the lists have moved since."""
        edits = tuple(
            edit._replace(price=line.unit_price) if line.moved_to is not None else edit
            for edit, line in zip(self.edits, view.lines, strict=True)
        )
        return replace(self, edits=edits)

    def without(self, *places: int) -> "QuoteWork":
        return replace(self, edits=tuple(e for place, e in enumerate(self.edits) if place not in places))

    def _put(self, place: int, edit: LineEdit) -> "QuoteWork":
        return replace(self, edits=(*self.edits[:place], edit, *self.edits[place + 1 :]))


def new_work(company_id: int, today: str, contact_id: int | None = None) -> QuoteWork:
    """An empty draft, collected here and valid for thirty days from the place's date."""
    until = (date.fromisoformat(today) + timedelta(days=VALID_DAYS)).isoformat()
    return QuoteWork(QuoteHeadArgs(company_id, until, contact_id))


def work_of(view: QuoteView) -> QuoteWork:
    """A saved draft as it is."""
    head = QuoteHeadArgs(
        company_id=view.company.company_id,
        valid_until=view.valid_until,
        contact_id=None if view.contact is None else view.contact.contact_id,
        site_id=None if view.site is None else view.site.company_id,
        delivery="sent" if view.delivery == "sent" else "collected",
        deliver_country=view.deliver_country,
        po_number=view.po_number,
        note=view.note,
    )
    return QuoteWork(head, tuple(_edit(line) for line in view.lines))


def _edit(line: QuoteLineView) -> LineEdit:
    kept = line.kind != "goods" or any(step.label_key == KEPT for step in line.steps)
    price = line.unit_price if kept else None
    free = any(step.label_key == FREE for step in line.steps)
    return LineEdit(
        line.kind, line.variant_id, line.quantity, line.discount, price, line.name, line.detail, line.unit,
        line.tax_category, free,
    )  # fmt: skip


def typed_day(text: str, today: str) -> str | None:
    """A day as somebody types it (ISO date, ``day/month`` or a number of days from today) as an ISO date."""
    plain = text.strip()
    try:
        if len(plain) == 10 and plain[4] == "-":
            return date.fromisoformat(plain).isoformat()
        start = date.fromisoformat(today)
        if plain.isascii() and plain.isdigit() and len(plain) <= 3:
            return (start + timedelta(days=int(plain))).isoformat()
        for mark in ("/", "."):
            day, found, month = plain.partition(mark)
            if found:
                ahead = date(start.year, int(month.strip(" .")), int(day))
                return (ahead if ahead >= start else ahead.replace(year=start.year + 1)).isoformat()
    except (ValueError, OverflowError):
        return None
    return None


def typed_rate(text: str) -> int | None:
    """A per cent as somebody types it in 1/10,000 %, from 0 to 100; None where it is none."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    whole, _, part = plain.partition(".")
    if not plain.replace(".", "", 1).isdigit() or not plain.isascii() or len(whole) > 3 or len(part) > 4:
        return None
    rate = int(whole or "0") * 10_000 + int(part.ljust(4, "0") or "0")
    return rate if rate <= 1_000_000 else None
