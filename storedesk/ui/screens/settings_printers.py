"""One line for each paper: which printer takes it, how that printer is, and a test."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from storedesk.ui.screens.settings_shown import RoleRow
from storedesk.ui.theme.theme import theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip, Tone
from storedesk.ui.widgets.dropdown import Dropdown
from storedesk.ui.widgets.panel import Panel
from storedesk.ui.widgets.text import IconLabel, Text


class PrintersPanel(Panel):
    """``chosen`` carries the role and the printer's key, ``test_asked`` the role."""

    chosen = Signal(str, str)
    test_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._found = Chip()
        super().__init__("…", extra=(self._found,), parent=parent)
        self.title.setText(self.tr("Printers"))
        self.subtitle.setText(self.tr("one per document"))
        self._rows: dict[str, tuple[Dropdown, Chip, Text]] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 10, 16, 10)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(3, 1)
        self.body.addLayout(self._grid)

    def show_roles(self, roles: tuple[RoleRow, ...], found: str) -> None:
        self._found.set(found, Tone.NEUTRAL, "printer")
        for role in roles:
            if role.role not in self._rows:
                self._add(role)
            box, state, _ = self._rows[role.role]
            if [box.itemData(n) for n in range(box.count())] != [key for key, _ in role.printers]:
                box.clear()
                for key, name in role.printers:
                    box.addItem(name, key)
            box.setCurrentIndex(max(0, box.findData(role.chosen)))
            tone = Tone.NEUTRAL if role.is_ready is None else Tone.OK if role.is_ready else Tone.WARN
            icon = (
                "circle-dashed" if role.is_ready is None else "check" if role.is_ready else "alert-triangle"
            )
            state.set(role.state, tone, icon)

    def set_compact(self, compact: bool) -> None:
        for _, _, size in self._rows.values():
            size.setVisible(not compact)

    def _add(self, role: RoleRow) -> None:
        line = self._grid.rowCount()
        box, state, size = Dropdown(), Chip(), Text(role.size, "small", "text2")
        box.setAccessibleName(self.tr("Printer for {paper}").format(paper=role.paper))
        box.setMinimumWidth(theme().px(160))
        test = Button(self.tr("Test"), Kind.SOFT, small=True)
        test.setAccessibleName(self.tr("Test of {paper}").format(paper=role.paper))
        for place, widget in enumerate((IconLabel(role.icon, 20), Text(role.paper, "strong"), size, box)):
            self._grid.addWidget(widget, line, place)
        self._grid.addWidget(state, line, 4, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(test, line, 5)
        box.activated.connect(lambda _, key=role.role: self.chosen.emit(key, str(box.currentData())))
        test.clicked.connect(lambda checked=False, key=role.role: self.test_asked.emit(key))
        self._rows[role.role] = (box, state, size)
