"""Signals that carry True or None leave the reference counts of both as they were."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

EMISSIONS = 400


class Sender(QObject):
    """Emits a bool and an object."""

    told = Signal(bool)
    handed = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
@pytest.mark.parametrize("value", [True, None], ids=["true", "none"])
def test_signal_emissions_leave_reference_counts_alone(value: bool | None) -> None:
    sender = Sender()
    heard: list[object] = []
    sender.told.connect(heard.append)
    sender.handed.connect(heard.append)
    sender.handed.emit(value)
    heard.clear()
    before = sys.getrefcount(value)
    for _ in range(EMISSIONS):
        sender.handed.emit(value)
        sender.told.emit(True)
    assert len(heard) == 2 * EMISSIONS
    heard.clear()
    assert abs(sys.getrefcount(value) - before) < EMISSIONS // 10
