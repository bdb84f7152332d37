"""A driver queue takes the PDF or says clearly why not."""

import os
import stat
from pathlib import Path

import pytest

from storedesk.devices.printer_port import Printed, PrinterUnavailable, UnavailableReason
from storedesk.devices.system_queue import SystemQueue
from tests.devices.print_jobs import job_of, slip_content

needs_posix = pytest.mark.skipif(os.name == "nt", reason="lp is a POSIX program")


def program(folder: Path, script: str) -> str:
    path = folder / "lp"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@needs_posix
def test_queue_gets_the_pdf_and_a_title_without_persons(tmp_path: Path) -> None:
    lp = program(tmp_path, f'echo "$@" > {tmp_path}/arguments; cat > {tmp_path}/paper.pdf')
    result = SystemQueue("Office", "Kontor_2", lp).print_job(job_of(slip_content()))
    assert result == Printed("Office", confirmed=False)
    assert (tmp_path / "paper.pdf").read_bytes() == slip_content().pdf
    assert (tmp_path / "arguments").read_text() == "-d Kontor_2 -t GBG-07-00041-K7 -s\n"


@needs_posix
@pytest.mark.parametrize(
    ("complaint", "reason"),
    [
        ("lp: The printer or class does not exist.", UnavailableReason.NOT_FOUND),
        ("lp: Error - unable to connect to server", UnavailableReason.NO_PRINT_SYSTEM),
        ("lp: Destination is not accepting jobs.", UnavailableReason.REFUSED),
    ],
)
def test_a_refusal_has_its_reason(complaint: str, reason: UnavailableReason, tmp_path: Path) -> None:
    lp = program(tmp_path, f'cat > /dev/null; echo "{complaint}" >&2; exit 1')
    result = SystemQueue("Office", "Kontor-2", lp).print_job(job_of(slip_content()))
    assert isinstance(result, PrinterUnavailable)
    assert (result.reason_key, result.may_have_printed) == (reason, False)


@needs_posix
def test_a_print_system_that_hangs_may_have_printed(tmp_path: Path) -> None:
    lp = program(tmp_path, "exec sleep 60")
    result = SystemQueue("Office", "Kontor-2", lp, timeout_seconds=0.2).print_job(job_of(slip_content()))
    assert isinstance(result, PrinterUnavailable)
    assert (result.reason_key, result.may_have_printed) == (UnavailableReason.NO_ANSWER, True)


def test_no_print_system_is_said(tmp_path: Path) -> None:
    for queue in (
        SystemQueue("Office", "Kontor-2", str(tmp_path / "none"), system="posix"),
        SystemQueue("Office", "Kontor-2", system="nt"),
    ):
        result = queue.print_job(job_of(slip_content()))
        assert isinstance(result, PrinterUnavailable)
        assert result.reason_key is UnavailableReason.NO_PRINT_SYSTEM


@pytest.mark.parametrize("queue", ["", "-d", "a b", "a;b", "ä", "a" * 200, "a\n"])
def test_a_queue_name_cannot_become_an_option(queue: str) -> None:
    with pytest.raises(ValueError, match="queue's name"):
        SystemQueue("Office", queue)
