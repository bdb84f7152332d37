"""A table of a million records asks only for the rows that are seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.ui.theme.theme import Theme
from storedesk.ui.widgets.record_table import RecordColumn, RecordTable

COLUMNS = (RecordColumn("Order", 120), RecordColumn("Customer"), RecordColumn("Total", 100, True))


def shown(asked: list[int], count: int = 1_000_000) -> RecordTable:
    table = RecordTable(COLUMNS, "Orders")
    table.resize(600, 400)

    def cells(row: int) -> tuple[str, ...]:
        asked.append(row)
        return (str(row), "A name that is much too long for its column " * 3, "1 234,50")

    table.show_rows(count, cells)
    table.show()
    asked.clear()
    table.verticalScrollBar().setValue(500_000 * table.rowHeight(0))
    table.grab()
    return table


def test_only_rows_on_the_screen_are_asked_for(themed: Theme) -> None:
    asked: list[int] = []
    shown(asked)
    assert asked
    assert min(asked) >= 500_000
    assert max(asked) < 500_020


def test_keys_choose_and_open_rows_and_letters_stay_with_the_find_field(themed: Theme) -> None:
    table = shown([], 3)
    picked, opened = list[int](), list[int]()
    table.picked.connect(picked.append)
    table.opened.connect(opened.append)
    table.selectRow(0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_A, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    assert picked == [0, 1]
    assert opened == [1]


def test_readers_get_every_cell_and_title(themed: Theme) -> None:
    model = shown([]).records
    assert model.data(model.index(7, 0), Qt.ItemDataRole.AccessibleTextRole) == "7"
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Total"
    assert model.data(model.index(7, 0), Qt.ItemDataRole.BackgroundRole) is None


def test_an_empty_table_is_painted(themed: Theme) -> None:
    table = shown([], 0)
    assert table.records.rowCount() == 0
    assert not table.grab().isNull()
