"""Times and ages as staff read them, in the store's zone and the desk's language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from PySide6.QtCore import QCoreApplication

MINUTE_MS = 60_000


def local(at_ms: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone))


def clock(at_ms: int, zone: str) -> str:
    return local(at_ms, zone).strftime("%H:%M")


def short_day(at_ms: int, zone: str, language: str) -> str:
    """Mon 23 Nov / mån 23 nov."""
    return format_date(local(at_ms, zone), "EEE d MMM", locale=language).replace(".", "")


def long_day(at_ms: int, zone: str, language: str) -> str:
    """Monday 23 November."""
    return format_date(local(at_ms, zone), "EEEE d MMMM", locale=language)


def short_age(ms: int) -> str:
    """An age for a narrow column: minutes up to 59, then hours."""
    minutes = max(0, ms) // MINUTE_MS
    if not minutes:
        return QCoreApplication.translate("Age", "just now")
    if minutes < 60:
        return QCoreApplication.translate("Age", "{n} min").format(n=minutes)
    return QCoreApplication.translate("Age", "{n} h").format(n=minutes // 60)


def age(ms: int) -> str:
    """Just now, seconds, minutes up to 59, then hours: short words for an age."""
    seconds = max(0, ms) // 1000
    if seconds < 10:
        return QCoreApplication.translate("Age", "just now")
    if seconds < 60:
        return QCoreApplication.translate("Age", "{n} s ago").format(n=seconds)
    if seconds < 3600:
        return QCoreApplication.translate("Age", "{n} min ago").format(n=seconds // 60)
    return QCoreApplication.translate("Age", "{n} h ago").format(n=seconds // 3600)
