"""The fake's bulk operations: a query is run whole and given out as lines, children not next to their parents."""

import json
from typing import Any

from tests.platforms.fake_shopify.graph import Run, document_of, execute

HOST = "https://storage.example.com/"


def bulk_run(run: Run, query: str, **_rest: Any) -> dict[str, Any]:
    shop = run.shop
    if not shop.allows_bulk:
        return _no(
            "OPERATION_IN_PROGRESS", "A bulk query operation for this app and shop is already in progress."
        )
    document, faults = document_of(shop.version, query)
    if document is None or faults:
        return _no("INVALID", "; ".join(faults))
    if query.count("edges") > 5 or "edges" not in query:
        return _no("INVALID", "A bulk query has one to five connections.")
    number = shop.new_id("BulkOperation")
    shop.bulks[number] = {"__typename": "BulkOperation", "id": number, "status": "CREATED", "_query": query, "_looks": 0,
                          "errorCode": None, "objectCount": "0", "rootObjectCount": "0", "url": None,
                          "partialDataUrl": None}  # fmt: skip
    return {"bulkOperation": shop.bulks[number], "userErrors": []}


def bulk_of(run: Run, id: str) -> dict[str, Any] | None:
    """Running at the first look, ended at the second; what it found is what was there at its end."""
    found: dict[str, Any] | None = run.shop.bulks.get(id)
    if found is None or found["status"] == "COMPLETED":
        return found
    found["_looks"] += 1
    if found["_looks"] == 1:
        found["status"] = "RUNNING"
        return found
    name = found["_query"].split()[1]
    if name in run.shop.bulk_streams:
        return found | {"status": "COMPLETED", "url": f"{HOST}stream/{name}"}
    lines = _lines(run.shop, found["_query"])
    roots = sum(1 for line in lines if "__parentId" not in line)
    found |= {"status": "COMPLETED", "objectCount": str(len(lines)), "rootObjectCount": str(roots)}
    if lines:
        found["url"] = HOST + id.rpartition("/")[2]
        found["_result"] = "\n".join(json.dumps(line) for line in lines).encode() + b"\n"
    run.shop.signal("bulk_operations/finish", {"admin_graphql_api_id": id, "status": "completed"})
    return found


def _lines(shop: Any, query: str) -> list[dict[str, Any]]:
    """All roots, then all their children, then theirs: a child comes after its parent, but not next to it."""
    answer, _run = execute(shop, query, {}, None, bulk=True)
    if answer.get("errors"):
        raise AssertionError(answer["errors"])
    level = [(None, edge["node"]) for found in answer["data"].values() for edge in found["edges"]]
    lines: list[dict[str, Any]] = []
    while level:
        below: list[tuple[Any, dict[str, Any]]] = []
        for parent, node in level:
            plain = {key: value for key, value in node.items() if not _is_connection(value)}
            lines.append(plain if parent is None else {**plain, "__parentId": parent})
            for value in node.values():
                if _is_connection(value):
                    below += [(node["id"], edge["node"]) for edge in value["edges"]]
        level = below[1::2] + below[::2]
    return lines


def _is_connection(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {"edges"}


def _no(code: str, message: str) -> dict[str, Any]:
    return {"bulkOperation": None, "userErrors": [{"code": code, "field": None, "message": message}]}
