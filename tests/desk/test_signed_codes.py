"""Customers' codes with the hub's signature: written, read back, and trusted only unharmed."""

import uuid
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from storedesk.desk import scan_resolver as sr
from storedesk.desk.label_signature import is_genuine
from storedesk.domain.codes import NotForQr, SignedPickupCode, parse_qr, qr_text
from storedesk.hub.customer_code import signed_code
from tests.desk.test_scan_resolver import HERE, NOON, Shelf

SECRET = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(SECRET).public_key().public_bytes_raw().hex()
FAR = SignedPickupCode("GBG", str(uuid.UUID(int=77)), "K7P429", "48999", 2, "2026-11-30", b"")


class SignedShelf(Shelf):
    """A desk that knows by which key the hub signs."""

    def signing_key(self) -> str:
        return PUBLIC


def scanned(text: str) -> sr.Found:
    return sr.resolve(text, SignedShelf(), HERE, NOON, True)


@given(
    st.uuids(),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=1, max_size=12),
    st.integers(1, 35),
    st.dates(min_value=date(2020, 1, 1), max_value=date(2090, 1, 1)),
)
def test_what_the_hub_signs_is_read_back_as_genuine(
    key: uuid.UUID, number: str, parcels: int, day: Any
) -> None:
    made = FAR._replace(
        fulfilment_id=str(key),
        order_number=number,
        parcels=parcels,
        not_after=day.isoformat(),
        age_limit=parcels % 22,
    )
    text = signed_code(SECRET, made)
    assert text.isalnum()
    assert len(text) <= 200
    read = parse_qr(text.lower())
    assert isinstance(read, SignedPickupCode)
    assert read._replace(signature=b"") == made
    assert is_genuine(read, PUBLIC)


@pytest.mark.parametrize(
    "changed",
    [
        {"order_number": "48998"}, {"parcels": 3}, {"age_limit": 18}, {"not_after": "2026-12-01"}, {"place_code": "MOL"},
        {"fulfilment_id": str(uuid.UUID(int=78))}, {"code": "K7P428"}, {"signature": bytes(64)},
    ],
)  # fmt: skip
def test_a_code_that_somebody_has_changed_is_not_genuine(changed: dict[str, Any]) -> None:
    read = parse_qr(signed_code(SECRET, FAR))
    assert isinstance(read, SignedPickupCode)
    assert not is_genuine(read._replace(**changed), PUBLIC)


def test_nothing_is_genuine_without_the_hub_s_key() -> None:
    read = parse_qr(signed_code(SECRET, FAR))
    assert isinstance(read, SignedPickupCode)
    assert not any(is_genuine(read, key) for key in ("", "zz", "00" * 32, PUBLIC[:-2]))


def test_an_unknown_order_with_a_genuine_code_can_go_out_from_the_label() -> None:
    text = signed_code(SECRET, FAR)
    answer = scanned(text.lower())
    assert isinstance(answer, sr.LabelFound)
    assert (answer.text, answer.code.order_number, answer.is_over) == (text, "48999", False)


def test_a_genuine_code_is_over_after_its_last_day() -> None:
    answer = scanned(signed_code(SECRET, FAR._replace(not_after="2026-11-22")))
    assert isinstance(answer, sr.LabelFound)
    assert answer.is_over


def test_a_forged_code_of_an_unknown_order_is_said_to_be_one() -> None:
    assert scanned(qr_text(FAR._replace(signature=bytes(64)))) == sr.NotGenuine("48999")


def test_a_genuine_code_of_another_store_names_it_and_until_when() -> None:
    answer = scanned(signed_code(SECRET, FAR._replace(place_code="MOL")))
    assert isinstance(answer, sr.OtherPlace)
    assert (answer.place_name, answer.last_day, answer.order_number) == ("Mölndal", "2026-11-30", "48999")


@pytest.mark.parametrize(
    "fields",
    [
        {"age_limit": 36},
        {"parcels": 0},
        {"parcels": 36},
        {"not_after": "soon"},
        {"not_after": "2019-12-31"},
        {"signature": b"x"},
    ],
)
def test_what_does_not_fit_into_a_code_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(NotForQr):
        qr_text(FAR._replace(signature=bytes(64))._replace(**fields))
