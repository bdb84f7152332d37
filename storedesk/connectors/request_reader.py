"""Opens what a customer sent, a mail, a table or a text, as lines; attachments count only where they are tables."""

import csv
import email
import email.policy
import io
from email.message import EmailMessage
from email.utils import parseaddr
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.text_encoding import detect_encoding
from storedesk.domain.plain_text import clean_text
from storedesk.domain.request_lines import MOST_LINES, RequestText, read_request
from storedesk.domain.request_table import MOST_ROWS, read_table

LARGEST = 2_000_000
MOST_PARTS = 40
_MOST_TEXT = 200_000
_DELIMITERS = ";\t|,"
_BLOCKS = frozenset({"p", "div", "br", "tr", "li", "table", "h1", "h2", "h3"})
_SILENT = frozenset({"script", "style", "head"})


class RequestUnreadable(Exception):
    """What was sent cannot be read: ``why`` is too_large, not_there, not_text or damaged, beside one sentence."""

    def __init__(self, why: str, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why


class Request(NamedTuple):
    """``sender`` is an e-mail address or empty; ``ignored`` counts attachments that were not looked at."""

    content: RequestText
    sender: str = ""
    subject: str = ""
    ignored: int = 0


def read_request_file(path: Path) -> Request:
    """A .eml, .csv or .txt file. Blocks; raises RequestUnreadable with one sentence."""
    try:
        if path.stat().st_size > LARGEST:
            raise RequestUnreadable(
                "too_large", "The file is larger than 2 MB: cut it, or paste the lines that matter."
            )
        content = path.read_bytes()
    except OSError as error:
        raise RequestUnreadable(
            "not_there", "The file cannot be opened. Look whether it is still there."
        ) from error
    if path.suffix.lower() == ".eml":
        return read_mail(content)
    text = decoded(content)
    return Request(_table(text) if path.suffix.lower() in (".csv", ".tsv") else read_pasted(text))


def read_pasted(text: str) -> RequestText:
    """Text from the clipboard: a table where its lines are parted by tabs, else a letter. Never raises."""
    lines = [line for line in text[:_MOST_TEXT].splitlines() if line.strip()]
    tabbed = sum("\t" in line for line in lines)
    return _table(text, "\t") if lines and tabbed * 2 > len(lines) else read_request(text[:_MOST_TEXT])


def read_mail(content: bytes) -> Request:
    """The text of a mail and its text/csv attachments; whatever else hangs on it is left alone."""
    try:
        message = email.message_from_bytes(content[:LARGEST], policy=email.policy.default)
        return _read_message(message)
    except (ValueError, LookupError, AttributeError, TypeError, IndexError, RecursionError) as error:
        raise RequestUnreadable(
            "damaged", "The mail is damaged and cannot be read. Paste its text instead."
        ) from error


def decoded(content: bytes) -> str:
    """The bytes as text; raises RequestUnreadable where they are none."""
    try:
        encoding = detect_encoding([content[:LARGEST]], "file")
        return content[:LARGEST].decode(encoding, "replace")
    except (ImportRefused, LookupError, UnicodeError) as error:
        raise RequestUnreadable(
            "not_text", "The file is no text. Save it as .csv or .txt, or paste its lines."
        ) from error


def _read_message(message: EmailMessage) -> Request:
    texts, tables, pages, ignored = list[str](), list[str](), list[str](), 0
    for part in list(message.walk())[:MOST_PARTS]:
        kind, attached = part.get_content_type(), part.get_content_disposition() == "attachment"
        if part.is_multipart():
            continue
        if kind == "text/csv":
            tables.append(_text_of(part))
        elif kind == "text/plain" and not attached:
            texts.append(_text_of(part))
        elif kind == "text/html" and not attached:
            pages.append(_text_of(part))
        else:
            ignored += 1
    body = "\n".join(texts) or "\n".join(map(_without_tags, pages))
    read = [read_pasted(body), *(_table(text) for text in tables)]
    asked = tuple(line for one in read for line in one.lines)
    content = RequestText(
        asked[:MOST_LINES],
        tuple(line for one in read for line in one.rest),
        sum(one.withheld for one in read),
        sum(one.left_out for one in read) + max(0, len(asked) - MOST_LINES),
    )
    _, sender = parseaddr(str(message.get("From", ""))[:400])
    subject = clean_text(str(message.get("Subject", ""))[:400], 120)
    return Request(content, clean_text(sender, 120).lower(), subject, ignored)


def _text_of(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    content = payload[:_MOST_TEXT] if isinstance(payload, bytes) else b""
    named = part.get_content_charset() or "utf-8"
    try:
        return content.decode(named)
    except (LookupError, UnicodeError):
        return content.decode("cp1252", "replace")


def _table(text: str, delimiter: str = "") -> RequestText:
    """A delimited text; one whose quotes do not close is read as plain lines."""
    lines = text[:_MOST_TEXT].splitlines()
    first = next((line for line in lines if line.strip()), "")
    parted = delimiter or max(_DELIMITERS, key=first.count)
    try:
        rows = [row for row, _ in zip(csv.reader(lines, delimiter=parted), range(MOST_ROWS), strict=False)]
    except csv.Error:
        return read_request(text[:_MOST_TEXT])
    return read_table(rows)


class _Words(HTMLParser):
    """The visible words of a page, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out, self._silent = io.StringIO(), 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.out.write("\n")
        elif tag == "td":
            self.out.write(" ; ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.out.write(" ".join(data.split()) + " ")


def _without_tags(page: str) -> str:
    words = _Words()
    try:
        words.feed(page)
        words.close()
    except (AssertionError, ValueError):
        return words.out.getvalue()
    return words.out.getvalue()
