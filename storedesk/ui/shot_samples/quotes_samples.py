"""Samples of quotes: a draft over a limit, one that is issued, none."""

from dataclasses import replace

from storedesk.desk.quote_views import Block, CompanyHead, CreditView, QuoteLineView, QuoteRow, QuoteView
from storedesk.domain.pricing import PriceStep
from storedesk.domain.quote_totals import QuoteLineIn, quote_totals
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import Shot, in_shell

_TAX = 250_000


def _line(
    number: int, name: str, detail: str, quantity: int, listed: int, price: int, discount: int = 0
) -> QuoteLineView:
    sums = quote_totals([QuoteLineIn(price, quantity, 1, _TAX, discount, listed, "goods", "standard")], "SEK")
    made, contract = sums.lines[0], PriceStep("contract", price - listed, "B-2026-17")
    steps = [PriceStep("list_price", listed, "SE business 2026"), contract]
    if discount:
        steps.append(PriceStep("discount", made.each - price, rate=discount))
    return QuoteLineView(
        number, "goods", number, "", name, detail, "piece", quantity, listed, price, discount, made.each,
        made.before, made.amount, "B-2026-17", 0, "standard", _TAX, "standard", tuple(steps), (), 9, 40, (),
        None,
    )  # fmt: skip


_LINES = (
    _line(1, "Skaljacka Alva", "Forest green · M", 12, 19_992_000, 16_889_300),
    _line(2, "Fleecejacka Ljung", "Granite · L", 20, 7_992_000, 6_150_000, 140_000),
    _line(3, "Termos Sten 1,0 L", "Stone", 24, 2_792_000, 2_309_600),
)
_TOTALS = quote_totals(
    [
        QuoteLineIn(one.unit_price, one.quantity, 1, _TAX, one.discount, one.list_price, "goods", "standard")
        for one in _LINES
    ],
    "SEK",
)
_CREDIT = CreditView("SEK", 1_500_000_000, 796_400_000, _TOTALS.total,
                     703_600_000 - _TOTALS.total, False, clock("14:01"))  # fmt: skip
_COMPANY = CompanyHead(
    1, None, "20417", "Brännö Varv & Montage AB", "company", "SE", "sv", "SEK", "", "", None, "standard", 30,
    False, False, "B-2026-17", "Contract B-2026-17", "", _CREDIT,
)  # fmt: skip
DRAFT = QuoteView(
    quote_id="q-418", number="Q-GBG2-000418", version=3, state="draft", approval="needed", conditional=False,
    provisional=False, company=_COMPANY, contact=None, site=None, place_name="Göteborg Centrum",
    delivery="collected", deliver_country="", po_number="7781-A", valid_until="2026-12-23", note="",
    lines=_LINES, totals=_TOTALS, treatment="standard", treatment_reason="", tax_steps=(), tax_doubt="",
    sentences=(), tax_day="2026-11-23", tax_until="", credit=_CREDIT, blocks=(Block.NEEDS_APPROVAL,), hits=(),
    who="supervisor", approved_by="", approved=None, mark="K7P4", content_hash="a" * 64, made_by="Elin L.",
    desk="GBG-2", price_as_of=clock("14:01"), issued=None, changed=clock("14:05"), revisions=(),
    since_issued=(), order_id="",
)  # fmt: skip
ISSUED = replace(DRAFT, state="issued", approval="given", blocks=(Block.ISSUED,), issued=clock("14:06"))
READY = replace(DRAFT, approval="given", blocks=())


def row_of(view: QuoteView, company: str = "") -> QuoteRow:
    return QuoteRow(
        view.quote_id, view.number, view.version, 1, company or view.company.name, view.state, view.approval,
        False, len(view.lines), view.totals.net, view.totals.total, "SEK", view.valid_until, view.made_by,
        view.changed, False, "",
    )  # fmt: skip


def _quotes(view: QuoteView | None) -> AppShell:
    screen = QuotesScreen()
    if view is not None:
        other = replace(ISSUED, quote_id="q-402", number="Q-GBG2-000402")
        screen.show_quotes((row_of(view), row_of(other, "Vinga Skola")))
    screen.show_quote(view)
    return in_shell(Place.QUOTES, screen)


SHOTS = (
    Shot("quotes", lambda: _quotes(DRAFT)),
    Shot("quotes-issued", lambda: _quotes(ISSUED)),
    Shot("quotes-empty", lambda: _quotes(None)),
)
