"""The words of quotes: states, what blocks issuing, the steps of a price."""

from PySide6.QtCore import QCoreApplication

from storedesk.desk.quote_views import Block, QuoteRow, QuoteView
from storedesk.domain.pricing import PriceStep
from storedesk.ui.texts.counter_formats import desk_locale
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP
from storedesk.ui.widgets.chip import Tone

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
    Block.NO_PRICE: QT_TRANSLATE_NOOP("Quotes", "A line has no price."),
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
}
_TREATMENTS = {
    "standard": QT_TRANSLATE_NOOP("Quotes", "VAT as usual"),
    "exempt": QT_TRANSLATE_NOOP("Quotes", "Exempt from VAT"),
    "eu_supply": QT_TRANSLATE_NOOP("Quotes", "Supply within the EU"),
    "export": QT_TRANSLATE_NOOP("Quotes", "Export"),
    "reverse_charge": QT_TRANSLATE_NOOP("Quotes", "Reverse charge"),
}


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


def block_text(block: Block) -> str:
    return _said(_BLOCKS[block])


def step_text(step: PriceStep) -> str:
    """What the step is, with its list or rate."""
    label = _said(_STEPS.get(step.label_key, step.label_key))
    detail = percent_text(step.rate) if step.label_key == "discount" else step.name
    return f"{label}, {detail}" if detail else label


def treatment_text(treatment: str) -> str:
    return _said(_TREATMENTS.get(treatment, treatment))


def percent_text(rate: int) -> str:
    """A rate in 1/10,000 % as "14 %"."""
    return f"{desk_locale().toString(rate / 10_000, 'g', 5)}\u00a0%"
