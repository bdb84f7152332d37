"""The rows of the key registry: key, action and text for each context, in status bar order."""

from dataclasses import dataclass

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `text` is the English source of the translation."""

    key: str
    action: str
    text: str
    shown: bool = True
    routed: bool = True


def _hint(key: str, action: str, text: str) -> Row:
    """A key the focused widget reads by itself; shown as a reminder."""
    return Row(key, action, text, routed=False)


def _hidden(key: str, action: str, text: str) -> Row:
    return Row(key, action, text, shown=False)


_FIND = QT_TRANSLATE_NOOP("Shortcuts", "Find")
_KEYS = Row("F1", "help", QT_TRANSLATE_NOOP("Shortcuts", "Keys"))
_PANE = Row("F6", "next_pane", QT_TRANSLATE_NOOP("Shortcuts", "Next pane"))
_WHY = Row("F3", "why", QT_TRANSLATE_NOOP("Shortcuts", "Why"))
_PRINT = Row("Ctrl+P", "print", QT_TRANSLATE_NOOP("Shortcuts", "Print"))
_BACK = Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Back"))
_OPEN = _hint("Return", "open", QT_TRANSLATE_NOOP("Shortcuts", "Open"))
_MOVE = _hidden("Ctrl+Shift+M", "pickup_move", QT_TRANSLATE_NOOP("Shortcuts", "To another store"))
_COLLECTOR = _hidden(
    "Ctrl+Shift+N", "pickup_collector", QT_TRANSLATE_NOOP("Shortcuts", "Somebody else collects")
)

GLOBAL_ROWS = (
    _KEYS,
    Row("F2", "find", _FIND),
    _hidden("F3", "why", QT_TRANSLATE_NOOP("Shortcuts", "Why this number, price or state")),
    _hidden("F4", "take_all", QT_TRANSLATE_NOOP("Shortcuts", "Take all")),
    Row("F5", "sync_now", QT_TRANSLATE_NOOP("Shortcuts", "Sync now")),
    _hidden("F6", "next_pane", QT_TRANSLATE_NOOP("Shortcuts", "Next pane")),
    _hidden("Shift+F6", "previous_pane", QT_TRANSLATE_NOOP("Shortcuts", "Previous pane")),
    _hidden("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Problem")),
    _hidden("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Second step")),
    _hidden("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Main step")),
    _hidden("F11", "full_screen", QT_TRANSLATE_NOOP("Shortcuts", "Full screen")),
    Row("F12", "lock", QT_TRANSLATE_NOOP("Shortcuts", "Lock")),
    Row("Ctrl+K", "palette", QT_TRANSLATE_NOOP("Shortcuts", "Commands")),
    _hidden("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "One step back")),
    _hidden("Ctrl+1", "go_today", QT_TRANSLATE_NOOP("Shortcuts", "Today")),
    _hidden("Ctrl+2", "go_pickups", QT_TRANSLATE_NOOP("Shortcuts", "Pickups")),
    _hidden("Ctrl+3", "go_stock", QT_TRANSLATE_NOOP("Shortcuts", "Stock")),
    _hidden("Ctrl+4", "go_orders", QT_TRANSLATE_NOOP("Shortcuts", "Orders")),
    _hidden("Ctrl+5", "go_quotes", QT_TRANSLATE_NOOP("Shortcuts", "Quotes")),
    _hidden("Ctrl+6", "go_customers", QT_TRANSLATE_NOOP("Shortcuts", "Customers")),
    _hidden("Ctrl+7", "go_attention", QT_TRANSLATE_NOOP("Shortcuts", "Attention")),
    _hidden("Ctrl+8", "go_channels", QT_TRANSLATE_NOOP("Shortcuts", "Channels")),
    _hidden("Ctrl+N", "new_quote", QT_TRANSLATE_NOOP("Shortcuts", "New quote")),
    _hidden("Ctrl+T", "new_transfer", QT_TRANSLATE_NOOP("Shortcuts", "New transfer")),
    _hidden("Ctrl+R", "receive_transfer", QT_TRANSLATE_NOOP("Shortcuts", "Receive a transfer")),
    _hidden("Ctrl+Shift+T", "go_transfers", QT_TRANSLATE_NOOP("Shortcuts", "Transfers")),
    _hidden("Ctrl+Shift+R", "go_routing", QT_TRANSLATE_NOOP("Shortcuts", "Routing")),
    _hidden("Ctrl+Shift+Q", "quote_from_request", QT_TRANSLATE_NOOP("Shortcuts", "Quote from a request")),
    _hidden("Ctrl+P", "print", QT_TRANSLATE_NOOP("Shortcuts", "Print this")),
    _hidden("Ctrl+Z", "undo", QT_TRANSLATE_NOOP("Shortcuts", "Undo")),
    _hidden("Ctrl+Shift+H", "history", QT_TRANSLATE_NOOP("Shortcuts", "History")),
    _hidden("Ctrl+,", "go_settings", QT_TRANSLATE_NOOP("Shortcuts", "Settings")),
    _hidden("Ctrl++", "larger", QT_TRANSLATE_NOOP("Shortcuts", "Larger text")),
    _hidden("Ctrl+-", "smaller", QT_TRANSLATE_NOOP("Shortcuts", "Smaller text")),
    _hidden(
        "Ctrl+Shift+O", "work_offline", QT_TRANSLATE_NOOP("Shortcuts", "Work offline on purpose, or end that")
    ),
    *(_hidden(f"Alt+{n}", f"tab_{n}", QT_TRANSLATE_NOOP("Shortcuts", "Tile or tab")) for n in range(1, 10)),
)

CONTEXT_ROWS: dict[str, tuple[Row, ...]] = {
    "today": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Select")),
        _OPEN,
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Change of shift")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Open or close the day")),
        _PANE,
        _KEYS,
    ),
    "day": (
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        Row("F4", "take_all", QT_TRANSLATE_NOOP("Shortcuts", "Tick all")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Test prints")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Do it")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Cancel")),
    ),
    "service": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Select")),
        _OPEN,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Contact")),
        _PANE,
        _KEYS,
    ),
    "pickups": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Order")),
        _PANE,
        _hint("Plus", "more", QT_TRANSLATE_NOOP("Shortcuts", "Qty up")),
        _hint("Minus", "less", QT_TRANSLATE_NOOP("Shortcuts", "Qty down")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Problem")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Ready")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Hand over")),
        _PRINT,
        _MOVE,
        _COLLECTOR,
        _KEYS,
    ),
    "not_collected": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Order")),
        _hint("1–4", "choose", QT_TRANSLATE_NOOP("Shortcuts", "Answer")),
        _PANE,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "To the answers")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Keep longer")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Do the answer")),
        _MOVE,
        _COLLECTOR,
        _KEYS,
    ),
    "handover": (
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        _PANE,
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Complete")),
        Row("F4", "take_all", QT_TRANSLATE_NOOP("Shortcuts", "Tick all")),
        Row("Alt+C", "by_code", QT_TRANSLATE_NOOP("Shortcuts", "Code")),
        Row("Alt+I", "by_id", QT_TRANSLATE_NOOP("Shortcuts", "ID seen")),
        Row("Alt+N", "by_name", QT_TRANSLATE_NOOP("Shortcuts", "Name")),
        Row("Alt+S", "someone_else", QT_TRANSLATE_NOOP("Shortcuts", "Someone else")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Exchange")),
        Row("Alt+P", "supervisor", QT_TRANSLATE_NOOP("Shortcuts", "Supervisor’s PIN")),
        Row("Alt+W", "by_word", QT_TRANSLATE_NOOP("Shortcuts", "Words by phone")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Cancel")),
    ),
    "stock": (
        _hint("Arrows", "move", QT_TRANSLATE_NOOP("Shortcuts", "Variant")),
        _WHY,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Count, adjust")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Transfer")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Hold")),
        _PANE,
        _KEYS,
    ),
    "transfers": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Select")),
        _hint("Plus", "more", QT_TRANSLATE_NOOP("Shortcuts", "Qty up")),
        _hint("Minus", "less", QT_TRANSLATE_NOOP("Shortcuts", "Qty down")),
        Row("F4", "take_all", QT_TRANSLATE_NOOP("Shortcuts", "Take all")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Do not send, nothing arrived")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Send part")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Send, receive")),
        Row("Ctrl+T", "new_transfer", QT_TRANSLATE_NOOP("Shortcuts", "New")),
        _PANE,
        _KEYS,
    ),
    "orders": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Result")),
        _PANE,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Contact")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Return")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Next step")),
        Row("Alt+V", "verify_caller", QT_TRANSLATE_NOOP("Shortcuts", "Who calls")),
        Row("Alt+M", "more", QT_TRANSLATE_NOOP("Shortcuts", "Change or ask")),
        Row("F3", "why", QT_TRANSLATE_NOOP("Shortcuts", "Why this store")),
        _hidden("Alt+K", "ask_central", QT_TRANSLATE_NOOP("Shortcuts", "Ask central for orders")),
        _hidden("Ctrl+Shift+C", "copy_answer", QT_TRANSLATE_NOOP("Shortcuts", "Copy answer")),
        _KEYS,
    ),
    "quotes": (
        Row("Ins", "add_line", QT_TRANSLATE_NOOP("Shortcuts", "Add line")),
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Line")),
        Row(
            "Del", "take_out", QT_TRANSLATE_NOOP("Shortcuts", "Take the line out"), shown=False, routed=False
        ),
        Row("Ctrl+D", "discount", QT_TRANSLATE_NOOP("Shortcuts", "Discount")),
        _hidden("Alt+P", "po_number", QT_TRANSLATE_NOOP("Shortcuts", "PO number")),
        _hidden("Alt+C", "buyer", QT_TRANSLATE_NOOP("Shortcuts", "Company or buyer")),
        _WHY,
        _hidden("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "End the quote")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Second step")),
        _hidden("Alt+A", "ask", QT_TRANSLATE_NOOP("Shortcuts", "Ask for approval online")),
        _hidden("Alt+L", "add_looked", QT_TRANSLATE_NOOP("Shortcuts", "Add what was looked at")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Issue")),
        Row("Ctrl+M", "margin", QT_TRANSLATE_NOOP("Shortcuts", "Margin")),
        _hidden("Ctrl+P", "print", QT_TRANSLATE_NOOP("Shortcuts", "Print the quote")),
        _hidden("F6", "next_pane", QT_TRANSLATE_NOOP("Shortcuts", "Next pane")),
        _KEYS,
    ),
    "customers": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Select")),
        _OPEN,
        Row("Ins", "add_line", QT_TRANSLATE_NOOP("Shortcuts", "Add")),
        Row("Alt+L", "add_looked", QT_TRANSLATE_NOOP("Shortcuts", "Add to quote")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Note a yes")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "New quote")),
        _PANE,
        _BACK,
        _KEYS,
    ),
    "attention": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Item")),
        _hint("1–9", "choose", QT_TRANSLATE_NOOP("Shortcuts", "Choose")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Do it")),
        _PANE,
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Later")),
        _KEYS,
    ),
    "channels": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Difference")),
        _OPEN,
        Row("F5", "sync_now", QT_TRANSLATE_NOOP("Shortcuts", "Check now")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Take theirs")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Fix all like this")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Fix one")),
        Row("Ctrl+Shift+R", "go_routing", QT_TRANSLATE_NOOP("Shortcuts", "Routing")),
        _PANE,
        _BACK,
        _hidden("Ins", "add_line", QT_TRANSLATE_NOOP("Shortcuts", "Add a channel")),
        _hidden("Alt+E", "channel_setup", QT_TRANSLATE_NOOP("Shortcuts", "How this channel is connected")),
        _KEYS,
    ),
    "routing": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Rule")),
        _hidden("Alt+Up", "rule_up", QT_TRANSLATE_NOOP("Shortcuts", "Move the rule up")),
        Row("Alt+Down", "rule_down", QT_TRANSLATE_NOOP("Shortcuts", "Move rule")),
        _hint("Space", "toggle", QT_TRANSLATE_NOOP("Shortcuts", "On, off")),
        _OPEN,
        Row("Ins", "add_line", QT_TRANSLATE_NOOP("Shortcuts", "Add")),
        Row(
            "Del", "take_out", QT_TRANSLATE_NOOP("Shortcuts", "Take the rule out"), shown=False, routed=False
        ),
        _WHY,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Throw away")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "What if")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Use draft")),
        _hidden("Alt+H", "sets", QT_TRANSLATE_NOOP("Shortcuts", "Sets that were in use")),
        _hidden("Alt+U", "other_set", QT_TRANSLATE_NOOP("Shortcuts", "In use or draft")),
        _PANE,
        _BACK,
        _KEYS,
    ),
    "connect": (
        _hint("1–9", "choose", QT_TRANSLATE_NOOP("Shortcuts", "Platform")),
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        _PANE,
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Remove")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Check again")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Switch on")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Save and close")),
        _KEYS,
    ),
    "sync": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Entry")),
        _OPEN,
        _WHY,
        Row("F5", "sync_now", QT_TRANSLATE_NOOP("Shortcuts", "Try now")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Try all again")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Decide")),
        _hidden("Alt+J", "check_journal", QT_TRANSLATE_NOOP("Shortcuts", "Check the journal")),
        _hidden("Ctrl+Shift+C", "copy_details", QT_TRANSLATE_NOOP("Shortcuts", "Copy for support")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Back to work")),
        _KEYS,
    ),
    "settings": (
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "Does not print")),
        Row("Alt+D", "desks", QT_TRANSLATE_NOOP("Shortcuts", "Desks")),
        Row("F8", "second", QT_TRANSLATE_NOOP("Shortcuts", "Make bundle")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Test prints")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Back to work")),
        _KEYS,
    ),
    "request": (
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        _hint("Space", "next_meaning", QT_TRANSLATE_NOOP("Shortcuts", "Next meaning")),
        _hint("Delete", "leave_out", QT_TRANSLATE_NOOP("Shortcuts", "Leave out")),
        Row("Alt+F", "choose_file", QT_TRANSLATE_NOOP("Shortcuts", "Choose file")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Go on")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Back")),
    ),
    "history": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Entry")),
        Row("Ctrl+Z", "undo", QT_TRANSLATE_NOOP("Shortcuts", "Undo")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Undo this")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Close")),
    ),
    "scanner": (Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Close")),),
    "keys": (
        _hint("Updown", "move", QT_TRANSLATE_NOOP("Shortcuts", "Scroll")),
        Row("F1", "help", QT_TRANSLATE_NOOP("Shortcuts", "Close")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Close")),
    ),
    "supervisor": (
        _hint("1–9", "choose", QT_TRANSLATE_NOOP("Shortcuts", "Who")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Cancel")),
    ),
    "lock": (
        _hint("1–9", "choose", QT_TRANSLATE_NOOP("Shortcuts", "Who")),
        _hint("Return", "open", QT_TRANSLATE_NOOP("Shortcuts", "Sign in")),
        Row("Esc", "back", QT_TRANSLATE_NOOP("Shortcuts", "Somebody else")),
    ),
    "first_run": (
        _hint("Tab", "next_field", QT_TRANSLATE_NOOP("Shortcuts", "Next field")),
        Row("F7", "problem", QT_TRANSLATE_NOOP("Shortcuts", "No answer")),
        Row("F9", "main", QT_TRANSLATE_NOOP("Shortcuts", "Go on")),
    ),
}
