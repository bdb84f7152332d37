"""A promise that was broken in a simulated run, with what is needed to see it again."""


class Broken(AssertionError):
    """``promise`` is the name of the invariant."""

    def __init__(self, promise: str, what: str) -> None:
        super().__init__(f"{promise}: {what}")
        self.promise = promise


def hold(promise: str, condition: bool, what: object) -> None:
    if not condition:
        raise Broken(promise, str(what))


SAVED = "nothing saved is lost"
ONCE = "each action takes effect once"
ORDER = "actions keep their device's order"
VISIBLE = "own work stays visible"
COLLECTED = "at most the ordered quantity is collected"
ASKED = "every further handover has a task"
LEVELS = "level is the sum of movements"
CURSOR = "cursors never go back"
SHOWN = "as many decisions as actions"
SUMS = "scope sums agree"
EQUAL = "desks end equal to the hub"
WHOLE = "audit and journal are whole"
DRAINED = "every queue empties"
LOOK = "what was looked at is what is there"
PURE = "an act decided again does the same"
DURABLE = "what the hub has answered it knows after a crash"
TOLD = "customers are told once and what is true"
SILENT = "no timer acts on what a silent store has ended"
QUOTED = "an issued quote's net prices never move"
TIMER = "the retry timer is always armed"
