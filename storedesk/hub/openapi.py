"""The OpenAPI document, made from the very structs that travel."""

from typing import Any

import msgspec

from storedesk.protocol.activity_wire import ActivityReply, ActivitySent
from storedesk.protocol.channel_wire import ChannelAsk, ChannelTold
from storedesk.protocol.enrolment import EnrolReply, EnrolRequest
from storedesk.protocol.routing_wire import WhatIfAsked, WhatIfTold, WhyAsked
from storedesk.protocol.till_wire import TillReply, TillSales
from storedesk.protocol.wire import (
    WIRE_VERSION,
    FoundOrders,
    HelloReply,
    HelloRequest,
    OrderWhy,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    SnapshotReply,
    SnapshotRequest,
    WireError,
)

_CALLS: tuple[tuple[str, str, Any, Any], ...] = (
    ("/v1/enrol", "Make a device a desk of a place, by a code", EnrolRequest, EnrolReply),
    ("/v1/hello", "Say who and how far, learn rights and time", HelloRequest, HelloReply),
    ("/v1/push", "Send actions in order, get decisions", PushRequest, PushReply),
    ("/v1/pull", "Get what has changed in the desk's scopes", PullRequest, PullReply),
    ("/v1/snapshot", "Have a database file made with the desk's scopes", SnapshotRequest, SnapshotReply),
    ("/v1/routing/why", "Why this store, by rules that are not in use", WhyAsked, OrderWhy),
    (
        "/v1/routing/what-if",
        "Replay past orders by two sets of rules; ask again how far it is",
        WhatIfAsked,
        WhatIfTold,
    ),
    ("/v1/channels", "Connect a channel step by step, as a person who may", ChannelAsk, ChannelTold),
)
_STATUSES = ("400", "401", "403", "409", "413", "426", "503")


def document() -> dict[str, Any]:
    """OpenAPI 3.1; error numbers are those of ``WireErrorNumber``."""
    types: list[Any] = [kind for call in _CALLS for kind in call[2:]]
    types += [
        ChannelAsk,
        ChannelTold,
        FoundOrders,
        OrderWhy,
        TillSales,
        TillReply,
        ActivitySent,
        ActivityReply,
        WireError,
    ]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    by_type: dict[Any, Any] = dict(zip(types, schemas, strict=True))
    paths: dict[str, Any] = {path: _post(summary, by_type[request], by_type[reply], by_type[WireError],
                                         open_to_all=path == "/v1/enrol")
                             for path, summary, request, reply in _CALLS}  # fmt: skip
    error = _refusals(by_type[WireError])
    paths["/v1/orders"] = _orders(by_type[FoundOrders], error)
    paths["/v1/orders/{number}/why"] = _why(by_type[OrderWhy], error)
    paths["/v1/till/sales"] = _keyed(
        "till", "Tell what a place's tills have sold, taken back and voided; again changes nothing",
        by_type[TillSales], by_type[TillReply], by_type[WireError],
    )  # fmt: skip
    paths["/v1/activity"] = _keyed(
        "activity", "Tell what a shop's buyers looked at, with their consent; again changes nothing",
        by_type[ActivitySent], by_type[ActivityReply], by_type[WireError],
    )  # fmt: skip
    paths["/v1/hooks/{channel}"] = {"post": _hook()}
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
        }, "till": {
            "type": "http", "scheme": "bearer", "description": "a key made by: storedesk hub till add --place CODE",
        }, "activity": {
            "type": "http", "scheme": "bearer", "description": "a key: storedesk hub activity key --channel CODE",
        }}},
        "security": [{"device": []}],
    }  # fmt: skip


def _orders(reply: Any, error: dict[str, Any]) -> dict[str, Any]:
    return {"get": {
        "summary": "Look an order up beyond the desk's scopes, by any fragment",
        "parameters": [
            {"name": "q", "in": "query", "required": True, "schema": {"type": "string", "minLength": 3}},
            {"name": "staff", "in": "query", "required": True, "schema": {"type": "integer"}},
        ],
        "responses": {"200": _json("What was found", reply), **error},
    }}  # fmt: skip


def _why(reply: Any, error: dict[str, Any]) -> dict[str, Any]:
    return {"get": {
        "summary": "Why this store: a dry run of routing for one order",
        "parameters": [
            {"name": "number", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "staff", "in": "query", "required": True, "schema": {"type": "integer"}},
        ],
        "responses": {"200": _json("What each place could do", reply), **error},
    }}  # fmt: skip


def _hook() -> dict[str, Any]:
    """Signed as the platform signs; whatever it says is read again there."""
    said = {
        "200": "Noted", "401": "Not signed by the platform", "404": "No such channel", "413": "Too large",
        "400": "Not readable", "503": "Try again later",
    }  # fmt: skip
    return {
        "summary": "Hear from a platform that something has changed there",
        "security": [],
        "parameters": [{"name": "channel", "in": "path", "required": True, "schema": {"type": "string"}}],
        "requestBody": {"content": {"application/json": {"schema": {}}}},
        "responses": {status: {"description": words} for status, words in said.items()},
    }


def _keyed(scheme: str, summary: str, request: Any, reply: Any, error: Any) -> dict[str, Any]:
    """A call that is proven by a key of its own instead of a device's signature."""
    call = _post(summary, request, reply, error, open_to_all=False)
    call["post"]["security"] = [{scheme: []}]
    return call


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
