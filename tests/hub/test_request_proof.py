"""Only the enrolled device itself is answered, each of its requests once."""

import pytest

from storedesk.hub.request_proof import SeenNonces
from storedesk.protocol.signed_request import WINDOW_MS, Proof
from storedesk.protocol.wire import Cursor, HelloReply, PullRequest, WireError, encode
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.devices import revoke_device
from tests.hub.running_hub import RunningHub, SetClock, hello, hello_request, signed
from tests.small_shop import NOW

pytestmark = pytest.mark.asyncio
BODY = encode(hello_request())


async def test_an_unsigned_request_is_refused(hub: RunningHub) -> None:
    assert await number_of(hub, {}) == WireErrorNumber.NOT_SIGNED


@pytest.mark.parametrize(
    "header", ["Bearer x", "StoreDesk", "StoreDesk device=1", "StoreDesk " + "x" * 10_000, "\x01\x02"]
)
async def test_a_header_that_is_none_of_ours_is_refused(hub: RunningHub, header: str) -> None:
    assert await number_of(hub, {"authorization": header}) == WireErrorNumber.NOT_SIGNED


async def test_a_device_nobody_knows_is_refused(hub: RunningHub) -> None:
    stranger = hub.client()
    key = stranger.device_key.enrolled_as("01a2073e-8c4d-703b-907a-41d83a5f517e")
    header = {"authorization": key.authorization("POST", "/v1/hello", BODY, NOW, bytes(16))}
    assert await number_of(hub, header) == WireErrorNumber.UNKNOWN_DEVICE


async def test_another_key_cannot_speak_for_a_device(hub: RunningHub) -> None:
    desk, thief = await hub.desk(), hub.client()
    forged = thief.device_key.enrolled_as(desk.device_key.device_id)
    header = {"authorization": forged.authorization("POST", "/v1/hello", BODY, NOW, bytes(16))}
    assert await number_of(hub, header) == WireErrorNumber.WRONG_SIGNATURE


@pytest.mark.parametrize(
    ("method", "target", "body"),
    [
        ("GET", "/v1/hello", BODY),
        ("POST", "/v1/push", BODY),
        ("POST", "/v1/hello?x=1", BODY),
        ("POST", "/v1/hello", b""),
    ],
)
async def test_a_signature_holds_for_its_own_request_only(
    hub: RunningHub, method: str, target: str, body: bytes
) -> None:
    desk = await hub.desk()
    header = signed(desk, method, target, body, NOW, bytes(16))
    assert await number_of(hub, header) == WireErrorNumber.WRONG_SIGNATURE


async def test_a_captured_request_is_not_answered_again(hub: RunningHub) -> None:
    desk = await hub.desk()
    header = signed(desk, "POST", "/v1/hello", BODY, NOW, bytes(16))
    assert await number_of(hub, header) == 0
    assert await number_of(hub, header) == WireErrorNumber.REPLAYED
    hub.clock.now += WINDOW_MS + 1
    assert await number_of(hub, header) == WireErrorNumber.CLOCK_DIFFERS


@pytest.mark.parametrize("off", [-WINDOW_MS - 1, WINDOW_MS + 1, -86_400_000, 86_400_000])
async def test_a_clock_that_is_off_is_told_the_hubs_time(hub: RunningHub, off: int) -> None:
    desk = await hub.desk()
    header = signed(desk, "POST", "/v1/hello", BODY, NOW + off, bytes(16))
    error = await answer(hub, header)
    assert (error["number"], error["now"]) == (WireErrorNumber.CLOCK_DIFFERS, NOW)


@pytest.mark.parametrize("off", [-86_400_000, 86_400_000, 360_000])
async def test_a_desk_with_a_wrong_clock_corrects_itself(hub: RunningHub, off: int) -> None:
    clock = SetClock(NOW)
    desk = await hub.desk(clock=clock)
    clock.now += off
    assert (await hello(desk)).now == NOW
    assert desk.hub_now() == NOW
    assert desk.time.offset == -off


async def test_a_revoked_desk_learns_just_that(hub: RunningHub) -> None:
    desk = await hub.desk()
    first = await hello(desk)
    await hub.database.write(lambda connection: revoke_device(connection, "GBG-1", 1))
    told = await desk.call(hello_request())
    assert isinstance(told, HelloReply)
    assert told.revoked
    refused = await desk.call(PullRequest(cursor=_cursor(), scopes=first.scopes))
    assert isinstance(refused, WireError)
    assert refused.number == WireErrorNumber.REVOKED


async def test_nonces_are_forgotten_only_with_their_time() -> None:
    seen = SeenNonces(started_at=0, capacity=3)
    proofs = [Proof("device", 1_000 + number, bytes([number]) * 16, b"") for number in range(5)]
    assert all(seen.is_new(proof, 2_000) for proof in proofs)
    known = [proof for proof in proofs if proof.time > seen.floor]
    assert len(known) == 3
    assert not any(seen.is_new(proof, 2_000) for proof in known)


async def test_a_request_from_before_the_hubs_start_is_signed_again(hub: RunningHub) -> None:
    desk = await hub.desk()
    before = signed(desk, "POST", "/v1/hello", BODY, NOW - 1, bytes(16))
    assert await number_of(hub, before) == WireErrorNumber.CLOCK_DIFFERS


async def number_of(hub: RunningHub, headers: dict[str, str]) -> int:
    reply = await answer(hub, headers)
    return int(reply.get("number", 0))


async def answer(hub: RunningHub, headers: dict[str, str]) -> dict[str, int]:
    async with hub.plain() as anybody:
        found: dict[str, int] = (await anybody.post("/v1/hello", content=BODY, headers=headers)).json()
    return found


def _cursor() -> Cursor:
    return Cursor(0, 0)
