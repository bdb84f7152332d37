"""Printing by role: the next printer where one fails, the screen where none prints, never twice."""

from pathlib import Path

import pytest

from storedesk.devices.pdf_queue import PdfQueue
from storedesk.devices.printer_port import PrinterRole, UnavailableReason
from storedesk.devices.printer_roles import PrintedByRole, PrinterRoles, ShowOnScreen
from storedesk.devices.printer_setup import (
    PrinterKind,
    PrinterSetting,
    PrinterSettingRefused,
    printers_by_role,
)
from storedesk.devices.raw_network_printer import RawNetworkPrinter
from storedesk.devices.raw_printer_line import RawTimeouts
from tests.devices.fake_raw_printer import FakeRawPrinter, Mood
from tests.devices.print_jobs import job_of, slip_content

QUICK = RawTimeouts(connect=5.0, answer=0.5, print_out=0.5)


def counter_then_folder(fake: FakeRawPrinter, folder: Path) -> PrinterRoles:
    counter = RawNetworkPrinter("Counter", "127.0.0.1", fake.port, QUICK)
    return PrinterRoles({PrinterRole.SLIP_80: [counter, PdfQueue("Office", folder)]})


def test_first_printer_of_the_role_prints(tmp_path: Path) -> None:
    with FakeRawPrinter() as fake:
        outcome = counter_then_folder(fake, tmp_path).print_by_role(job_of(slip_content()))
        assert isinstance(outcome, PrintedByRole)
        assert (outcome.printed.printer, outcome.passed_over) == ("Counter", ())
        assert list(tmp_path.iterdir()) == []


def test_next_printer_prints_where_the_first_is_out_of_paper(tmp_path: Path) -> None:
    with FakeRawPrinter(Mood.PAPER_OUT) as fake:
        outcome = counter_then_folder(fake, tmp_path).print_by_role(job_of(slip_content()))
        assert isinstance(outcome, PrintedByRole)
        assert outcome.printed.printer == "Office"
        assert [failed.reason_key for failed in outcome.passed_over] == [UnavailableReason.PAPER_OUT]
        assert len(list(tmp_path.iterdir())) == 1


def test_a_lost_reply_goes_to_no_other_printer(tmp_path: Path) -> None:
    with FakeRawPrinter(Mood.NEVER_DONE) as fake:
        outcome = counter_then_folder(fake, tmp_path).print_by_role(job_of(slip_content()))
        assert isinstance(outcome, ShowOnScreen)
        assert outcome.may_have_printed
        assert list(tmp_path.iterdir()) == []


def test_a_store_without_a_printer_shows_the_slip_on_screen() -> None:
    assert PrinterRoles({}).print_by_role(job_of(slip_content())) == ShowOnScreen(())


def test_a_waiting_job_prints_once_when_there_is_paper() -> None:
    with FakeRawPrinter(Mood.PAPER_OUT) as fake:
        roles = PrinterRoles({PrinterRole.SLIP_80: [RawNetworkPrinter("Counter", "127.0.0.1", fake.port)]})
        job = job_of(slip_content())
        first = [roles.print_by_role(job) for _ in range(3)]
        assert all(isinstance(outcome, ShowOnScreen) and not outcome.may_have_printed for outcome in first)
        fake.put_in_paper()
        assert isinstance(roles.print_by_role(job), PrintedByRole)
        assert len(fake.jobs) == 1


def test_settings_give_each_role_its_printers_in_order(tmp_path: Path) -> None:
    both = (PrinterRole.A4, PrinterRole.A5)
    roles = printers_by_role(
        [
            PrinterSetting("Kontor-2", PrinterKind.SYSTEM_QUEUE, "Kontor_2", both),
            PrinterSetting("Counter", PrinterKind.RAW_NETWORK, "10.0.0.9", (PrinterRole.SLIP_80,)),
            PrinterSetting("Folder", PrinterKind.PDF_FOLDER, str(tmp_path), (*both, PrinterRole.SLIP_80)),
        ]
    )
    named = {role: [printer.name for printer in roles.printers_of(role)] for role in PrinterRole}
    assert named == {
        PrinterRole.SLIP_80: ["Counter", "Folder"],
        PrinterRole.LABEL_62X29: [],
        PrinterRole.A5: ["Kontor-2", "Folder"],
        PrinterRole.A4: ["Kontor-2", "Folder"],
    }


@pytest.mark.parametrize(
    "setting",
    [
        PrinterSetting("A", PrinterKind.RAW_NETWORK, "10.0.0.9", (), port=0),
        PrinterSetting("A", PrinterKind.RAW_NETWORK, " ", ()),
        PrinterSetting("A", PrinterKind.SYSTEM_QUEUE, "-o raw", ()),
    ],
)
def test_a_setting_that_cannot_work_is_refused_by_name(setting: PrinterSetting) -> None:
    with pytest.raises(PrinterSettingRefused, match="Printer 'A'"):
        printers_by_role([setting])
