"""Everything asked of Shopify is valid on each of the schema versions it must work with."""

from pathlib import Path

import pytest
from graphql import build_schema, parse, validate

from storedesk.connectors.shopify.operations import bulk_query, operation, operation_names
from tests.platforms.prune_shopify_schema import FOLDER, VERSIONS, full_schema, is_bulk, pruned, texts

FULL = Path(__file__).resolve().parents[4] / "shared" / "platforms" / "shopify"


@pytest.mark.parametrize("version", VERSIONS)
def test_every_operation_is_valid_on_the_pruned_schema(version: str) -> None:
    text = (FOLDER / f"admin_{version}.graphql").read_text(encoding="utf-8")
    schema = build_schema(text, assume_valid=True)
    faults = [error.message for request in texts() for error in validate(schema, parse(request))]
    assert faults == []


@pytest.mark.skipif(not FULL.is_dir(), reason="the full schemas are not beside the checkout")
def test_every_operation_is_valid_on_the_full_schemas_and_the_pruned_ones_are_cut_from_them() -> None:
    for version in VERSIONS:
        schema = full_schema(FULL, version)
        faults = [error.message for request in texts() for error in validate(schema, parse(request))]
        assert faults == [], version
        cut = pruned(schema, texts())
        ours = build_schema(
            (FOLDER / f"admin_{version}.graphql").read_text(encoding="utf-8"), assume_valid=True
        )
        assert set(cut.type_map) == set(ours.type_map), "run tests/platforms/prune_shopify_schema.py"


def test_a_request_carries_the_fragments_it_uses_and_no_other() -> None:
    text = operation("Orders")
    assert text.count("fragment OrderHead") == 1 and text.count("fragment PartLine ") == 1
    assert "fragment Article" not in text and text.startswith("query Orders")


def test_a_bulk_query_has_no_fragments_and_names_every_node() -> None:
    bulk = [name for name in operation_names() if is_bulk(name)]
    assert set(bulk) == {"BulkProducts", "BulkPrices", "BulkLevels", "BulkOrders"}
    for name in bulk:
        text = bulk_query(name)
        assert "fragment" not in text and "first:" not in text.replace("(first: 20)", "")
        assert text.count("edges {") <= 5
        assert text.count("node { id") == text.count("node {"), name


@pytest.mark.parametrize("name", ["StockSet", "StockActivate", "RefundCreate"])
def test_what_must_be_idempotent_says_so(name: str) -> None:
    assert "@idempotent(key: $key)" in operation(name)
