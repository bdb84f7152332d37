"""Samples of quotes: a draft over a limit, one that is issued, none."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.buyer_look_up import DeliverTo
from storedesk.desk.looked_at import LookedAt
from storedesk.desk.quote_views import (
    Block,
    CompanyHead,
    CreditView,
    LineChange,
    QuoteLineView,
    QuoteRow,
    QuoteView,
    RevisionView,
)
from storedesk.domain.discount_rules import RuleHit
from storedesk.domain.pricing import NotUsed, PriceStep
from storedesk.domain.quote_totals import QuoteLineIn, quote_totals
from storedesk.ui.screens.quotes.choice_sheet import ChoiceSheet
from storedesk.ui.screens.quotes.own_line_sheet import OwnLineSheet
from storedesk.ui.screens.quotes.quote_words import end_choices
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.looked_samples import LOOKED
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import Shot, in_shell

_TAX = 250_000


def _line(
    number: int,
    name: str,
    detail: str,
    sku: str,
    quantity: int,
    listed: int,
    price: int,
    here: int,
    discount: int = 0,
) -> QuoteLineView:
    sums = quote_totals([QuoteLineIn(price, quantity, 1, _TAX, discount, listed, "goods", "standard")], "SEK")
    made, contract = sums.lines[0], PriceStep("contract", price - listed, "B-2026-17")
    steps = [PriceStep("list_price", listed, "SE business 2026"), contract]
    hits = (RuleHit("discount", number, discount, 100_000),) if discount else ()
    unused = (NotUsed("not_with_contract", "Black Week", "bw", 200_000, 6_393_600),) if discount else ()
    return QuoteLineView(
        number, "goods", number, sku, name, detail, "piece", quantity, listed, price, discount, made.each,
        made.before, made.amount, "B-2026-17", 0, "standard", _TAX, "standard", tuple(steps), unused, here, 40,
        hits, None, made.amount * 6 // 10,
    )  # fmt: skip


_LINES = (
    _line(1, "Skaljacka Alva", "Forest green · M", "ALV-2201-SKO-M", 12, 19_992_000, 16_889_300, 18),
    _line(2, "Fleecejacka Ljung", "Granite · L", "LJG-0815-GRA-L", 20, 7_992_000, 6_150_000, 22, 140_000),
    _line(3, "Termos Sten 1,0 L", "Stone", "STN-0100-STE", 24, 2_792_000, 2_309_600, 9),
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
    sentences=(), tax_day="2026-11-23", tax_until="", credit=_CREDIT, blocks=(Block.NEEDS_APPROVAL,),
    hits=_LINES[1].hits, who="supervisor", approved_by="", approved=None, mark="K7P4", content_hash="a" * 64, made_by="Elin L.",
    desk="GBG-2", price_as_of=clock("14:01"), issued=None, changed=clock("14:05"), revisions=(),
    since_issued=(), order_id="",
)  # fmt: skip
ISSUED = replace(
    DRAFT, state="issued", approval="given", blocks=(Block.ISSUED,), issued=clock("14:06"),
    revisions=(
        RevisionView(1, clock("11:20"), "Elin L.", "", 400_000_000, 100_000_000, 500_000_000, "2026-12-20",
                     "", "", "3F2A 91BC"),
        RevisionView(3, clock("14:06"), "Elin L.", "Maja A.", _TOTALS.net, _TOTALS.tax, _TOTALS.total,
                     "2026-12-23", "", "edited", "7F3A 91C2"),
    ),
    since_issued=(
        LineChange("Fleecejacka Ljung", "quantity", 12, 20),
        LineChange("Fleecejacka Ljung", "discount", 80_000, 140_000),
    ),
)  # fmt: skip
READY = replace(DRAFT, approval="given", blocks=())


def row_of(view: QuoteView, company: str = "") -> QuoteRow:
    return QuoteRow(
        view.quote_id, view.number, view.version, 1, company or view.company.name, view.state, view.approval,
        False, len(view.lines), view.totals.net, view.totals.total, "SEK", view.valid_until, view.made_by,
        view.changed, False, "",
    )  # fmt: skip


_PLACES = (DeliverTo(None, "Brännö Varv & Montage AB", "SE"), DeliverTo(11, "Varvet 410", "SE"))


def _quotes(view: QuoteView | None, full: bool = False) -> AppShell:
    screen = QuotesScreen()
    if view is not None:
        other = replace(ISSUED, quote_id="q-402", number="Q-GBG2-000402")
        screen.show_quotes((row_of(view), row_of(other, "Vinga Skola")))
    looked = LookedAt(1) if view is ISSUED else LOOKED
    screen.show_quote(view, _PLACES, "2026-11-23", looked)
    screen.set_full(full)
    return in_shell(Place.QUOTES, screen)


def _new() -> AppShell:
    screen = QuotesScreen()
    screen.start_new()
    return in_shell(Place.QUOTES, screen)


def _choose_line(window: QWidget) -> None:
    screen = _screen(window)
    screen.detail.lines.selectRow(1)


def _looked(window: QWidget) -> None:
    _screen(window).detail.take_looked()


def _looked_none(window: QWidget) -> None:
    _screen(window).detail._side.part.choose("looked")


def _edit(window: QWidget) -> None:
    _screen(window).detail.edit_quantity(2)


def _hold_margin(window: QWidget) -> None:
    _screen(window).detail.show_margin(True)


def _own_line(window: QWidget) -> None:
    OwnLineSheet(window, "SEK", ("standard", "food"), "Logo embroidery, left chest").show()


def _end(window: QWidget) -> None:
    ChoiceSheet(window, "Q-GBG2-000418", DRAFT.company.name, end_choices(ISSUED), with_note=True).show()


def _screen(window: QWidget) -> QuotesScreen:
    found: QuotesScreen | None = window.findChild(QuotesScreen)
    assert found is not None
    return found


SHOTS = (
    Shot("quotes", lambda: _quotes(DRAFT, full=True), _choose_line),
    Shot("quotes-list", lambda: _quotes(DRAFT), _edit),
    Shot("quotes-issued", lambda: _quotes(ISSUED)),
    Shot("quotes-looked", lambda: _quotes(DRAFT, full=True), _looked),
    Shot("quotes-looked-none", lambda: _quotes(ISSUED), _looked_none),
    Shot("quotes-margin", lambda: _quotes(READY, full=True), _hold_margin),
    Shot("quotes-new", _new),
    Shot("quotes-own-line", lambda: _quotes(READY, full=True), _own_line),
    Shot("quotes-end", lambda: _quotes(ISSUED), _end),
    Shot("quotes-empty", lambda: _quotes(None)),
)
