"""The slip of a handover on a raw 9100 printer: at once, after paper is back, and never twice by itself."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from storedesk.desk.profile import PrinterEntry, Profile, Settings
from storedesk.protocol.desk_link import PrintPaper, PrintState
from tests.devices.fake_raw_printer import FakeRawPrinter, Mood
from tests.processes.shop_floor import DeskProcess, HubProcess
from tests.small_shop import ELIN, fulfilment_id

FIRST = 48201


@pytest.fixture
def printer() -> Iterator[FakeRawPrinter]:
    with FakeRawPrinter() as printer:
        yield printer


@pytest.fixture
def desk(tmp_path: Path, hub: HubProcess, printer: FakeRawPrinter) -> Iterator[DeskProcess]:
    entry = PrinterEntry(
        name="Till", kind="raw_network", target="127.0.0.1", roles=["slip_80"], port=printer.port
    )
    Profile(tmp_path / "desk").save_settings(Settings(key_store="file", printers=[entry]))
    with DeskProcess(tmp_path / "desk") as desk:
        desk.enrol(hub)
        yield desk


def hand_over(desk: DeskProcess, number: int) -> str:
    """Takes a pickup all the way; the handover's id."""
    pickup = fulfilment_id(number)
    lines = [
        {"line": line, "quantity": quantity}
        for line, quantity in desk.rows(
            "SELECT line, ordered FROM fulfilment_line WHERE fulfilment_id = ?", pickup
        )
    ]
    for kind, args in (
        ("ClaimPickup", {}),
        ("Pick", {"lines": lines}),
        ("StageParcels", {"parcels": [{"bin": "H2", "lines": lines}]}),
        ("MarkReady", {}),
    ):
        assert desk.perform(kind, staff_id=ELIN, fulfilment_id=pickup, **args).outcome == "saved"
    parcels = [row[0] for row in desk.rows("SELECT id FROM parcel WHERE fulfilment_id = ?", pickup)]
    done = desk.perform("HandOver", staff_id=ELIN, fulfilment_id=pickup, parcels=parcels, proof="qr")
    assert done.outcome == "saved", done
    return str(desk.rows("SELECT id FROM handover WHERE fulfilment_id = ?", pickup)[0][0])


def ask_for_slip(desk: DeskProcess, handover: str, *, copy: bool = False) -> str:
    """The number on the paper."""
    request = desk.link.next_request()
    answer = desk.ask(
        PrintPaper(request=request, paper="slip", subject=handover, staff_id=ELIN, language="sv", copy=copy)
    )
    assert not answer.problem, answer
    return str(answer.detail)


def said(desk: DeskProcess, state: str, after: int = 0) -> PrintState:
    found: PrintState = desk.wait_message(
        lambda m: isinstance(m, PrintState) and m.state == state, after=after
    )
    return found


def test_slip_reaches_the_printer_and_waits_for_paper(desk: DeskProcess, printer: FakeRawPrinter) -> None:
    number = ask_for_slip(desk, hand_over(desk, FIRST))
    assert said(desk, "printed").title == number
    assert len(printer.jobs) == 1 and number.encode() in printer.jobs[0]

    printer.mood = Mood.PAPER_OUT
    second = hand_over(desk, FIRST + 1)
    waiting_number = ask_for_slip(desk, second)
    waiting = said(desk, "waiting")
    assert (waiting.problem, waiting.title) == ("paper_out", waiting_number)
    assert desk.rows("SELECT state FROM print_job WHERE title = ?", waiting_number) == [("waiting",)]
    assert desk.rows("SELECT count(*) FROM handover") == [(2,)]
    desk.wait_until_sent()

    printer.put_in_paper()
    assert printer.wait_for_jobs(2, 30)
    desk.wait(lambda: sum(m.state == "printed" for m in desk.messages if isinstance(m, PrintState)) == 2)
    ask_for_slip(desk, second, copy=True)
    assert printer.wait_for_jobs(3, 30)
    originals = [job for job in printer.jobs if waiting_number.encode() in job and b"KOPIA" not in job]
    assert len(originals) == 1
    assert sum(isinstance(m, PrintState) and m.state == "waiting" for m in desk.messages) == 1


def test_slip_under_way_when_the_worker_is_killed_is_asked_about(
    desk: DeskProcess, printer: FakeRawPrinter
) -> None:
    printer.mood = Mood.NEVER_DONE
    handover = hand_over(desk, FIRST)
    number = ask_for_slip(desk, handover)
    assert printer.wait_for_jobs(1, 30)
    since = len(desk.messages)
    os.kill(desk.link.pid, signal.SIGKILL)
    unsure = said(desk, "unsure", after=since)
    assert (unsure.title, unsure.problem) == (number, "reply_lost")

    printer.mood = Mood.OK
    ask_for_slip(desk, handover, copy=True)
    said(desk, "printed", after=since)
    assert len(printer.jobs) == 2
    assert desk.rows("SELECT state FROM print_job ORDER BY made_at") == [("unsure",), ("printed",)]
