"""What the people of a company looked at online, with their consent; an article of it can go into the quote."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.looked_at import KEPT_DAYS, LookedAt, LookedRow
from storedesk.ui.screens.looked_rows import LookedDelegate, LookedLine
from storedesk.ui.shortcuts import Context
from storedesk.ui.texts.counter_formats import moment_text, year_day_text
from storedesk.ui.widgets.article_icon import article_icon
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import column, framed
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.text import Text


class LookedPane(QWidget):
    """``add_wanted`` carries the article's number; what is in the quote already says so and can be added again."""

    add_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add = Button(self.tr("Add to quote"), Kind.SECOND, "plus", "add_looked", context, small=True)
        self.list = RowList(LookedDelegate(), self.tr("Looked at online"))
        self._why = Text("", "label", "text3", 400, wrap=True)
        self._nothing = Text("", "small", "text3", wrap=True)
        self._pages = QStackedWidget()
        self._foot = framed(column(self.add, self._why, spacing=8, margins=(16, 10, 16, 10)), "foot")
        self.looked = LookedAt(0)
        self.setAccessibleName(self.list.accessibleName())
        self._build()
        self.show_looked(self.looked)

    def show_looked(self, looked: LookedAt, quoted: frozenset[int] = frozenset()) -> None:
        """``quoted`` are the articles of the quote beside it."""
        other, self.looked = looked.company_id != self.looked.company_id, looked
        self.list.show_rows(tuple(self._line(one, one.variant_id in quoted) for one in looked.rows))
        if looked.rows and (other or not self.list.current_key):
            self.list.choose(str(looked.rows[0].variant_id), tell=False)
        self._pages.setCurrentIndex(0 if looked.rows else 1)
        self._foot.setVisible(bool(looked.rows))
        self._nothing.setText(self.tr("No activity shared by this company."))
        self._why.setText(self._consent(looked))

    def add_chosen(self) -> bool:
        """False where nothing is there to add."""
        key = self.list.current_key
        if key:
            self.add_wanted.emit(int(key))
        return bool(key)

    def _build(self) -> None:
        empty = QWidget()
        empty.setLayout(column(self._nothing, None, margins=(16, 14, 16, 14)))
        for page in (self.list, empty):
            self._pages.addWidget(page)
        whole = column(spacing=0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._foot)
        self.setLayout(whole)
        self.list.opened.connect(lambda key: self.add_chosen())
        self.add.clicked.connect(lambda: self.add_chosen())

    def _line(self, one: LookedRow, quoted: bool) -> LookedLine:
        name = f"{one.name}, {one.detail}" if one.detail else one.name
        when = self.tr("last {when}").format(when=moment_text(one.last))
        parts = (Times().looked(one.times), when, *one.who)
        state = self.tr("in this quote") if quoted else ""
        return LookedLine(
            str(one.variant_id), article_icon(one.category), name, " · ".join(parts), one.days, state
        )

    def _consent(self, looked: LookedAt) -> str:
        """Who agreed and when, and how long it is kept."""
        agreed = [
            self.tr("{name} said yes on {day}.").format(name=name, day=year_day_text(at.day))
            for name, at in looked.agreed[:2]
        ]
        said = " ".join(agreed) or self.tr("The shop has their consent.")
        kept = Times().kept(KEPT_DAYS)
        if looked.oldest is not None:
            kept += " " + self.tr("Oldest here: {day}.").format(day=year_day_text(looked.oldest.day))
        return f"{said} {kept}"


class LookedPanel(Panel):
    """The pane in a panel of its own, which says what shared it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.pane = LookedPane(context)
        super().__init__(self.pane.list.accessibleName(), " ", parent=parent)
        self.body.addWidget(self.pane, 1)

    def show_looked(self, looked: LookedAt) -> None:
        self.pane.show_looked(looked)
        self.subtitle.setText(", ".join(looked.channels))


class Times(QObject):
    """Counts in words; methods, because the text collector sees plurals only in ``tr``."""

    def looked(self, count: int) -> str:
        return self.tr("%n times", "", count)

    def kept(self, days: int) -> str:
        return self.tr("Kept %n days, then gone.", "", days)
