"""Asks the hub over HTTP: signed, capped, never redirected; the only module that knows the HTTP client."""

import asyncio
import secrets
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

import httpx
import msgspec

from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_address import hub_address
from storedesk.desk.hub_failures import NoLine, NotAHub, Refused, TooSlow, WrongCertificate
from storedesk.desk.snapshot_download import SnapshotDownload
from storedesk.domain.order_query import LONGEST_QUERY
from storedesk.protocol import compression
from storedesk.protocol.channel_wire import ChannelAsk, ChannelTold
from storedesk.protocol.enrolment import EnrolReply, EnrolRequest
from storedesk.protocol.routing_wire import WhatIfAsked, WhatIfTold, WhyAsked
from storedesk.protocol.wire import (
    FoundOrders,
    HelloReply,
    HelloRequest,
    OrderWhy,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
    Reply,
    Request,
    SnapshotReply,
    SnapshotRequest,
    WireError,
    encode,
)
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.protocol.wire_sizes import ERROR_BYTES, EVENT_BYTES, REPLY_BYTES

T = TypeVar("T")


class _Call(NamedTuple):
    path: str
    seconds: float
    decoder: "msgspec.json.Decoder[Any]"


_CALLS: dict[type[Request], _Call] = {
    HelloRequest: _Call("/v1/hello", 8.0, msgspec.json.Decoder(HelloReply | WireError)),
    PushRequest: _Call("/v1/push", 30.0, msgspec.json.Decoder(PushReply | WireError)),
    PullRequest: _Call("/v1/pull", 60.0, msgspec.json.Decoder(PullReply | WireError)),
    SnapshotRequest: _Call("/v1/snapshot", 600.0, msgspec.json.Decoder(SnapshotReply | WireError)),
}
_ENROL = _Call("/v1/enrol", 15.0, msgspec.json.Decoder(EnrolReply | WireError))
_WHY_BY_RULES = _Call("/v1/routing/why", 8.0, msgspec.json.Decoder(OrderWhy | WireError))
_WHAT_IF = _Call("/v1/routing/what-if", 8.0, msgspec.json.Decoder(WhatIfTold | WireError))
_CHANNELS = _Call("/v1/channels", 36.0, msgspec.json.Decoder(ChannelTold | WireError))
_FOUND = msgspec.json.Decoder(FoundOrders | WireError)
_WHY = msgspec.json.Decoder(OrderWhy | WireError)
_FIND_SECONDS = 8.0
_ERROR = msgspec.json.Decoder(WireError)
_HINT = msgspec.json.Decoder(dict[str, int])
_SIGN_IN_FIRST, _TOO_MANY = 511, 429
QUIET_SECONDS = 40.0


class HubTime(NamedTuple):
    """``offset``: hub clock minus this machine's; ``error``: by how much it may be wrong; milliseconds."""

    offset: int
    error: int


