"""The roles of staff in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

ROLES = {
    "sales_associate": QT_TRANSLATE_NOOP("Role", "Sales associate"),
    "store_manager": QT_TRANSLATE_NOOP("Role", "Store manager"),
    "customer_service": QT_TRANSLATE_NOOP("Role", "Customer service"),
    "head_office": QT_TRANSLATE_NOOP("Role", "Head office"),
}


def role_name(role: str) -> str:
    """A role in the language of the desk; an unknown one as it is."""
    return QCoreApplication.translate("Role", ROLES.get(role, role))


def role_names(roles: Iterable[str]) -> str:
    """Several roles in their order, parted by commas."""
    return ", ".join(role_name(role) for role in roles)
