"""What keeps a draft from being issued, with the ways out that are not on a function key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from storedesk.desk.quote_views import Block, QuoteView
from storedesk.domain.discount_rules import DISCOUNT
from storedesk.ui.screens.quotes.quote_words import blocks_text, hit_text, percent_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.role_words import role_names
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, row
from storedesk.ui.widgets.text import IconLabel, Text

_MOST_HITS = 3


class QuoteBlocks(QFrame):
    """``lower_wanted`` carries the discount that is allowed; the prices are taken anew or kept."""

    lower_wanted = Signal(int)
    ask_wanted = Signal()
    new_prices_wanted = Signal()
    old_prices_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.setProperty("tone", "warn")
        self._bold = Text("", "small", "warn", 600, wrap=True)
        self._more = Text("", "label", "warn", 400, wrap=True)
        self.cheaper = Button("", Kind.SECOND, small=True)
        self.ask = Button(self.tr("Ask online"), Kind.SECOND, "send", "ask", Context.QUOTES, small=True)
        self.take = Button(self.tr("Take new prices"), Kind.SECOND, "refresh", small=True)
        self.keep = Button(self.tr("Keep the old"), Kind.SECOND, "lock", small=True)
        self._most = 0
        whole = row(IconLabel("shield-lock", 20, "warn_text"), spacing=12, margins=(14, 10, 14, 10))
        whole.addLayout(column(self._bold, self._more, spacing=0), 1)
        for button in (self.cheaper, self.ask, self.take, self.keep):
            whole.addWidget(button)
        self.setLayout(whole)
        self.cheaper.clicked.connect(lambda: self.lower_wanted.emit(self._most))
        self.ask.clicked.connect(lambda: self.ask_wanted.emit())
        self.take.clicked.connect(lambda: self.new_prices_wanted.emit())
        self.keep.clicked.connect(lambda: self.old_prices_wanted.emit())

    def show_blocks(self, view: QuoteView) -> str:
        """Shows or hides itself; gives the reasons as one text, empty where nothing blocks."""
        draft = view.state == "draft"
        reason = blocks_text(view) if draft else ""
        waits = Block.NEEDS_APPROVAL in view.blocks
        over = [hit for hit in view.hits if hit.rule == DISCOUNT] if waits else []
        moved = Block.PRICE_MOVED in view.blocks
        self.setVisible(bool(reason))
        self._bold.setText(reason)
        hits = [hit_text(hit, view.totals.currency) for hit in view.hits[:_MOST_HITS]] if waits else []
        if waits:
            if view.waits_for:
                roles = role_names(view.waits_for)
                hits.append(self.tr("The approval waits for: {roles}.").format(roles=roles))
            hits.append(self.tr("A change of price, quantity or discount asks again."))
        self._more.setText(" ".join(hits))
        self._more.setVisible(bool(hits))
        self._most = min((hit.limit for hit in over), default=0)
        self.cheaper.setVisible(bool(over))
        self.cheaper.set_label(self.tr("Lower to {rate}").format(rate=percent_text(self._most)))
        self.ask.setVisible(waits and view.who == "supervisor" and view.approval in ("needed", "declined"))
        self.take.setVisible(moved)
        self.keep.setVisible(moved)
        return reason
