"""Builds the printers of a desk from its settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from storedesk.devices.pdf_queue import PdfQueue
from storedesk.devices.printer_port import PrinterPort, PrinterRole
from storedesk.devices.printer_roles import PrinterRoles
from storedesk.devices.raw_network_printer import RAW_PORT, RawNetworkPrinter
from storedesk.devices.system_queue import SystemQueue


class PrinterKind(StrEnum):
    """How a printer is reached."""

    RAW_NETWORK = "raw_network"
    PDF_FOLDER = "pdf_folder"
    SYSTEM_QUEUE = "system_queue"


@dataclass(frozen=True, slots=True)
class PrinterSetting:
    """One printer: `target` is a host, a folder or a queue name; `roles` in which it is tried."""

    name: str
    kind: PrinterKind
    target: str
    roles: tuple[PrinterRole, ...]
    port: int = RAW_PORT


class PrinterSettingRefused(ValueError):
    """A printer's setting cannot work; the message says which and why."""


def printers_by_role(settings: Iterable[PrinterSetting]) -> PrinterRoles:
    """The printers by role; within a role the order of the settings is the order they are tried in."""
    by_role: dict[PrinterRole, list[PrinterPort]] = {}
    for setting in settings:
        printer = printer_of(setting)
        for role in setting.roles:
            by_role.setdefault(role, []).append(printer)
    return PrinterRoles(by_role)


def printer_of(setting: PrinterSetting) -> PrinterPort:
    """One printer; ``PrinterSettingRefused`` where its setting cannot work."""
    if not setting.target.strip():
        raise PrinterSettingRefused(f"Printer {setting.name!r} has no address, folder or queue.")
    match setting.kind:
        case PrinterKind.RAW_NETWORK:
            if not 0 < setting.port < 65536:
                raise PrinterSettingRefused(f"Printer {setting.name!r} has port {setting.port}; 1 to 65535.")
            return RawNetworkPrinter(setting.name, setting.target, setting.port)
        case PrinterKind.PDF_FOLDER:
            return PdfQueue(setting.name, Path(setting.target))
        case PrinterKind.SYSTEM_QUEUE:
            try:
                return SystemQueue(setting.name, setting.target)
            except ValueError as refused:
                raise PrinterSettingRefused(f"Printer {setting.name!r}: {refused}") from refused
