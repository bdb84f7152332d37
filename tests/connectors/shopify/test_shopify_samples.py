"""The sample payloads: what they ask is what we ask, and what they say is understood."""

import base64
import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLError, build_schema, parse, validate
from graphql.execution.values import get_variable_values

from storedesk.connectors.port import Delivery, Kind
from storedesk.connectors.shopify.operations import operation
from tests.connectors.shopify.shopify_world import ShopifyWorld
from tests.platforms.prune_shopify_schema import FOLDER, VERSIONS

SAMPLES = Path(__file__).with_name("samples")


def sample(name: str) -> Any:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("inventory_set_vars.json", "StockSet"), ("pickup_ready_vars.json", "PickupReady"),
        ("draft_create_vars.json", "QuoteCreate"), ("fulfillment_create_vars.json", "PartGone"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("version", VERSIONS)
def test_the_sample_variables_fit_our_operations(file: str, name: str, version: str) -> None:
    schema = build_schema(
        (FOLDER / f"admin_{version}.graphql").read_text(encoding="utf-8"), assume_valid=True
    )
    document = parse(operation(name))
    assert validate(schema, document) == []
    asked: Any = document.definitions[0]
    found = get_variable_values(schema, asked.variable_definitions, sample(file))
    errors = found if isinstance(found, list) else []
    assert [str(error) for error in errors if isinstance(error, GraphQLError)] == []


def test_the_webhook_samples_name_their_records() -> None:
    body = (SAMPLES / "webhook_inventory_levels_update.json").read_bytes()
    headers = {key.lower(): value for key, value in sample("webhook_headers.json").items()}
    mark = base64.b64encode(hmac.new(b"shpss_secret", body, hashlib.sha256).digest()).decode()
    connector = ShopifyWorld().connector()
    hint = connector.hint(Delivery({**headers, "x-shopify-hmac-sha256": mark}, body))[0]
    assert (hint.kind, hint.external_id) == (Kind.LEVELS, "gid://shopify/InventoryItem/30322695")
    assert hint.topic == "inventory_levels/update"


def test_the_end_of_a_bulk_operation_is_no_change_of_a_record() -> None:
    body = (SAMPLES / "webhook_bulk_finish.json").read_bytes()
    mark = base64.b64encode(hmac.new(b"shpss_secret", body, hashlib.sha256).digest()).decode()
    headers = {"x-shopify-topic": "bulk_operations/finish", "x-shopify-hmac-sha256": mark}
    assert ShopifyWorld().connector().hint(Delivery(headers, body)) == []
