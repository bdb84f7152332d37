"""The words of mails to customers, in their language; English where a language has no words yet."""

from typing import NamedTuple

from storedesk.domain.customer_message import LAST_DAY, READY


class MailText(NamedTuple):
    """``{name}``, ``{order}``, ``{place}``, ``{address}`` and ``{day}`` are filled in."""

    subject: str
    text: str


_TEXTS: dict[tuple[str, str], MailText] = {
    (READY, "en"): MailText(
        "Your order {order} is ready at {place}",
        "Hello {name},\n\nyour order {order} is ready to be collected at {place}.\n{address}\n\n"
        "Please bring the pickup code of your order confirmation. We keep the goods until {day}.\n",
    ),
    (READY, "sv"): MailText(
        "Din beställning {order} finns att hämta hos {place}",
        "Hej {name}!\n\nDin beställning {order} finns att hämta hos {place}.\n{address}\n\n"
        "Ta med hämtkoden från orderbekräftelsen. Vi håller varorna till och med {day}.\n",
    ),
    (LAST_DAY, "en"): MailText(
        "Tomorrow is the last day to collect your order {order}",
        "Hello {name},\n\nyour order {order} still waits for you at {place}.\n{address}\n\n"
        "{day} is the last day. After that the goods go back and your money is returned.\n",
    ),
    (LAST_DAY, "sv"): MailText(
        "I morgon är sista dagen att hämta din beställning {order}",
        "Hej {name}!\n\nDin beställning {order} väntar fortfarande på dig hos {place}.\n{address}\n\n"
        "{day} är sista dagen. Därefter går varorna tillbaka och du får pengarna åter.\n",
    ),
}  # fmt: skip
LANGUAGES = ("en", "sv")


def mail_text(kind: str, language: str) -> MailText:
    """``language`` as sv or sv-SE; an unknown kind is a mistake and raises KeyError."""
    wanted = language[:2].lower()
    return _TEXTS[kind, wanted if wanted in LANGUAGES else "en"]


def filled(text: MailText, **values: str) -> MailText:
    """The values stand for themselves: braces in them mean nothing."""
    return MailText(text.subject.format_map(values), text.text.format_map(values))
