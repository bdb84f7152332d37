"""What a desk makes of everything that can answer in the hub's place."""

import ssl
from collections.abc import AsyncIterator, Callable

import httpx
import pytest
import zstandard

from storedesk.desk.device_key import DeviceKey
from storedesk.desk.hub_address import hub_address
from storedesk.desk.hub_client import HubClient
from storedesk.desk.hub_failures import (
    HubFailure,
    NoLine,
    NotAHub,
    Refused,
    TooSlow,
    WrongAddress,
    WrongCertificate,
)
from storedesk.protocol.wire import Cursor, PullRequest, SnapshotReply, WireError, encode
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.protocol.wire_sizes import REPLY_BYTES
from tests.hub.running_hub import hello_request
from tests.small_shop import NOW

asynchronous = pytest.mark.asyncio
Answer = Callable[[httpx.Request], httpx.Response]
PORTAL = (
    b"<!doctype html><html><title>Welcome to the shopping centre</title><form action=/login></form></html>"
)


def said(status: int, body: bytes = b"", **headers: str) -> httpx.Response:
    """A response whose body still has to be read."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, stream=httpx.ByteStream(body), headers=names)


def client(answer: Answer) -> HubClient:
    key = DeviceKey(bytes(32), "01a2073e-8c4d-703b-907a-41d83a5f517e")
    return HubClient("https://hub.example", key, lambda: NOW, httpx.MockTransport(answer))


def raising(error: Exception) -> Answer:
    def answer(_request: httpx.Request) -> httpx.Response:
        raise error

    return answer


def certificate_error() -> httpx.ConnectError:
    error = httpx.ConnectError("certificate verify failed")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    return error


FAILURES: list[tuple[str, Answer, type[HubFailure]]] = [
    ("portal", lambda _: said(200, PORTAL, content_type="text/html"), NotAHub),
    ("redirect", lambda _: said(302, location="https://portal.example/"), NotAHub),
    ("portal with 401", lambda _: said(401, PORTAL), NotAHub),
    ("other JSON", lambda _: said(200, b'{"type":"ok"}'), NotAHub),
    ("a list", lambda _: said(200, b"[1,2,3]"), NotAHub),
    ("another reply", lambda _: said(200, b'{"type":"push_reply","decisions":[],"expected":1}'), NotAHub),
    ("nothing", lambda _: said(200), NotAHub),
    ("deep", lambda _: said(200, b"[" * 100_000), NotAHub),
    ("not zstd", lambda _: said(200, b"{}", content_encoding="zstd"), NotAHub),
    ("gzip", lambda _: said(200, b"\x1f\x8b", content_encoding="gzip"), NotAHub),
    ("proxy, hub away", lambda _: said(502, b"<h1>Bad gateway</h1>"), NoLine),
    ("proxy, hub broken", lambda _: said(500, b"<h1>Internal error</h1>"), NoLine),
    ("proxy, hub overrun", lambda _: said(429, b"<h1>Slow down</h1>"), TooSlow),
    ("portal with 511", lambda _: said(511, PORTAL), NotAHub),
    ("nobody", raising(httpx.ConnectError("refused")), NoLine),
    ("cut", raising(httpx.RemoteProtocolError("peer closed")), NoLine),
    ("slow", raising(httpx.ReadTimeout("late")), TooSlow),
    ("certificate", raising(certificate_error()), WrongCertificate),
]


@asynchronous
@pytest.mark.parametrize(
    ("answer", "failure"), [case[1:] for case in FAILURES], ids=[case[0] for case in FAILURES]
)
async def test_what_is_not_the_hub_is_named_and_not_believed(
    answer: Answer, failure: type[HubFailure]
) -> None:
    desk = client(answer)
    with pytest.raises(failure) as raised:
        await desk.call(hello_request())
    assert type(raised.value) is failure
    assert raised.value.key
    await desk.close()


@asynchronous
async def test_a_redirect_is_never_followed() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return said(307, location="https://elsewhere.example/v1/hello")

    with pytest.raises(NotAHub):
        await client(answer).call(hello_request())
    assert asked == ["https://hub.example/v1/hello"]


@asynchronous
async def test_a_bomb_in_a_reply_is_not_unpacked() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(REPLY_BYTES + 1))
    with pytest.raises(NotAHub, match="cannot be unpacked"):
        await client(lambda _: said(200, bomb, content_encoding="zstd")).call(hello_request())


@asynchronous
async def test_an_endless_reply_is_cut_off() -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1 << 20
            yield b" " * (1 << 20)

    with pytest.raises(NotAHub, match="more than"):
        await client(lambda _: httpx.Response(200, content=endless())).call(hello_request())
    assert sent <= REPLY_BYTES + (2 << 20)


@asynchronous
async def test_a_numbered_refusal_is_a_reply() -> None:
    error = WireError(number=WireErrorNumber.UNKNOWN_CURSOR, now=NOW)
    reply = await client(lambda _: said(409, encode(error))).call(
        PullRequest(cursor=Cursor(1, 2), scopes=["catalogue"])
    )
    assert reply == error


@asynchronous
async def test_a_hub_that_always_finds_the_clock_wrong_is_asked_twice_only() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["authorization"])
        return said(401, encode(WireError(number=WireErrorNumber.CLOCK_DIFFERS, now=NOW + 999_000)))

    reply = await client(answer).call(hello_request())
    assert isinstance(reply, WireError)
    assert len(asked) == 2
    assert f"time={NOW}," in asked[0]
    assert f"time={NOW + 999_000}," in asked[1]


@asynchronous
async def test_a_wrong_code_is_a_refusal() -> None:
    error = WireError(number=WireErrorNumber.WRONG_ENROL_CODE)
    with pytest.raises(Refused) as refused:
        await client(lambda _: said(403, encode(error))).enrol("BCDFGHJK", "Till")
    assert refused.value.error.number == WireErrorNumber.WRONG_ENROL_CODE


@asynchronous
@pytest.mark.parametrize(
    "changed",
    [{"file": "../../etc/passwd"}, {"size": 0}, {"size": 1 << 60}, {"sha256": "x"}, {"key": "'; --"}],
)
async def test_a_snapshot_that_cannot_be_is_not_fetched(changed: dict[str, object], tmp_path: object) -> None:
    good: dict[str, object] = {"file": "0" * 32, "key": "0" * 64, "size": 10, "sha256": "0" * 64}
    reply = SnapshotReply(**(good | changed), cursor=Cursor(1, 1), rows={}, sums={})  # type: ignore[arg-type]
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200)

    with pytest.raises(NotAHub):
        await client(answer).fetch_snapshot(reply, tmp_path / "desk.db", lambda _had, _all: None)  # type: ignore[operator]
    assert asked == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("hub.example.com", "https://hub.example.com"),
        (" https://Hub.Example.com:8443/ ", "https://hub.example.com:8443"),
        ("http://127.0.0.1:8743", "http://127.0.0.1:8743"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:80", "http://[::1]:80"),
    ],
)
def test_an_address_is_read_as_meant(typed: str, address: str) -> None:
    assert hub_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "", "http://hub.example.com", "http://127.0.0.1.evil.example", "ftp://hub", "https://", "https://a b",
        "https://user@hub.example", "https://hub.example/path", "https://hub.example?x=1", "https://hub:99999",
        "https://h\u202eub", "javascript:alert(1)", "x" * 10_000, "https://[::1",
    ],
)  # fmt: skip
def test_an_address_that_is_not_safe_is_refused(typed: str) -> None:
    with pytest.raises(WrongAddress):
        hub_address(typed)


def test_a_device_key_never_shows_its_secret() -> None:
    key = DeviceKey(b"s" * 32)
    assert "s" * 8 not in repr(key)
    assert repr(key) == "DeviceKey(not enrolled)"
