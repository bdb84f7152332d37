"""A quote from what a customer sent: paste it or choose the file, say for whom, look how each line was matched."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from storedesk.desk.account_views import CompanyRow
from storedesk.desk.request_match import MatchedLine, next_choice
from storedesk.domain.request_lines import RequestText
from storedesk.ui.screens.customers.account_words import found_text, kind_icon
from storedesk.ui.screens.customers.request_words import Told, article_text, how_text, number_text
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.layouts import column, framed, row
from storedesk.ui.widgets.queue_row import TileDelegate, TileRow
from storedesk.ui.widgets.record_table import RecordColumn, RecordTable
from storedesk.ui.widgets.row_list import RowList
from storedesk.ui.widgets.sheet import Sheet
from storedesk.ui.widgets.text import ElidedText, Text

_PAUSE_MS, _LONGEST, _SHOWN = 120, 200_000, 3


class LinesTable(RecordTable):
    """Space gives the line its next meaning, Delete leaves it out or takes it in again."""

    changed = Signal(int, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if place >= 0 and event.key() == Qt.Key.Key_Space:
            self.changed.emit(place, "next")
        elif place >= 0 and event.key() == Qt.Key.Key_Delete:
            self.changed.emit(place, "out")
        else:
            super().keyPressEvent(event)


class RequestSheet(Sheet):
    """F9 reads and matches, then begins the quote; Esc goes back a step. ``confirmed`` carries the company and
    the lines."""

    company_searched = Signal(str)
    file_wanted = Signal()
    match_wanted = Signal(int, str)
    confirmed = Signal(object, object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, 980, Context.REQUEST)
        self.lines: tuple[MatchedLine, ...] = ()
        self.company_id, self._name, self._file = 0, "", ""
        self.company, self.found = QLineEdit(), RowList(TileDelegate(), self.tr("Companies found"))
        self.text, self.table = QPlainTextEdit(), self._made_table()
        self.told, self.warning = Text("", "small", "text3", wrap=True), Text("", "small", "warn", wrap=True)
        self._chosen, self._about = ElidedText("", "small", "ok", 600), Text("", "small", "text3", wrap=True)
        self.go = Button(self.tr("Match lines"), Kind.PRIMARY, "search", "main", Context.REQUEST)
        self.back = Button(self.tr("Cancel"), Kind.SECOND, "", "back", Context.REQUEST)
        self.file = Button(self.tr("Choose file"), Kind.SOFT, "upload", "choose_file", Context.REQUEST)
        self._pause = QTimer(self)
        self._steps = QStackedWidget()
        self._build()
        self.company.setFocus()

    @property
    def is_matched(self) -> bool:
        return self._steps.currentIndex() == 1

    def set_company(self, company_id: int, name: str) -> None:
        """For whom the quote is; known from the mail's sender, the open account or the search."""
        self.company_id, self._name = company_id, name
        self.company.setText("")
        self._chosen.setText(self.tr("For {company}").format(company=name))
        self.found.setVisible(False)
        self.text.setFocus()

    def show_companies(self, rows: tuple[CompanyRow, ...]) -> None:
        self.found.show_rows(
            tuple(
                TileRow(
                    str(one.company_id),
                    kind_icon(one.kind),
                    Tone.BUSINESS,
                    one.name,
                    found_text(one),
                    one.number,
                )
                for one in rows[:_SHOWN]
            )
        )
        if rows:
            self.found.choose(str(rows[0].company_id), tell=False)
        self.found.setVisible(bool(rows))

    def show_file(self, name: str, words: str) -> None:
        """A file stands for the pasted text until something else is pasted."""
        self._file = name
        self.text.setPlainText("")
        self.told.setText(" · ".join(part for part in (name, words) if part))

    def show_lines(self, lines: tuple[MatchedLine, ...], content: RequestText) -> None:
        self.lines = lines
        told = Told()
        counts = (
            (told.other, len(content.rest)), (told.withheld, content.withheld), (told.left_out, content.left_out)
        )  # fmt: skip
        self._rest = tuple(words(count) for words, count in counts if count)
        self._steps.setCurrentIndex(1)
        self._tell_step()
        self.warning.hide()
        self._show_table(0)
        self.back.set_label(self.tr("Back"))
        self.file.setVisible(False)
        self.table.setFocus()

    def say(self, words: str) -> None:
        self.warning.setText(words)
        self.warning.show()

    def do(self, action: str) -> None:
        if action == "main":
            self.confirm()
        elif action == "choose_file" and not self.is_matched:
            self.file_wanted.emit()
        elif action == "back" and self.is_matched:
            self._back()
        else:
            super().do(action)

    def confirm(self) -> None:
        """The next step, or what is still wanted for it."""
        taken = tuple(line for line in self.lines if not line.is_out)
        if self.is_matched and taken:
            self.confirmed.emit(self.company_id, taken)
        elif self.is_matched:
            self.say(self.tr("All lines are left out. Delete takes one in again."))
        elif not self.company_id:
            self.say(self.tr("Say first for which company: type a part of its name."))
            self.company.setFocus()
        elif not (self.text.toPlainText().strip() or self._file):
            self.say(self.tr("Paste what the customer sent, or choose the file."))
            self.text.setFocus()
        else:
            self.match_wanted.emit(self.company_id, self.text.toPlainText()[:_LONGEST])

    def _made_table(self) -> LinesTable:
        return LinesTable(
            (
                RecordColumn(self.tr("Asked for")),
                RecordColumn(self.tr("Article"), 376),
                RecordColumn(self.tr("Found by"), 132),
                RecordColumn(self.tr("Qty"), 84, True),
            ),
            self.tr("Lines of the request"),
        )

    def _build(self) -> None:
        self._tell_step()
        head = column(
            Text(self.tr("Quote from a request"), "title"), self._about, spacing=2, margins=(20, 16, 20, 14)
        )
        self.company.setMaxLength(80)
        self.company.setAccessibleName(self.tr("Company"))
        self.company.setPlaceholderText(self.tr("name, number or somebody there"))
        self.found.setFixedHeight(theme().px(66) * _SHOWN)
        self.found.hide()
        self.text.setAccessibleName(self.tr("What the customer sent"))
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(self.tr("Paste the mail or the list here"))
        self.text.setMinimumHeight(theme().px(240))
        first = QWidget()
        first.setLayout(
            column(
                row(Text(self.tr("Company"), "label", "text2", 600), self._chosen, None, spacing=10),
                self.company, self.found, Text(self.tr("Request"), "label", "text2", 600), self.text, spacing=8,
                margins=(20, 14, 20, 12),
            )
        )  # fmt: skip
        self.table.setMinimumHeight(theme().px(360))
        for page in (first, self.table):
            self._steps.addWidget(page)
        bar = row(self.told, spacing=10, margins=(20, 12, 20, 12))
        bar.setStretch(0, 1)
        for button in (self.file, self.back, self.go):
            bar.addWidget(button)
        self.body.addWidget(framed(head, "head"))
        self.body.addWidget(self._steps, 1)
        self.body.addLayout(row(self.warning, margins=(20, 0, 20, 8)))
        self.body.addWidget(framed(bar, "foot"))
        self.warning.hide()
        self._connect()

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.company_searched.emit(self.company.text().strip()))
        self.company.textEdited.connect(lambda text: self._pause.start())
        self.company.returnPressed.connect(self._take_company)
        self.found.opened.connect(lambda key: self._take_company())
        self.found.clicked.connect(lambda index: self._take_company())
        self.table.changed.connect(self._change)
        self.text.textChanged.connect(self._typed)
        self.go.clicked.connect(lambda: self.confirm())
        self.back.clicked.connect(lambda: self.do("back"))
        self.file.clicked.connect(lambda: self.file_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.company.hasFocus() and event.key() == Qt.Key.Key_Down and self.found.isVisible():
            self.found.setFocus()
        else:
            super().keyPressEvent(event)

    def _take_company(self) -> None:
        rows = self.found.rows.rows
        if self.found.isVisible() and rows:
            chosen = next((one for one in rows if one.key == self.found.current_key), rows[0])
            if isinstance(chosen, TileRow):
                self.set_company(int(chosen.key), chosen.title)

    def _typed(self) -> None:
        if self.text.toPlainText() and self._file:
            self._file = ""
            self.told.setText("")

    def _tell_step(self) -> None:
        if self.is_matched:
            words = self.tr("For {company}. Space gives a line its next meaning, Delete leaves it out.")
            self._about.setText(words.format(company=self._name))
        else:
            self._about.setText(
                self.tr(
                    "Lines with a quantity or an article number are taken. Of attachments only tables are read."
                )
            )

    def _back(self) -> None:
        self._steps.setCurrentIndex(0)
        self._tell_step()
        self.file.setVisible(True)
        self.back.set_label(self.tr("Cancel"))
        self.go.set_label(self.tr("Match lines"))
        self.told.setText(self._file)
        self.text.setFocus()

    def _change(self, place: int, what: str) -> None:
        line = self.lines[place]
        changed = next_choice(line) if what == "next" else line.with_out(not line.is_out)
        self.lines = (*self.lines[:place], changed, *self.lines[place + 1 :])
        self._show_table(place)

    def _show_table(self, place: int) -> None:
        lines = self.lines
        self.table.show_rows(len(lines), lambda number: _cells(lines[number]))
        if lines:
            self.table.selectRow(place)
        taken = [line for line in lines if not line.is_out]
        text = sum(line.article is None for line in taken)
        counts = (Told().matched(len(taken) - text), Told().as_text(text) if text else "", *self._rest)
        self.told.setText(" · ".join(part for part in counts if part))
        self.go.set_label(Told().start(len(taken)))


def _cells(line: MatchedLine) -> tuple[str, ...]:
    return line.line.text, article_text(line), how_text(line), number_text(line)
