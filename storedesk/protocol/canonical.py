"""The canonical row, its 8-byte hash and the sum of a scope, equal on desk and hub."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

_encoder = msgspec.json.Encoder()
_MASK = (1 << 64) - 1
_SIGN = 1 << 63


def canonical_row(row: Sequence[Any]) -> bytes:
    """JSON array of the row's values in the declared order of its table's wire version."""
    return _encoder.encode(tuple(row))


def row_hash(table: str, row: Sequence[Any]) -> int:
    """First 8 bytes of SHA-256 over table name and canonical row (which holds the key), signed for SQL."""
    digest = hashlib.sha256(table.encode() + b"\0" + _encoder.encode(tuple(row))).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def row_hashes(table: str, rows: Iterable[Sequence[Any]]) -> list[int]:
    """``row_hash`` of many rows of one table."""
    name, encode, sha256 = table.encode() + b"\0", _encoder.encode, hashlib.sha256
    return [
        int.from_bytes(sha256(name + encode(tuple(row))).digest()[:8], "big", signed=True) for row in rows
    ]


def sum_of(hashes: Iterable[int]) -> int:
    """Sum modulo 2^64 in the signed form that fits a database integer."""
    return signed(sum(hashes))


def signed(total: int) -> int:
    total &= _MASK
    return total - (1 << 64) if total & _SIGN else total
