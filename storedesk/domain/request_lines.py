"""Reads what a customer asks for from plain text: lines with a quantity, codes and words; the rest is left over."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.plain_text import clean_text, looks_like_personal_number

MOST_LINES = 60
LONGEST_LINE = 300
MOST_READ = 2_000
"""Lines of a text that are looked at."""
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,3})?"
_PIECES = (
    "st|stk|styck|stycken|pcs|pc|piece|pieces|ea|stück|kpl|par|pair|pairs|paar|pack|packs|förp|rulle|rullar|"
    "roll|rolls|box|sats|set"
)
_LABELLED = re.compile(
    rf"\b(?:antal|antall|qty|quantity|menge|anzahl|määrä)\b\s*[:=]?\s*({_NUMBER})(?![\w.,-]*\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?<![\w.,/-])({_NUMBER})\s*(?:{_PIECES})\b\.?", re.IGNORECASE)
_TIMES = re.compile(rf"(?<![\w.,/-])({_NUMBER})\s*[x×]\s+|(?<!\S)[x×]\s*({_NUMBER})(?!\S)", re.IGNORECASE)
_MEASURED = re.compile(rf"^({_NUMBER})\s*(?:m|meter|kg|l|liter|litre)\b", re.IGNORECASE)
_LEADING = re.compile(r"^([0-9]{1,4})\s+(?=[^\W\d_])")
_PARTED = re.compile(r"[:;=\t]\s*([0-9]{1,5})\s*$")
_TRAILING = re.compile(r"\s([0-9]{1,5})\s*$")
_BULLET = re.compile(r"^(?:[>*•·–-]+\s*)+|^[0-9]{1,2}[.)]\s+(?=\S)")
_TOKEN = re.compile(r"(?:[^\s,;|()\"“”'=\t]|(?<=[0-9]),(?=[0-9]))+")
_EDGE = ".:,;!?-/#*"
_LABEL = re.compile(
    r"^(?:art|artnr|artikel|artikelnr|nr|sku|ean|gtin|no|item|varenr|tuote)\.?(?:nr|no)?\.?:?$", re.IGNORECASE
)
_SIGNATURE = re.compile(
    r"^--\s?$|^(?:mvh|med vänlig|vänlig|best regards|kind regards|mit freundlich|hilsen|med venlig)",
    re.IGNORECASE,
)
_LEAST_OF_CODE = 4
_MOST_CODES, _MOST_WORDS = 6, 12


class RequestLine(NamedTuple):
    """One thing asked for. ``quantity`` as it was written, empty where nothing says how many; ``codes`` may be
    an article's number, ``words`` are what is left to search by."""

    text: str
    quantity: str
    codes: tuple[str, ...]
    words: tuple[str, ...]


class RequestText(NamedTuple):
    """What was read: lines, what of the text is no line, how many lines were withheld because they look like a
    personal number, and how many were over the cap."""

    lines: tuple[RequestLine, ...]
    rest: tuple[str, ...] = ()
    withheld: int = 0
    left_out: int = 0


def read_request(text: str) -> RequestText:
    """The lines that ask for something, at most 60. Nothing after a signature is a line. Never raises."""
    found, rest, ended = list[RequestLine](), list[str](), False
    withheld = 0
    for raw in text.splitlines()[:MOST_READ]:
        shown = clean_text(raw.replace("\t", " ; "), LONGEST_LINE)
        if not shown:
            continue
        if looks_like_personal_number(shown):
            withheld += 1
            continue
        ended = ended or _SIGNATURE.match(shown) is not None
        line = None if ended else read_line(shown)
        if line is None:
            rest.append(shown)
        else:
            found.append(line)
    return RequestText(
        tuple(found[:MOST_LINES]), tuple(rest[:200]), withheld, max(0, len(found) - MOST_LINES)
    )


def read_line(text: str) -> RequestLine | None:
    """A line that says how many or names a number of an article; None for any other."""
    shown = clean_text(text, LONGEST_LINE)
    bare = _BULLET.sub("", shown)
    quantity, left = take_quantity(bare)
    codes, words = _parts(left)
    if not quantity and codes:
        trailing = _TRAILING.search(left)
        if trailing is not None and trailing[1] not in codes:
            quantity, left = trailing[1], left[: trailing.start()]
            codes, words = _parts(left)
    if not (codes or words) or not (quantity or codes):
        return None
    return RequestLine(shown, quantity, codes, words)


def line_of_parts(text: str, quantity: str, codes: Iterable[str], words: str) -> RequestLine:
    """A line whose parts are known, as from the columns of a table."""
    known = tuple(dict.fromkeys(clean_text(code, 80) for code in codes if code.strip()))
    more, left = _parts(clean_text(words, LONGEST_LINE))
    return RequestLine(
        clean_text(text, LONGEST_LINE), _plain_number(quantity), (known + more)[:_MOST_CODES], left
    )


def take_quantity(text: str) -> tuple[str, str]:
    """How many, as it is written, and the text without it; an empty quantity where nothing says so."""
    for pattern in (_LABELLED, _COUNTED, _TIMES, _MEASURED, _PARTED, _LEADING):
        found = pattern.search(text)
        if found is not None:
            number = next(part for part in found.groups() if part is not None)
            return _plain_number(number), f"{text[: found.start()]} {text[found.end() :]}".strip(" ;:,=-")
    return "", text


def normal_code(text: str) -> str:
    """The form under which a customer's own article number is kept and found: capitals, no spaces."""
    return "".join(clean_text(text, 80).upper().split())


def _plain_number(text: str) -> str:
    """A positive number as text with a decimal point; empty for anything else."""
    plain = "".join(text.split())[:12].replace(",", ".")
    return plain if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,3})?", plain) and float(plain) > 0 else ""


def _parts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    codes, words = list[str](), list[str]()
    for token in _TOKEN.findall(text):
        plain = token.strip(_EDGE)
        if not plain or _LABEL.match(plain):
            continue
        like_code = any(char.isdigit() for char in plain) or ("-" in plain and plain.isupper())
        if like_code and len(plain) >= _LEAST_OF_CODE and not re.fullmatch(r"[0-9]+[.,][0-9]+", plain):
            codes.append(plain)
        elif any(char.isalnum() for char in plain):
            words.append(plain)
    return tuple(dict.fromkeys(codes))[:_MOST_CODES], tuple(words[:_MOST_WORDS])
