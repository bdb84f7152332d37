"""How far a kind has been read, as a short JSON text that nobody else understands."""

import json
from typing import NamedTuple

_NAMES = ("step", "after", "place", "since", "begun", "full", "done")


class Cursor(NamedTuple):
    """``step`` is empty between passes; within one, ``after`` is the last id of ``place`` or all, and ``begun``
    when the pass began by the shop's clock. ``since`` is when the last pass began, ``full`` when the last that read
    everything did; UTC ms. ``done`` counts records of the pass."""

    step: str = ""
    after: str = ""
    place: str = ""
    since: int = 0
    begun: int = 0
    full: int = 0
    done: int = 0

    def text(self) -> str:
        return json.dumps({name: value for name, value in zip(_NAMES, self, strict=True) if value})

    def ended(self, *, full: bool = False) -> "Cursor":
        """Between passes: the next one asks for what changed since this one began, from the first place on."""
        return Cursor(since=self.begun, full=self.begun if full else self.full)


def cursor_from(text: str) -> Cursor:
    """A text that is not ours begins anew, which reads more rather than less."""
    try:
        found = json.loads(text) if text else {}
        kept = {name: found[name] for name in _NAMES if name in found}
    except (ValueError, TypeError):
        return Cursor()
    usual = Cursor()._asdict()
    fits = all(type(value) is type(usual[name]) for name, value in kept.items())
    return Cursor(**kept) if fits else Cursor()
