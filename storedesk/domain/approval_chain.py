"""The seller's approval chains: who must say yes to a quote step by step, with escalation and delegation.

A chain is written as a setting: steps parted by ``>``, each ``any`` or ``all`` of some roles, and where a step
escalates, ``@`` and the minutes after which the next one decides in its place::

    any store_manager @120 > all store_manager,head_office
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.domain.account_credit import ALL, ANY

MOST_STEPS, MOST_ROLES = 6, 6
MINUTE_MS = 60_000
_STEP = re.compile(r"(any|all)\s+([a-z_]+(?:\s*,\s*[a-z_]+)*)(?:\s*@\s*([0-9]{1,6}))?")
_DELEGATE = re.compile(r"([0-9]{1,15})\s+until\s+([0-9]{4}-[0-9]{2}-[0-9]{2})")


class NotAChain(ValueError):
    """The text of a setting is no chain."""


class Step(NamedTuple):
    """``rule`` is any or all of ``roles``; ``minutes`` after which the next step decides instead, 0 for never."""

    rule: str
    roles: tuple[str, ...]
    minutes: int = 0


class Yes(NamedTuple):
    """A yes as one acted: ``role`` is the own one or that of somebody who delegated; ``at`` in UTC ms."""

    staff_id: int
    role: str
    at: int


class Standing(NamedTuple):
    """``waits_for`` are the roles whose yes the current step still needs; nobody's once the chain is done."""

    is_done: bool
    step: int
    waits_for: tuple[str, ...] = ()


class Delegation(NamedTuple):
    """To whom somebody's say goes, up to and with a local date."""

    to: int
    until: str


def parse_chain(text: str) -> tuple[Step, ...]:
    """The steps of a setting; raises NotAChain with one sentence."""
    steps = []
    for part in text[:400].split(">"):
        found = _STEP.fullmatch(part.strip())
        if found is None:
            raise NotAChain("A step of a chain is like: any store_manager @120")
        roles = tuple(dict.fromkeys(role.strip() for role in found[2].split(",")))
        steps.append(Step(found[1], roles[:MOST_ROLES], int(found[3] or 0)))
    if len(steps) > MOST_STEPS:
        raise NotAChain(f"A chain has at most {MOST_STEPS} steps.")
    return tuple(steps)


def chain_text(chain: Iterable[Step]) -> str:
    """A chain as its setting is written."""
    return " > ".join(
        f"{step.rule} {','.join(step.roles)}" + (f" @{step.minutes}" if step.minutes else "")
        for step in chain
    )


def parse_delegation(text: str) -> Delegation | None:
    """A setting like ``204 until 2026-12-01``; None for any other text."""
    found = _DELEGATE.fullmatch(text.strip()[:60])
    return None if found is None else Delegation(int(found[1]), found[2])


def standing(chain: Sequence[Step], given: Iterable[Yes], asked_at: int, now: int) -> Standing:
    """How far a chain has come. A step without its yes escalates once its minutes are over; the last never.
    One person's yes counts for one step only."""
    left, started = sorted(given, key=lambda yes: (yes.at, yes.staff_id)), asked_at
    for place, step in enumerate(chain):
        used, missing = _used(step, left)
        if not missing:
            left = [yes for yes in left if yes.staff_id not in {one.staff_id for one in used}]
            started = max((started, *(yes.at for yes in used)))
            continue
        due = started + step.minutes * MINUTE_MS
        if step.minutes and place + 1 < len(chain) and now >= due:
            started = due
            continue
        return Standing(False, place, missing)
    return Standing(True, len(chain))


def _used(step: Step, given: Sequence[Yes]) -> tuple[tuple[Yes, ...], tuple[str, ...]]:
    """The yeses that this step takes, and the roles that are still missing."""
    taken: dict[str, Yes] = {}
    for yes in given:
        if yes.role in step.roles and yes.role not in taken:
            taken[yes.role] = yes
    if step.rule == ANY and taken:
        return (min(taken.values(), key=lambda yes: yes.at),), ()
    missing = tuple(role for role in step.roles if role not in taken)
    return tuple(taken.values()), missing if step.rule in (ANY, ALL) else step.roles
