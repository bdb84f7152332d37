"""Numbers of printed documents, final from the first print: GBG-07-00041-K7."""

import hashlib
import re
from typing import NamedTuple

_ALPHABET = "2345679CDFGHJKMNPQRTVWXY"
_SITE = re.compile(r"[A-Z]{2,4}")
_NUMBER = re.compile(rf"([A-Z]{{2,4}})-([0-9]{{2,3}})-([0-9]{{5,9}})-([{_ALPHABET}]{{2}})")


class DocumentNumber(NamedTuple):
    """Site, desk, the desk's running number, and two check characters of the record's id."""

    site: str
    desk: int
    counter: int
    check: str

    def __str__(self) -> str:
        return f"{self.site}-{self.desk:02d}-{self.counter:05d}-{self.check}"

    def belongs_to(self, record_id: str) -> bool:
        """True when the check characters are those of the record's id."""
        return self.check == _check(record_id)


def document_number(site: str, desk: int, counter: int, record_id: str) -> str:
    """The number of the `counter`-th document of a desk; raises ValueError outside the form's range."""
    if not (_SITE.fullmatch(site) and 1 <= desk <= 999 and 1 <= counter <= 999_999_999):
        raise ValueError(f"No document number for site {site[:8]!r}, desk {desk}, counter {counter}.")
    return str(DocumentNumber(site, desk, counter, _check(record_id)))


def parse_document_number(text: str) -> DocumentNumber | None:
    """The parts of a typed or scanned number, in any case; None when the text is not one."""
    typed = text.strip().upper() if len(text) <= 40 else ""
    found = _NUMBER.fullmatch(typed)
    if found is None:
        return None
    number = DocumentNumber(found[1], int(found[2]), int(found[3]), found[4])
    return number if number.desk and number.counter and str(number) == typed else None


def _check(record_id: str) -> str:
    value = int.from_bytes(hashlib.sha256(record_id.encode()).digest()[:4], "big")
    return _ALPHABET[value // len(_ALPHABET) % len(_ALPHABET)] + _ALPHABET[value % len(_ALPHABET)]
