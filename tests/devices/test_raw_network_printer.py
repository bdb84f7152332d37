"""A raw printer prints once, says why it did not, and never leaves half a print waiting for paper."""

import socket

import pytest

from storedesk.devices.printer_port import Printed, PrinterUnavailable, PrintResult, UnavailableReason
from storedesk.devices.raw_network_printer import RawNetworkPrinter
from storedesk.devices.raw_printer_line import RawTimeouts
from tests.devices.fake_raw_printer import FakeRawPrinter, Mood
from tests.devices.print_jobs import job_of, slip_content
from tests.documents.escpos_reader import read_escpos

QUICK = RawTimeouts(connect=5.0, answer=0.5, print_out=1.0)
PATIENT = RawTimeouts(connect=5.0, answer=5.0, print_out=10.0)


def print_slip(fake: FakeRawPrinter, timeouts: RawTimeouts = PATIENT, **changes: object) -> PrintResult:
    printer = RawNetworkPrinter("Counter", "127.0.0.1", fake.port, timeouts)
    return printer.print_job(job_of(slip_content(**changes)))


def expect_reason(result: PrintResult, reason: UnavailableReason, may_have_printed: bool) -> None:
    assert isinstance(result, PrinterUnavailable)
    assert (result.reason_key, result.may_have_printed) == (reason, may_have_printed)
    assert result.detail.endswith(".")


def test_slip_comes_out_once_and_is_confirmed() -> None:
    with FakeRawPrinter() as fake:
        assert print_slip(fake) == Printed("Counter", confirmed=True)
        assert fake.jobs == [slip_content().escpos]


def test_slip_on_paper_reads_as_the_slip_says() -> None:
    with FakeRawPrinter() as fake:
        print_slip(fake, customer_name="Åsa Ærø Ødegård é", language="sv")
        paper = read_escpos(fake.jobs[0])
        assert "Åsa Ærø Ødegård é" in paper.text
        assert "INTE ETT KVITTO" in paper.text
        assert paper.codes == ["GBG0700041K7X8P2QW4R"]


def test_hostile_name_sends_no_command_to_the_printer() -> None:
    with FakeRawPrinter() as fake:
        assert isinstance(print_slip(fake, customer_name="\x10\x14\x08\x1dV\x00 Tom & <b>\x1b@"), Printed)
        assert read_escpos(fake.jobs[0]).cuts == 1
        assert "Tom & <b>" in read_escpos(fake.jobs[0]).text


def test_paper_out_sends_nothing_and_prints_once_when_there_is_paper() -> None:
    with FakeRawPrinter(Mood.PAPER_OUT) as fake:
        expect_reason(print_slip(fake), UnavailableReason.PAPER_OUT, may_have_printed=False)
        assert b"Maria" not in fake.received
        fake.put_in_paper()
        assert isinstance(print_slip(fake), Printed)
        assert len(fake.jobs) == 1


def test_paper_that_ends_in_the_middle_leaves_no_rest_to_come_out_later() -> None:
    with FakeRawPrinter(paper_left=300) as fake:
        expect_reason(print_slip(fake, QUICK), UnavailableReason.PAPER_OUT, may_have_printed=False)
        fake.put_in_paper()
        assert fake.jobs == []
        assert isinstance(print_slip(fake), Printed)
        assert fake.jobs == [slip_content().escpos]


def test_a_printer_that_keeps_its_rest_may_have_printed() -> None:
    with FakeRawPrinter(paper_left=300) as fake:
        fake.clears = False
        expect_reason(print_slip(fake, QUICK), UnavailableReason.PAPER_OUT, may_have_printed=True)
        fake.put_in_paper()
        assert fake.jobs == [slip_content().escpos]


def test_paper_that_ends_with_the_print_still_printed() -> None:
    with FakeRawPrinter(paper_left=len(slip_content().escpos)) as fake:
        result = print_slip(fake, QUICK)
        assert len(fake.jobs) == 1
        expect_reason(result, UnavailableReason.PAPER_OUT, may_have_printed=False)


def test_open_cover_is_said() -> None:
    with FakeRawPrinter(Mood.COVER_OPEN) as fake:
        expect_reason(print_slip(fake), UnavailableReason.COVER_OPEN, may_have_printed=False)


def test_a_silent_printer_gets_nothing_to_print() -> None:
    with FakeRawPrinter(Mood.SILENT) as fake:
        expect_reason(print_slip(fake, QUICK), UnavailableReason.NO_ANSWER, may_have_printed=False)
        assert b"Maria" not in fake.received


def test_a_printer_that_hangs_up_after_half_a_reply_gets_nothing_to_print() -> None:
    with FakeRawPrinter(Mood.HALF_REPLY) as fake:
        expect_reason(print_slip(fake), UnavailableReason.NO_ANSWER, may_have_printed=False)
        assert b"Maria" not in fake.received


def test_a_device_that_babbles_is_not_listened_to_for_ever() -> None:
    with FakeRawPrinter(Mood.BABBLES) as fake:
        expect_reason(print_slip(fake), UnavailableReason.NO_ANSWER, may_have_printed=False)


@pytest.mark.parametrize("mood", [Mood.NEVER_DONE, Mood.HANGS_UP_AFTER_PRINT])
def test_a_lost_reply_is_told_apart_from_no_print(mood: Mood) -> None:
    with FakeRawPrinter(mood) as fake:
        expect_reason(print_slip(fake, QUICK), UnavailableReason.REPLY_LOST, may_have_printed=True)
        assert fake.wait_for_jobs(1)


def test_nobody_at_the_port_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    result = RawNetworkPrinter("Counter", "127.0.0.1", port, QUICK).print_job(job_of(slip_content()))
    expect_reason(result, UnavailableReason.REFUSED, may_have_printed=False)


@pytest.mark.parametrize("host", ["", "a" * 300, "\x00", "ä" * 80])
def test_an_address_that_is_none_is_a_result_too(host: str) -> None:
    result = RawNetworkPrinter("Counter", host, 9, QUICK).print_job(job_of(slip_content()))
    assert isinstance(result, PrinterUnavailable)
    assert not result.may_have_printed


def test_two_slips_after_each_other_are_two_whole_prints() -> None:
    with FakeRawPrinter() as fake:
        printer = RawNetworkPrinter("Counter", "127.0.0.1", fake.port, PATIENT)
        for number in ("48207", "48213"):
            assert isinstance(printer.print_job(job_of(slip_content(order_number=number))), Printed)
        assert ["48207" in read_escpos(job).text for job in fake.jobs] == [True, False]
