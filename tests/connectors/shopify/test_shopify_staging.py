"""Lines of a bulk result, however they are mixed, become the same whole orders."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.connectors.neutral import RemoteProduct, RemoteVariant
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.page_making import page_of
from storedesk.connectors.shopify.read_products import product_or_variant
from storedesk.connectors.shopify.staging import Staging

SAMPLES = Path(__file__).with_name("samples")
Node = dict[str, Any]


def family(number: int, lines: int, parts: int) -> list[Node]:
    """An order, its lines, its fulfilment orders and theirs: children after their parents."""
    order = f"gid://shopify/Order/{number}"
    made: list[Node] = [{"id": order, "name": f"#{number}"}]
    for line in range(lines):
        made.append({"id": f"gid://shopify/LineItem/{number}{line:02d}", "__parentId": order})
    for part in range(parts):
        name = f"gid://shopify/FulfillmentOrder/{number}{part:02d}"
        made.append({"id": name, "__parentId": order})
        for line in range(lines):
            own = f"gid://shopify/FulfillmentOrderLineItem/{number}{part:02d}{line:02d}"
            made.append(
                {
                    "id": own,
                    "__parentId": name,
                    "lineItem": {"id": f"gid://shopify/LineItem/{number}{line:02d}"},
                }
            )
    return made


@st.composite
def mixed(draw: st.DrawFn) -> tuple[list[list[Node]], list[Node]]:
    """Families, and their lines mixed with each line after its parent."""
    sizes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1, max_size=6))
    families = [family(10 + number, *size) for number, size in enumerate(sizes)]
    rest, lines = [list(one) for one in families], []
    while any(rest):
        one = draw(st.sampled_from([index for index, left in enumerate(rest) if left]))
        lines.append(rest[one].pop(0))
    return families, lines


def joined(lines: list[Node], buckets: int) -> dict[str, Node]:
    with TemporaryDirectory() as folder:
        staging = Staging(Path(folder), buckets)
        for line in lines:
            staging.put(json.dumps(line).encode(), line)
        staging.fold()
        found = {one["id"]: one for bucket in range(buckets) for one in staging.orders(bucket)}
        staging.close()
    return found


@settings(deadline=None, max_examples=40)
@given(mixed(), st.integers(1, 5))
def test_any_mixture_gives_the_same_orders(made: tuple[list[list[Node]], list[Node]], buckets: int) -> None:
    families, lines = made
    assert joined(lines, buckets) == joined([line for one in families for line in one], 1)
    for one in families:
        whole = joined(lines, buckets)[one[0]["id"]]
        many = sum(1 for line in one if "/LineItem/" in line["id"])
        assert len(whole["lineItems"]) == many
        assert all(len(part["lineItems"]) == many for part in whole["fulfillmentOrders"])


def test_a_child_without_its_parent_is_left_out() -> None:
    lines = [*family(1, 1, 0), {"id": "gid://shopify/LineItem/9", "__parentId": "gid://shopify/Order/2"}]
    assert list(joined(lines, 2)) == ["gid://shopify/Order/1"]


def test_the_bulk_sample_gives_products_and_variants() -> None:
    lines = [json.loads(line) for line in (SAMPLES / "bulk_products.jsonl").read_text().splitlines()]
    page = page_of(lines, product_or_variant, Mark())
    assert not page.problems
    products = [one for one in page.records if isinstance(one, RemoteProduct)]
    variants = [one for one in page.records if isinstance(one, RemoteVariant)]
    assert [one.style for one in products] == ["drill", "saw"]
    assert [(one.sku, one.barcodes, one.product_id) for one in variants] == [
        ("DR-18V", ("7310000000011",), "gid://shopify/Product/1"),
        ("SAW-1", (), "gid://shopify/Product/2"),
    ]
