"""The words of a quote that waits for somebody's yes: its figures and the answers."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.task_views import ApprovalView
from storedesk.ui.screens.quotes.quote_words import percent_text
from storedesk.ui.texts.counter_formats import money_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.texts.role_words import role_names

APPROVAL_ANSWERS = frozenset({"approve", "offer_less", "decline"})
"""Choices for which a supervisor's PIN is asked where the one who answers is none."""


_TOTAL = QT_TRANSLATE_NOOP("Attention", "With VAT")
_DISCOUNT = QT_TRANSLATE_NOOP("Attention", "Largest discount")
_LIMIT = QT_TRANSLATE_NOOP("Attention", "The seller’s limit")
_WAITS_FOR = QT_TRANSLATE_NOOP("Attention", "Waits for")
_AT_MOST = QT_TRANSLATE_NOOP("Attention", "at most {rate}")


def approval_figures(view: ApprovalView) -> tuple[tuple[str, str], ...]:
    """What the answer hangs on; the margin is left to the quote, where it shows while its key is held."""
    figures = [(_tr(_TOTAL), money_text(view.total, view.currency))]
    if view.discount:
        figures.append((_tr(_DISCOUNT), percent_text(view.discount)))
    if view.limit >= 0:
        figures.append((_tr(_LIMIT), percent_text(view.limit)))
    if view.waits_for:
        figures.append((_tr(_WAITS_FOR), role_names(view.waits_for)))
    return tuple(figures)


def approval_result(key: str, view: ApprovalView) -> str:
    """What an answer comes to, at the right of its card."""
    if key == "offer_less":
        return _tr(_AT_MOST).format(rate=percent_text(view.limit))
    return percent_text(view.discount) if key == "approve" and view.discount else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Attention", text)
