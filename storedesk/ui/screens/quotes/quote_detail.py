"""One quote: its head, lines, why the chosen line's price, the sums and what blocks issuing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from storedesk.desk.buyer_look_up import DeliverTo
from storedesk.desk.looked_at import LookedAt
from storedesk.desk.quote_views import Block, QuoteView
from storedesk.ui.screens.quotes.quote_blocks import QuoteBlocks
from storedesk.ui.screens.quotes.quote_head import QuoteHead
from storedesk.ui.screens.quotes.quote_line_row import Col
from storedesk.ui.screens.quotes.quote_lines import QuoteLines
from storedesk.ui.screens.quotes.quote_side import QuoteSide
from storedesk.ui.screens.quotes.quote_words import state_words
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.pick_field import PickField
from storedesk.ui.widgets.text import ElidedText, IconLabel, Text

SIDE, SIDE_COMPACT = 340, 270


class QuoteDetail(QWidget):
    """``main`` and ``second`` are the steps of F9 and F8; what they do hangs on the quote's state."""

    article_searched = Signal(str)
    article_taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", "title")
        self.chip, self.unconfirmed = Chip("", Tone.NEUTRAL), Chip(self.tr("To be confirmed"), Tone.OFFLINE)
        self._saved = ElidedText("", "small", "text3")
        self.back = Button(self.tr("All quotes"), Kind.SOFT, "arrow-back-up", small=True)
        self.back.hide()
        self.print = Button(self.tr("Print"), Kind.SOFT, "printer", "print", Context.QUOTES, small=True)
        self.end = Button(self.tr("End it"), Kind.SOFT, "ban", "problem", Context.QUOTES, small=True)
        self.blocked, self.head, self.lines = QuoteBlocks(), QuoteHead(), QuoteLines()
        self.article = PickField(self.tr("Scan an item, or type a name, SKU or own line"))
        self.main = Button(self.tr("Issue"), Kind.PRIMARY, "send", "main", Context.QUOTES)
        self.second = Button(self.tr("Ask approval"), Kind.SECOND, "shield-lock", "second", Context.QUOTES)
        self._side = QuoteSide()
        self._why_of = self._side.why_of
        self.looked = self._side.looked
        self._currency, self._age = Text("", "label", "text3"), Text("", "label", "text3")
        self._indicative = Chip(self.tr("Old prices: indicative"), Tone.WARN, "history")
        self._indicative.hide()
        self.view: QuoteView | None = None
        self.is_new = self._is_compact = False
        self._has_room = True
        self._build()
        self.lines.picked.connect(self._side.show_why)
        self.lines.left.connect(self.write)
        self.article.passed_on.connect(self.lines.press)
        self.article.searched.connect(self.article_searched)
        self.article.taken.connect(self.article_taken)

    def show_quote(self, view: QuoteView, places: tuple[DeliverTo, ...] = (), today: str = "") -> None:
        """Shows a quote; lines and fields that somebody is at work on stay as they are."""
        if self.view is None or self.view.quote_id != view.quote_id:
            self.lines.cancel()
            self.lines.clearSelection()
            self.lines.setCurrentIndex(self.lines.model().index(-1, -1))
            self.article.forget()
        self.view, self.is_new = view, False
        editable = view.state == "draft"
        self.title.setText(view.number or self.tr("No number yet"))
        state, tone = state_words(view)
        self.chip.set(self.tr("{state}, version {number}").format(state=state, number=view.version), tone)
        self.chip.setVisible(self._has_room)
        self.unconfirmed.setVisible(view.conditional)
        self._show_saved()
        self.head.show_quote(view, places, today, editable)
        self.lines.show_lines(view, editable)
        self._writing.setVisible(editable)
        self._show_age(view)
        self._side.show_quote(view, self.lines.place)
        self._side.show()
        self.looked.add.setEnabled(editable)
        self._show_steps(view)

    def start_new(self) -> None:
        """No quote yet: it begins with whom it is for."""
        self.view, self.is_new = None, True
        self.title.setText(self.tr("New quote"))
        for part in (
            self.chip,
            self.unconfirmed,
            self.blocked,
            self._writing,
            self._side,
            self.print,
            self.end,
        ):
            part.hide()
        self._show_saved()
        self.lines.show_rows(0, lambda row: ())
        self.head.start_new()

    def write(self) -> None:
        """The next article can be typed."""
        if self.view is not None and self.view.state == "draft":
            self.article.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_quantity(self, place: int) -> None:
        self.lines.edit_cell(place, Col.QTY)

    def edit_discount(self) -> None:
        if self.lines.place >= 0:
            self.lines.edit_cell(self.lines.place, Col.DISC)

    def show_looked(self, looked: LookedAt) -> None:
        """What the company's people looked at online, beside what is in the quote already."""
        lines = () if self.view is None else self.view.lines
        self.looked.show_looked(looked, frozenset(line.variant_id for line in lines if line.variant_id))

    def take_looked(self) -> bool:
        """Shows what was looked at, and adds the chosen article once it is shown; False where there is none."""
        if self.is_new or not self.looked.looked.rows:
            return False
        if self._side.part.current != "looked":
            self._side.part.choose("looked")
            self.looked.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return self.looked.add_chosen()

    def show_articles(self, text: str, rows: tuple[FoundRow, ...]) -> None:
        self.article.show_found(text, rows)

    def flush(self) -> bool:
        """What is still being written is taken now; True if there was anything."""
        is_editing = self.lines.editor.isVisible()
        self.lines.editor.finish(False)
        return self.head.flush() or is_editing

    def escape(self) -> bool:
        """One step back within the quote; False where there is none."""
        return self.lines.cancel() or self.head.escape() or self.article.escape()

    def set_compact(self, compact: bool) -> None:
        self._side.setFixedWidth(theme().px(SIDE_COMPACT if compact else SIDE))
        self._side.set_compact(compact)
        self._is_compact = compact
        self._show_saved()

    def set_room(self, enough: bool) -> None:
        """Whether the fields of a draft have room beside the list; the list says the state, too."""
        self._has_room = enough
        self.head.set_fields(enough)
        self.chip.setVisible(enough and not self.is_new)

    def why(self) -> None:
        self._side.part.choose("why")
        self._side.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_margin(self, held: bool) -> None:
        self._side.show_margin(held)

    def _build(self) -> None:
        body = Panel()
        add = row(IconLabel("plus", 18, "text3"), spacing=10, margins=(16, 8, 16, 8))
        add.addWidget(self.article, 1)
        self._writing = framed(add, "foot")
        body.body.addWidget(self.head)
        body.body.addWidget(self.lines, 1)
        body.body.addWidget(self._writing)
        foot = row(self._currency, None, self._indicative, self._age, spacing=12, margins=(16, 8, 16, 8))
        body.body.addWidget(framed(foot, "foot"))
        self._side.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._side.setProperty("focusRing", True)
        self._side.foot.addWidget(self.second)
        self._side.foot.addWidget(self.main)
        both = row(spacing=16)
        both.addWidget(body, 1)
        both.addWidget(self._side)
        top = row(self.back, self.title, self.chip, self.unconfirmed, spacing=12)
        top.addWidget(self._saved, 1)
        top.addWidget(self.end)
        top.addWidget(self.print)
        self._saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        whole = column(top, self.blocked, spacing=12)
        whole.addLayout(both, 1)
        self.setLayout(whole)
        self.set_compact(False)

    def _show_age(self, view: QuoteView) -> None:
        """How old the prices are; past the limit they are only a hint."""
        self._currency.setText(
            self.tr("All prices without VAT, {currency}").format(currency=view.totals.currency)
        )
        heard, draft = view.credit.as_of, view.state == "draft"
        age = self.tr("Prices as of {time}").format(time=moment_text(heard)) if heard else ""
        self._age.setText(age if draft else "")
        self._indicative.setVisible(draft and view.indicative)

    def _show_saved(self) -> None:
        saved = self.tr("Saved on this desk {time}")
        shown = self.view is not None and not self._is_compact
        self._saved.setText(saved.format(time=moment_text(self.view.changed)) if self.view and shown else "")

    def _show_steps(self, view: QuoteView) -> None:
        draft, issued = view.state == "draft", view.state == "issued"
        reason = self.blocked.show_blocks(view)
        here = draft and Block.NEEDS_APPROVAL in view.blocks and view.who == "supervisor"
        asks = draft and view.approval in ("needed", "declined") and Block.NEEDS_APPROVAL in view.blocks
        again = view.state in ("issued", "declined", "withdrawn", "lapsed")
        self.main.setVisible(draft or issued)
        self.main.set_label(self.tr("Issue") if draft else self.tr("Ask for the order"))
        self.main.set_not_yet(reason)
        self.main.set_kind(Kind.SECOND if here else Kind.PRIMARY)
        self.second.setVisible(here or asks or again)
        self.second.set_kind(Kind.PRIMARY if here else Kind.SECOND)
        words = (
            self.tr("Approve here") if here else self.tr("Ask approval") if draft else self.tr("New version")
        )
        self.second.set_label(words, "key" if here else "shield-lock" if draft else "versions")
        self.print.show()
        self.end.setVisible(draft or issued)
