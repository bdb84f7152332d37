"""What the settings screen shows: frozen, ready to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One paper with the printers that can be chosen for it; ``chosen`` is the key of one, empty for none.

    ``state`` is words, ``is_ready`` None while nobody knows yet.
    """

    role: str
    icon: str
    paper: str
    size: str
    printers: tuple[tuple[str, str], ...]
    chosen: str
    state: str
    is_ready: bool | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that support asks first; ``good`` decides the colour."""

    text: str
    good: bool


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """``text_size`` in percent as text, ``lock_minutes`` in whole minutes."""

    desk: str
    roles: tuple[RoleRow, ...]
    found: str
    language: str
    theme: str
    text_size: str
    sounds: bool
    lock_minutes: int
    work_offline: bool
    facts: tuple[Fact, ...] = ()
    scanner: str = ""
