"""Looks through the bytes of files for invented people and personal numbers, in clear or thinly wrapped."""

import base64
import binascii
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import zstandard

from storedesk.domain.personal_number import looks_like_personal_number
from tests.day.canaries import MARK, PHONE_MARKS

_MARKS = re.compile("|".join(map(re.escape, (MARK, *PHONE_MARKS))).encode(), re.IGNORECASE)
_WIDE_MARKS = re.compile(
    b"|".join(re.escape(mark.encode("utf-16-le")) for mark in (MARK, *PHONE_MARKS)), re.IGNORECASE
)
_NUMBERS = re.compile(rb"(?<![0-9A-Za-z_+])[0-9](?:[ .\-/+]?[0-9A-Ya-y]){8,13}(?![0-9A-Za-z_])")
_WIDE_NUMBERS = re.compile(rb"(?:[0-9 .\-/+A-Ya-y]\x00){9,20}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{8,}")
_ZSTD = b"\x28\xb5\x2f\xfd"


def leaks_in(folder: Path) -> list[str]:
    """Where something was found, file by file: every file below the folder, databases included."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            for part, data in _parts(path):
                found += [f"{path.relative_to(folder)}{part}: {what}" for what in leaks(data)]
    return found


def leaks(data: bytes) -> list[str]:
    """``data`` as it is, as UTF-16, and what its base64 parts hold."""
    found = _plain(data)
    for part in _BASE64.findall(data):
        for shift in range(4):
            found += [f"base64 of {what}" for what in _plain(_decoded(part[shift:]))]
    return found


def _plain(data: bytes) -> list[str]:
    found = [f"canary {match.group()!r}" for match in _MARKS.finditer(data)]
    found += [f"canary in UTF-16 {match.group()!r}" for match in _WIDE_MARKS.finditer(data)]
    found += [f"personal number at {match.start()}" for match in _NUMBERS.finditer(data)
              if looks_like_personal_number(match.group().decode("ascii"))]  # fmt: skip
    found += [f"personal number in UTF-16 at {match.start()}" for match in _WIDE_NUMBERS.finditer(data)
              if looks_like_personal_number(match.group().decode("utf-16-le"))]  # fmt: skip
    return found


def _decoded(part: bytes) -> bytes:
    plain = part.replace(b"-", b"+").replace(b"_", b"/")
    try:
        return base64.b64decode(plain[: len(plain) // 4 * 4])
    except binascii.Error:
        return b""


def _parts(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    yield "", data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as bundle:
            for name in bundle.namelist():
                yield f"!{name}", bundle.read(name)
    if data.startswith(_ZSTD):
        yield "!unpacked", zstandard.ZstdDecompressor().stream_reader(data).read()
