"""Finds out how a text file is encoded: mark, strict UTF-8, else the likeliest older encoding."""

import codecs
from collections.abc import Iterable

from charset_normalizer import from_bytes

from storedesk.connectors.import_refused import ImportRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_OLDER = ["cp1252", "iso8859_15", "cp1250", "cp1257", "cp1251", "cp850", "mac_roman"]
_SAMPLE = 200_000
_AS_GOOD = 0.05


def detect_encoding(blocks: Iterable[bytes], name: str) -> str:
    """The encoding of a whole file given as blocks; raises ImportRefused if it is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    utf8, first, strange = True, True, b""
    for block in blocks:
        if first:
            marked = next((encoding for mark, encoding in _MARKS if block.startswith(mark)), None)
            if marked:
                return marked
            first = False
        if b"\0" in block:
            raise ImportRefused(f"The file {name} is not a text table (it holds zero bytes): save it as CSV or XLSX.")
        if utf8:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                utf8 = False
        if not utf8 and len(strange) < _SAMPLE:
            strange += b"\n".join(line for line in block.splitlines() if not line.isascii())
    if utf8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise ImportRefused(f"The file {name} ends within a character: it was cut short.") from error
        return "utf-8"
    return _older(strange[:_SAMPLE], name)


def _older(sample: bytes, name: str) -> str:
    """The likeliest one; Western European unless its text looks clearly worse than another's."""
    found = from_bytes(sample, cp_isolation=_OLDER)
    best = found.best()
    if best is None:
        raise ImportRefused(
            f"The encoding of {name} cannot be detected: name it in the mapping under table.encoding.")
    western = next((match for match in found if "cp1252" in match.could_be_from_charset), None)
    if western is not None and western.chaos <= best.chaos + _AS_GOOD:
        return "cp1252"
    return best.encoding


def known_encoding(encoding: str) -> str:
    """The codec's own name; raises ImportRefused for an unknown one."""
    try:
        info = codecs.lookup(encoding)
        b"".decode(encoding)
    except (LookupError, ValueError) as error:
        raise ImportRefused(
            f"The mapping names the encoding {encoding!r}, which is not known: use one like utf-8 or cp1252."
        ) from error
    return info.name
