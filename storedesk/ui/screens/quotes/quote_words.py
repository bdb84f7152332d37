"""The words of quotes: states, what blocks issuing, the steps of a price."""

from PySide6.QtCore import QCoreApplication, QObject

from storedesk.actions.quote_pricing import FREE
from storedesk.desk.quote_views import Block, LineChange, QuoteLineView, QuoteRow, QuoteView
from storedesk.domain.discount_rules import DISCOUNT, MARGIN, NEW_ACCOUNT, TOTAL, RuleHit
from storedesk.domain.money_text import format_number
from storedesk.domain.pricing import NotUsed, PriceStep
from storedesk.ui.texts.counter_formats import money_number, money_text, quantity_text
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone
from storedesk.ui.widgets.choice_card import Choice

_STATES = {
    "draft": (QT_TRANSLATE_NOOP("Quotes", "Draft"), Tone.NEUTRAL),
    "issued": (QT_TRANSLATE_NOOP("Quotes", "Issued"), Tone.INFO),
    "withdrawn": (QT_TRANSLATE_NOOP("Quotes", "Withdrawn"), Tone.NEUTRAL),
    "declined": (QT_TRANSLATE_NOOP("Quotes", "Declined"), Tone.NEUTRAL),
    "lapsed": (QT_TRANSLATE_NOOP("Quotes", "Lapsed"), Tone.NEUTRAL),
    "order_asked": (QT_TRANSLATE_NOOP("Quotes", "Order asked for"), Tone.INFO),
    "ordered": (QT_TRANSLATE_NOOP("Quotes", "Ordered"), Tone.OK),
    "ran_out": (QT_TRANSLATE_NOOP("Quotes", "Validity is past"), Tone.WARN),
    "needed": (QT_TRANSLATE_NOOP("Quotes", "Needs approval"), Tone.WARN),
    "asked": (QT_TRANSLATE_NOOP("Quotes", "Waits for approval"), Tone.WARN),
    "refused": (QT_TRANSLATE_NOOP("Quotes", "Approval refused"), Tone.BAD),
}
_BLOCKS = {
    Block.NO_LINES: QT_TRANSLATE_NOOP("Quotes", "There are no lines."),
    Block.NO_TAX_RATE: QT_TRANSLATE_NOOP("Quotes", "A line cannot be priced on this desk now."),
    Block.NEEDS_APPROVAL: QT_TRANSLATE_NOOP("Quotes", "It is over a limit: somebody must approve it first."),
    Block.PO_MISSING: QT_TRANSLATE_NOOP("Quotes", "This company wants a PO number on it."),
    Block.VALIDITY_PAST: QT_TRANSLATE_NOOP("Quotes", "The day it is valid until is past."),
    Block.PRICE_MOVED: QT_TRANSLATE_NOOP("Quotes", "A price has moved since it was saved."),
    Block.ISSUED: QT_TRANSLATE_NOOP("Quotes", "It is issued already."),
    Block.ENDED: QT_TRANSLATE_NOOP("Quotes", "It has ended."),
}
_STEPS = {
    "list_price": QT_TRANSLATE_NOOP("Quotes", "List price"),
    "contract": QT_TRANSLATE_NOOP("Quotes", "Contract"),
    "campaign": QT_TRANSLATE_NOOP("Quotes", "Campaign"),
    "break": QT_TRANSLATE_NOOP("Quotes", "Quantity price"),
    "promotion": QT_TRANSLATE_NOOP("Quotes", "Promotion"),
    "discount": QT_TRANSLATE_NOOP("Quotes", "Your discount"),
    "kept": QT_TRANSLATE_NOOP("Quotes", "Earlier price kept"),
    "free": QT_TRANSLATE_NOOP("Quotes", "Free of charge"),
}
_ORIGINS = {
    "contract": QT_TRANSLATE_NOOP("Quotes", "Contract"),
    "campaign": QT_TRANSLATE_NOOP("Quotes", "Campaign"),
    "promotion": QT_TRANSLATE_NOOP("Quotes", "Promotion"),
    "kept": QT_TRANSLATE_NOOP("Quotes", "Kept"),
    "own": QT_TRANSLATE_NOOP("Quotes", "Own price"),
    "from": QT_TRANSLATE_NOOP("Quotes", "From {quantity}"),
    "free": QT_TRANSLATE_NOOP("Quotes", "Free of charge"),
    "none": QT_TRANSLATE_NOOP("Quotes", "No price"),
}
_NOT_USED = {
    "not_with_contract": QT_TRANSLATE_NOOP(
        "Quotes", "Not used: {name} ({price}). It cannot be combined with a contract price."
    ),
    "not_combined": QT_TRANSLATE_NOOP(
        "Quotes", "Not used: {name} ({price}). Two promotions are not combined."
    ),
    "dearer": QT_TRANSLATE_NOOP("Quotes", "Not used: {name} ({price}). It would cost more."),
}
_RULES = {
    DISCOUNT: QT_TRANSLATE_NOOP("Quotes", "Line {line}: {value} is over your limit of {limit}."),
    MARGIN: QT_TRANSLATE_NOOP("Quotes", "Line {line}: the margin is under its floor."),
    TOTAL: QT_TRANSLATE_NOOP("Quotes", "The total {value} is over your limit of {limit}."),
    NEW_ACCOUNT: QT_TRANSLATE_NOOP(
        "Quotes", "The account is {value} days old; until {limit} days others decide."
    ),
}
_CHANGES = {
    "added": QT_TRANSLATE_NOOP("Quotes", "{name}: added, {new}"),
    "removed": QT_TRANSLATE_NOOP("Quotes", "{name}: taken out, {old} before"),
    "quantity": QT_TRANSLATE_NOOP("Quotes", "{name}, quantity: {old} → {new}"),
    "price": QT_TRANSLATE_NOOP("Quotes", "{name}, price: {old} → {new}"),
    "discount": QT_TRANSLATE_NOOP("Quotes", "{name}, discount: {old} → {new}"),
}
_VERSIONS = (
    ("edited", QT_TRANSLATE_NOOP("Quotes", "Something changes"),
     QT_TRANSLATE_NOOP("Quotes", "The same lines at the same prices, to be changed.")),
    ("renewed", QT_TRANSLATE_NOOP("Quotes", "Today’s prices"),
     QT_TRANSLATE_NOOP("Quotes", "Every article is priced anew.")),
    ("tax_changed", QT_TRANSLATE_NOOP("Quotes", "Today’s VAT"),
     QT_TRANSLATE_NOOP("Quotes", "The same prices, taxed as of today.")),
)  # fmt: skip
_ENDS = (
    ("declined", QT_TRANSLATE_NOOP("Quotes", "The customer says no"),
     QT_TRANSLATE_NOOP("Quotes", "The quote is kept as declined.")),
    ("withdrawn", QT_TRANSLATE_NOOP("Quotes", "We withdraw it"),
     QT_TRANSLATE_NOOP("Quotes", "It does not hold any more. A new version stays possible.")),
)  # fmt: skip
_REASONS = {
    "": QT_TRANSLATE_NOOP("Quotes", "first"),
    "edited": QT_TRANSLATE_NOOP("Quotes", "changed"),
    "tax_changed": QT_TRANSLATE_NOOP("Quotes", "new VAT"),
    "renewed": QT_TRANSLATE_NOOP("Quotes", "new prices"),
}
_TREATMENTS = {
    "standard": QT_TRANSLATE_NOOP("Quotes", "VAT as usual"),
    "exempt": QT_TRANSLATE_NOOP("Quotes", "Exempt from VAT"),
    "eu_supply": QT_TRANSLATE_NOOP("Quotes", "Supply within the EU"),
    "export": QT_TRANSLATE_NOOP("Quotes", "Export"),
    "reverse_charge": QT_TRANSLATE_NOOP("Quotes", "Reverse charge"),
}


