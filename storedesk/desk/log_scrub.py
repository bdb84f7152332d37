"""Lets through of a log only what says where and when, never what or who."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

MOST_LINES = 2_000
_WORDS = re.compile(r"[a-z][a-z' ]{0,60}")
_LEVEL = re.compile(r"[a-z]{3,10}")
_AT = re.compile(r"[0-9T:.+Z-]{10,40}")
_PLACE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}|[A-Za-z0-9_./-]{1,120}\.py:\d{1,6} [A-Za-z0-9_<>]{1,60}")


def scrubbed(lines: Iterable[str]) -> list[str]:
    """The last lines with event, level, time and trace; whatever is not written as those are is left out."""
    kept = [clean for line in lines if (clean := _clean(line)) is not None]
    return kept[-MOST_LINES:]


def _clean(line: str) -> str | None:
    try:
        entry = msgspec.json.decode(line[:20_000], type=dict[str, Any])
    except msgspec.MsgspecError:
        return None
    shown: dict[str, Any] = {}
    for name, pattern in (("at", _AT), ("level", _LEVEL), ("event", _WORDS)):
        value = entry.get(name)
        if isinstance(value, str) and pattern.fullmatch(value):
            shown[name] = value
    trace = entry.get("trace")
    if isinstance(trace, list):
        shown["trace"] = [one for one in trace if isinstance(one, str) and _PLACE.fullmatch(one)]
    return msgspec.json.encode(shown).decode() if "event" in shown else None
