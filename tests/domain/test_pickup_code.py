"""Codes that customers show, and their keyed hashes."""

import hashlib
import random

from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.pickup_code import (
    ALPHABET,
    LENGTH,
    new_pickup_code,
    normal_pickup_code,
    pickup_code_hash,
    pickup_code_matches,
)

KEY = hashlib.sha256(b"a key of the test").digest()
CODES = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
FULFILMENT, OTHER = "018bcfe5-6800-7c92-b472-18c6cd97432d", "018bcfe5-6800-7c92-b472-18c6cd97432e"


@given(st.integers(0, 2**32))
def test_new_codes_have_six_characters_that_nobody_mixes_up(seed: int) -> None:
    code = new_pickup_code(random.Random(seed).randbytes)
    assert len(code) == LENGTH
    assert not set(code) & set("0O1ILSZB8AEU")
    assert normal_pickup_code(code) == code


def test_every_character_is_equally_likely() -> None:
    source = random.Random(7)
    text = "".join(new_pickup_code(source.randbytes) for _ in range(8_000))
    expected = len(text) / len(ALPHABET)
    assert all(0.85 * expected < text.count(char) < 1.15 * expected for char in ALPHABET)


def test_bytes_that_would_favour_some_characters_are_thrown_away() -> None:
    drawn = iter([bytes(range(240, 246)), bytes(range(250, 256)), bytes([0, 1, 2, 24, 25, 239])])
    assert new_pickup_code(lambda _: next(drawn)) == ALPHABET[:3] + ALPHABET[:2] + ALPHABET[-1]


@given(CODES)
def test_a_code_matches_however_it_is_typed(code: str) -> None:
    stored = pickup_code_hash(KEY, FULFILMENT, code)
    for typed in (code, code.lower(), f" {code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}"):
        assert pickup_code_matches(KEY, FULFILMENT, typed, stored)


@given(CODES, st.text(max_size=12))
def test_no_other_text_matches(code: str, typed: str) -> None:
    stored = pickup_code_hash(KEY, FULFILMENT, code)
    assert pickup_code_matches(KEY, FULFILMENT, typed, stored) == (normal_pickup_code(typed) == code)


def test_a_hash_belongs_to_one_fulfilment_and_one_key() -> None:
    stored = pickup_code_hash(KEY, FULFILMENT, "K7P429")
    assert len(stored) == 64
    assert not pickup_code_matches(KEY, OTHER, "K7P429", stored)
    assert not pickup_code_matches(KEY[::-1], FULFILMENT, "K7P429", stored)


def test_a_damaged_stored_hash_matches_nothing_and_breaks_nothing() -> None:
    for stored in ("", "å", "\ud800", "0" * 64):
        assert not pickup_code_matches(KEY, FULFILMENT, "K7P429", stored)


def test_look_alikes_are_read_as_meant() -> None:
    assert normal_pickup_code("sz p4-29") == "52P429"
