"""Keyed marks by which a person is known again across channels without being named."""

import hashlib
import hmac
import re

from storedesk.domain.plain_text import clean_text, fold

MARK_BYTES = 16
_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")


def marks_of(secret: bytes, mail: str, phone_digits: str, name: str) -> tuple[str, ...]:
    """The surest first: the e-mail address, then the phone together with the name, since families share phones.
    Empty where neither says anything. ``secret`` is the hub's own."""
    address, said = usual_mail(mail), fold(clean_text(name, 120))
    marks = [_mark(secret, "mail", address)] if address else []
    if phone_digits and said:
        marks.append(_mark(secret, "phone", phone_digits, said))
    return tuple(marks)


def usual_mail(mail: str) -> str:
    """An e-mail address as it is compared; empty for a text that is none."""
    address = clean_text(mail, 120).lower()
    return address if _MAIL.fullmatch(address) else ""


def _mark(secret: bytes, *parts: str) -> str:
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hmac.new(secret, text.encode(), hashlib.sha256).digest()[:MARK_BYTES].hex()
