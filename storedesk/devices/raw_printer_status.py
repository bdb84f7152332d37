"""The status bytes of an ESC/POS printer: how to ask, and what an answer means."""

from __future__ import annotations

from storedesk.devices.printer_port import UnavailableReason

ASK_PRINTER = b"\x10\x04\x01"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
ASK_PAPER = b"\x10\x04\x04"
STATUS_QUESTIONS = (ASK_PRINTER, ASK_OFFLINE_CAUSE, ASK_PAPER)

ASK_WHEN_DONE = b"\x1dr\x01"
"""Answered in turn, so only after everything sent before it has been worked through."""
CLEAR_BUFFER = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"
"""Throws away what is still to be printed, so that no rest comes out when paper is put in."""
CLEARED = b"\x37\x25\x00"

_SENTENCES = {
    UnavailableReason.PAPER_OUT: "The printer is out of paper.",
    UnavailableReason.COVER_OPEN: "The printer's cover is open.",
    UnavailableReason.PRINTER_ERROR: "The printer reports a fault of its cutter or head.",
    UnavailableReason.OFFLINE: "The printer is switched to offline.",
}


def is_status(answer: int) -> bool:
    """Whether the byte can be an answer to one of the status questions."""
    return answer & 0x93 == 0x12


def is_done(answer: int) -> bool:
    """Whether the byte can be an answer to `ASK_WHEN_DONE`."""
    return answer & 0x90 == 0x00


def reason_in_status(printer: int, cause: int, paper: int) -> UnavailableReason | None:
    """What keeps the printer from printing, the thing to mend first; None where it is ready."""
    if cause & 0x04:
        return UnavailableReason.COVER_OPEN
    if paper & 0x60 or cause & 0x20:
        return UnavailableReason.PAPER_OUT
    if cause & 0x40:
        return UnavailableReason.PRINTER_ERROR
    return UnavailableReason.OFFLINE if printer & 0x08 else None


def sentence_for(reason: UnavailableReason) -> str:
    """One clear sentence for the diagnostics."""
    return _SENTENCES[reason]
