"""PIN tries over real kills, and no personal data in the logs or in the clear on the disk afterwards."""

import os
import signal
from pathlib import Path

from storedesk.desk.profile import PrinterEntry, Profile, Settings
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Person, Staff
from storedesk.hub.pins import pin_hash
from storedesk.protocol.desk_link import (
    Enrol,
    LookUpOrders,
    PrintPaper,
    PrintState,
    SaveUnsent,
    SignedIn,
    SignIn,
    SyncState,
)
from tests.processes.shop_floor import DeskProcess, HubProcess, new_action_id
from tests.small_shop import GBG, fulfilment_id, order_id, small_shop

ANNA, PIN, WRONG_PIN = 77, "83651942", "71940268"
NAME, PHONE, MAIL, COLLECTOR = "Canaria Zebravall", "+46709911887", "zebra@canary.example", "Fenja Kvistgnat"
NOTE, STREET = "Quillfeather rings at noon", "Zebrakanarigatan 7"
ORDER = 48201


def shop_with_canaries() -> list[object]:
    rows = [row for row in small_shop() if not (isinstance(row, Person) and row.order_id == order_id(ORDER))]
    person = Person(
        derived_id("person", str(ORDER)), str(GBG), order_id(ORDER), "buyer", "c1", NAME, NAME.lower(),
        PHONE, PHONE[-3:], MAIL, "sv",
    )  # fmt: skip
    return [
        *rows,
        person,
        Staff(GBG, ANNA, "Anna B.", "AB", "sales_associate", pin_hash(PIN), "", 0, None, 4),
    ]


def sign_in(desk: DeskProcess, pin: str) -> SignedIn:
    answer: SignedIn = desk.ask(SignIn(request=desk.link.next_request(), staff_id=ANNA, pin=pin))
    return answer


def kill(desk: DeskProcess) -> None:
    downs = len(desk.downs)
    os.kill(desk.link.pid, signal.SIGKILL)
    desk.wait(lambda: len(desk.downs) > downs)


def test_kills_reset_no_tries_and_nothing_personal_is_in_logs_or_clear(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub", shop_with_canaries()).start()
    profile = Profile(tmp_path / "desk")
    pdf = PrinterEntry(name="PDF", kind="pdf_folder", target=str(profile.papers), roles=["slip_80", "a4"])
    profile.save_settings(Settings(key_store="file", printers=[pdf]))
    try:
        with DeskProcess(profile.folder) as desk:
            codes = [hub.code(), "QQ7Z4KWX"]
            request = desk.link.next_request
            for code in reversed(codes):
                desk.ask(Enrol(request=request(), hub_url=hub.url, code=code, device_name="test"))
            desk.wait_ready()
            work_with_canaries(desk, hub, tmp_path)
            outcomes = []
            for tries in (1, 3, 1):
                outcomes += [sign_in(desk, WRONG_PIN).outcome for _ in range(tries)]
                kill(desk)
            assert outcomes == ["wrong"] * 4 + ["blocked"]
            assert sign_in(desk, PIN).outcome == "blocked"
    finally:
        hub.stop()
    canaries = [NAME, PHONE, MAIL, COLLECTOR, NOTE, STREET, PIN, WRONG_PIN, *codes]
    assert b"request" in hub.log.read_bytes()
    for log in (hub.log, desk.log):
        assert found_in(log, canaries) == []
    kept = [path for path in profile.folder.rglob("*") if path.is_file() and path.parent != profile.papers]
    assert {"keys.json", "outbox.sealed"} <= {path.name for path in kept}
    assert [found for path in [*kept, tmp_path / "unsent"] for found in found_in(path, canaries)] == []


def work_with_canaries(desk: DeskProcess, hub: HubProcess, folder: Path) -> None:
    """A handover with all papers, with and without a hub, and what goes wrong on the way."""
    pickup, request = fulfilment_id(ORDER), desk.link.next_request
    lines = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
    assert desk.rows("SELECT name FROM person WHERE name = ?", NAME) == [(NAME,)]
    for kind, args in (
        ("ClaimPickup", {}),
        ("Pick", {"lines": lines}),
        ("StageParcels", {"parcels": [{"bin": "H2", "lines": lines}]}),
        ("MarkReady", {}),
        ("EnterWrongCode", {}),
    ):
        assert desk.perform(kind, staff_id=ANNA, fulfilment_id=pickup, **args).outcome == "saved"
    serve_a_caller(desk)
    desk.wait_until_sent()
    hub.stop()
    parcels = [row[0] for row in desk.rows("SELECT id FROM parcel WHERE fulfilment_id = ?", pickup)]
    done = desk.perform(
        "HandOver", staff_id=ANNA, fulfilment_id=pickup, parcels=parcels, proof="id_seen", id_document="passport",
        collector_name=COLLECTOR, relation="friend",
    )  # fmt: skip
    assert done.outcome == "saved", done
    unreadable = desk.perform("HandOver", staff_id=ANNA, action_id=new_action_id(), name=NAME, mail=MAIL)
    assert unreadable.outcome == "unavailable"
    handover = desk.rows("SELECT id FROM handover")[0][0]
    for paper, subject in (("slip", handover), ("pick_list", pickup)):
        answer = desk.ask(
            PrintPaper(request=request(), paper=paper, subject=subject, staff_id=ANNA, language="sv")
        )
        assert not answer.problem
    desk.wait(lambda: sum(m.state == "printed" for m in desk.messages if isinstance(m, PrintState)) == 2)
    assert not desk.ask(SaveUnsent(request=request(), path=str(folder / "unsent"))).problem
    desk.nudge()
    desk.wait_message(lambda m: isinstance(m, SyncState) and m.problem == "no_line")
    kill(desk)
    hub.start()
    desk.wait_until_sent()


def serve_a_caller(desk: DeskProcess) -> None:
    """A contact, a caller's proofs, a new address and a look at the hub, each with what somebody said."""
    order = order_id(ORDER)
    for kind, args in (
        ("LogContact", {"reason": "other", "outcome": "call_back", "day": "2026-11-23", "note": NOTE}),
        ("VerifyCaller", {"first": "phone", "second": "email"}),
        ("AskStore", {"fulfilment_id": fulfilment_id(ORDER), "question": "other", "note": NOTE}),
        (
            "RequestChange",
            {"change": "address", "seen": "", "street": STREET, "postcode": "411 00", "city": "X"},
        ),
    ):
        own = {} if kind == "AskStore" else {"order_id": order}
        assert desk.perform(kind, staff_id=ANNA, **own, **args).outcome == "saved", kind
    asked = LookUpOrders(request=desk.link.next_request(), text=NAME, staff_id=ANNA)
    found = desk.ask(asked)
    assert [one.order_id for one in found.orders] == [order]


def found_in(path: Path, canaries: list[str]) -> list[str]:
    """Which canaries are in the file's bytes, in any common encoding and case."""
    data = path.read_bytes()
    lowered = data.lower()
    return [
        f"{path.name}: canary {number}"
        for number, text in enumerate(canaries)
        if text.lower().encode() in lowered or text.encode("utf-16-le") in data
    ]
