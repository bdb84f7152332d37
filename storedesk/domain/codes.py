"""Texts of StoreDesk's own QR codes: only A-Z and 0-9, read without regard to case."""

import hashlib
import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from storedesk.domain.barcode import gtin_check_digit, is_gtin, normal_barcode

__all__ = [
    "BadgeCode",
    "BinCode",
    "DocumentCode",
    "NotForQr",
    "OwnCode",
    "ParcelCode",
    "PickListCode",
    "PickupCode",
    "SignedPickupCode",
    "gtin_check_digit",
    "is_gtin",
    "normal_barcode",
    "parse_qr",
    "qr_text",
    "signed_content",
]

_PLACE = re.compile(r"[A-Z]{2,4}")
_PICKUP = re.compile(r"[A-Z0-9]{6}")
_TOKEN = re.compile(r"[A-Z0-9]{4,64}")
_NAME = re.compile(r"[A-Z0-9ÅÄÖÆØ](?:[A-Z0-9ÅÄÖÆØ./_ -]{0,30}[A-Z0-9ÅÄÖÆØ])?")
_QR = re.compile(r"SD[A-Z][A-Z0-9]{4,190}")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ID_LENGTH = 25
_SIGNATURE_LENGTH, _SIGNATURE_OCTETS = 100, 64
_FIRST_DAY, _DAY_LENGTH = date(2020, 1, 1), 4
MOST_PARCELS = 35
_ESCAPED = dict(zip("Z-./_ ÅÄÖÆØ", ("Z" + mark for mark in "Z123456789A"), strict=True))
_ESCAPES = {escape: char for char, escape in _ESCAPED.items()}


class NotForQr(ValueError):
    """A value that StoreDesk's QR codes cannot carry."""


class PickupCode(NamedTuple):
    """What the customer shows: the store, the fulfilment and its six-character code."""

    place_code: str
    fulfilment_id: str
    code: str


class SignedPickupCode(NamedTuple):
    """What the customer shows, with what a desk needs that has not heard of the order: its number, how many
    parcels, until which local day (ISO), its highest age limit, and the hub's Ed25519 signature over all of it."""

    place_code: str
    fulfilment_id: str
    code: str
    order_number: str
    parcels: int
    not_after: str
    signature: bytes
    age_limit: int = 0


class ParcelCode(NamedTuple):
    """The label on one parcel."""

    place_code: str
    parcel_id: str


class BinCode(NamedTuple):
    """A bin on the pickup shelf or in the store room, like H4 or A3-02."""

    place_code: str
    bin: str


class PickListCode(NamedTuple):
    """A printed pick list."""

    fulfilment_id: str


class BadgeCode(NamedTuple):
    """A staff badge; the token says nothing by itself."""

    token: str


class DocumentCode(NamedTuple):
    """A printed document by its number, like GBG-07-00041-K7."""

    number: str


OwnCode: TypeAlias = (
    PickupCode | SignedPickupCode | ParcelCode | BinCode | PickListCode | BadgeCode | DocumentCode
)


def qr_text(value: OwnCode) -> str:
    """The QR text of a value: "SD", its letter, its length, its content, two check characters.

    Raises NotForQr when the value could not be read back exactly as it is.
    """
    match value:
        case PickupCode(place, fulfilment_id, code):
            letter, content = "P", _packed_place(place) + _packed_id(fulfilment_id) + _fit(_PICKUP, code)
        case SignedPickupCode(signature=signature):
            if len(signature) != _SIGNATURE_OCTETS:
                raise NotForQr("A signature has 64 octets.")
            sealed = _base36(int.from_bytes(signature, "big"), _SIGNATURE_LENGTH)
            letter, content = "S", signed_content(value) + sealed
        case ParcelCode(place, parcel_id):
            letter, content = "C", _packed_place(place) + _packed_id(parcel_id)
        case BinCode(place, name):
            letter, content = "B", _packed_place(place) + _packed_name(name)
        case PickListCode(fulfilment_id):
            letter, content = "L", _packed_id(fulfilment_id)
        case BadgeCode(token):
            letter, content = "U", _fit(_TOKEN, token)
        case DocumentCode(number):
            letter, content = "D", _packed_name(number)
    body = f"SD{letter}{_DIGITS[len(content) % 36]}{content}"
    return body + _check(body)


def signed_content(value: SignedPickupCode) -> str:
    """What the signature of a customer's code is made over; raises NotForQr for what does not fit."""
    if not 1 <= value.parcels <= MOST_PARCELS:
        raise NotForQr(f"A customer's code names 1 to {MOST_PARCELS} parcels.")
    if not 0 <= value.age_limit < len(_DIGITS):
        raise NotForQr("An age limit of a customer's code is at most 35 years.")
    days = (_day(value.not_after) - _FIRST_DAY).days
    if not 0 <= days < 36**_DAY_LENGTH:
        raise NotForQr("The last day of a customer's code is out of range.")
    parts = (
        _packed_place(value.place_code), _packed_id(value.fulfilment_id), _fit(_PICKUP, value.code),
        _DIGITS[value.parcels] + _DIGITS[value.age_limit], _base36(days, _DAY_LENGTH),
        _packed_name(value.order_number),
    )  # fmt: skip
    return "".join(parts)


