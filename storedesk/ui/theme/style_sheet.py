"""The one style sheet, generated from the tokens. Fonts are set in code, never here."""

from dataclasses import asdict
from string import Template

from storedesk.ui.theme.tokens import Colours

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $bg; }
QLabel { background: transparent; }
QLabel[tone="text2"] { color: $text2; }
QLabel[tone="text3"] { color: $text3; }
QLabel[tone="ok"] { color: $ok_text; }
QLabel[tone="warn"] { color: $warn_text; }
QLabel[tone="bad"] { color: $bad_text; }
QLabel[tone="accent"] { color: $accent_text; }
QLabel[tone="violet"] { color: $vio_text; }
QLabel[tone="onoff"] { color: $onoff; }
QLabel[tone="onrail"] { color: $onrail; }
QLabel[tone="railtitle"] { color: #FFFFFF; }
QPushButton[link="true"] { color: $accent_text; background: transparent; border: 0; padding: 2px; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QFrame[role="panel"] { background: $panel; border: 1px solid $border; border-radius: 10px; }
QFrame[role="dialog"] { background: $panel; border: 1px solid $border; border-radius: 14px; }
QFrame[role="card"] { background: $panel; border: 1px solid $border; border-radius: 8px; }
QFrame[role="head"] { background: transparent; border: 0; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: transparent; border: 0; border-top: 1px solid $border; }
QFrame[role="subtle"] { background: $subtle; border: 0; border-top: 1px solid $border; }
QFrame[corner="dialog"] { border-bottom-left-radius: 13px; border-bottom-right-radius: 13px; }
QFrame[corner="panel"] { border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
QFrame[role="line"] { background: $border; border: 0; }
QFrame[role="top"] { background: $panel; border: 0; border-bottom: 1px solid $border; }
QFrame[role="status"] { background: $panel; border: 0; border-top: 1px solid $border; }
QFrame[role="banner"] { background: $off; border: 0; }
QFrame[role="banner"][tone="warn"] { background: $warn_soft; border-bottom: 1px solid $warn; }
QFrame[role="banner"][tone="accent"] { background: $accent_soft; border-bottom: 1px solid $border; }
QFrame[role="banner"][tone="practice"] { background: $vio_soft; border-bottom: 2px solid $vio_text; }
QFrame[role="rail"], QWidget[role="rail"] { background: $rail; border: 0; }
QFrame[role="notice"] { background: $neu_soft; border: 1px solid transparent; border-radius: 8px; }
QFrame[role="notice"][tone="ok"] { background: $ok_soft; border-color: $ok_soft; }
QFrame[role="notice"][tone="warn"] { background: $warn_soft; border-color: $warn_soft; }
QFrame[role="notice"][tone="bad"] { background: $bad_soft; border-color: $bad_soft; }
QFrame[role="notice"][tone="accent"] { background: $accent_soft; border-color: $accent_soft; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $panel; color: $text; border: 1px solid $ctl; border-radius: 8px;
  padding: 0 12px; min-height: 42px; selection-background-color: $accent;
  selection-color: $onaccent; placeholder-text-color: $text3; }
QPlainTextEdit { padding: 8px 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: 0 11px; min-height: 40px; }
QPlainTextEdit:focus { padding: 7px 7px; }
QLineEdit[state="wrong"] { border: 2px solid $bad; padding: 0 11px; min-height: 40px; }
QLineEdit:disabled, QLineEdit:read-only { background: $subtle; color: $text2; border: 1px dashed $ctl; }
QLineEdit[compact="true"] { min-height: 34px; padding: 0 8px; }
QLineEdit[compact="true"]:focus { min-height: 32px; padding: 0 7px; }
QLineEdit[bare="true"] { border: 0; background: transparent; padding: 0; min-height: 20px; }
QLineEdit[bare="true"]:focus { border: 0; padding: 0; min-height: 20px; }
QLineEdit[boxes="true"], QLineEdit[boxes="true"]:focus, QLineEdit[boxes="true"]:read-only {
  border: 0; background: transparent; padding: 0; min-height: 52px; }
QComboBox::drop-down { border: 0; width: 32px; }
QComboBox QAbstractItemView, QMenu { background: $panel; color: $text; border: 1px solid $border;
  selection-background-color: $accent_soft; selection-color: $text; outline: 0; padding: 4px; }
QMenu::item { padding: 10px 16px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; }
QAbstractItemView { background: $panel; border: 0; outline: 0; }
QTableView { gridline-color: $border; }
QHeaderView { background: $subtle; border: 0; }
QHeaderView::section { background: $subtle; color: $text3; border: 0;
  border-bottom: 1px solid $border; padding: 0 10px; min-height: 36px; }
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: 0; }
QScrollBar::handle:vertical { background: $bd2; border-radius: 3px; min-height: 32px; margin: 3px; }
QScrollBar::handle:vertical:hover { background: $ctl; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: 0; }
QScrollBar::handle:horizontal { background: $bd2; border-radius: 3px; min-width: 32px; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: transparent; border: 0; width: 0; height: 0; }
QToolTip { background: $off; color: $onoff; border: 1px solid $off; padding: 6px 8px; }
QFrame[role="popup"] { background: $panel; border: 1px solid $border; border-radius: 10px; }
""")


_HIGH_CONTRAST = Template("""
QFrame[role="notice"] { border-color: $text2; }
QFrame[role="notice"][tone="ok"] { border-color: $ok; }
QFrame[role="notice"][tone="warn"] { border-color: $warn; }
QFrame[role="notice"][tone="bad"] { border-color: $bad; }
QFrame[role="notice"][tone="accent"] { border-color: $accent; }
NavRail { border-right: 1px solid $border; }
QMenu::item:selected { border: 2px solid $accent; }
""")


def make_style_sheet(colours: Colours, high_contrast: bool = False) -> str:
    """The style sheet of the whole application; high contrast gets outlines where fills are black."""
    tokens = asdict(colours)
    return _SHEET.substitute(tokens) + (_HIGH_CONTRAST.substitute(tokens) if high_contrast else "")
