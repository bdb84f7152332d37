"""How a difference came about, as the few steps that a screen tells: what was sent, what became of it, what was read."""

import json
from collections.abc import Sequence
from typing import Any

from storedesk.connectors.pushes import KINDS
from storedesk.domain.differences import Beside, LastPush
from storedesk.storage.difference_reads import Told

MOST_STEPS = 8
HISTORY_MS = 14 * 86_400_000
LONGEST = 200
_FIGURES = {"stock": "available", "price": "amount", "contract_price": "amount", "title": "title"}


def last_push(told: Sequence[Told]) -> LastPush | None:
    """The youngest message that was not dropped."""
    for one in reversed(told):
        if one.state != "dropped":
            return LastPush(one.state, one.made_at, one.done_at or one.tried_at, one.why)
    return None


def history_of(beside: Beside, told: Sequence[Told]) -> str:
    """A JSON array of objects with ``at`` (UTC ms), ``kind`` (sent, taken, refused, waits, no_reply, ours or read),
    ``value`` and ``why``, the oldest first; figures only, nothing of persons."""
    steps: list[tuple[int, str, str, str]] = []
    told_of = {one.done_at for one in told if one.state == "done"}
    if beside.pushed is not None and beside.pushed_at is not None and beside.pushed_at not in told_of:
        steps.append((beside.pushed_at, "taken", beside.pushed, ""))
    if beside.ours_at is not None:
        steps.append((beside.ours_at, "ours", beside.ours, ""))
    for one in told:
        steps += _of_push(one, beside.field)
    steps.append((beside.changed_at, "read", beside.theirs, ""))
    steps.sort(key=lambda step: step[0])
    kept = steps[-MOST_STEPS:]
    return json.dumps(
        [
            {"at": at, "kind": kind, "value": value[:LONGEST], "why": why[:40]}
            for at, kind, value, why in kept
        ],
        ensure_ascii=False,
    )


def _of_push(one: Told, field: str) -> list[tuple[int, str, str, str]]:
    value = _figure(one, field)
    done = one.done_at or one.tried_at or one.made_at
    if one.state == "done":
        return [(done, "taken", value, "")]
    if one.state in ("refused", "parked"):
        return [(done, "refused", value, one.why)]
    if one.state in ("unknown", "sending"):
        return [(done, "no_reply", value, one.why)]
    return [(one.made_at, "waits", value, one.why)] if one.state == "waiting" else []


def _figure(one: Told, field: str) -> str:
    """What a message told, where it says so plainly."""
    kind, name = KINDS.get(one.kind), _FIGURES.get(field, field)
    try:
        found: Any = json.loads(one.ask)
    except ValueError:
        return ""
    if kind is None or name not in kind._fields or not isinstance(found, list):
        return ""
    value = dict(zip(kind._fields, found, strict=False)).get(name)
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if isinstance(value, int | str) else ""