def parse_qr(text: str) -> OwnCode | None:
    """The value of one of our QR texts, in any case; None for every other text, also a cut one."""
    scanned = text.strip() if len(text) <= 200 else ""
    code = scanned.upper() if scanned.isascii() else ""
    if _QR.fullmatch(code) is None or code[-2:] != _check(code[:-2]):
        return None
    letter, length, content = code[2], code[3], code[4:-2]
    reader = _READERS.get(letter)
    if reader is None or length != _DIGITS[len(content) % 36]:
        return None
    try:
        return reader(content)
    except NotForQr:
        return None


def _read_pickup(content: str) -> PickupCode:
    place, rest = _unpacked_place(content)
    return PickupCode(place, _unpacked_id(rest[:_ID_LENGTH]), _fit(_PICKUP, rest[_ID_LENGTH:]))


def _read_signed(content: str) -> SignedPickupCode:
    place, rest = _unpacked_place(content)
    code_end = _ID_LENGTH + 6
    day_end = code_end + 2 + _DAY_LENGTH
    sealed = rest[-_SIGNATURE_LENGTH:]
    if len(rest) <= day_end + _SIGNATURE_LENGTH or int(sealed, 36) >= 1 << (8 * _SIGNATURE_OCTETS):
        raise NotForQr("The QR text carries no signature.")
    return SignedPickupCode(
        place,
        _unpacked_id(rest[:_ID_LENGTH]),
        _fit(_PICKUP, rest[_ID_LENGTH:code_end]),
        _unpacked_name(rest[day_end:-_SIGNATURE_LENGTH]),
        int(rest[code_end], 36),
        (_FIRST_DAY + timedelta(days=int(rest[code_end + 2 : day_end], 36))).isoformat(),
        int(sealed, 36).to_bytes(_SIGNATURE_OCTETS, "big"),
        int(rest[code_end + 1], 36),
    )


def _read_parcel(content: str) -> ParcelCode:
    place, rest = _unpacked_place(content)
    return ParcelCode(place, _unpacked_id(rest))


def _read_bin(content: str) -> BinCode:
    place, rest = _unpacked_place(content)
    return BinCode(place, _unpacked_name(rest))


_READERS: dict[str, Callable[[str], OwnCode]] = {
    "P": _read_pickup,
    "S": _read_signed,
    "C": _read_parcel,
    "B": _read_bin,
    "L": lambda content: PickListCode(_unpacked_id(content)),
    "U": lambda content: BadgeCode(_fit(_TOKEN, content)),
    "D": lambda content: DocumentCode(_unpacked_name(content)),
}


def _fit(pattern: re.Pattern[str], text: str) -> str:
    if pattern.fullmatch(text) is None:
        raise NotForQr(f"{text[:40]!r} does not fit into a QR code of its kind.")
    return text


def _packed_place(place_code: str) -> str:
    return f"{len(place_code)}{_fit(_PLACE, place_code)}"


def _unpacked_place(content: str) -> tuple[str, str]:
    if content[:1] not in ("2", "3", "4"):
        raise NotForQr("The QR text names no place.")
    end = 1 + int(content[0])
    return _fit(_PLACE, content[1:end]), content[end:]


def _packed_id(record_id: str) -> str:
    """A UUID as 25 base-36 characters."""
    try:
        number = uuid.UUID(record_id).int
    except ValueError as error:
        raise NotForQr("A QR code carries record ids as UUIDs only.") from error
    if str(uuid.UUID(int=number)) != record_id:
        raise NotForQr("A QR code carries record ids in their canonical form only.")
    return _base36(number, _ID_LENGTH)


def _unpacked_id(content: str) -> str:
    number = int(content, 36) if len(content) == _ID_LENGTH else -1
    if not 0 <= number < 1 << 128:
        raise NotForQr("The QR text carries no record id.")
    return str(uuid.UUID(int=number))


def _packed_name(name: str) -> str:
    return "".join(_ESCAPED.get(char, char) for char in _fit(_NAME, name))


def _unpacked_name(content: str) -> str:
    name, place = "", 0
    while place < len(content):
        width = 2 if content[place] == "Z" else 1
        part = content[place : place + width]
        if width == 2 and part not in _ESCAPES:
            raise NotForQr("The QR text carries no name.")
        name += _ESCAPES.get(part, part)
        place += width
    return _fit(_NAME, name)


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError as error:
        raise NotForQr("A customer's code needs a last day.") from error


def _base36(number: int, width: int) -> str:
    text = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text


def _check(body: str) -> str:
    """Two characters that follow from all others."""
    return _base36(int.from_bytes(hashlib.sha256(body.encode()).digest()[:4], "big") % 36**2, 2)
