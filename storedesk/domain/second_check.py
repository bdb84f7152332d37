"""When a handover without a line wants a second check, and which ways satisfy it."""

BY_VALUE, BY_SILENCE = "value", "no_contact"
SILENCE_MS = 4 * 3_600_000
GENUINE_CODES = frozenset({"code", "qr", "label"})
"""Proofs that only the customer's own message can give; with an ID seen beside them nobody else is needed."""


def second_check_reason(value: int, limit: int | None, last_contact: int | None, at: int) -> str:
    """``value`` above ``limit``, or ``no_contact`` for four hours; empty where one check is enough.

    Money in 1/10,000, times in UTC milliseconds. ``last_contact`` is None while the line carries.
    """
    if last_contact is None:
        return ""
    if limit is not None and value > limit:
        return BY_VALUE
    return BY_SILENCE if at - last_contact >= SILENCE_MS else ""
