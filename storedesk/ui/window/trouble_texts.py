"""The words for trouble with the line, the printers and the desk itself, by the keys its worker sends."""

from PySide6.QtCore import QCoreApplication

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

LINE: dict[str, str] = {
    "no_line": QT_TRANSLATE_NOOP("Line", "Central does not answer. Work goes on and is sent later."),
    "too_slow": QT_TRANSLATE_NOOP("Line", "Central answers too slowly. Work goes on and is sent later."),
    "refused": QT_TRANSLATE_NOOP("Line", "Central does not take what this desk sends. Your work is kept. Tell support."),
    "snapshot_damaged": QT_TRANSLATE_NOOP("Line", "What came from central was damaged. It is fetched again by itself."),
    "revoked": QT_TRANSLATE_NOOP("Line", "This desk was signed out by central. Your unsent work is kept."),
    "wire_too_old": QT_TRANSLATE_NOOP("Line", "Update this desk: its version is too old to send. Your work is kept."),
    "wire_too_new": QT_TRANSLATE_NOOP("Line", "Central is older than this desk. Your work is kept until it is updated."),
    "unknown_device": QT_TRANSLATE_NOOP("Line", "Central does not know this desk any more. Your work is kept. Ask a manager for a new code."),
    "not_a_hub": QT_TRANSLATE_NOOP("Line", "Another page answers instead of central: sign in to this network first."),
    "wrong_certificate": QT_TRANSLATE_NOOP("Line", "Whoever answers cannot show that it is central. Nothing is sent. Tell support."),
    "clock_differs": QT_TRANSLATE_NOOP("Line", "This machine's clock is far off. Set it, then try again."),
    "own_disk": QT_TRANSLATE_NOOP("Line", "This desk's disk did not take an update. Make room on it."),
}  # fmt: skip
"""Why central and this desk do not get together."""

QUIET = frozenset({"no_line", "too_slow"})
"""What the banner of the offline desk says already."""

PRINTER: dict[str, str] = {
    "paper_out": QT_TRANSLATE_NOOP("Printer", "paper is out"),
    "cover_open": QT_TRANSLATE_NOOP("Printer", "its cover is open"),
    "printer_error": QT_TRANSLATE_NOOP("Printer", "the printer reports a fault"),
    "no_answer": QT_TRANSLATE_NOOP("Printer", "the printer does not answer"),
    "offline": QT_TRANSLATE_NOOP("Printer", "the printer is offline"),
    "refused": QT_TRANSLATE_NOOP("Printer", "the printer refused it"),
    "not_found": QT_TRANSLATE_NOOP("Printer", "the printer is not found"),
    "reply_lost": QT_TRANSLATE_NOOP("Printer", "the printer did not say that it was done"),
    "no_printer": QT_TRANSLATE_NOOP("Printer", "no printer is set up"),
    "folder_not_writable": QT_TRANSLATE_NOOP("Printer", "its folder cannot be written"),
    "no_print_system": QT_TRANSLATE_NOOP("Printer", "this machine has no print system"),
}
"""Why nothing came out, to stand within a sentence."""

ANSWERS: dict[str, str] = {
    "nothing_to_print": QT_TRANSLATE_NOOP("Answer", "There is nothing to print for this pickup."),
    "database": QT_TRANSLATE_NOOP("Answer", "This desk's disk or database did not take it. Nothing is lost. Make room on the disk, then try again."),
    "settings_not_saved": QT_TRANSLATE_NOOP("Answer", "The setting was not saved. Everything stays as it was. Make room on the disk, then try again."),
    "not_written": QT_TRANSLATE_NOOP("Answer", "The copy was not written. Nothing is lost."),
    "no_worker": QT_TRANSLATE_NOOP("Answer", "This desk's worker could not do it. Nothing is lost. Tell support: D-13."),
    "not_counted": QT_TRANSLATE_NOOP("Answer", "Nobody can sign in while the disk of this desk takes no note of it. Make room on it."),
    "revoked": QT_TRANSLATE_NOOP("Answer", "Central has signed this desk out. Do it at another desk."),
    "healed": QT_TRANSLATE_NOOP("Answer", "The data of this desk was damaged and is fetched again. Unsent work is safe."),
}  # fmt: skip
"""What the worker could not do, or had to do by itself."""


def line_problem(key: str) -> str:
    """Why the line does not carry; empty for no problem."""
    return QCoreApplication.translate("Line", LINE.get(key, LINE["refused"])) if key else ""


def printer_problem(key: str) -> str:
    """Why a printer does not print, in the language of the desk."""
    return QCoreApplication.translate("Printer", PRINTER.get(key, PRINTER["printer_error"]))


def answer_problem(key: str) -> str:
    """Why the worker did not do what was asked."""
    return QCoreApplication.translate("Answer", ANSWERS.get(key, ANSWERS["no_worker"]))
