"""The words of the customers screen: kinds, roles, terms, states of orders and quotes, age."""

from PySide6.QtCore import QCoreApplication, QObject

from storedesk.desk.account_views import AccountView, CompanyRow, NodeView, PersonView, VatCheck, WorkRow
from storedesk.ui.screens.orders.order_words import state_text as order_state
from storedesk.ui.texts.counter_formats import short_money_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

_KINDS = {
    "company": (QT_TRANSLATE_NOOP("Customers", "company"), "building"),
    "site": (QT_TRANSLATE_NOOP("Customers", "site"), "map-pin"),
    "cost_centre": (QT_TRANSLATE_NOOP("Customers", "cost centre"), "hierarchy"),
}
_ROLES = {
    "buyer": QT_TRANSLATE_NOOP("Customers", "Buyer"),
    "approver": QT_TRANSLATE_NOOP("Customers", "Approver"),
    "collector": QT_TRANSLATE_NOOP("Customers", "May collect"),
    "accounts": QT_TRANSLATE_NOOP("Customers", "Invoices"),
}
_STATES = {
    "draft": (QT_TRANSLATE_NOOP("Customers", "Draft"), Tone.NEUTRAL),
    "issued": (QT_TRANSLATE_NOOP("Customers", "Issued"), Tone.INFO),
    "withdrawn": (QT_TRANSLATE_NOOP("Customers", "Withdrawn"), Tone.NEUTRAL),
    "declined": (QT_TRANSLATE_NOOP("Customers", "Declined"), Tone.NEUTRAL),
    "lapsed": (QT_TRANSLATE_NOOP("Customers", "Lapsed"), Tone.NEUTRAL),
    "order_asked": (QT_TRANSLATE_NOOP("Customers", "Order asked for"), Tone.INFO),
    "ordered": (QT_TRANSLATE_NOOP("Customers", "Ordered"), Tone.OK),
    "ran_out": (QT_TRANSLATE_NOOP("Customers", "Ran out"), Tone.NEUTRAL),
    "needs": (QT_TRANSLATE_NOOP("Customers", "Needs approval"), Tone.BUSINESS),
    "waits": (QT_TRANSLATE_NOOP("Customers", "Waits for a yes"), Tone.WARN),
}
_TREATMENTS = {
    "standard": QT_TRANSLATE_NOOP("Customers", "As usual"),
    "exempt": QT_TRANSLATE_NOOP("Customers", "Exempt"),
    "eu_supply": QT_TRANSLATE_NOOP("Customers", "Supply within the EU"),
    "export": QT_TRANSLATE_NOOP("Customers", "Export"),
    "reverse_charge": QT_TRANSLATE_NOOP("Customers", "Reverse charge"),
}
_CHECKS = {
    VatCheck.NONE: QT_TRANSLATE_NOOP("Customers", "No number"),
    VatCheck.FORM: QT_TRANSLATE_NOOP("Customers", "Form is right, not confirmed"),
    VatCheck.WRONG: QT_TRANSLATE_NOOP("Customers", "Does not fit: check it"),
    VatCheck.CONFIRMED: QT_TRANSLATE_NOOP("Customers", "Number checked {day}"),
}


def said(text: str) -> str:
    return QCoreApplication.translate("Customers", text)


def kind_text(kind: str) -> str:
    return said(_KINDS.get(kind, (kind, ""))[0])


def kind_icon(kind: str, is_top: bool = False) -> str:
    return "building-community" if is_top else _KINDS.get(kind, ("", "building"))[1]


def node_text(node: NodeView) -> str:
    """Number and kind, or what was spent of the month's budget."""
    if node.budget:
        return QCoreApplication.translate("Customers", "{spent} of {budget}").format(
            spent=short_money_text(node.spent, node.currency),
            budget=short_money_text(node.budget, node.currency),
        )
    return f"{node.number} · {kind_text(node.kind)}"


def role_text(person: PersonView, currency: str) -> str:
    """What somebody is, and up to which sum."""
    role = said(_ROLES.get(person.role, person.role))
    if person.role not in ("buyer", "approver"):
        return role
    if person.spending_limit is None:
        return QCoreApplication.translate("Customers", "{role}, any sum").format(role=role)
    limit = short_money_text(person.spending_limit, currency)
    return QCoreApplication.translate("Customers", "{role}, to {limit}").format(role=role, limit=limit)


def found_text(row: CompanyRow) -> str:
    """By whom or as part of what it was found, where the name alone does not say it."""
    if row.contact:
        return QCoreApplication.translate("Customers", "Person: {name}").format(name=row.contact)
    return row.above


def work_state(row: WorkRow) -> tuple[str, Tone]:
    """A draft says first that it needs approval, an issued quote that its company must agree."""
    if row.kind == "order":
        return order_state(row.state)
    key = row.state
    if key == "draft" and row.approval in ("needed", "asked", "declined"):
        key = "needs"
    elif key == "issued" and row.needs_yes:
        key = "waits"
    text, tone = _STATES.get(key, (key, Tone.NEUTRAL))
    return said(text), tone


def treatment_text(view: AccountView) -> str:
    reason = view.terms.treatment_reason
    return " · ".join(part for part in (said(_TREATMENTS.get(view.terms.treatment, "")), reason) if part)


def vat_text(view: AccountView, day: str) -> str:
    return said(_CHECKS[view.terms.vat_check]).replace("{day}", day)


class Counted(QObject):
    """Counts in words; methods, because the text collector sees plurals only in ``tr``."""

    def companies(self, count: int) -> str:
        return self.tr("%n companies", "", count)

    def lines(self, count: int) -> str:
        return self.tr("%n lines", "", count)

    def days_left(self, count: int) -> str:
        return self.tr("%n days left", "", count)
