"""The left column: when orders are looked at, which go first, and the rules of which the first that fits wins."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from storedesk.domain.routing_rules import RuleSet
from storedesk.ui.screens.routing.routing_words import every_text, orders_text, rule_text
from storedesk.ui.screens.routing.rule_rows import RuleList, RuleRow
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.layouts import clear, column, framed, row
from storedesk.ui.widgets.panel import Notice, Panel
from storedesk.ui.widgets.text import ElidedText, Text

_MOST_LINES = 3


class LinesPanel(Panel):
    """A short list that is only read: name, and what it means."""

    def __init__(self, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle, parent=parent)

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Hidden without lines; of many the first are shown, and how many more there are."""
        clear(self.body)
        for name, detail in lines[:_MOST_LINES]:
            texts = column(
                ElidedText(name, "small", "", 600), ElidedText(detail, "label", "text3", 400), spacing=0
            )
            texts.setContentsMargins(16, 6, 16, 6)
            self.body.addLayout(texts)
        if len(lines) > _MOST_LINES:
            more = Text(self.tr("and {n} more").format(n=len(lines) - _MOST_LINES), "label", "text3", 400)
            self.body.addLayout(row(more, margins=(16, 2, 16, 8)))
        self.setVisible(bool(lines))


class RulesPane(QWidget):
    """``list`` holds the rules; what is done to one of them carries its place, from 0."""

    moved = Signal(int, int)
    """From which place to which."""
    toggled = Signal(int)
    taken_out = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.runs = LinesPanel(self.tr("Runs"), self.tr("when waiting orders are looked at"))
        self.batches = LinesPanel(self.tr("Batches"), self.tr("which orders go first"))
        self.add = Button(self.tr("Add"), Kind.QUIET, "plus", small=True)
        self.add.setObjectName("add_rule")
        self.list = RuleList(self.tr("Rules"))
        self.list.setObjectName("rules")
        self._trouble = Notice("", "", "alert-triangle", "warn")
        self._rules: RuleSet | None = None
        panel = Panel()
        head = row(Text(self.tr("Rules"), "panel"), spacing=8, margins=(16, 0, 6, 0))
        self._how = ElidedText(self.tr("first that fits wins"), "small", "text3")
        head.addWidget(self._how, 1)
        head.addStretch(0)
        head.addWidget(self.add)
        panel.body.addWidget(framed(head, "head", height=theme().px(48)))
        self._trouble_room = framed(row(self._trouble, margins=(12, 8, 12, 8)), "clear")
        panel.body.addWidget(self._trouble_room)
        panel.body.addWidget(self.list, 1)
        layout = column(self.runs, self.batches, spacing=12)
        layout.addWidget(panel, 1)
        self.setLayout(layout)
        self.list.toggled.connect(lambda key: self.toggled.emit(int(key) - 1))
        self.list.taken_out.connect(lambda key: self.taken_out.emit(int(key) - 1))
        self.list.opened.connect(lambda key: self.opened.emit(int(key) - 1))

    @property
    def current(self) -> int:
        """The place of the chosen rule, -1 for none."""
        return int(self.list.current_key or 0) - 1

    def set_compact(self, compact: bool) -> None:
        """Without the words beside the titles."""
        for words in (self._how, self.runs.subtitle, self.batches.subtitle):
            words.setVisible(not compact)

    def show_rules(
        self, rules: RuleSet, places: dict[str, str], channels: dict[str, str], trouble: str = ""
    ) -> None:
        self._rules = rules
        self.runs.show_lines(
            tuple(
                (one.name, f"{every_text(one.every_minutes)}, {orders_text(one.orders, channels)}")
                for one in rules.runs
            )
        )
        self.batches.show_lines(tuple((one.name, orders_text(one.orders, channels)) for one in rules.batches))
        on, off = self.tr("on"), self.tr("off")
        self.list.show_rows(
            tuple(
                RuleRow(number, rule, rule_text(rule, places, channels), on if rule.on else off)
                for number, rule in enumerate(rules.rules, 1)
            )
        )
        if not self.list.current_key:
            self.list.choose("1", tell=False)
        self._trouble.set_text(trouble)
        self._trouble_room.setVisible(bool(trouble))

    def move_chosen(self, step: int) -> None:
        """The chosen rule one place up (-1) or down (1)."""
        count = 0 if self._rules is None else len(self._rules.rules)
        to = self.current + step
        if self.current >= 0 and 0 <= to < count:
            self.moved.emit(self.current, to)
