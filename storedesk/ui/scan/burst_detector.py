"""Decides from characters and their times whether a scanner or a person is typing. No Qt, no clock."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BurstRules:
    """When typing is a scan. Times in ms; `prefix` is a character the scanner sends first, or empty."""

    min_length: int = 6
    max_gap_ms: int = 35
    end_gap_ms: int = 60
    max_length: int = 512
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a key. `release`: held characters that turned out to be typed, deliver them first.

    `hold`: keep this key back. `starts`: the first of a run, remember what the editor holds now.
    `code`: a scan is complete, swallow the key and put the editor back.
    """

    release: str = ""
    hold: bool = False
    starts: bool = False
    code: str = ""


class BurstDetector:
    """Feed every key; only the first character of a run may reach an editor before it is known."""

    def __init__(self, rules: BurstRules | None = None) -> None:
        self._rules = rules or BurstRules()
        self._run = ""
        self._held = ""
        self._last_ms = 0
        self._is_marked = False
        self.slowest_gap_ms = 0
        """The longest silence within the last run of characters."""

    @property
    def holds(self) -> bool:
        """True while characters are kept back and `silence` has to be called in the end."""
        return bool(self._held)

    @property
    def allowed_gap_ms(self) -> int:
        """The longest silence after which the run may still go on or be ended."""
        if self._is_marked or len(self._run) >= self._rules.min_length:
            return self._rules.end_gap_ms
        return self._rules.max_gap_ms

    def character(self, char: str, at_ms: int, hold_first: bool = False) -> Decision:
        """A printable character. `hold_first` for places where even one character would do something."""
        goes_on = self._is_running and self._gap(at_ms) <= self._rules.max_gap_ms
        if goes_on and len(self._run) < self._rules.max_length:
            self._run += char
            self.slowest_gap_ms = max(self.slowest_gap_ms, self._gap(at_ms))
            self._held += char
            self._last_ms = at_ms
            return Decision(hold=True)
        ended = self.silence()
        self._is_marked = bool(self._rules.prefix) and char == self._rules.prefix
        self._run, self._last_ms = ("" if self._is_marked else char), at_ms
        hold = hold_first or self._is_marked
        self._held = char if hold else ""
        self.slowest_gap_ms = 0
        return Decision(ended.release, hold, starts=True, code=ended.code)

    def end(self, at_ms: int) -> Decision:
        """Enter or Tab: completes a scan, or is an ordinary key after the held characters."""
        in_time = self._is_running and self._gap(at_ms) <= self._rules.end_gap_ms
        enough = bool(self._run) if self._is_marked else len(self._run) >= self._rules.min_length
        if in_time and enough:
            return Decision(code=self._taken())
        return self.stop()

    def silence(self) -> Decision:
        """Nothing came for longer than `allowed_gap_ms`: gives back what is held, or ends a marked scan."""
        if self._is_marked and len(self._run) >= self._rules.min_length:
            return Decision(code=self._taken())
        return self.stop()

    def stop(self) -> Decision:
        """Any other key, a click or a change of focus: what was held was typed."""
        released = self._held
        self._forget()
        return Decision(release=released)

    @property
    def _is_running(self) -> bool:
        return bool(self._run) or self._is_marked

    def _gap(self, at_ms: int) -> int:
        """Silence since the last character; a clock that went back counts as none."""
        return max(0, at_ms - self._last_ms)

    def _taken(self) -> str:
        code = self._run
        self._forget()
        return code

    def _forget(self) -> None:
        self._run, self._held, self._is_marked = "", "", False
