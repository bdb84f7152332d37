"""What was done on this desk, as the history and undo hear of it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Deed:
    """An action that was saved: its kind, arguments and the words that staff read, if any."""

    kind: str
    args: Any
    said: str