class HubClient:
    """One desk's line to its hub; used on one event loop, several calls may be under way.

    ``clock`` is this machine's clock in UTC milliseconds. A failure is raised as a ``HubFailure``.
    ``certificates`` is a file of authorities that alone are trusted (a retailer's own), else the usual ones.
    """

    def __init__(
        self,
        base_url: str,
        device_key: DeviceKey,
        clock: Callable[[], int],
        transport: httpx.AsyncBaseTransport | None = None,
        certificates: Path | None = None,
        random_bytes: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._address = hub_address(base_url)
        self._key = device_key
        self._clock = clock
        self._random_bytes = random_bytes
        self._time = HubTime(0, 0)
        local = self._address.startswith("http:")
        self._http = httpx.AsyncClient(
            base_url=self._address,
            transport=transport,
            verify=ssl.create_default_context(cafile=certificates) if certificates else not local,
            trust_env=not local,
            follow_redirects=False,
            timeout=httpx.Timeout(8.0, read=QUIET_SECONDS),
            headers={"accept-encoding": "zstd", "user-agent": "StoreDesk"},
        )

    @property
    def device_key(self) -> DeviceKey:
        return self._key

    @property
    def time(self) -> HubTime:
        """The last measured difference of the clocks."""
        return self._time

    def hub_now(self) -> int:
        """The hub's time as this desk knows it, UTC milliseconds."""
        return self._clock() + self._time.offset

    async def close(self) -> None:
        await self._http.aclose()

    async def call(self, request: Request) -> Reply:
        """The hub's reply, a ``WireError`` included; the clock is corrected and the request repeated once."""
        call = _CALLS[type(request)]
        body = encode(request)
        reply: Reply = await self._post(call, body, signed=True)
        if isinstance(reply, WireError) and reply.number == WireErrorNumber.CLOCK_DIFFERS:
            reply = await self._post(call, body, signed=True)
        return reply

    async def find_orders(self, text: str, staff_id: int) -> FoundOrders:
        """Orders beyond this desk's scopes, for a person of its place; raises ``Refused`` where they may not."""
        target = f"/v1/orders?q={quote(text[:LONGEST_QUERY], safe='')}&staff={staff_id}"
        reply: FoundOrders | WireError = await self._get(target, _FOUND)
        if isinstance(reply, WireError) and reply.number == WireErrorNumber.CLOCK_DIFFERS:
            reply = await self._get(target, _FOUND)
        if isinstance(reply, WireError):
            raise Refused(reply)
        return reply

    async def why_order(self, order_id: str, staff_id: int) -> OrderWhy:
        """Why which place has an order, for a person of this desk's place; raises ``Refused``."""
        target = f"/v1/orders/{quote(order_id, safe='')}/why?staff={staff_id}"
        reply: OrderWhy | WireError = await self._get(target, _WHY)
        if isinstance(reply, WireError) and reply.number == WireErrorNumber.CLOCK_DIFFERS:
            reply = await self._get(target, _WHY)
        if isinstance(reply, WireError):
            raise Refused(reply)
        return reply

    async def why_by_rules(self, asked: WhyAsked) -> OrderWhy:
        """As ``why_order``, by rules that are not in use."""
        found: OrderWhy = await self._told(_WHY_BY_RULES, encode(asked))
        return found

    async def what_if(self, asked: WhatIfAsked) -> WhatIfTold:
        """How far a run of what if is; the first time it begins. Raises ``Refused``."""
        told: WhatIfTold = await self._told(_WHAT_IF, encode(asked))
        return told

    async def ask_channels(self, ask: ChannelAsk) -> ChannelTold:
        """A step of connecting a channel, for a person of this desk's place; raises ``Refused`` where they may not."""
        told: ChannelTold = await self._told(_CHANNELS, encode(ask))
        return told

    async def _told(self, call: _Call, body: bytes) -> Any:
        reply = await self._post(call, body, signed=True)
        if isinstance(reply, WireError) and reply.number == WireErrorNumber.CLOCK_DIFFERS:
            reply = await self._post(call, body, signed=True)
        if isinstance(reply, WireError):
            raise Refused(reply)
        return reply

    async def _get(self, target: str, decoder: "msgspec.json.Decoder[Any]") -> Any:
        begun = self._clock()
        try:
            async with (
                asyncio.timeout(_FIND_SECONDS),
                self._stream("GET", target, b"", signed=True) as response,
            ):
                reply = await _reply_in(response, decoder)
        except TimeoutError as error:
            raise TooSlow(f"no answer within {_FIND_SECONDS:.0f} s") from error
        self._set_time(reply.now, begun)
        return reply

    async def enrol(self, code: str, device_name: str) -> EnrolReply:
        """Makes this device a desk; afterwards the client signs as it. Raises ``Refused`` for a wrong code."""
        request = EnrolRequest(
            code=code[:40],
            public_key=self._key.public_key,
            device_name=device_name[:80],
            proof=self._key.enrol_proof(code[:40], device_name[:80]),
        )
        reply: EnrolReply | WireError = await self._post(_ENROL, encode(request), signed=False)
        if isinstance(reply, WireError):
            raise Refused(reply)
        self._key = self._key.enrolled_as(reply.device_id)
        return reply

    async def fetch_snapshot(
        self, reply: SnapshotReply, path: Path, progress: Callable[[int, int], None]
    ) -> None:
        """Brings the announced file to ``path``; called again after a failure, it goes on where it stopped.

        ``progress`` is told bytes had and bytes in all. Raises ``Refused`` when the hub no longer has it and
        ``SnapshotDamaged`` when what came is not what was announced.
        """
        with SnapshotDownload(reply, path) as download:
            progress(download.had, reply.size)
            if download.had < reply.size:
                await self._fetch_rest(download, reply, progress)
            download.finish()

    async def events(self) -> AsyncIterator[int]:
        """The feed's head, each time the hub says that it has moved; ends with a ``HubFailure``."""
        async with self._stream("GET", "/v1/events", b"", signed=True) as response:
            if response.status_code != 200:
                raise Refused(await _error_in(response))
            if "text/event-stream" not in response.headers.get("content-type", ""):
                raise NotAHub("no stream of events")
            async for line in _lines(response):
                if line.startswith(b"data: "):
                    hint = _decoded(_HINT, line[6:])
                    yield hint.get("head", 0)
        raise NoLine("the hub has ended the stream")

    async def _fetch_rest(
        self, download: SnapshotDownload, reply: SnapshotReply, progress: Callable[[int, int], None]
    ) -> None:
        extra = {"range": f"bytes={download.had}-"} if download.had else {}
        target = f"/v1/snapshot/{download.name}"
        async with self._stream("GET", target, b"", signed=True, extra=extra) as response:
            if response.status_code != (206 if download.had else 200):
                raise Refused(await _error_in(response))
            async for chunk in response.aiter_raw(1 << 20):
                download.add(chunk)
                progress(download.had, reply.size)

    async def _post(self, call: _Call, body: bytes, *, signed: bool) -> Any:
        extra = {"content-type": "application/json"}
        if len(body) >= compression.WORTH_BYTES:
            body = compression.pack(body)
            extra["content-encoding"] = "zstd"
        begun = self._clock()
        try:
            async with asyncio.timeout(call.seconds):
                async with self._stream("POST", call.path, body, signed=signed, extra=extra) as response:
                    reply = await _reply_in(response, call.decoder)
        except TimeoutError as error:
            raise TooSlow(f"no answer within {call.seconds:.0f} s") from error
        self._set_time(getattr(reply, "now", 0), begun)
        return reply

    def _set_time(self, hub_now: int, begun: int) -> None:
        if hub_now:
            ended = max(self._clock(), begun)
            self._time = HubTime(hub_now - (begun + ended) // 2, (ended - begun + 1) // 2)

    @asynccontextmanager
    async def _stream(
        self, method: str, target: str, body: bytes, *, signed: bool, extra: dict[str, str] | None = None
    ) -> AsyncIterator[httpx.Response]:
        headers = dict(extra or {})
        if signed:
            nonce = self._random_bytes(16)
            headers["authorization"] = self._key.authorization(method, target, body, self.hub_now(), nonce)
        try:
            async with self._http.stream(method, target, content=body, headers=headers) as response:
                yield response
        except httpx.TimeoutException as error:
            raise TooSlow(type(error).__name__) from error
        except httpx.TransportError as error:
            if _is_about_certificates(error):
                raise WrongCertificate("the certificate is not that of the hub") from error
            raise NoLine(type(error).__name__) from error


async def _reply_in(response: httpx.Response, decoder: "msgspec.json.Decoder[T]") -> T | WireError:
    if response.status_code != 200:
        return await _error_in(response)
    return _decoded(decoder, await _body(response, REPLY_BYTES))


async def _error_in(response: httpx.Response) -> WireError:
    """The numbered error in a reply that is not 200; what a proxy says in its place while the hub is away or
    overrun is ``NoLine`` or ``TooSlow``."""
    status = response.status_code
    try:
        return _decoded(_ERROR, await _body(response, ERROR_BYTES))
    except NotAHub:
        if status == _TOO_MANY:
            raise TooSlow(f"HTTP {status}") from None
        if status >= 500 and status != _SIGN_IN_FIRST:
            raise NoLine(f"HTTP {status}") from None
        raise


async def _body(response: httpx.Response, limit: int) -> bytes:
    raw = bytearray()
    async for chunk in response.aiter_raw():
        raw += chunk
        if len(raw) > limit:
            raise NotAHub(f"a reply of more than {limit} bytes")
    encoding = response.headers.get("content-encoding", "identity")
    try:
        if encoding == "zstd":
            return compression.unpack(bytes(raw), limit)
    except (compression.TooLarge, compression.Unreadable) as error:
        raise NotAHub(f"a reply that cannot be unpacked: {error}") from error
    if encoding != "identity":
        raise NotAHub("a reply in an encoding that was not asked for")
    return bytes(raw)


def _decoded(decoder: "msgspec.json.Decoder[T]", body: bytes) -> T:
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NotAHub("a reply that is no message of the hub") from error


async def _lines(response: httpx.Response) -> AsyncIterator[bytes]:
    rest = b""
    async for chunk in response.aiter_raw():
        *lines, rest = (rest + chunk).split(b"\n")
        if len(rest) > EVENT_BYTES:
            raise NotAHub("an event without an end")
        for line in lines:
            yield line


def _is_about_certificates(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
