"""Whatever is sent, the hub answers with a number and goes on."""

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from storedesk.hub.bodies import BadBody, decode
from storedesk.protocol.wire import encode, request_decoder
from storedesk.protocol.wire_errors import HTTP_STATUS, WireErrorNumber
from storedesk.protocol.wire_sizes import REQUEST_BYTES
from tests.hub.running_hub import RunningHub, hello, hello_request, signed
from tests.small_shop import NOW

asynchronous = pytest.mark.asyncio
GARBAGE = [
    b"",
    b"\x00\xff\xfe",
    b"<html>log in here</html>",
    b"[" * 200_000,
    b'{"type":"push","epoch":1,"first_seq":1,"chain":"","actions":[{"args":' + b"[" * 200_000,
    b'{"type":"hello","app":"x","wire":1e999,"epoch":1,"cursor":null,"last_seq":0}',
    b'{"type":"hello","app":"x","wire":"1","epoch":1,"cursor":null,"last_seq":0}',
    b'{"type":"hello","app":"x","wire":1,"epoch":99999999999999999999999,"cursor":null,"last_seq":0}',
    b'{"type":"hello","app":"\\u0000","wire":1,"epoch":1,"cursor":null,"last_seq":0}',
    b'{"type":"pull","cursor":[1],"scopes":[]}',
    b'{"type":"reply_from_mars"}',
    b'{"type":"hello","app":"\xed\xa0\x80","wire":1,"epoch":1,"cursor":null,"last_seq":0}',
]


@asynchronous
@pytest.mark.parametrize("body", GARBAGE)
async def test_a_body_that_is_no_message_is_unreadable(hub: RunningHub, body: bytes) -> None:
    desk = await hub.desk()
    for path in ("/v1/hello", "/v1/push", "/v1/pull", "/v1/snapshot"):
        assert await number_of(hub, desk, path, body) == WireErrorNumber.UNREADABLE
    assert (await hello(desk)).desk == "GBG-1"


@asynchronous
async def test_a_message_at_another_address_is_unreadable(hub: RunningHub) -> None:
    desk = await hub.desk()
    assert await number_of(hub, desk, "/v1/push", encode(hello_request())) == WireErrorNumber.UNREADABLE


@asynchronous
async def test_a_huge_body_is_not_read(hub: RunningHub) -> None:
    desk = await hub.desk()
    assert await number_of(hub, desk, "/v1/push", b" " * (REQUEST_BYTES + 1)) == WireErrorNumber.TOO_LARGE


@asynchronous
async def test_a_body_without_an_announced_size_is_cut_off(hub: RunningHub) -> None:
    sent = 0

    async def endless() -> object:
        nonlocal sent
        while sent < 50 * REQUEST_BYTES:
            sent += 65_536
            yield b"x" * 65_536

    async with hub.plain() as anybody:
        answer = await anybody.post("/v1/push", content=endless())  # type: ignore[arg-type]
    assert answer.json()["number"] == WireErrorNumber.TOO_LARGE
    assert sent < 3 * REQUEST_BYTES


@asynchronous
@pytest.mark.parametrize("sized", [True, False])
async def test_a_compression_bomb_is_not_unpacked(hub: RunningHub, sized: bool) -> None:
    packer = zstandard.ZstdCompressor(write_content_size=sized)
    if sized:
        bomb = packer.compress(bytes(300 * 1024 * 1024))
    else:
        stream = packer.compressobj()
        bomb = b"".join(stream.compress(bytes(1024 * 1024)) for _ in range(300)) + stream.flush()
    assert len(bomb) < 64_000
    desk = await hub.desk()
    assert await number_of(hub, desk, "/v1/push", bomb, encoding="zstd") == WireErrorNumber.TOO_LARGE


@asynchronous
@pytest.mark.parametrize(
    ("body", "encoding"), [(b"{}", "zstd"), (b"{}", "gzip"), (b"\x28\xb5\x2f\xfd", "zstd")]
)
async def test_a_body_in_a_wrong_packing_is_unreadable(hub: RunningHub, body: bytes, encoding: str) -> None:
    desk = await hub.desk()
    assert await number_of(hub, desk, "/v1/hello", body, encoding=encoding) == WireErrorNumber.UNREADABLE


@asynchronous
async def test_an_address_that_is_none_is_answered_with_a_number(hub: RunningHub) -> None:
    async with hub.plain() as anybody:
        for method, path, status in (
            ("GET", "/", 404),
            ("GET", "/v1/push", 405),
            ("POST", "/v1/../etc", 404),
        ):
            answer = await anybody.request(method, path)
            assert (answer.status_code, answer.json()["number"]) == (status, WireErrorNumber.UNREADABLE)


@asynchronous
async def test_the_log_names_no_person_and_no_code(hub: RunningHub) -> None:
    code = await hub.code()
    await hub.client().enrol(code, "Elins telefon")
    assert [entry["path"] for entry in hub.log] == ["/v1/enrol"]
    assert code not in str(hub.log)
    assert "Elin" not in str(hub.log)


@given(body=st.binary(max_size=400))
def test_any_bytes_are_refused_with_a_number(body: bytes) -> None:
    for encoding in ("", "zstd"):
        with pytest.raises(BadBody) as refused:
            decode(body, encoding, request_decoder, 1000)
        assert refused.value.number in (WireErrorNumber.UNREADABLE, WireErrorNumber.TOO_LARGE)


@given(content=st.binary(max_size=3000))
@settings(max_examples=50)
def test_what_is_packed_unpacks_up_to_the_limit(content: bytes) -> None:
    body = zstandard.ZstdCompressor().compress(b'"' + content.hex().encode() + b'"')
    with pytest.raises(BadBody) as refused:
        decode(body, "zstd", request_decoder, 1000)
    too_large = 2 * len(content) + 2 > 1000
    assert refused.value.number == (WireErrorNumber.TOO_LARGE if too_large else WireErrorNumber.UNREADABLE)


def test_every_number_has_a_status() -> None:
    assert set(HTTP_STATUS) == set(WireErrorNumber)


async def number_of(hub: RunningHub, desk: object, path: str, body: bytes, encoding: str = "") -> int:
    headers = signed(desk, "POST", path, body, NOW, hub.random.randbytes(16))  # type: ignore[arg-type]
    if encoding:
        headers["content-encoding"] = encoding
    async with hub.plain() as anybody:
        answer = await anybody.post(path, content=body, headers=headers)
    number = int(answer.json()["number"])
    assert answer.status_code == HTTP_STATUS[WireErrorNumber(number)]
    return number
