"""Remembers what an editor held, to put it back when the typing turns out to be a scan."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TextEditor = QLineEdit | QPlainTextEdit | QTextEdit


def editor_in(widget: QWidget | None) -> TextEditor | None:
    """The text editor behind the focused widget, or None when letters mean nothing there."""
    if isinstance(widget, QAbstractSpinBox):
        return widget.lineEdit()
    if isinstance(widget, QComboBox):
        return widget.lineEdit()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return None if widget.isReadOnly() else widget
    return None


def snapshot(editor: TextEditor) -> Callable[[], None]:
    """Take a snapshot; calling the result puts text, cursor and selection back."""
    if isinstance(editor, QLineEdit):
        return _line_snapshot(editor)
    text, place = editor.toPlainText(), editor.textCursor().position()

    def put_back() -> None:
        if editor.toPlainText() != text:
            editor.setPlainText(text)
            cursor = editor.textCursor()
            cursor.setPosition(place)
            editor.setTextCursor(cursor)

    return put_back


def _line_snapshot(editor: QLineEdit) -> Callable[[], None]:
    text, place = editor.text(), editor.cursorPosition()
    start, length = editor.selectionStart(), len(editor.selectedText())

    def put_back() -> None:
        if editor.text() != text:
            editor.setText(text)
            editor.setCursorPosition(place)
            if length:
                editor.setSelection(start, length)

    return put_back
