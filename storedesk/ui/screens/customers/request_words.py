"""The words of a quote from a request: how a line was matched, what was read, why a file was not."""

from PySide6.QtCore import QCoreApplication, QObject

from storedesk.desk.request_match import How, MatchedLine
from storedesk.ui.texts.counter_formats import quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

_HOW = {
    How.SKU: QT_TRANSLATE_NOOP("Request", "SKU"),
    How.BARCODE: QT_TRANSLATE_NOOP("Request", "barcode"),
    How.CUSTOMER: QT_TRANSLATE_NOOP("Request", "their number"),
    How.WORDS: QT_TRANSLATE_NOOP("Request", "words"),
    How.SEVERAL: QT_TRANSLATE_NOOP("Request", "{count} fit: Space"),
    How.TEXT: QT_TRANSLATE_NOOP("Request", "nothing fits"),
}
_UNREADABLE = {
    "too_large": QT_TRANSLATE_NOOP(
        "Request", "The file is larger than 2 MB. Cut it, or paste the lines that matter."
    ),
    "not_there": QT_TRANSLATE_NOOP("Request", "The file cannot be opened. Look whether it is still there."),
    "not_text": QT_TRANSLATE_NOOP(
        "Request", "The file is no text. Save it as .csv or .txt, or paste its lines."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Request", "The mail is damaged and cannot be read. Paste its text instead."
    ),
}


def _said(text: str) -> str:
    return QCoreApplication.translate("Request", text)


def how_text(line: MatchedLine) -> str:
    """How the article was found, or that the line is kept as text."""
    if line.is_out:
        return QCoreApplication.translate("Request", "left out")
    if line.article is None and line.how is not How.SEVERAL and line.candidates:
        return QCoreApplication.translate("Request", "as text")
    return _said(_HOW[line.how]).replace("{count}", str(len(line.candidates)))


def article_text(line: MatchedLine) -> str:
    article = line.article
    if article is None:
        return QCoreApplication.translate("Request", "kept as text")
    return " · ".join(part for part in (article.name, article.detail, article.sku) if part)


def number_text(line: MatchedLine) -> str:
    """How many; a question mark where nothing said so."""
    article = line.article
    shown = quantity_text(line.quantity, "piece" if article is None else article.unit)
    return f"{shown} ?" if line.is_guessed else shown


def unreadable_text(why: str) -> str:
    return _said(_UNREADABLE.get(why, _UNREADABLE["damaged"]))


class Told(QObject):
    """Counts in words; methods, because the text collector sees plurals only in ``tr``."""

    def matched(self, count: int) -> str:
        return self.tr("%n matched", "", count)

    def as_text(self, count: int) -> str:
        return self.tr("%n kept as text", "", count)

    def other(self, count: int) -> str:
        return self.tr("%n other lines not taken", "", count)

    def withheld(self, count: int) -> str:
        return self.tr("%n held back: personal number", "", count)

    def left_out(self, count: int) -> str:
        return self.tr("%n over the 60 of a quote", "", count)

    def start(self, count: int) -> str:
        return self.tr("Start quote, %n lines", "", count)

    def read(self, count: int) -> str:
        return self.tr("%n lines read", "", count)

    def ignored(self, count: int) -> str:
        return self.tr("%n attachments not opened", "", count)
