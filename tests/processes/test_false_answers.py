"""Whatever answers in the hub's place, and however: unsent work stays, one sentence says why, and it recovers."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import zstandard

from storedesk.desk.worker_link import worker_command
from storedesk.protocol.desk_link import SyncState
from storedesk.protocol.wire import WireError, encode
from storedesk.protocol.wire_errors import HTTP_STATUS, WireErrorNumber
from storedesk.protocol.wire_sizes import REPLY_BYTES
from storedesk.ui.window.trouble_texts import LINE
from tests.processes.false_answers import Authority, FalseAnswer, FalseHub
from tests.processes.false_hubs import LogInPage, own_certificate
from tests.processes.shop_floor import DeskProcess, HubProcess, secrets_of
from tests.small_shop import ELIN, fulfilment_id

HTML = b"<!DOCTYPE html><html><body>Sign in to go on.</body></html>"
BOMB = zstandard.ZstdCompressor(level=3).compress(bytes(4 * REPLY_BYTES))
OUTBOX = "SELECT number, action_id, state, seq FROM outbox ORDER BY number"


def numbered(number: WireErrorNumber) -> FalseAnswer:
    return FalseAnswer(HTTP_STATUS[number], encode(WireError(number=number)))


ANSWERS = {
    "log-in page": (FalseAnswer(200, HTML, (("content-type", "text/html"),)), "not_a_hub"),
    "sent elsewhere": (FalseAnswer(302, b"", (("location", "http://127.0.0.1:9/"),)), "not_a_hub"),
    "401 of a proxy": (FalseAnswer(401, HTML), "not_a_hub"),
    "403 of a proxy": (FalseAnswer(403, HTML), "not_a_hub"),
    "426 of a proxy": (FalseAnswer(426, HTML), "not_a_hub"),
    "429 of a proxy": (FalseAnswer(429, HTML), "too_slow"),
    "500 of a proxy": (FalseAnswer(500, HTML), "no_line"),
    "503 of a proxy": (FalseAnswer(503, HTML), "no_line"),
    "511 of a network": (FalseAnswer(511, HTML), "not_a_hub"),
    "half a message": (FalseAnswer(200, b'{"type":"hello_reply","inst'), "not_a_hub"),
    "decompression bomb": (FalseAnswer(200, BOMB, (("content-encoding", "zstd"),)), "not_a_hub"),
    "signature refused": (numbered(WireErrorNumber.WRONG_SIGNATURE), "refused"),
    "desk unknown": (numbered(WireErrorNumber.UNKNOWN_DEVICE), "unknown_device"),
    "request came twice": (numbered(WireErrorNumber.REPLAYED), "no_line"),
    "desk too old": (numbered(WireErrorNumber.WIRE_TOO_OLD), "wire_too_old"),
    "hub too old": (numbered(WireErrorNumber.WIRE_TOO_NEW), "wire_too_new"),
    "hub busy": (numbered(WireErrorNumber.BUSY), "too_slow"),
}


def problem_now(desk: DeskProcess) -> SyncState:
    """How the next round ends that begins from now on."""
    since = len(desk.messages)
    desk.nudge()
    begun: SyncState = desk.wait_message(lambda m: isinstance(m, SyncState) and m.syncing, after=since)
    after = desk.messages.index(begun, since)
    found: SyncState = desk.wait_message(lambda m: isinstance(m, SyncState) and not m.syncing, after=after)
    return found


def expect(desk: DeskProcess, problem: str, before: list[tuple[object, ...]]) -> None:
    state = problem_now(desk)
    if state.problem != problem:  # of a round that had begun before
        state = problem_now(desk)
    assert (state.problem, state.waiting) == (problem, 1)
    assert problem in LINE
    assert desk.rows(OUTBOX) == before
    assert desk.downs == []


def claim(desk: DeskProcess, number: int) -> list[tuple[object, ...]]:
    """Something that waits; what the outbox holds then."""
    assert desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number)).outcome == "saved"
    return desk.rows(OUTBOX)


def test_no_answer_touches_the_outbox_and_each_is_named(hub: HubProcess, desk: DeskProcess) -> None:
    hub.stop()
    before = claim(desk, 48201)
    with FalseHub(hub.port) as false:
        for answer, problem in ANSWERS.values():
            false.say(answer)
            expect(desk, problem, before)
    hub.start()
    desk.wait_until_sent()
    assert hub.rows("SELECT outcome FROM inbox") == [("accepted",)]


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that the desk's machine trusts, as an administrator sets it up."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


@contextlib.contextmanager
def hub_over_tls(folder: Path, certificate: Path) -> Iterator[HubProcess]:
    hub = HubProcess(folder)
    hub.options = ["--certificate", str(certificate), "--certificate-key", str(certificate)]
    try:
        yield hub.start()
    finally:
        hub.stop()


def test_nothing_is_sent_to_a_server_that_cannot_show_that_it_is_the_hub(
    tmp_path: Path, trusted: Authority
) -> None:
    stranger = Authority(tmp_path, "stranger")
    false = [
        own_certificate(tmp_path / "self.pem"),
        trusted.certificate("another.example"),
        trusted.certificate(expired=True),
        stranger.certificate("stranger.example"),
    ]
    with hub_over_tls(tmp_path / "hub", trusted.certificate()) as hub, DeskProcess(tmp_path / "desk") as desk:
        desk.enrol(hub)
        hub.stop()
        before = claim(desk, 48201)
        for certificate in false:
            with LogInPage(hub.port, certificate):
                expect(desk, "wrong_certificate", before)
        hub.start()
        desk.wait_until_sent()
        assert hub.rows("SELECT outcome FROM inbox") == [("accepted",)]


def test_a_name_that_is_not_found_is_a_line_that_is_away(hub: HubProcess, tmp_path: Path) -> None:
    """The desk knows its hub by a name; the name server forgets it for a while."""
    profile = tmp_path / "desk"
    with DeskProcess(profile) as desk:
        desk.enrol(hub)
    keys = profile / "keys.json"
    known = secrets_of(profile)
    keys.write_bytes(msgspec.json.encode(msgspec.structs.replace(known, hub_url="https://central.invalid")))
    with DeskProcess(profile, worker_command(profile)) as desk:
        desk.wait_ready()
        before = claim(desk, 48201)
        expect(desk, "no_line", before)
    keys.write_bytes(msgspec.json.encode(known))
    with DeskProcess(profile) as desk:
        desk.wait_until_sent()
        assert hub.rows("SELECT outcome FROM inbox") == [("accepted",)]
