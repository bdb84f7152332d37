"""A device becomes a desk by a short code, once, and never by guessing."""

import pytest

from storedesk.desk.hub_failures import Refused
from storedesk.domain.one_time_word import word_key
from storedesk.domain.records import WordKey
from storedesk.domain.signed_code import SIGNING_KEY
from storedesk.hub.enrolment import CODE_LIVES_MS, UnknownPlace
from storedesk.hub.service import Incoming
from storedesk.protocol.enrolment import (
    CODE_ALPHABET,
    CODE_LENGTH,
    EnrolRequest,
    normal_enrol_code,
    shown_enrol_code,
)
from storedesk.protocol.wire import encode
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage.devices import find_device, place_key, revoke_device
from storedesk.storage.rows import Rows
from tests.hub.running_hub import RunningHub, hello

pytestmark = pytest.mark.asyncio


async def test_a_device_with_a_code_becomes_a_desk_of_the_place(hub: RunningHub) -> None:
    client = hub.client()
    code = await hub.code("GBG")
    reply = await client.enrol(f" {shown_enrol_code(code).lower()} ", "Kassa <1>")
    assert (reply.place_code, reply.desk, reply.number, reply.instance) == ("GBG", "GBG-1", 1, "hub-1")
    assert (await hello(client)).desk == "GBG-1"


async def test_desks_of_one_place_share_its_key_and_others_do_not(hub: RunningHub) -> None:
    first = await hub.client().enrol(await hub.code("GBG"), "a")
    second = await hub.client().enrol(await hub.code("GBG"), "b")
    elsewhere = await hub.client().enrol(await hub.code("MAL"), "c")
    assert first.place_key == second.place_key != elsewhere.place_key
    assert (
        await hub.database.read(lambda connection: place_key(connection, first.place_id, ""))
        == first.place_key
    )


async def test_the_first_desk_of_a_place_brings_its_keys_into_the_feed(hub: RunningHub) -> None:
    reply = await hub.client().enrol(await hub.code("GBG"), "a")
    key = word_key(bytes.fromhex(reply.place_key)).hex()
    words = await hub.database.read(lambda connection: Rows(connection).get("word_key", (reply.place_id,)))
    assert words is not None
    assert words.row == WordKey(reply.place_id, key)
    setting = (0, SIGNING_KEY)
    before = await hub.database.read(lambda connection: Rows(connection).get("setting", setting))
    await hub.client().enrol(await hub.code("MAL"), "b")
    after = await hub.database.read(lambda connection: Rows(connection).get("setting", setting))
    assert before == after is not None


async def test_a_desk_number_is_never_given_twice(hub: RunningHub) -> None:
    first = await hub.client().enrol(await hub.code(), "a")
    await hub.database.write(lambda connection: revoke_device(connection, first.desk, hub.clock()))
    second = await hub.client().enrol(await hub.code(), "b")
    assert (first.desk, second.desk) == ("GBG-1", "GBG-2")


async def test_a_code_works_once(hub: RunningHub) -> None:
    code = await hub.code()
    await hub.client().enrol(code, "a")
    assert await refusal(hub, code) == WireErrorNumber.WRONG_ENROL_CODE


async def test_a_device_that_lost_the_reply_gets_it_again(hub: RunningHub) -> None:
    code, client = await hub.code(), hub.client()
    first = await client.enrol(code, "a")
    again = await client.enrol(code, "a")
    assert (again.device_id, again.desk, again.place_key) == (first.device_id, first.desk, first.place_key)


async def test_a_code_ends_after_ten_minutes(hub: RunningHub) -> None:
    code = await hub.code()
    hub.clock.now += CODE_LIVES_MS
    assert await refusal(hub, code) == WireErrorNumber.WRONG_ENROL_CODE


async def test_five_wrong_tries_end_a_code(hub: RunningHub) -> None:
    code = await hub.code()
    wrong = code[:-1] + CODE_ALPHABET[(CODE_ALPHABET.index(code[-1]) + 1) % len(CODE_ALPHABET)]
    for _ in range(5):
        assert await refusal(hub, wrong) == WireErrorNumber.WRONG_ENROL_CODE
    assert await refusal(hub, code) == WireErrorNumber.WRONG_ENROL_CODE


async def test_wrong_codes_of_another_name_leave_a_code_alone(hub: RunningHub) -> None:
    code = await hub.code()
    wrong = CODE_ALPHABET[(CODE_ALPHABET.index(code[0]) + 1) % len(CODE_ALPHABET)] + code[1:]
    for _ in range(6):
        assert await refusal(hub, wrong) == WireErrorNumber.WRONG_ENROL_CODE
    assert (await hub.client().enrol(code, "a")).desk == "GBG-1"


async def test_ten_thousand_guesses_let_nobody_in(hub: RunningHub) -> None:
    code = await hub.code()
    client, answers = hub.client(), set()
    for number in range(10_000):
        guess = code[:-3] + "".join(CODE_ALPHABET[number // 20**place % 20] for place in range(3))
        if number == 8_000:
            hub.clock.now += CODE_LIVES_MS - 1  # the limit over all codes has passed, the code still lives
        body = EnrolRequest(
            code=guess, public_key=client.device_key.public_key, device_name="x",
            proof=client.device_key.enrol_proof(guess, "x"),
        )  # fmt: skip
        packed = await hub.service.enrol(Incoming("POST", "/v1/enrol", encode(body), "", "", ""))
        answers.add(packed.number)
    nobody = await hub.database.read(lambda connection: find_device(connection, client.device_key.device_id))
    assert nobody is None


async def test_somebody_elses_key_cannot_be_enrolled(hub: RunningHub) -> None:
    code, owner, thief = await hub.code(), hub.client(), hub.client()
    body = {
        "code": code, "public_key": owner.device_key.public_key, "device_name": "x",
        "proof": thief.device_key.enrol_proof(code, "x"),
    }  # fmt: skip
    async with hub.plain() as anybody:
        answer = await anybody.post("/v1/enrol", json=body)
    assert answer.status_code == 401
    assert answer.json()["number"] == WireErrorNumber.WRONG_SIGNATURE


async def test_a_code_for_no_place_is_not_made(hub: RunningHub) -> None:
    with pytest.raises(UnknownPlace, match="no place with the code 'XXX'"):
        await hub.code("XXX")


@pytest.mark.parametrize("typed", ["", "BCDFGHJ", "BCDFGHJKL", "BCDFGHJA", "BCDFGHJ\u202e", "B" * 5000])
async def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert normal_enrol_code(typed) is None


async def test_codes_have_eight_of_twenty_letters(hub: RunningHub) -> None:
    code = await hub.code()
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(CODE_ALPHABET)
    assert len(set(CODE_ALPHABET)) == 20


async def refusal(hub: RunningHub, code: str) -> int:
    with pytest.raises(Refused) as refused:
        await hub.client().enrol(code, "x")
    return refused.value.error.number
