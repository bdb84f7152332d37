"""One sentence for each refusal and each kind of trouble: what happened, what is safe, what to do."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from storedesk.domain.reasons import Reason
from storedesk.protocol.desk_link import Performed
from storedesk.ui.texts.marked import QT_TRANSLATE_NOOP

REFUSALS: dict[str, str] = {
    "NeedsHub": QT_TRANSLATE_NOOP("Refusal", "This is not on this desk. Look again when the line is back."),
    "UnknownRecord": QT_TRANSLATE_NOOP("Refusal", "This is not here any more. Look at the list again."),
    "NotAllowed": QT_TRANSLATE_NOOP("Refusal", "You may not do this here. Ask a store manager to sign in."),
    "WrongState": QT_TRANSLATE_NOOP("Refusal", "It has moved on meanwhile. Look at it again."),
    "WorkedOnByOther": QT_TRANSLATE_NOOP("Refusal", "Somebody else works on this on {desk}. Take it over first."),
    "NotThisPlace": QT_TRANSLATE_NOOP("Refusal", "This pickup belongs to another store."),
    "TooMany": QT_TRANSLATE_NOOP("Refusal", "At most {possible} can be taken here, not {wanted}."),
    "NothingStaged": QT_TRANSLATE_NOOP("Refusal", "Nothing is staged yet. Scan a bin first."),
    "LinesOpen": QT_TRANSLATE_NOOP("Refusal", "{lines} still open. Pick them or say what is wrong."),
    "ParcelNotHere": QT_TRANSLATE_NOOP("Refusal", "A parcel of {order_number} does not fit. Scan each parcel, or tick it as left."),
    "PaymentMissing": QT_TRANSLATE_NOOP("Refusal", "Not paid in full. Take the payment at the till and enter its receipt number."),
    "ReceiptUsed": QT_TRANSLATE_NOOP("Refusal", "Receipt {number} has paid another order. Look at the receipt again."),
    "WrongCode": QT_TRANSLATE_NOOP("Refusal", "That is not the code for this order. {tries_left} tries left."),
    "IdentityNeeded": QT_TRANSLATE_NOOP("Refusal", "Ask for an ID document this time."),
    "AgeCheckNeeded": QT_TRANSLATE_NOOP("Refusal", "From {age_limit} years only. Look at an ID and answer the age question."),
    "SecondCheckNeeded": QT_TRANSLATE_NOOP("Refusal", "No line to central: this one wants a supervisor’s PIN, an ID beside the code, or words by phone."),
    "ReturnTooLate": QT_TRANSLATE_NOOP("Refusal", "The last return day was {last_day}. A supervisor’s PIN allows it."),
    "LabelNotGood": QT_TRANSLATE_NOOP("Refusal", "This code is not good here, or its last day has passed. Ring central before anything leaves."),
    "PersonalNumberInText": QT_TRANSLATE_NOOP("Refusal", "That looks like a personal number. It is never kept: take it out."),
    "TextMissing": QT_TRANSLATE_NOOP("Refusal", "A reason is missing. Write a few words."),
    "AlreadyAnswered": QT_TRANSLATE_NOOP("Refusal", "Somebody has answered this already."),
    "TooLate": QT_TRANSLATE_NOOP("Refusal", "After {minutes} minutes a store manager has to do this."),
    "QuoteWithoutLines": QT_TRANSLATE_NOOP("Refusal", "The quote has no lines yet. Add one."),
    "LineWithoutPrice": QT_TRANSLATE_NOOP("Refusal", "Line {line} has no price. Write one, say that it is free of charge, or take it out."),
    "TaxRateMissing": QT_TRANSLATE_NOOP("Refusal", "No tax rate is known for {category} in {country}. Head office has to add it."),
    "PriceMoved": QT_TRANSLATE_NOOP("Refusal", "The price of line {line} has moved. Take the new one or keep the old one."),
    "TaxMoved": QT_TRANSLATE_NOOP("Refusal", "The tax of line {line} has changed. Look at the totals again."),
    "QuoteChanged": QT_TRANSLATE_NOOP("Refusal", "Somebody changed this quote; version {version} counts now. Open it again."),
    "ApprovalNeeded": QT_TRANSLATE_NOOP("Refusal", "This needs an approval by somebody with a higher limit. Ask for it."),
    "ApprovalOutdated": QT_TRANSLATE_NOOP("Refusal", "The quote was changed since {mark}. Look at it and approve it again."),
    "AboveOfflineCeiling": QT_TRANSLATE_NOOP("Refusal", "A PIN at the desk is not enough for this sum. Ask for the approval."),
    "PoNumberMissing": QT_TRANSLATE_NOOP("Refusal", "This company wants its PO number on every quote. Enter it."),
    "ValidityPast": QT_TRANSLATE_NOOP("Refusal", "The quote was valid until {valid_until}. Make a new version."),
    "NumberNotOfThisQuote": QT_TRANSLATE_NOOP("Refusal", "{number} is not the number of this quote. Start this desk again."),
    "CompanyYesMissing": QT_TRANSLATE_NOOP("Refusal", "This is above what the buyer may order for. It waits for an approver of the company: note the yes on the company's page."),
    "ChainWaitsForOther": QT_TRANSLATE_NOOP("Refusal", "Your yes is not the one that is missing. The approval waits for somebody in another role."),
    "NotAnApprover": QT_TRANSLATE_NOOP("Refusal", "This person may not agree to so much for the company. Ask another approver."),
    "NotABusinessNumberHere": QT_TRANSLATE_NOOP("Refusal", "The number does not fit the country {country}. Check it digit by digit, or leave it empty."),
    "LastDayNotPossible": QT_TRANSLATE_NOOP("Refusal", "The last day is {last_day}. It can move at most {days} days on, and not back."),
    "LastDayNotOver": QT_TRANSLATE_NOOP("Refusal", "Kept until {last_day}, unless the customer says no."),
    "CallsMissing": QT_TRANSLATE_NOOP("Refusal", "Call {calls} times more first."),
    "NotAStore": QT_TRANSLATE_NOOP("Refusal", "A pickup moves to another store only. Choose one of the list."),
    "NotEnoughThere": QT_TRANSLATE_NOOP("Refusal", "That store has {possible} free, not {wanted}. Choose another store."),
    "NothingWanted": QT_TRANSLATE_NOOP("Refusal", "The customer waits for nothing of this pickup any more. Put its goods back."),
    "OtherPrice": QT_TRANSLATE_NOOP("Refusal", "That one has another price: to the till with it. Take it back here, sell the other one there."),
    "NotAlike": QT_TRANSLATE_NOOP("Refusal", "Only the same style at the same price goes in its place, and only what is free."),
    "ItemChecksOn": QT_TRANSLATE_NOOP("Refusal", "Items are checked one by one here. Pick them, then mark ready."),
    "GoodsHaveLeft": QT_TRANSLATE_NOOP("Refusal", "Goods of this order have left already. Take them back when they come in instead."),
    "RulesWrong": QT_TRANSLATE_NOOP("Refusal", "These rules cannot be used: {sentence} Correct them first."),
    "RuleUnreachable": QT_TRANSLATE_NOOP("Refusal", "Rule {rule} can never be reached: rule {first} takes all it would."),
    "RulesChanged": QT_TRANSLATE_NOOP("Refusal", "Somebody changed set {number} meanwhile. Look at it again."),
    "GivenUp": QT_TRANSLATE_NOOP("Refusal", "Central could not decide it, and a manager has given it up."),
    "OwnDesk": QT_TRANSLATE_NOOP("Refusal", "{desk} is the desk you work at. Replace it from another desk."),
    "UnknownChoice": QT_TRANSLATE_NOOP("Refusal", "This answer is not known here. Update this desk."),
}  # fmt: skip

TROUBLES: dict[str, str] = {
    "revoked": QT_TRANSLATE_NOOP("Refusal", "Not saved: central has signed this desk out. Do it at another desk."),
    "disk_full": QT_TRANSLATE_NOOP("Refusal", "Not saved: the disk is full. What was saved before is safe. Make room, then press again."),
    "database": QT_TRANSLATE_NOOP("Refusal", "Not saved: this desk's database did not take it. Press again; if it stays, start the desk again."),
    "unsure": QT_TRANSLATE_NOOP("Refusal", "The disk failed while saving: this may be saved or not. Start the desk again and look before you repeat it."),
    "action_too_large": QT_TRANSLATE_NOOP("Refusal", "Not saved: that is too much at once. Use shorter texts or fewer parcels."),
    "unreadable": QT_TRANSLATE_NOOP("Refusal", "Not saved: something went wrong on our side. Your other work is safe. Tell support: D-12."),
}  # fmt: skip


def refusal_text(performed: Performed) -> str:
    """Why it was not done, in the language of the desk."""
    return _text(performed.why, performed.facts)


def reason_text(reason: Reason) -> str:
    """Why it cannot be done, in the language of the desk."""
    return _text(reason.kind, reason.facts())


def known_reason_text(why: str, facts: Mapping[str, int | str]) -> str:
    """The sentence of a reason by its name; empty for one that is not known here."""
    return _text(why, facts) if why in REFUSALS else ""


def _text(why: str, facts: Mapping[str, int | str]) -> str:
    source = REFUSALS.get(why) or TROUBLES.get(why) or TROUBLES["unreadable"]
    text = QCoreApplication.translate("Refusal", source)
    for name, value in facts.items():
        text = text.replace("{" + name + "}", str(value))
    return text
