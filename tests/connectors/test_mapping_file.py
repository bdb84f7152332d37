"""Mapping files are read strictly, and say what is wrong with them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.mapping_file import OrderMapping, ProductMapping, load_mapping, parse_mapping
from tests.connectors.import_world import MAPPINGS

TEXT = (MAPPINGS / "shopify_products.toml").read_text(encoding="utf-8")


def test_the_shipped_mappings_are_good() -> None:
    assert isinstance(load_mapping(MAPPINGS / "online_retail.toml"), OrderMapping)
    assert isinstance(load_mapping(MAPPINGS / "shopify_products.toml"), ProductMapping)


@pytest.mark.parametrize(("old", "new", "sentence"), [
    ('sku = "Variant SKU"', "sku = 5", r"key 'columns\.sku'"),
    ('brand = "Vendor"', 'brnad = "Vendor"', "key 'columns': .*brnad"),
    ('name = "Title"', "", r"key 'columns': .*name"),
    ('currency = "USD"', 'currency = "XXX"', r"key 'values\.currency': unknown currency"),
    ('currency = "USD"', 'currency = "dollars"', r"key 'values\.currency'"),
    ('"America/New_York"', '"Mars/Base"', r"key 'values\.zone'"),
    ('kind = "products"', 'kind = "people"', "people"),
    ("format = 1", "format = 2", "key 'format'"),
    ("format = 1", "format = ", "is not valid TOML"),
])  # fmt: skip
def test_an_error_names_file_and_key(old: str, new: str, sentence: str) -> None:
    assert old in TEXT
    with pytest.raises(ImportRefused, match=sentence) as caught:
        parse_mapping(TEXT.replace(old, new).encode(), "mine.toml")
    assert str(caught.value).startswith("The mapping file mine.toml")


def test_a_pattern_that_is_none_is_named() -> None:
    text = (MAPPINGS / "online_retail.toml").read_text(encoding="utf-8")
    with pytest.raises(ImportRefused, match=r"key 'articles\.name_pattern': no pattern"):
        parse_mapping(text.replace('"[A-Z]{3}"', '"[A-Z"').encode(), "mine.toml")


def test_a_mapping_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match=r"none\.toml cannot be read"):
        load_mapping(tmp_path / "none.toml")


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore")))
def test_no_bytes_break_the_mapping_reader(content: bytes) -> None:
    with pytest.raises(ImportRefused):
        parse_mapping(content, "mine.toml")
