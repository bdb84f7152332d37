"""The words for what can go wrong on first run: what happened, what is safe, what to do."""

from PySide6.QtCore import QCoreApplication

from storedesk.ui.screens.first_run_state import Fault
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

_WORDS = {
    Fault.NO_ANSWER: (
        QT_TRANSLATE_NOOP("FirstRun", "Central does not answer at this address."),
        QT_TRANSLATE_NOOP("FirstRun", "Look at the network cable or Wi-Fi and at the address, then go on."),
    ),
    Fault.NOT_CENTRAL: (
        QT_TRANSLATE_NOOP("FirstRun", "Something else answered at this address."),
        QT_TRANSLATE_NOOP(
            "FirstRun", "It may be the sign-in page of a network. Open a browser, sign in there, then go on."
        ),
    ),
    Fault.NOT_PROVEN: (
        QT_TRANSLATE_NOOP("FirstRun", "Whoever answers cannot show that it is central."),
        QT_TRANSLATE_NOOP(
            "FirstRun", "Nothing was sent. Look at the address, and tell support if it is right."
        ),
    ),
    Fault.DAMAGED: (
        QT_TRANSLATE_NOOP("FirstRun", "What came from central was damaged on the way."),
        QT_TRANSLATE_NOOP("FirstRun", "It is fetched again by itself."),
    ),
    Fault.BAD_ADDRESS: (
        QT_TRANSLATE_NOOP("FirstRun", "This is not an address."),
        QT_TRANSLATE_NOOP("FirstRun", "It starts with https:// and stands beside the code."),
    ),
    Fault.WRONG_CODE: (
        QT_TRANSLATE_NOOP("FirstRun", "That is not the code."),
        QT_TRANSLATE_NOOP("FirstRun", "Compare it with the one you were given."),
    ),
    Fault.OLD_CODE: (
        QT_TRANSLATE_NOOP("FirstRun", "This code has been used or is too old."),
        QT_TRANSLATE_NOOP("FirstRun", "Ask for a new one, then type it here."),
    ),
    Fault.REFUSED: (
        QT_TRANSLATE_NOOP("FirstRun", "Central did not let this desk in."),
        QT_TRANSLATE_NOOP("FirstRun", "Nothing was stored here. Start again with a new code."),
    ),
    Fault.CLOCK: (
        QT_TRANSLATE_NOOP("FirstRun", "The clock of this desk is wrong."),
        QT_TRANSLATE_NOOP("FirstRun", "Set date and time in the system, then go on."),
    ),
    Fault.DISK: (
        QT_TRANSLATE_NOOP("FirstRun", "There is not enough room on the disk of this desk."),
        QT_TRANSLATE_NOOP("FirstRun", "What is here stays. Free some room, then go on."),
    ),
}


def fault_words(fault: Fault, detail: str) -> tuple[str, str]:
    """What happened, and what to do with `detail` after it; empty without a fault."""
    if fault is Fault.NONE:
        return "", ""
    bold, more = (QCoreApplication.translate("FirstRun", text) for text in _WORDS[fault])
    return bold, f"{more} {detail}".strip()
