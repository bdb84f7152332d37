"""Names why a round of sync did not succeed, by the keys of the screen's sentences."""

from storedesk.sync.exchange import RoundOutcome

WIRE_PROBLEMS = {
    "22": "clock_differs", "23": "no_line", "24": "unknown_device", "30": "wire_too_old", "31": "wire_too_new",
    "50": "too_slow",
}  # fmt: skip
"""By the wire error's number. A request that came twice is the line's doing, and a busy hub is not a refusal."""


def problem_of(outcome: RoundOutcome) -> str:
    """The key of a round that did not end well."""
    if outcome.kind == "revoked":
        return "revoked"
    if outcome.kind == "refused":
        return WIRE_PROBLEMS.get(outcome.detail, "refused")
    return "own_disk" if outcome.kind == "trouble" else outcome.detail
