"""Finds out how a text file is encoded: mark, strict UTF-8, else the likeliest older encoding."""

import codecs
import re
from collections.abc import Iterable

from storedesk.connectors.import_refused import ImportRefused

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_WESTERN = frozenset("åäöæøéèêëàáâçíïîóôúüûñßœÅÄÖÆØÉÈÊËÀÁÂÇÍÏÎÓÔÚÜÛÑŒ€£§°²½×–—’‘“”…·")
_USUAL = frozenset("åäöæøéüßÅÄÖÆØÉÜ–—’“”…€")
_CENTRAL = frozenset("ąćęłńóśźżáčďéěíňřšťúůýžőűöüäĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰÖÜÄ€§°–—’“”…")
_BALTIC = frozenset("ąčęėįšųūžāēģīķļņõäöüåĄČĘĖĮŠŲŪŽĀĒĢĪĶĻŅÕÄÖÜÅ€§°–—’“”…")
_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄ№«»–—…")
_LETTERS = {"cp1252": _WESTERN, "cp850": _WESTERN, "mac_roman": _WESTERN, "cp1250": _CENTRAL, "cp1257": _BALTIC,
            "cp1251": _CYRILLIC}  # fmt: skip
"""What texts of trade are written with, in order of preference where several fit equally."""
_MIXED_WORD = re.compile(r"\w*(?:[A-Za-z][А-я]|[А-я][A-Za-z])\w*")
"""Latin and Cyrillic letters in one word: a sign that the word is neither."""
_CLEAR = 0.8
_SAMPLE = 200_000


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
            raise ImportRefused(
                f"The file {name} is not a text table (it holds zero bytes): save it as CSV or XLSX."
            )
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
    """The first encoding in which nearly all special characters are letters of its languages."""
    shares = {
        encoding: _share_of_letters(sample, encoding, letters) for encoding, letters in _LETTERS.items()
    }
    likeliest = max(shares, key=lambda encoding: shares[encoding])
    return likeliest if shares[likeliest] >= _CLEAR else _guessed(sample, name)


def _share_of_letters(sample: bytes, encoding: str, letters: frozenset[str]) -> float:
    """How many of the characters beyond ASCII are such letters, 0 to 1; the usual ones count a little more."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    if letters is _CYRILLIC:
        text = _MIXED_WORD.sub("\u00bf", text)
    special = [char for char in text if not char.isascii()]
    usual = _USUAL if letters is _WESTERN else letters
    return sum(1.0 if char in usual else 0.9 for char in special if char in letters) / max(len(special), 1)


def _guessed(sample: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # costs 60 ms that hardly any file needs

    best = from_bytes(sample, cp_isolation=list(_LETTERS)).best()
    if best is None:
        raise ImportRefused(
            f"The encoding of {name} cannot be detected: name it in the mapping under table.encoding."
        )
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