class Counted(QObject):
    """Sentences with a number, which need a plural."""

    def unpriced(self, lines: int) -> str:
        return self.tr("%n lines have no price.", "", lines)


def _said(text: str) -> str:
    return QCoreApplication.translate("Quotes", text)


def state_words(quote: QuoteRow | QuoteView) -> tuple[str, Tone]:
    """A draft says first what its approval waits for, an issued quote that its validity is past."""
    key = quote.state
    if key == "draft" and quote.approval in ("needed", "asked", "declined"):
        key = "refused" if quote.approval == "declined" else quote.approval
    if isinstance(quote, QuoteRow) and quote.ran_out:
        key = "ran_out"
    text, tone = _STATES.get(key, (key, Tone.NEUTRAL))
    return _said(text), tone


def block_text(block: Block, view: QuoteView) -> str:
    """Why it cannot be issued, in a sentence."""
    if block == Block.NO_PRICE:
        unpriced = sum(line.no_price for line in view.lines)
        return Counted().unpriced(unpriced)
    return _said(_BLOCKS[block])


def blocks_text(view: QuoteView) -> str:
    return " ".join(block_text(block, view) for block in view.blocks)


def no_price_text() -> str:
    """What stands in the place of a price that nobody has written yet."""
    return _said(_ORIGINS["none"])


