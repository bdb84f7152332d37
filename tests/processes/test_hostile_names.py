"""Names nobody should send, on the way from the hub to window and paper: shown as text, harmless, cut."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

from storedesk.desk.profile import PrinterEntry, Profile, Settings
from storedesk.domain.records import Staff
from storedesk.hub.pins import pin_hash
from storedesk.protocol.desk_link import PrintPaper, PrintState
from tests.devices.fake_raw_printer import FakeRawPrinter
from tests.documents.escpos_reader import read_escpos
from tests.documents.pdf_reader import pages_text
from tests.processes.hostile_window import UNKNOWN
from tests.processes.shop_floor import PATIENCE, DeskProcess, HubProcess, new_action_id, quietly
from tests.small_shop import ALVA, GBG, articles, fulfilment_id, pickup, places

ANNA, PIN = 77, "83651942"
NAMES = {
    1: "Tom & <b>",
    2: "Maria " * 1667,
    3: "\u202eevil\u202c \u2066Nilsson\u2069\x07\x1b[31m",
    4: '<img src="/etc/passwd">',
}


def shop_of_hostile_names() -> list[object]:
    rows = places() + articles()
    rows.append(Staff(GBG, ANNA, "Anna B.", "AB", "sales_associate", pin_hash(PIN), "", 0, None, 4))
    for number, name in NAMES.items():
        rows += pickup(number, {ALVA: 1}, name=name)
    return rows


def is_harmless(text: str) -> bool:
    return all(unicodedata.category(char) not in ("Cc", "Cf") or char in "\n" for char in text)


def test_hostile_names_are_plain_text_on_screen_and_on_paper(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_of_hostile_names()).start()
    profile = Profile(tmp_path / "desk")
    with FakeRawPrinter() as printer:
        raw = PrinterEntry(
            name="Till", kind="raw_network", target="127.0.0.1", roles=["slip_80"], port=printer.port
        )
        pdf = PrinterEntry(name="PDF", kind="pdf_folder", target=str(profile.papers), roles=["a5"])
        profile.save_settings(Settings(key_store="file", printers=[raw, pdf]))
        try:
            with DeskProcess(profile.folder) as desk:
                desk.enrol(hub)
                for number in NAMES:
                    print_slips(desk, number)
                too_long = desk.perform(
                    "HandOver", staff_id=ANNA, action_id=new_action_id(), fulfilment_id=fulfilment_id(1),
                    parcels=[], collector_name="A" * 10_000,
                )  # fmt: skip
                assert (too_long.outcome, too_long.why) == ("unavailable", "action_too_large")
                desk.wait_until_sent()
            check_paper(printer, profile.papers)
            check_window(profile.folder, tmp_path / "window.log")
        finally:
            hub.stop()


def print_slips(desk: DeskProcess, number: int) -> None:
    """Hands the pickup over and prints its slip on both printers."""
    fulfilment, lines = fulfilment_id(number), [{"line": 1, "quantity": 1}]
    for kind, args in (
        ("ClaimPickup", {}),
        ("Pick", {"lines": lines}),
        ("StageParcels", {"parcels": [{"bin": "H2", "lines": lines}]}),
        ("MarkReady", {}),
    ):
        assert desk.perform(kind, staff_id=ANNA, fulfilment_id=fulfilment, **args).outcome == "saved"
    parcels = [row[0] for row in desk.rows("SELECT id FROM parcel WHERE fulfilment_id = ?", fulfilment)]
    done = desk.perform("HandOver", staff_id=ANNA, fulfilment_id=fulfilment, parcels=parcels, proof="qr")
    assert done.outcome == "saved", done
    handover = desk.rows("SELECT id FROM handover WHERE fulfilment_id = ?", fulfilment)[0][0]
    for paper in ("slip", "slip_a5"):
        request = desk.link.next_request()
        answer = desk.ask(
            PrintPaper(request=request, paper=paper, subject=handover, staff_id=ANNA, language="sv")
        )
        assert not answer.problem
    wanted = 2 * number
    desk.wait(lambda: sum(m.state == "printed" for m in desk.messages if isinstance(m, PrintState)) == wanted)


def check_paper(printer: FakeRawPrinter, folder: Path) -> None:
    assert len(printer.jobs) == len(NAMES)
    for job in printer.jobs:
        paper = read_escpos(job)
        assert paper.cuts == 1 and max(paper.widths) <= 48
    pages = ["\n".join(pages_text(path.read_bytes())) for path in sorted(folder.glob("*.pdf"))]
    assert len(pages) == len(NAMES)
    assert all(is_harmless(page) for page in pages)
    assert any("Tom & <b>" in page for page in pages)


def check_window(profile: Path, log: Path) -> None:
    module = [sys.executable, "-m", "tests.processes.hostile_window", str(profile), str(ANNA), PIN]
    window = subprocess.run(
        quietly([*module, *map(str, NAMES)], log), stdout=subprocess.PIPE, timeout=PATIENCE, check=False
    )
    assert window.returncode == 0, log.read_text()
    seen = json.loads(window.stdout)
    unknown = [text for text in seen["said"] if UNKNOWN in text]
    assert unknown[0].count(".") >= 2
    assert seen["rich"] == []
    assert any("Tom & <b>" in text for text in seen["shown"])
    assert any('<img src="/etc/passwd">' in text for text in seen["shown"])
    assert all(is_harmless(text) and len(text) < 500 for text in seen["shown"])
    assert not any("<img" in tip for tip in seen["tips"])
