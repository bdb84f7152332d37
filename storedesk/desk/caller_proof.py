"""Whether what a caller says fits the order: two of its number, postcode, phone and e-mail."""

from typing import Literal, NamedTuple

from storedesk.domain.phone import phone_digits
from storedesk.domain.plain_text import digits_of
from storedesk.storage.desk_order_reads import OrderRecord

CallerProof = Literal["order_number", "postcode", "phone", "email"]
PROOFS: tuple[CallerProof, ...] = ("order_number", "postcode", "phone", "email")
NEEDED = 2
_LEAST_DIGITS = 6


class Said(NamedTuple):
    """What the caller said, as it was typed; it is compared and forgotten."""

    order_number: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""


def matching(said: Said, record: OrderRecord) -> tuple[CallerProof, ...]:
    """Which of it is right, in a fixed order. A phone needs its last six digits at least, an e-mail all of it."""
    country = record.order.country
    typed = phone_digits(said.phone, country)
    postcodes = {digits_of(row.postcode) for row in record.addresses if row.role != "asked"}
    right = {
        "order_number": said.order_number.strip().upper() == record.order.number.upper(),
        "postcode": bool(digits_of(said.postcode)) and digits_of(said.postcode) in postcodes,
        "phone": any(_same_phone(typed, said.phone, p.phone_digits) for p in record.persons),
        "email": any(said.email.strip().casefold() == p.email.casefold() for p in record.persons if p.email),
    }
    return tuple(proof for proof in PROOFS if right[proof])


def askable(record: OrderRecord) -> tuple[CallerProof, ...]:
    """What this desk knows and can compare."""
    known = {
        "order_number": True,
        "postcode": any(row.postcode and row.role != "asked" for row in record.addresses),
        "phone": any(person.phone_digits for person in record.persons),
        "email": any(person.email for person in record.persons),
    }
    return tuple(proof for proof in PROOFS if known[proof])


def _same_phone(whole: str, typed: str, known: str) -> bool:
    tail = digits_of(typed).lstrip("0")
    return bool(known) and (whole == known or (len(tail) >= _LEAST_DIGITS and known.endswith(tail)))
