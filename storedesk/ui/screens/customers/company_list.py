"""The companies found: one row each with customer number, organisation number and by what it was found."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.desk.account_views import CompanyRow
from storedesk.ui.screens.customers.account_words import Counted, found_text, kind_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.empty_state import EmptyState
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.meter import Skeleton
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.record_table import RecordColumn, RecordTable
from storedesk.ui.widgets.text import ElidedText, Text


class CompanyList(Panel):
    """``opened`` carries a company's id; the chosen row stays chosen while it is there. Until the first rows
    have come, blocks stand where they will be."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: tuple[CompanyRow, ...] = ()
        self._count, self._about = Text("", "panel"), ElidedText("", "small", "text3")
        self.add = Button(
            self.tr("Add company"), Kind.SOFT, "plus", "add_line", Context.CUSTOMERS, small=True
        )
        self.table = RecordTable(
            (
                RecordColumn(self.tr("Company")),
                RecordColumn(self.tr("Customer"), 116),
                RecordColumn(self.tr("Org. no."), 132),
                RecordColumn(self.tr("Kind"), 116),
                RecordColumn(self.tr("Found by, part of"), 236),
                RecordColumn(self.tr("Credit"), 112),
            ),
            self.tr("Companies"),
        )
        self._stack = QStackedWidget()
        self._none = EmptyState("users", " ", " ", tone=Tone.INFO)
        head = row(self._count, margins=(16, 0, 16, 0))
        head.addWidget(self._about, 1)
        head.addWidget(self.add)
        self.body.addWidget(framed(head, "head", height=theme().px(52)))
        self._stack.addWidget(Skeleton(6, 48))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        self.body.addLayout(column(self._stack))
        self.table.opened.connect(lambda place: self.opened.emit(self.rows[place].company_id))

    @property
    def chosen(self) -> CompanyRow | None:
        place = self.table.currentIndex().row()
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def show_rows(self, rows: tuple[CompanyRow, ...], searched: str) -> None:
        chosen = None if self.chosen is None else self.chosen.company_id
        self.rows = rows
        self._count.setText(Counted().companies(len(rows)))
        about = self.tr("for “{text}”").format(text=searched[:40]) if searched else self.tr("by name")
        self._about.setText(about)
        self.table.show_rows(len(rows), lambda place: _cells(rows[place]))
        self._stack.setCurrentWidget(self.table if rows else self._none)
        if rows:
            kept = (place for place, one in enumerate(rows) if one.company_id == chosen)
            self.table.selectRow(next(kept, 0))
        elif searched:
            self._none.show_words(
                self.tr("No company with “{text}”").format(text=searched[:40]),
                self.tr("Looked for in names, numbers and people of every company. Ins adds it."),
            )
        else:
            self._none.show_words(
                self.tr("No companies on this desk"), self.tr("They come with the next update. Ins adds one.")
            )

    def set_compact(self, compact: bool) -> None:
        for number, width in enumerate((100, 116, 92, 150, 112) if compact else (116, 132, 116, 236, 112), 1):
            self.table.setColumnWidth(number, theme().px(width))


def _cells(one: CompanyRow) -> tuple[str, ...]:
    stopped = QCoreApplication.translate("Customers", "Credit stop") if one.stopped else ""
    return one.name, one.number, one.organisation_number, kind_text(one.kind), found_text(one), stopped
