"""Signatures as the real shop checks them, and single values of its JSON."""

from decimal import Decimal

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.magento.scalars import Odd, amount, moment, moment_text, pieces, price_out
from storedesk.connectors.magento.signing import Keys, Signer, base_string, encoded, query_text, signing_url
from tests.platforms.fake_magento import signature_check

NOW = 1_795_400_000_000
KEYS = Keys("ck", "cs", "at", "ats")
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)


def _signed(method: str, path: str, query: list[tuple[str, str]]) -> httpx.Request:
    signer = Signer("https://shop.example.test", KEYS, lambda: NOW, lambda count: bytes(count))
    target = path + (f"?{query_text(query)}" if query else "")
    headers = signer.headers(method, path, query)
    return httpx.Request(method, "https://shop.example.test" + target, headers=headers)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5))
def test_any_query_is_signed_as_it_arrives(query: list[tuple[str, str]]) -> None:
    request = _signed("GET", "/rest/default/V1/products", query)
    assert signature_check.fault_of(request, NOW, set(), bearer_on=False) == ""


@pytest.mark.parametrize("sku", ["SKU/5 A", "PL+US", "AMP&1", "UML-Å", "HASH#1", "Q?1", "plain", "a=b;c,d"])
def test_a_path_with_unusual_letters_is_signed_as_the_server_sees_it(sku: str) -> None:
    request = _signed("GET", f"/rest/V1/products/{encoded(sku)}", [("fields", "sku")])
    assert signature_check.fault_of(request, NOW, set(), bearer_on=False) == ""


def test_a_parameter_that_was_not_signed_is_refused() -> None:
    request = _signed("GET", "/rest/V1/products", [])
    other = httpx.Request("GET", f"{request.url}?fields=sku", headers=request.headers)
    assert "signature is invalid" in signature_check.fault_of(other, NOW, set(), bearer_on=False)


def test_a_base_string_has_sorted_encoded_parameters_and_no_default_port() -> None:
    url = signing_url("https://Shop.Example.test:443", "/rest/V1/x%2Fy%20z")
    assert url == "https://shop.example.test/rest/V1/x/y%20z"
    text = base_string("get", url, [("b[0]", "1 2"), ("a", "ö")])
    assert text.startswith("GET&https%3A%2F%2Fshop.example.test%2Frest%2FV1%2Fx%2Fy%2520z&a%3D%25C3%25B6%26b")


@given(st.integers(-(10**14), 10**14))
def test_an_amount_survives_the_way_out_and_back(value: int) -> None:
    assert amount(price_out(value), "price") == value
    assert amount(str(Decimal(value) / 10_000), "price") == value


@given(st.integers(-(10**9), 10**9))
def test_a_whole_quantity_is_the_same_as_number_and_as_text(value: int) -> None:
    assert pieces(value, "q") == pieces(str(value), "q") == pieces(f"{value}.0000", "q") == value


@given(
    st.one_of(
        st.text(max_size=20), st.floats(), st.none(), st.booleans(), st.integers(), st.binary(max_size=5)
    )
)
def test_whatever_comes_is_a_number_or_named_as_odd(value: object) -> None:
    assert isinstance(_amount_or_reason(value), int | str)


def _amount_or_reason(value: object) -> int | str:
    try:
        return amount(value, "price")
    except Odd as error:
        return str(error)


@given(st.integers(0, 4_000_000_000))
def test_a_moment_survives_to_the_second(seconds: int) -> None:
    assert moment(moment_text(seconds * 1000)) == seconds * 1000


def test_a_fraction_is_odd() -> None:
    with pytest.raises(Odd, match="fraction"):
        pieces("1.5", "qty")
