"""What can go wrong between the hub and a platform, as three exceptions that a runner knows how to take."""


class Unreachable(Exception):
    """The surroundings: no line, a time-out, a busy or broken platform. Tried again later, by itself.

    ``maybe_done`` is True where the request had left before the line failed, so that nobody knows what it did.
    """

    def __init__(self, why: str, retry_after_ms: int = 0, *, maybe_done: bool = False) -> None:
        super().__init__(why)
        self.why, self.retry_after_ms, self.maybe_done = why, retry_after_ms, maybe_done


class Stopped(Exception):
    """Somebody has to act before anything works again: ``why`` is signed_out, right_missing, shop_closed,
    another_shop, clock_differs or not_supported; ``what`` names the scope, right or module that is missing."""

    def __init__(self, why: str, what: str = "") -> None:
        super().__init__(f"{why} {what}".strip())
        self.why, self.what = why, what


class BadRecord(Exception):
    """One record that cannot be understood: it is set aside with its id, and what is beside it goes on."""

    def __init__(self, kind: str, external_id: str, problem: str) -> None:
        super().__init__(f"{kind} {external_id}: {problem}")
        self.kind, self.external_id, self.problem = kind, external_id, problem
