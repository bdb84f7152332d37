"""Twenty-five quotes: started, saved, approved where needed, issued, revised, asked for as orders."""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import LineEdit, line_args, price_quote
from storedesk.domain.currency import UNIT
from storedesk.domain.ids import effect_id, whole_number_of
from storedesk.domain.records import Company, Quote
from storedesk.storage.desk_quote_reads import DeskRows
from tests.actions.quote_shop import ANNA, HEAD, TOMAS
from tests.day.canaries import canary
from tests.day.day_desk import DayDesk
from tests.small_shop import ALVA, MAJA, RASK, TERMOS

Script = Iterator[None]
PER_DAY = 25
ENDS = (
    "order",
    "issued",
    "revised",
    "approved",
    "declined",
    "order",
    "asked",
    "withdrawn",
    "less",
    "refused",
)
ASKING = frozenset({"approved", "asked", "less", "refused"})
"""Ends of quotes that need somebody's yes."""
EDITS = (LineEdit("goods", ALVA, 1), LineEdit("goods", RASK, 2), LineEdit("goods", TERMOS, 3))
OWN = LineEdit("own", None, 2, 0, 65 * UNIT, "Logo embroidery", "left chest")
OVER = LineEdit("goods", RASK, 2, 140_000)
"""A discount above what a sales associate may give."""


class Quotes:
    """``done`` counts the quotes that came to their end, by that end."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self.done: Counter[str] = Counter()

    def new_customer(self, desk: DayDesk) -> Script:
        """A company nobody knew, and who buys for it."""
        added = desk.must("AddCompany", name="Varvet i Kungsbacka AB", country="SE")
        company = whole_number_of(effect_id(added, 1))
        yield
        person = canary(360)
        wanted = {"name": person.name, "email": person.email, "phone": person.phone, "role": "buyer"}
        desk.must("AddContact", company_id=company, **wanted)

    def scripts(
        self, desks: list[DayDesk], staff: dict[str, int], count: int
    ) -> list[tuple[DayDesk, Script]]:
        """``staff`` maps desks' codes to who writes there."""
        made = []
        for number in range(count):
            end = ENDS[number % len(ENDS)]
            asks = end in ASKING
            desk = desks[number % (len(desks) - 1 if asks else len(desks))]
            made.append((desk, self._quote(desk, staff[desk.code], end)))
        return made

    def _quote(self, desk: DayDesk, staff: int, end: str) -> Script:
        head = self._head(desk)
        first = self._lines(desk, head, (self._rng.choice(EDITS), OWN))
        quote_id = effect_id(desk.must("StartQuote", staff, head=head, lines=first), 1)
        yield
        over = (OVER,) if end in ASKING else ()
        self._save(desk, staff, quote_id, (*EDITS[: self._rng.randrange(1, 3)], OWN, *over))
        yield
        if over:
            yield from self._approval(desk, staff, quote_id, end)
        if end != "refused":
            self._issue(desk, staff, quote_id)
            yield
        yield from self._end(desk, staff, quote_id, end)
        self.done[end] += 1

    def _approval(self, desk: DayDesk, staff: int, quote_id: str, end: str) -> Script:
        row = self._row(desk, quote_id)
        refused = desk.act("IssueQuote", staff, **self._issue_args(desk, row))
        assert refused.why == "ApprovalNeeded", refused
        about = {"quote_id": quote_id, "content_hash": row.content_hash}
        if end in ("asked", "less", "refused"):
            desk.must("AskApproval", staff, **about, note="the usual discount")
            yield
        if end == "refused":
            desk.must("DeclineApproval", staff, **about, checked_by=MAJA, note="too much")
        elif end == "less":
            desk.must("OfferLess", MAJA, **about, discount=100_000, note="as much as usual")
        elif end == "asked":
            desk.must("ApproveQuote", MAJA, **about)
        else:
            desk.must("ApproveQuote", staff, **about, checked_by=MAJA, note="agreed")
        yield

    def _end(self, desk: DayDesk, staff: int, quote_id: str, end: str) -> Script:
        row = self._row(desk, quote_id)
        if end == "revised":
            desk.must("ReviseQuote", staff, quote_id=quote_id, version=row.version)
            yield
            self._save(desk, staff, quote_id, (*EDITS[:1], OWN, OWN))
            self._issue(desk, staff, quote_id)
        elif end == "declined":
            desk.must("DeclineQuote", staff, quote_id=quote_id, version=row.version, note="elsewhere cheaper")
        elif end in ("withdrawn", "refused"):
            desk.must("WithdrawQuote", staff, quote_id=quote_id, version=row.version, note="not any more")
        elif end == "order":
            ask = {"quote_id": quote_id, "version": row.version, "content_hash": row.content_hash}
            if self.done["order"] == 0:
                agreed = {"contact_id": TOMAS, "how": "phone"}
                desk.must("NoteCompanyApproval", staff, **ask, **agreed)
                yield
            desk.must("AskForOrder", staff, **ask, ordered_by=ANNA, po_number="7781-B")
        yield

    def _head(self, desk: DayDesk) -> QuoteHeadArgs:
        assert desk.rows(Company, "id = ?", HEAD.company_id)
        return msgspec.structs.replace(HEAD, note="by Friday")

    def _lines(self, desk: DayDesk, head: QuoteHeadArgs, edits: tuple[LineEdit, ...]) -> Any:
        now = desk.clock.now()
        return desk.read(
            lambda connection: line_args(
                price_quote(DeskRows(connection), desk.place_id, head, edits, now).lines
            )
        )

    def _save(self, desk: DayDesk, staff: int, quote_id: str, edits: tuple[LineEdit, ...]) -> None:
        row, head = self._row(desk, quote_id), self._head(desk)
        lines = self._lines(desk, head, edits)
        desk.must("SaveQuote", staff, quote_id=quote_id, version=row.version, head=head, lines=lines)

    def _issue(self, desk: DayDesk, staff: int, quote_id: str) -> None:
        desk.must("IssueQuote", staff, **self._issue_args(desk, self._row(desk, quote_id)))
        if self._rng.random() < 0.4:
            desk.print("quote", quote_id)

    def _issue_args(self, desk: DayDesk, row: Quote) -> dict[str, Any]:
        number = row.number or desk.number_for(row.id)
        return {
            "quote_id": row.id, "version": row.version, "number": number, "content_hash": row.content_hash,
            "net": row.net, "tax": row.tax, "total": row.total,
        }  # fmt: skip

    def _row(self, desk: DayDesk, quote_id: str) -> Quote:
        return desk.one(Quote, "id = ?", quote_id)
