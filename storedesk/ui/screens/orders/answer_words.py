"""What to tell the customer about an order: one sentence for each part, never two that begin alike."""

from PySide6.QtCore import QCoreApplication, QObject

from storedesk.desk.order_views import Answer, OrderView
from storedesk.ui.texts.counter_formats import day_text, moment_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

ANSWERS = {
    "ready": QT_TRANSLATE_NOOP("Orders", "It is ready at {place} and waits there until {day}."),
    "partly_collected": QT_TRANSLATE_NOOP("Orders", "Part of it is collected. The rest waits at {place} until {day}."),
    "being_picked": QT_TRANSLATE_NOOP("Orders", "{place} is getting it ready. It is promised for {when}."),
    "late": QT_TRANSLATE_NOOP("Orders", "{place} is late with it. Ask the store when it will be ready."),
    "collected": QT_TRANSLATE_NOOP("Orders", "It was handed over at {place}, {when}."),
    "not_collected": QT_TRANSLATE_NOOP("Orders", "It was not collected in time. {place} still has it."),
    "returned_to_stock": QT_TRANSLATE_NOOP("Orders", "It was not collected and is back in stock at {place}."),
    "rejected": QT_TRANSLATE_NOOP("Orders", "{place} could not find it. We look for another way."),
    "customer_decision": QT_TRANSLATE_NOOP("Orders", "{place} could not find all of it. The customer decides what happens."),
    "rerouted": QT_TRANSLATE_NOOP("Orders", "Another place than {place} sends it."),
    "ship_home": QT_TRANSLATE_NOOP("Orders", "It is sent to the customer's home."),
    "other_store": QT_TRANSLATE_NOOP("Orders", "It is collected in another store than {place}."),
    "inbound": QT_TRANSLATE_NOOP("Orders", "It is on its way to {place}."),
    "cancelled": QT_TRANSLATE_NOOP("Orders", "The order is cancelled."),
    "waits": QT_TRANSLATE_NOOP("Orders", "The order has come in. No store has it yet."),
    "done": QT_TRANSLATE_NOOP("Orders", "The order is complete."),
}  # fmt: skip
SEVERAL = {
    "ready": QT_TRANSLATE_NOOP("Orders", "{what}: ready at {place}, waits there until {day}."),
    "partly_collected": QT_TRANSLATE_NOOP("Orders", "{what}: partly collected, the rest waits at {place} until {day}."),
    "being_picked": QT_TRANSLATE_NOOP("Orders", "{what}: {place} is getting it ready, promised for {when}."),
    "late": QT_TRANSLATE_NOOP("Orders", "{what}: {place} is late. Ask the store when it will be ready."),
    "collected": QT_TRANSLATE_NOOP("Orders", "{what}: handed over at {place}, {when}."),
    "not_collected": QT_TRANSLATE_NOOP("Orders", "{what}: not collected in time, {place} still has it."),
    "returned_to_stock": QT_TRANSLATE_NOOP("Orders", "{what}: not collected, back in stock at {place}."),
    "rejected": QT_TRANSLATE_NOOP("Orders", "{what}: {place} could not find it. We look for another way."),
    "customer_decision": QT_TRANSLATE_NOOP("Orders", "{what}: {place} could not find all of it. The customer decides what happens."),
    "inbound": QT_TRANSLATE_NOOP("Orders", "{what}: on its way to {place}."),
    "ship_home": QT_TRANSLATE_NOOP("Orders", "{what}: sent to the customer's home."),
    "cancelled": QT_TRANSLATE_NOOP("Orders", "{what}: cancelled."),
}  # fmt: skip


class _Names(QObject):
    """A method, because the text collector sees plurals only in `tr`."""

    def of(self, answer: Answer) -> str:
        """The article a sentence is about, with how many others."""
        if not answer.more:
            return answer.what
        return self.tr("{name} and %n more", "", answer.more).replace("{name}", answer.what)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Orders", source)


def answer_text(answer: Answer) -> str:
    """The sentence to tell the customer."""
    source = SEVERAL.get(answer.kind, "") if answer.what else ""
    source = source or ANSWERS.get(answer.kind, ANSWERS["waits"])
    place = answer.place or _tr(QT_TRANSLATE_NOOP("Orders", "the store"))
    when = moment_text(answer.when) if answer.when else ""
    words = _tr(source).replace("{place}", place).replace("{day}", day_text(answer.day))
    words = words.replace("{when}", when) if when else words.replace(", {when}", "")
    words = words.replace("{what}", _Names().of(answer))
    return words[:1].upper() + words[1:]


def answers_text(view: OrderView) -> str:
    return " ".join(answer_text(answer) for answer in view.answers)