def step_text(step: PriceStep) -> str:
    """What the step is, with its list or rate."""
    label = _said(_STEPS.get(step.label_key, step.label_key))
    detail = percent_text(step.rate) if step.label_key == "discount" else step.name
    return f"{label}, {detail}" if detail else label


def treatment_text(treatment: str) -> str:
    return _said(_TREATMENTS.get(treatment, treatment))


def percent_text(rate: int) -> str:
    """A rate in 1/10,000 % as "14 %"."""
    return f"{format_number(rate, 4, 0)}\u00a0%"


def price_origin(line: QuoteLineView) -> str:
    """Where the price comes from, in a word or two; empty for the list price."""
    labels = [step.label_key for step in line.steps]
    if line.kind != "goods":
        return "" if line.no_price else _said(_ORIGINS["free" if FREE in labels else "own"])
    if "kept" in labels:
        return _said(_ORIGINS["kept"])
    if "break" in labels and line.from_quantity > 1:
        return _said(_ORIGINS["from"]).format(quantity=quantity_text(line.from_quantity, line.unit))
    found = [label for label in ("promotion", "contract", "campaign") if label in labels]
    return _said(_ORIGINS[found[0]]) if found else ""


def stock_text(line: QuoteLineView) -> str:
    """What is free here, and elsewhere where that is not enough."""
    if line.variant_id is None:
        return ""
    here = quantity_text(line.here, line.unit)
    if line.here >= line.quantity or not line.elsewhere:
        return QCoreApplication.translate("Quotes", "{number} here").format(number=here)
    words = QCoreApplication.translate("Quotes", "{number} here, {more} away")
    return words.format(number=here, more=quantity_text(line.elsewhere, line.unit))


def not_used_text(found: NotUsed, currency: str) -> str:
    name = f"{found.name} {percent_text(-found.rate)}" if found.rate else found.name
    text = _NOT_USED.get(found.why, _NOT_USED["dearer"])
    return _said(text).format(name=name, price=money_number(found.price, currency))


def hit_text(hit: RuleHit, currency: str) -> str:
    """A rule that asks for somebody’s yes, with both figures; of a margin without, since customers see the screen."""
    if hit.rule == TOTAL:
        value, limit = money_text(hit.value, currency), money_text(hit.limit, currency)
    elif hit.rule == NEW_ACCOUNT:
        value, limit = str(hit.value), str(hit.limit)
    else:
        value, limit = percent_text(hit.value), percent_text(hit.limit)
    return _said(_RULES.get(hit.rule, hit.rule)).format(line=hit.line, value=value, limit=limit)


def change_text(change: LineChange, currency: str) -> str:
    """A figure of a line in two versions."""

    def shown(value: int) -> str:
        if change.what == "price":
            return money_number(value, currency)
        return percent_text(value) if change.what == "discount" else quantity_text(value, change.unit)

    text = _said(_CHANGES.get(change.what, change.what))
    return text.format(name=change.name, old=shown(change.old), new=shown(change.new))


def reason_text(reason: str) -> str:
    """Why a version was made."""
    return _said(_REASONS.get(reason, reason))


def version_choices(view: QuoteView) -> tuple[Choice, ...]:
    """Why a new version is made; the usual one chosen."""
    return tuple(
        Choice(key, _said(title), _said(effect), suggested=key == "edited")
        for key, title, effect in _VERSIONS
    )


def end_choices(view: QuoteView) -> tuple[Choice, ...]:
    """How a quote can end; nobody can decline what was never issued."""
    ends = _ENDS if view.state == "issued" else _ENDS[1:]
    return tuple(
        Choice(key, _said(title), _said(effect), suggested=len(ends) == 1) for key, title, effect in ends
    )
