"""The hub's addresses on Litestar: a thin runner around ``HubService``."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import litestar
import structlog
from litestar.exceptions import HTTPException
from litestar.response import Response, Stream

from storedesk.domain.error_trace import where_it_broke
from storedesk.hub.activity.post import ActivityPosts
from storedesk.hub.bodies import BadBody, Packed, pack, read_body
from storedesk.hub.channels.channel_calls import ChannelCalls
from storedesk.hub.channels.deliveries import MOST_BYTES as HOOK_BYTES
from storedesk.hub.channels.deliveries import Hooks
from storedesk.hub.openapi import document
from storedesk.hub.request_log import request_log
from storedesk.hub.service import HubService, Incoming, Part, Refused
from storedesk.hub.tills.post import TillPosts
from storedesk.protocol.activity_wire import ACTIVITY_BYTES
from storedesk.protocol.channel_wire import CHANNEL_BYTES
from storedesk.protocol.routing_wire import ROUTING_BYTES
from storedesk.protocol.till_wire import TILL_BYTES
from storedesk.protocol.wire import (
    HelloRequest,
    PullRequest,
    PushRequest,
    Request,
    SnapshotRequest,
    WireError,
    encode,
)
from storedesk.protocol.wire_errors import HTTP_STATUS, WireErrorNumber
from storedesk.protocol.wire_sizes import ENROL_BYTES, REQUEST_BYTES
from storedesk.storage.database_work import DatabaseTrouble

JSON = "application/json"
FILE_CHUNK = 1 << 20
HttpRequest = litestar.Request[Any, Any, Any]
CALLS: dict[str, type[Request]] = {
    "/v1/hello": HelloRequest,
    "/v1/push": PushRequest,
    "/v1/pull": PullRequest,
    "/v1/snapshot": SnapshotRequest,
}


def hub_app(
    service: HubService,
    log: structlog.typing.FilteringBoundLogger,
    tills: TillPosts | None = None,
    hooks: Hooks | None = None,
    activity: ActivityPosts | None = None,
    channels: ChannelCalls | None = None,
) -> litestar.Litestar:
    """The ASGI application; its lifespan starts and stops the service. ``tills`` take what tills post, ``hooks``
    what channels signal, ``activity`` what shops post of their buyers; ``channels`` are connected from desks."""
    routes: list[Any] = [_call(path, kind, service) for path, kind in CALLS.items()]
    routes += [
        _enrol(service),
        _orders(service),
        _why(service),
        _try_rules(service, "/v1/routing/why", what_if=False),
        _try_rules(service, "/v1/routing/what-if", what_if=True),
        _snapshot_file(service),
        _events(service),
        _health(service),
        _openapi(),
        *([] if tills is None else [_till_sales(tills)]),
        *([] if hooks is None else [_hooks(hooks)]),
        *([] if activity is None else [_activity(activity)]),
        *([] if channels is None else [_channels(channels)]),
    ]
    return litestar.Litestar(
        routes,
        on_startup=[service.start],
        on_shutdown=[service.stop],
        middleware=[request_log(log, time.monotonic)],
        exception_handlers={HTTPException: _not_here, Exception: _Unforeseen(log)},
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,
    )


def _call(path: str, kind: type[Request], service: HubService) -> Any:
    @litestar.post(path, status_code=200, name=path)
    async def call(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await service.call(await _incoming(request, REQUEST_BYTES), kind))
        except BadBody as bad:
            return _bad(bad)

    return call


def _enrol(service: HubService) -> Any:
    @litestar.post("/v1/enrol", status_code=200)
    async def enrol(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await service.enrol(await _incoming(request, ENROL_BYTES)))
        except BadBody as bad:
            return _bad(bad)

    return enrol


def _activity(activity: ActivityPosts) -> Any:
    @litestar.post("/v1/activity", status_code=200)
    async def buyer_activity(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await activity.take(await _incoming(request, ACTIVITY_BYTES)))
        except BadBody as bad:
            return _bad(bad)

    return buyer_activity


def _channels(channels: ChannelCalls) -> Any:
    """What is entered there may be secret: neither log nor error ever has the body."""

    @litestar.post("/v1/channels", status_code=200)
    async def channel_call(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await channels.take(await _incoming(request, CHANNEL_BYTES)))
        except BadBody as bad:
            return _bad(bad)

    return channel_call


def _till_sales(tills: TillPosts) -> Any:
    @litestar.post("/v1/till/sales", status_code=200)
    async def till_sales(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await tills.take(await _incoming(request, TILL_BYTES)))
        except BadBody as bad:
            return _bad(bad)

    return till_sales


def _hooks(hooks: Hooks) -> Any:
    """Answered without a body; what came is neither kept nor logged."""

    @litestar.post("/v1/hooks/{channel:str}", status_code=200)
    async def hook(request: HttpRequest) -> Response[bytes]:
        headers = {name.lower(): value for name, value in request.headers.items()}
        try:
            body = await read_body(request.stream(), headers.get("content-length"), HOOK_BYTES)
        except BadBody as bad:
            return Response(b"", status_code=HTTP_STATUS[bad.number])
        code: str = request.path_params["channel"]
        return Response(b"", status_code=await hooks.take(code, headers, body))

    return hook


def _orders(service: HubService) -> Any:
    """The words looked for stand in the address, which no log of ours keeps."""

    @litestar.get("/v1/orders")
    async def orders(request: HttpRequest) -> Response[bytes]:
        text, staff = request.query_params.get("q", ""), request.query_params.get("staff", "")
        return _response(await service.find_orders(_without_body(request), text, staff))

    return orders


def _why(service: HubService) -> Any:
    @litestar.get("/v1/orders/{number:str}/why")
    async def why(request: HttpRequest) -> Response[bytes]:
        number, staff = request.path_params["number"], request.query_params.get("staff", "")
        return _response(await service.why_order(_without_body(request), number, staff))

    return why


def _try_rules(service: HubService, path: str, *, what_if: bool) -> Any:
    @litestar.post(path, status_code=200, name=path)
    async def try_rules(request: HttpRequest) -> Response[bytes]:
        try:
            return _response(await service.try_rules(await _incoming(request, ROUTING_BYTES), what_if))
        except BadBody as bad:
            return _bad(bad)

    return try_rules


def _snapshot_file(service: HubService) -> Any:
    @litestar.get("/v1/snapshot/{file:str}")
    async def snapshot_file(request: HttpRequest) -> Response[Any]:
        file: str = request.path_params["file"]
        incoming = _without_body(request)
        try:
            part = await service.snapshot_part(incoming, file, request.headers.get("range", ""))
        except Refused as refused:
            return _response(pack(refused.error, ""))
        except DatabaseTrouble as trouble:
            return _busy(trouble)
        headers = {"accept-ranges": "bytes", "content-length": str(part.stop - part.start)}
        whole = part.start == 0 and part.stop == part.file.size
        if not whole:
            headers["content-range"] = f"bytes {part.start}-{part.stop - 1}/{part.file.size}"

        def sent() -> None:
            if part.stop == part.file.size:
                service.snapshot_sent(file)

        status = 200 if whole else 206
        return Stream(
            _bytes_of(part, sent), status_code=status, headers=headers, media_type="application/octet-stream"
        )

    return snapshot_file


def _events(service: HubService) -> Any:
    @litestar.get("/v1/events")
    async def events(request: HttpRequest) -> Response[Any]:
        try:
            device = await service.prove_active(_without_body(request))
        except Refused as refused:
            return _response(pack(refused.error, ""))
        except DatabaseTrouble as trouble:
            return _busy(trouble)
        headers = {"cache-control": "no-store"}
        return Stream(service.hints.stream(device.id), headers=headers, media_type="text/event-stream")

    return events


def _health(service: HubService) -> Any:
    @litestar.get("/v1/health")
    async def health() -> Response[bytes]:
        return _response(await service.health())

    return health


def _openapi() -> Any:
    body = encode(document())

    @litestar.get("/v1/openapi.json", sync_to_thread=False)
    def openapi() -> Response[bytes]:
        return Response(body, media_type=JSON)

    return openapi


async def _incoming(request: HttpRequest, limit: int) -> Incoming:
    body = await read_body(request.stream(), request.headers.get("content-length"), limit)
    return _without_body(request)._replace(body=body)


def _without_body(request: HttpRequest) -> Incoming:
    query = request.scope["query_string"].decode("latin-1")
    target = request.scope["path"] + (f"?{query}" if query else "")
    headers = request.headers
    return Incoming(
        request.method, target, b"", headers.get("content-encoding", ""), headers.get("authorization", ""),
        headers.get("accept-encoding", ""),
    )  # fmt: skip


async def _bytes_of(part: Part, sent: Callable[[], None]) -> AsyncIterator[bytes]:
    left = part.stop - part.start
    with await asyncio.to_thread(part.file.path.open, "rb") as file:
        file.seek(part.start)
        while left and (chunk := await asyncio.to_thread(file.read, min(FILE_CHUNK, left))):
            left -= len(chunk)
            yield chunk
    if not left:
        sent()


def _response(packed: Packed) -> Response[bytes]:
    headers = {"content-encoding": packed.encoding} if packed.encoding else {}
    return Response(packed.body, status_code=packed.status, headers=headers, media_type=JSON)


def _bad(bad: BadBody) -> Response[bytes]:
    return _response(pack(WireError(number=bad.number, detail=bad.detail), ""))


def _busy(trouble: DatabaseTrouble) -> Response[bytes]:
    return _response(pack(WireError(number=WireErrorNumber.BUSY, detail=str(trouble)), ""))


def _not_here(_request: HttpRequest, error: HTTPException) -> Response[bytes]:
    body = encode(WireError(number=WireErrorNumber.UNREADABLE, detail="there is nothing at this address"))
    return Response(body, status_code=error.status_code, media_type=JSON)


class _Unforeseen:
    """The outermost handler: a bug answers one request with BUSY, is logged, and the hub goes on."""

    def __init__(self, log: structlog.typing.FilteringBoundLogger) -> None:
        self._log = log

    def __call__(self, request: HttpRequest, error: Exception) -> Response[bytes]:
        self._log.error("bug", path=request.scope["path"], trace=where_it_broke(error))
        return _response(pack(WireError(number=WireErrorNumber.BUSY, detail="internal error"), ""))
