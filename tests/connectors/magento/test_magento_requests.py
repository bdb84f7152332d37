"""The check of our requests against the three Swagger files catches what it is there for."""

import pytest

from tests.platforms.magento_schemas.prune import CALLS, VERSIONS
from tests.platforms.magento_schemas.request_check import full_schemas, pruned_schemas

_LEVEL = {"sku": "A", "source_code": "s", "quantity": 1, "status": 1}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_right_request_passes_in_every_version(version: str) -> None:
    schema = pruned_schemas()[version]
    query = [("searchCriteria[filterGroups][7][filters][2][field]", "sku"), ("searchCriteria[pageSize]", "5")]
    assert schema.faults("GET", "/V1/products", query, None) == []
    assert schema.faults("POST", "/V1/inventory/source-items", [], {"sourceItems": [_LEVEL]}) == []


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("method", "path", "query", "body"),
    [
        ("GET", "/V1/nonexistent", [], None),
        ("DELETE", "/V1/products", [], None),
        ("GET", "/V1/products", [("searchCriteria[size]", "5")], None),
        ("GET", "/V1/products", [("searchCriteria[pageSize]", "five")], None),
        ("POST", "/V1/inventory/source-items", [], {"sourceItems": [_LEVEL | {"qty": 1}]}),
        ("POST", "/V1/inventory/source-items", [], {"sourceItems": [_LEVEL | {"quantity": "1"}]}),
        ("POST", "/V1/inventory/source-items", [], {}),
        ("POST", "/V1/products/base-prices", [], {"prices": [{"sku": "A", "price": 1}]}),
        ("GET", "/V1/modules", [], {"any": 1}),
    ],
)
def test_a_wrong_request_is_caught(
    version: str, method: str, path: str, query: list[tuple[str, str]], body: object
) -> None:
    assert pruned_schemas()[version].faults(method, path, query, body) != []


def test_the_pruned_schemas_hold_every_call_and_agree_with_the_whole_ones() -> None:
    for schemas in (pruned_schemas(), full_schemas()):
        for schema in schemas.values():
            known = {
                f"{method.upper()} {path}" for path, methods in schema.paths.items() for method in methods
            }
            assert set(CALLS) <= known
