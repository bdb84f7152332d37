"""The PDF folder keeps every print whole under a name made by us."""

from pathlib import Path

import pytest

from storedesk.devices.pdf_queue import PdfQueue, safe_file_stem
from storedesk.devices.printer_port import Printed, PrinterUnavailable, UnavailableReason
from tests.devices.print_jobs import Bytes, job_of, slip_content
from tests.documents.hostile_texts import HOSTILE


def test_print_is_written_under_its_document_number(tmp_path: Path) -> None:
    content = slip_content()
    result = PdfQueue("Office", tmp_path / "new" / "folder").print_job(job_of(content))
    assert result == Printed("Office", confirmed=True, detail="GBG-07-00041-K7.pdf")
    files = list((tmp_path / "new" / "folder").iterdir())
    assert [(file.name, file.read_bytes()) for file in files] == [("GBG-07-00041-K7.pdf", content.pdf)]


def test_the_same_job_again_changes_nothing(tmp_path: Path) -> None:
    queue = PdfQueue("Office", tmp_path)
    first, second = (queue.print_job(job_of(slip_content())) for _ in range(2))
    assert first == second
    assert len(list(tmp_path.iterdir())) == 1


def test_a_copy_stands_beside_the_first_print(tmp_path: Path) -> None:
    queue = PdfQueue("Office", tmp_path)
    queue.print_job(job_of(slip_content()))
    queue.print_job(job_of(slip_content(copy_of="14:58")))
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "GBG-07-00041-K7-2.pdf",
        "GBG-07-00041-K7.pdf",
    ]


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_no_number_leads_out_of_the_folder(index: int, tmp_path: Path) -> None:
    folder = tmp_path / "queue"
    PdfQueue("Office", folder).print_job(job_of(Bytes(), number=HOSTILE[index]))
    assert [path.name for path in tmp_path.iterdir()] == ["queue"]
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]
    assert len(safe_file_stem(HOSTILE[index])) <= 64


def test_a_folder_that_cannot_be_written_is_a_result(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = PdfQueue("Office", tmp_path / "file").print_job(job_of(Bytes()))
    assert isinstance(result, PrinterUnavailable)
    assert result.reason_key is UnavailableReason.FOLDER_NOT_WRITABLE
    assert not result.may_have_printed


def test_an_unfinished_file_of_a_killed_process_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "N-1.part").write_bytes(b"half")
    assert isinstance(PdfQueue("Office", tmp_path).print_job(job_of(Bytes(), number="N-1")), Printed)
    assert [path.name for path in tmp_path.iterdir()] == ["N-1.pdf"]
