"""The facts of an account in a task, so that two accounts can be compared side by side."""

from storedesk.desk.account_details import shown_number
from storedesk.desk.task_facts import TaskFacts
from storedesk.desk.task_lines import FactLine, Shape
from storedesk.domain.plain_text import clean_text
from storedesk.domain.records import Company

_CHARS, _MOST_SIGNS = 60, 2


def account_lines(company: Company | None) -> tuple[FactLine, ...]:
    """None where the desk does not hold the account."""
    if company is None:
        return ()
    number, _ = shown_number(company)
    said = (
        ("account", company.name),
        ("customer_number", company.number),
        ("organisation_number", number),
        ("country", company.country),
    )
    return tuple(FactLine(name, Shape.TEXT, text=clean_text(text, _CHARS)) for name, text in said if text)


def sign_lines(facts: TaskFacts) -> tuple[FactLine, ...]:
    """Why both may be one."""
    return tuple(
        FactLine("sign", Shape.WORD, text=f"sign.{sign[:_CHARS]}") for sign in facts.signs[:_MOST_SIGNS]
    )
