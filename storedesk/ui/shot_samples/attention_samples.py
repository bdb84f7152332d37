"""Samples of Attention: the double handover of the pictures, an ended order, a count."""

from dataclasses import replace

from storedesk.desk.covered_details import covered_name
from storedesk.desk.task_views import ApprovalView, ChoiceView, Meaning, Side, TaskRow, TaskView
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import ONLINE, Shot, in_shell


def _row(
    number: int, kind: str, order: str, name: str, time: str, article: str = "", urgent: bool = True
) -> TaskRow:
    return TaskRow(f"t-{number}", kind, order, name, article, clock(time), urgent, False, "", "", None)


OPEN = (
    _row(1, "double_handover", "48155", "Eva Strand", "13:38"),
    _row(2, "handover_of_ended_order", "48190", "Maria Nilsson", "12:52"),
    _row(3, "count_task", "48207", "", "11:20", "Vandringskänga Rask Mid · Black · 42", False),
    _row(4, "right_ended", "48188", "Nils Åkesson", "10:02", "", False),
)
DONE = (
    TaskRow("t-8", "receipt_used_twice", "48101", "Johan Berg", "", clock("16:20", -3), True, False, "charge",
            "Maja", clock("17:02", -3)),
    TaskRow("t-9", "refused_action", "47980", "Sara Holm", "", clock("11:10", -3), True, False, "put_back",
            "Oskar", clock("11:31", -3)),
)  # fmt: skip
DOUBLE = TaskView(
    OPEN[0],
    "f-48155",
    "070-174 06 33",
    Side("did_HandOver", clock("13:36"), "Elin Larsson", "GBG-2", "code", 2),
    Side("central_handed_over", clock("13:34"), "Oskar Ek", "GBG-1", "name", 2),
    Meaning("means_recorded_twice", 0, 0, "SEK"),
    (
        ChoiceView("recorded_twice", True),
        ChoiceView("gone_twice", False, -2),
        ChoiceView("ask_customer", False),
    ),
)
ENDED = TaskView(
    OPEN[1],
    "f-48190",
    "070-174 06 12",
    Side("did_HandOver", clock("12:50"), "Elin Larsson", "GBG-2", "id_seen", 1),
    Side("central_handover_of_ended_order", state="cancelled"),
    Meaning("means_gone_unpaid", -1, 3_490_000, "SEK"),
    (ChoiceView("recovered", True, 1), ChoiceView("charge", False), ChoiceView("ask_customer", False)),
)

APPROVAL = TaskView(
    _row(5, "quote_approval", "GBG-02-00401-K7", "", "14:05", "", False),
    "",
    "",
    Side("did_AskApproval", clock("14:05"), "Elin Larsson", "GBG-2"),
    Side("central_quote_approval"),
    Meaning("means_quote_approval"),
    tuple(ChoiceView(key, False) for key in ("approve", "offer_less", "decline", "ask_manager")),
    ApprovalView("q-418", 3, "a" * 64, 484_477_500, "SEK", 140_000, 100_000),
    "q-418",
)


def _attention(view: TaskView | None = DOUBLE, tab: str = "open") -> AppShell:
    screen = AttentionScreen()
    screen.show_tasks(OPEN, DONE)
    screen.tabs.choose(tab)
    screen.show_task(view)
    return in_shell(Place.ATTENTION, screen)


def _covered() -> AppShell:
    """As on a customer-service desk before the caller is verified."""
    rows = tuple(replace(row, name=covered_name(row.name)) for row in OPEN)
    screen = AttentionScreen()
    screen.show_tasks(rows, ())
    screen.show_task(replace(DOUBLE, row=rows[0], phone=""))
    return in_shell(Place.ATTENTION, screen)


def _empty() -> AppShell:
    screen = AttentionScreen()
    screen.show_task(None)
    return in_shell(Place.ATTENTION, screen, replace(ONLINE, attention=0))


SHOTS = (
    Shot("attention", _attention),
    Shot("attention-ended-order", lambda: _attention(ENDED)),
    Shot("attention-approval", lambda: _attention(APPROVAL)),
    Shot("attention-covered", _covered),
    Shot("attention-done", lambda: _attention(None, "done")),
    Shot("attention-empty", _empty),
)
