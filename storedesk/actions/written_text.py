"""Free text that staff write: personal numbers are refused in every field, with the reason."""

from storedesk.actions.action import Refusal
from storedesk.domain.personal_number import looks_like_personal_number
from storedesk.domain.reasons import PersonalNumberInText


def refuse_personal_number(text: str, field: str) -> None:
    if text and looks_like_personal_number(text):
        raise Refusal(PersonalNumberInText(field))
