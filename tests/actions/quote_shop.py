"""A shop small enough to read whose companies buy on account: price lists, people, limits, a draft quote."""

from typing import Any

import msgspec

from storedesk.actions.action import Act, Args, Rejected, Result, State
from storedesk.actions.quote_args import QuoteHeadArgs
from storedesk.actions.quote_pricing import LineEdit, line_args, price_quote
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.currency import UNIT
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import (
    Channel,
    Company,
    CompanyContact,
    Price,
    PriceList,
    Promotion,
    Quote,
    Setting,
    TaxRateRow,
)
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows
from tests.small_shop import ALVA, ELIN, GBG, MAJA, NOW, RASK, TERMOS, articles, places

GROUP, VARV, SITE = 1, 2, 3
ANNA, TOMAS = 1, 2
DESK_SCOPES = (
    "places", "catalogue", "prices", "accounts", "orders", "quotes", "transfers", f"staff:{GBG}",
    f"tasks:{GBG}", f"stock:{GBG}",
)  # fmt: skip
HEAD = QuoteHeadArgs(company_id=VARV, valid_until="2026-12-23", contact_id=ANNA, po_number="7781-A")
PICTURE = (
    LineEdit("goods", ALVA, 12),
    LineEdit("goods", RASK, 20, 100_000),
    LineEdit("goods", TERMOS, 24),
    LineEdit("own", None, 32, 0, 65 * UNIT, "Logo embroidery, left chest"),
    LineEdit("delivery", None, 1, 0, 290 * UNIT, "Delivery"),
)


def quote_rows() -> list[Any]:
    rows: list[Any] = [
        Company(GROUP, "20400", "Västerhav Marin Group AB", "", "SE", "", None, "SEK", 0, 30),
        Company(
            VARV, "20417", "Brännö Varv & Montage AB", "", "SE", "556677-8899", GROUP, "SEK",
            150_000 * UNIT, 30, price_list="B-2026-17", po_required=1, vat_number="SE556677889901",
            vat_checked_at=NOW, credit_used=79_640 * UNIT,
        ),
        Company(SITE, "410", "Varvet 410", "", "SE", "", VARV, "SEK", 0, 0, "site"),
        CompanyContact(ANNA, VARV, "buyer", "Anna Lindberg", "", "", "", "", 50_000 * UNIT, "sv", 1),
        CompanyContact(TOMAS, VARV, "approver", "Tomas Kvist", "", "", "", "", None, "sv", 1),
        PriceList("base", "Shop prices", "base", "", 1, "2026-01-01", "", 0, ""),
        PriceList("se-business", "SE business 2026", "channel", "SEK", 0, "2026-01-01", "", 10, "base"),
        PriceList(
            "B-2026-17", "B-2026-17", "contract", "SEK", 0, "2026-01-01", "2026-12-31", 0, "se-business", 0, 0
        ),
        Promotion(1, "Black Week", RASK, None, "", 0, 0, 200_000, "2026-11-20", "2026-11-30", 0),
        Setting(0, "quote.offline_ceiling", str(100_000 * UNIT)),
        TaxRateRow("SE", "standard", "1990-07-01", 250_000),
        TaxRateRow("SE", "food", "2026-04-01", 60_000),
        Channel(4, "norce_b2b", "Norce B2B", "b2b_portal", 0),
    ]  # fmt: skip
    for variant, gross, contract in (
        (ALVA, 2499, ((1, "1759.30"), (10, "1688.93"))),
        (RASK, 999, ((1, "640.00"), (20, "615.00"))),
        (TERMOS, 349, ((1, "245.70"), (24, "230.96"))),
    ):
        rows.append(Price("base", variant, "SEK", 1, "2026-01-01", gross * UNIT, 1))
        rows += [
            Price("B-2026-17", variant, "SEK", start, "2026-01-01", int(text.replace(".", "")) * 100, 0)
            for start, text in contract
        ]
    return rows


def quote_shop() -> Tables:
    return tables_of_rows([*places(), *articles(), *quote_rows()])


class QuoteDesk:
    """Somebody at a desk who does one thing after another; every act is carried out on its tables."""

    def __init__(self, tables: Tables, *, central: bool = False, first: int = 1) -> None:
        self.tables, self.now = tables, NOW
        self._followed = None if central else DESK_SCOPES
        self._count = first

    @property
    def state(self) -> State:
        return MemoryState(self.tables, self._followed)

    def act(self, kind: str, args: Args, staff: int = ELIN) -> Act:
        self._count += 1
        return act_from(
            derived_id("quote act", str(self._count)), kind, 1, msgspec.json.encode(args), staff, GBG, "GBG-2"
        )

    def do(self, kind: str, args: Args, staff: int = ELIN) -> Result:
        """As a desk does it: the gate first."""
        return self.perform(self.act(kind, args, staff))

    def perform(self, act: Act) -> Result:
        stopped = may_begin(self.state, act, self.now)
        return stopped if isinstance(stopped, Rejected) else self.decide(act)

    def decide(self, act: Act) -> Result:
        result = decide(self.state, act, self.now, self.now)
        if not isinstance(result, Rejected):
            carry_out_all(self.tables, result.changes)
        return result

    def lines(self, edits: tuple[LineEdit, ...] = PICTURE, head: QuoteHeadArgs = HEAD) -> Any:
        return line_args(price_quote(self.state, GBG, head, edits, self.now).lines)

    @property
    def quote(self) -> Quote:
        (row,) = self.tables["quote"].values()
        found: Quote = row
        return found


def number_of(quote_id: str) -> str:
    return document_number("GBG", 7, 418, quote_id)


def started_id(act: Act) -> str:
    return effect_id(act.id, 1)


SUPERVISOR = MAJA
