"""The words of Attention: what happened, what each side knows, what it means, what can be done."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.task_lines import FactLine, Shape
from storedesk.desk.task_views import ChoiceView, Meaning, Side, TaskRow, TaskView
from storedesk.ui.screens.attention import service_task_words as service
from storedesk.ui.screens.attention.approval_words import APPROVAL_ANSWERS, approval_result
from storedesk.ui.screens.attention.task_choice_words import CHOICES
from storedesk.ui.screens.attention.task_fact_words import LABELS, PROOFS, WORDS
from storedesk.ui.screens.attention.task_tables import DID, ICONS, MEANS, TITLES, TODO, WAITS
from storedesk.ui.texts.counter_formats import (
    Counter,
    day_text,
    desk_locale,
    items_text,
    money_text,
    signed_text,
)
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.window.action_texts import action_text
from storedesk.ui.window.refusal_texts import known_reason_text


def _tr(text: object) -> str:
    return QCoreApplication.translate("Attention", str(text))


def title_text(row: TaskRow) -> str:
    return _tr(TITLES.get(row.kind, QT_TRANSLATE_NOOP("Attention", "Needs a look")))


def detail_text(row: TaskRow) -> str:
    """Order, person and article, without what is not known."""
    return " · ".join(part for part in (row.order_number, row.name, row.article) if part)


def to_do_text(row: TaskRow) -> str:
    if row.waits:
        return QCoreApplication.translate("Attention", "Waits")
    return _tr(TODO.get(row.kind, QT_TRANSLATE_NOOP("Attention", "Look")))


def icon_of(kind: str) -> str:
    return str(ICONS.get(kind, "info-circle"))


def side_text(side: Side) -> str:
    """The sentence of one side."""
    known = DID.get(side.what) or DID.get(side.otherwise)
    if known is None:
        return (
            QCoreApplication.translate("Attention", "Changed this order.")
            if side.what.startswith("did_")
            else QCoreApplication.translate("Attention", "Has it otherwise.")
        )
    state = _tr(WORDS.get(side.state, side.state))
    question = _tr(service.SAID.get(side.reason, ""))
    said = _tr(known).format(
        items=items_text(side.pieces), state=state, receipt=side.receipt, question=question, name=side.name
    )
    return (
        f"{said} {known_reason_text(side.reason, dict(side.reason_facts))}".strip()
        if side.is_refusal
        else said
    )


def line_words(line: FactLine) -> tuple[str, str]:
    """Label and value of one fact."""
    label = _tr(LABELS.get(line.name, QT_TRANSLATE_NOOP("Attention", "More")))
    if line.line:
        words = QCoreApplication.translate("Attention", "{label}, line {line}")
        label = words.format(label=label, line=line.line)
    return label, _value(line)


def _value(line: FactLine) -> str:
    match line.shape:
        case Shape.PIECES:
            return str(line.value)
        case Shape.SIGNED:
            return signed_text(line.value)
        case Shape.MONEY:
            return money_text(line.value, line.currency)
        case Shape.RATE:
            return f"{desk_locale().toString(line.value / 10_000, 'g', 5)}\u00a0%"
        case Shape.DAYS:
            return Counter().days(line.value)
        case Shape.DAY:
            return day_text(line.text)
        case Shape.ACTION:
            return action_text(line.text, "")
        case Shape.WORD:
            return _tr(WORDS.get(line.text, line.text))
    return line.text


def proof_text(proof: str) -> str:
    return _tr(PROOFS.get(proof, proof))


def meaning_text(meaning: Meaning) -> str:
    text = _tr(MEANS.get(meaning.key, QT_TRANSLATE_NOOP("Attention", "Look at the order and close this.")))
    if meaning.orders:
        others = QCoreApplication.translate("Attention", "Other orders want it too: {orders}.")
        text = f"{text} {others.format(orders=', '.join(meaning.orders))}"
    return text


def choice_words(choice: ChoiceView, view: TaskView) -> tuple[str, str, str]:
    """Title, effect and, at the right, what it does to stock, money or whom to call."""
    title, effect = _choice_text(view.row.kind, choice.key)
    if view.approval is not None and choice.key in APPROVAL_ANSWERS:
        return title, effect, approval_result(choice.key, view.approval)
    if choice.stock:
        return (
            title,
            effect,
            QCoreApplication.translate("Attention", "Stock {number}").format(
                number=signed_text(choice.stock)
            ),
        )
    if choice.key == "ask_customer":
        who = " ".join(part for part in (view.row.name, view.phone) if part)
        return (
            title,
            effect,
            QCoreApplication.translate("Attention", "Call {who}").format(who=who) if who else "",
        )
    if choice.key == "charge" and view.meaning.money:
        return title, effect, money_text(view.meaning.money, view.meaning.currency)
    return title, effect, QCoreApplication.translate("Attention", "No change in stock or money")


def answer_text(row: TaskRow) -> str:
    """What was chosen and by whom, for what is done."""
    words = _choice_text(row.kind, row.answer)[0]
    return " · ".join(part for part in (words, row.answered_by) if part)


def _choice_text(kind: str, choice: str) -> tuple[str, str]:
    """Title and effect; a kind may say a common choice in its own words."""
    known = CHOICES.get(f"{kind}.{choice}") or CHOICES.get(choice)
    return (_tr(known[0]), _tr(known[1])) if known else (choice, "")


def blocked_text(choice: ChoiceView) -> str:
    """Why a choice cannot be made here, or empty."""
    if not choice.is_blocked:
        return ""
    return QCoreApplication.translate("Attention", "Its record is not on this desk now.")


def waits_text(row: TaskRow) -> str:
    """For whom it waits."""
    return _tr(WAITS.get(row.answer, WAITS["ask_customer"]))
