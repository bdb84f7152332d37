"""Mails, tables and texts that customers send: read where they hold lines, harmless where they are hostile."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.connectors.request_reader import (
    LARGEST,
    RequestUnreadable,
    read_mail,
    read_pasted,
    read_request_file,
)
from storedesk.domain.request_lines import MOST_LINES


def mail(text: str = "12 st ALV-2201-SKO-M\n", kind: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Anna Lindberg <Anna.Lindberg@Example.se>"
    message["Subject"] = "Offert till \u202evarvet"
    message.set_content(text, subtype=kind)
    return message


def test_a_mail_gives_its_lines_its_sender_and_its_subject(tmp_path: Path) -> None:
    path = tmp_path / "request.eml"
    path.write_bytes(mail().as_bytes())
    found = read_request_file(path)
    assert [line.codes for line in found.content.lines] == [("ALV-2201-SKO-M",)]
    assert (found.sender, found.subject, found.ignored) == (
        "anna.lindberg@example.se", "Offert till varvet", 0,
    )  # fmt: skip


def test_only_tables_among_attachments_are_read() -> None:
    message = mail("Se bilagan.\n")
    message.add_attachment("Artnr;Antal\nVM-1001;7\n", subtype="csv", filename="lista.csv")
    message.add_attachment(b"MZ\x00\x01", maintype="application", subtype="x-msdownload", filename="a.exe")
    message.add_attachment("99 st ALV-9999\n", filename="extra.txt")
    found = read_mail(message.as_bytes())
    assert [(line.quantity, line.codes) for line in found.content.lines] == [("7", ("VM-1001",))]
    assert found.ignored == 2 and found.content.rest == ("Se bilagan.",)


def test_a_page_is_read_by_its_words_and_never_by_its_scripts() -> None:
    page = "<html><head><style>9 st CSS-1234</style></head><body><p>3 st ALV-2201</p><script>4 st X-1234</script>"
    found = read_mail(mail(page + "<table><tr><td>LJG-0815</td><td>5</td></tr></table>", "html").as_bytes())
    assert [(line.quantity, line.codes) for line in found.content.lines] == [
        ("3", ("ALV-2201",)),
        ("5", ("LJG-0815",)),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_table_file_is_read_in_the_encoding_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "lista.csv"
    path.write_bytes("Benämning;Antal;Art.nr\nTröja grå;3;VM-1002\n".encode(encoding))
    (line,) = read_request_file(path).content.lines
    assert (line.quantity, line.codes, line.words) == ("3", ("VM-1002",), ("Tröja", "grå"))


def test_what_is_copied_from_a_sheet_is_read_as_a_table() -> None:
    found = read_pasted("Artikel\tAntal\nVM-1001\t4\nVM-1002\t6\n")
    assert [(line.quantity, line.codes) for line in found.lines] == [("4", ("VM-1001",)), ("6", ("VM-1002",))]


def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path) -> None:
    large, binary, gone = tmp_path / "l.txt", tmp_path / "b.csv", tmp_path / "gone.eml"
    large.write_bytes(b"x" * (LARGEST + 1))
    binary.write_bytes(b"PK\x03\x04\x00\x00")
    for path, word in ((large, "2 MB"), (binary, "no text"), (gone, "cannot be opened")):
        with pytest.raises(RequestUnreadable, match=word):
            read_request_file(path)


def test_a_very_long_list_keeps_its_first_lines_and_counts_the_others() -> None:
    found = read_pasted("\n".join(f"{n} st ALV-{n:04}" for n in range(1, 101)))
    assert (len(found.lines), found.left_out) == (MOST_LINES, 40)


@given(st.binary(max_size=3_000))
def test_any_bytes_are_read_as_a_mail_or_refused(content: bytes) -> None:
    try:
        found = read_mail(content)
    except RequestUnreadable:
        return
    assert len(found.content.lines) <= MOST_LINES
    assert found.sender.isprintable() and found.subject.isprintable()


@given(st.binary(max_size=400), st.sampled_from(["base64", "quoted-printable", "7bit", "x-strange"]))
def test_a_mail_with_damaged_parts_is_read_or_refused(content: bytes, encoding: str) -> None:
    head = (
        b"From: =?utf-8?b?" + content[:20].hex().encode() + b"?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/csv; charset=" + content[:8].hex().encode() + b"\r\n"
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n"
    )
    try:
        found = read_mail(head + content + b"\r\n--b--\r\n")
    except RequestUnreadable:
        return
    assert len(found.content.lines) <= MOST_LINES
