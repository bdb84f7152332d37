"""Wrong addresses, log-in pages, false certificates, wrong clocks, a desk signed out: said so, nothing lost."""

import socket
from pathlib import Path

from storedesk.protocol.desk_link import Answered, Enrol, Started, SyncState
from storedesk.storage.devices import revoke_device
from tests.processes.false_hubs import LogInPage, own_certificate
from tests.processes.shop_floor import DeskProcess, HubProcess
from tests.small_shop import ELIN, fulfilment_id

DAY_MS = 24 * 3_600_000


def enrol_at(desk: DeskProcess, address: str, code: str) -> str:
    """The key of the problem, empty for none."""
    request = desk.link.next_request()
    answer: Answered = desk.ask(Enrol(request=request, hub_url=address, code=code, device_name="test"))
    return answer.problem


def wait_problem(desk: DeskProcess, problem: str) -> SyncState:
    since = len(desk.messages)
    desk.nudge()
    found: SyncState = desk.wait_message(
        lambda m: isinstance(m, SyncState) and m.problem == problem, after=since
    )
    return found


def claim(desk: DeskProcess, number: int) -> None:
    assert desk.perform("ClaimPickup", staff_id=ELIN, fulfilment_id=fulfilment_id(number)).outcome == "saved"


def test_wrong_addresses_are_named_and_a_right_one_still_works(tmp_path: Path, hub: HubProcess) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()[1]
    code = hub.code()
    certificate = own_certificate(tmp_path / "own.pem")
    with DeskProcess(tmp_path / "desk") as desk, LogInPage() as page, LogInPage(0, certificate) as false:
        for address in ("htp:/central", "http://central.example.com", "central.example.com/path", "", "å"):
            assert enrol_at(desk, address, code) == "wrong_address", address
        assert enrol_at(desk, f"https://127.0.0.1:{nobody}", code) == "no_line"
        assert enrol_at(desk, page.url, code) == "not_a_hub"
        assert enrol_at(desk, false.url, code) == "wrong_certificate"
        assert enrol_at(desk, hub.url, "WRONG234") == "wrong_code"
        assert enrol_at(desk, hub.url, code) == ""
        desk.wait_ready()
        assert desk.downs == []


def test_a_log_in_page_leaves_unsent_work_alone_and_a_desk_signed_out_seals_it(
    hub: HubProcess, desk: DeskProcess
) -> None:
    hub.stop()
    claim(desk, 48201)
    with LogInPage(hub.port):
        assert wait_problem(desk, "not_a_hub").waiting == 1
    hub.start()
    desk.wait_until_sent()
    assert hub.rows("SELECT outcome FROM inbox") == [("accepted",)]

    device = hub.rows("SELECT code FROM device")[0][0]
    assert hub.write(lambda connection: revoke_device(connection, device, 1))
    claim(desk, 48202)
    assert wait_problem(desk, "revoked").waiting == 1
    locked = desk.wait_message(lambda m: isinstance(m, Started) and m.phase == "revoked")
    assert locked.unsent == 1
    assert Path(locked.rescue_file).stat().st_size > 300
    assert hub.rows("SELECT count(*) FROM inbox") == [(1,)]
    assert desk.downs == []


def test_clock_a_day_off_is_corrected_and_every_signature_holds(tmp_path: Path) -> None:
    """The machine's clock is a day behind its hub at the first start, and a day ahead at the second."""
    hub = HubProcess(tmp_path / "hub", ahead_ms=DAY_MS).start()
    try:
        with DeskProcess(tmp_path / "desk") as desk:
            desk.enrol(hub)
            claim(desk, 48201)
            state = desk.wait_until_sent()
            assert abs(state.clock_offset - DAY_MS) < 60_000
        hub.stop()
        hub.ahead_ms = -DAY_MS
        with DeskProcess(tmp_path / "desk") as desk:
            desk.wait_ready()
            claim(desk, 48202)
            hub.start()
            state = desk.wait_until_sent()
            assert abs(state.clock_offset + DAY_MS) < 60_000
            assert not any(isinstance(m, SyncState) and m.problem == "clock_differs" for m in desk.messages)
        assert hub.rows("SELECT outcome FROM inbox") == [("accepted",), ("accepted",)]
    finally:
        hub.stop()
