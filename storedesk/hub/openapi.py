"""The OpenAPI document, made from the very structs that travel."""

from typing import Any

import msgspec

from storedesk.protocol.enrolment import EnrolReply, EnrolRequest
from storedesk.protocol.wire import (
    WIRE_VERSION,
    FoundOrders,
    HelloReply,
    HelloRequest,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    SnapshotReply,
    SnapshotRequest,
    WireError,
)

_CALLS: tuple[tuple[str, str, type[Any], type[Any]], ...] = (
    ("/v1/enrol", "Make a device a desk of a place, by a code", EnrolRequest, EnrolReply),
    ("/v1/hello", "Say who and how far, learn rights and time", HelloRequest, HelloReply),
    ("/v1/push", "Send actions in order, get decisions", PushRequest, PushReply),
    ("/v1/pull", "Get what has changed in the desk's scopes", PullRequest, PullReply),
    ("/v1/snapshot", "Have a database file made with the desk's scopes", SnapshotRequest, SnapshotReply),
)
_STATUSES = ("400", "401", "403", "409", "413", "426", "503")


def document() -> dict[str, Any]:
    """OpenAPI 3.1; error numbers are those of ``WireErrorNumber``."""
    types = [kind for call in _CALLS for kind in call[2:]] + [FoundOrders, WireError]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    by_type = dict(zip(types, schemas, strict=True))
    paths: dict[str, Any] = {path: _post(summary, by_type[request], by_type[reply], by_type[WireError],
                                         open_to_all=path == "/v1/enrol")
                             for path, summary, request, reply in _CALLS}  # fmt: skip
    error = _refusals(by_type[WireError])
    paths["/v1/orders"] = {"get": {
        "summary": "Look an order up beyond the desk's scopes, by any fragment",
        "parameters": [
            {"name": "q", "in": "query", "required": True, "schema": {"type": "string", "minLength": 3}},
            {"name": "staff", "in": "query", "required": True, "schema": {"type": "integer"}},
        ],
        "responses": {"200": _json("What was found", by_type[FoundOrders]), **error},
    }}  # fmt: skip
    paths["/v1/snapshot/{file}"] = {"get": {
        "summary": "Fetch a snapshot file, whole or by range",
        "parameters": [{"name": "file", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {"200": _bytes("The whole file"), "206": _bytes("A part of it"), **error},
    }}  # fmt: skip
    paths["/v1/events"] = {"get": {
        "summary": "Hints that the feed has moved, as server-sent events",
        "responses": {"200": {"description": "A stream", "content": {"text/event-stream": {}}}, **error},
    }}  # fmt: skip
    paths["/v1/health"] = {"get": {
        "summary": "Whether the database answers", "security": [], "responses": {"200": {"description": "It does"}},
    }}  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {"title": "StoreDesk hub", "version": str(WIRE_VERSION)},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"device": {
            "type": "http", "scheme": "StoreDesk",
            "description": "device, time, nonce, and an Ed25519 proof over method, address, body hash, nonce and time",
        }}},
        "security": [{"device": []}],
    }  # fmt: skip


def _post(summary: str, request: Any, reply: Any, error: Any, *, open_to_all: bool) -> dict[str, Any]:
    operation = {
        "summary": summary,
        "requestBody": {"required": True, "content": {"application/json": {"schema": request}}},
        "responses": {"200": _json("Done", reply), **_refusals(error)},
    }
    return {"post": operation | ({"security": []} if open_to_all else {})}


def _refusals(error: Any) -> dict[str, Any]:
    return {status: _json("Refused, with a number", error) for status in _STATUSES}


def _json(description: str, schema: Any) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _bytes(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/octet-stream": {}}}
