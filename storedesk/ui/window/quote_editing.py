"""What the keys, scans and fields of a draft mean: articles, quantities, discounts, own lines, whom it is for."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from storedesk.actions.quote_pricing import LineEdit
from storedesk.desk.buyer_look_up import Buyer, buyers, tax_categories
from storedesk.desk.look_up import DeskLookUp
from storedesk.desk.quote_views import QuoteView
from storedesk.desk.quote_work import QuoteWork, typed_rate
from storedesk.desk.scan_resolver import ArticleFound, Found
from storedesk.domain.quantity import PIECE, UNITS, parse_quantity
from storedesk.storage.desk_activity_reads import article
from storedesk.storage.read_records import VariantHit
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.quotes.own_line_sheet import OwnLineSheet
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.quote_writing import QuoteWriting
from storedesk.ui.window.undo_control import UndoControl

_MOST_ARTICLES = 7


@dataclass(frozen=True, slots=True)
class _TakenOut:
    """A line that was taken out, and where it stood."""

    quote_id: str
    place: int
    edit: LineEdit


class QuoteEditing(QObject):
    """``discounted`` says that a discount was given: it may need somebody's yes."""

    discounted = Signal()

    def __init__(
        self,
        session: DeskSession,
        shell: AppShell,
        background: Background,
        screen: QuotesScreen,
        writing: QuoteWriting,
        undo: UndoControl,
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self._screen = session, shell, background, screen
        self._writing, self._undo = writing, undo
        self._hits: dict[str, VariantHit] = {}
        detail, head, lines = screen.detail, screen.detail.head, screen.detail.lines
        detail.article_searched.connect(lambda text: background.start(self._search(text)))
        detail.article_taken.connect(self._article_taken)
        head.buyer_searched.connect(lambda text: background.start(self._search_buyer(text)))
        head.buyer_taken.connect(self._buyer_taken)
        head.edited.connect(self._head_edited)
        detail.looked.add_wanted.connect(lambda variant_id: background.start(self.add_looked(variant_id)))
        lines.quantity_typed.connect(self._quantity_typed)
        lines.discount_typed.connect(self._discount_typed)
        lines.stepped.connect(lambda place, by: self._change(lambda work: work.with_one_more(place, by)))
        lines.removed.connect(self._take_out)
        lines.opened.connect(self._line_opened)
        detail.blocked.lower_wanted.connect(
            lambda most: self._change(lambda work: work.with_discounts_up_to(most))
        )
        detail.blocked.new_prices_wanted.connect(lambda: self._save_again())
        detail.blocked.old_prices_wanted.connect(lambda: self._keep_prices())

    def take(self, hit: Found) -> bool:
        """A scanned article is one more on the open draft."""
        if self._shell.current is not self._screen or QApplication.activeModalWidget() is not None:
            return False
        if not isinstance(hit, ArticleFound) or self._writing.work is None:
            return False
        self._screen.detail.lines.editor.finish(False)
        self._add(hit.hits[0])
        return True

    async def add_looked(self, variant_id: int) -> None:
        """One more of an article that somebody looked at, on the open draft."""
        hit = await self._session.read(lambda connection: article(connection, variant_id))
        if hit is not None and self._writing.work is not None:
            self._add(hit)
        else:
            self._shell.say(self.tr("Open a draft first: this quote cannot be changed."), ToastKind.WARN)

    def _change(self, change: Any) -> None:
        work = self._writing.work
        if work is not None:
            self._writing.change(change(work))

    def _add(self, hit: VariantHit) -> None:
        work = self._writing.work
        if work is None:
            return
        step = UNITS.get(hit.variant.unit, PIECE).step
        quantity = hit.pack_quantity if hit.pack_quantity > 1 else step
        changed, place = work.with_article(hit.variant.id, hit.variant.unit, quantity)
        self._put(changed, place)

    def _put(self, work: QuoteWork, place: int) -> None:
        if place < 0:
            words = self.tr("A quote has at most 60 lines. Start another one for the rest.")
            self._shell.say(words, ToastKind.WARN)
            return
        self._writing.change(work, place)

    async def _search(self, text: str) -> None:
        """Articles by code or words, and last what was typed as a line of its own."""
        if not text:
            return

        def read(connection: Driver) -> tuple[VariantHit, ...]:
            look_up = DeskLookUp(connection)
            return look_up.articles_by_code(text) or look_up.articles(text)

        hits = (await self._session.read(read))[:_MOST_ARTICLES]
        self._hits = {f"article {hit.variant.id}": hit for hit in hits}
        rows = [
            FoundRow(
                key, "barcode", hit.product.name,
                " · ".join(part for part in (hit.variant.colour, hit.variant.size) if part), hit.variant.sku,
            )
            for key, hit in self._hits.items()
        ]  # fmt: skip
        own = self.tr("Own line “{text}”").format(text=text[:60])
        rows.append(FoundRow(f"own {text}", "edit", own, self.tr("a text and a price of your own")))
        self._screen.detail.show_articles(text, tuple(rows))

    def _article_taken(self, key: str) -> None:
        kind, _, text = key.partition(" ")
        if kind == "own":
            self._background.start(self._own_line(text, -1))
        elif key in self._hits:
            self._add(self._hits[key])

    async def _own_line(self, text: str, place: int) -> None:
        """Asks for the line, or for other values of the one at ``place``."""
        view, work = self._screen.detail.view, self._writing.work
        own_place = self._session.place
        if view is None or work is None or own_place is None:
            return
        country = own_place.country
        known = await self._session.read(lambda connection: tax_categories(connection, country))
        old = work.edits[place] if 0 <= place < len(work.edits) else None
        sheet = OwnLineSheet(self._shell, view.totals.currency, known, text, old)
        sheet.confirmed.connect(lambda edit: self._own_line_done(edit, place))
        sheet.finished.connect(lambda _: sheet.deleteLater())
        sheet.open()

    def _own_line_done(self, edit: LineEdit, place: int) -> None:
        work = self._writing.work
        if work is None:
            return
        changed, at = work.with_line(edit, place if place >= 0 else None)
        if at < 0:
            self._put(changed, at)
        else:
            self._writing.change(changed)

    def _line_opened(self, place: int) -> None:
        """Enter on a line: an own line is written anew, of an article the quantity."""
        work = self._writing.work
        if work is None or not 0 <= place < len(work.edits):
            return
        if work.edits[place].variant_id is None:
            self._background.start(self._own_line("", place))
        else:
            self._screen.detail.edit_quantity(place)

    def _quantity_typed(self, place: int, text: str) -> None:
        work = self._writing.work
        if work is None or not 0 <= place < len(work.edits):
            return
        unit = UNITS.get(work.edits[place].unit, PIECE)
        try:
            quantity = parse_quantity(text, unit)
        except ValueError:
            quantity = 0
        if quantity <= 0:
            words = self.tr(
                "“{text}” is no quantity of {unit}; it stays as it was. Press Del to take the line out."
            )
            self._shell.say(words.format(text=text[:16], unit=unit.code), ToastKind.WARN)
        else:
            self._writing.change(work.with_quantity(place, quantity))

    def _discount_typed(self, place: int, text: str) -> None:
        work, rate = self._writing.work, typed_rate(text)
        if work is None or not 0 <= place < len(work.edits):
            return
        if rate is None:
            words = self.tr("“{text}” is no discount from 0 to 100 %; it stays as it was.")
            self._shell.say(words.format(text=text[:16]), ToastKind.WARN)
        elif rate != work.edits[place].discount:
            self._writing.change(work.with_discount(place, rate))
            self.discounted.emit()

    def _take_out(self, place: int) -> None:
        work, view = self._writing.work, self._screen.detail.view
        if work is None or view is None or not 0 <= place < len(work.edits):
            return
        gone = _TakenOut(view.quote_id, place, work.edits[place])
        name = view.lines[place].name if place < len(view.lines) else gone.edit.name
        self._writing.change(work.without(place))
        said = self.tr("Taken out: {name}").format(name=name[:60])

        async def back() -> str:
            return self._put_back(gone)

        self._undo.offer(said, f"quote line {view.quote_id} {place}", back)

    def _put_back(self, gone: _TakenOut) -> str:
        work, view = self._writing.work, self._screen.detail.view
        if work is None or view is None or view.quote_id != gone.quote_id:
            return self.tr("Open the quote first, while it is a draft.")
        self._writing.change(work.with_line_at(gone.place, gone.edit))
        return ""

    def _save_again(self) -> None:
        """Saving takes the prices that the lists have now."""
        work = self._writing.work
        if work is not None:
            self._writing.forget_saved()
            self._writing.change(work)

    def _keep_prices(self) -> None:
        view: QuoteView | None = self._screen.detail.view
        if view is not None:
            self._change(lambda work: work.with_prices_kept(view))

    def _head_edited(self, values: dict[str, Any]) -> None:
        self._change(lambda work: work.with_head(**values))

    async def _search_buyer(self, text: str) -> None:
        view = self._screen.detail.view
        company_id = None if view is None else view.company.company_id
        found = await self._session.read(lambda connection: buyers(connection, text, company_id))
        self._screen.detail.head.show_buyers(text, found)

    def _buyer_taken(self, buyer: Buyer) -> None:
        work = self._writing.work
        if work is None:
            self._writing.start(buyer)
            return
        values: dict[str, Any] = {"contact_id": buyer.contact_id}
        if buyer.company_id != work.head.company_id:
            values |= {"company_id": buyer.company_id, "site_id": None, "delivery": "collected",
                       "deliver_country": ""}  # fmt: skip
        self._writing.change(work.with_head(**values))
        self._screen.detail.head.settle_buyer()
        self._screen.detail.write()
