"""How much of a customer's name, phone and e-mail may be told: one rule for every screen."""

from storedesk.desk.order_views import Shown
from storedesk.domain.plain_text import NAME_SHOWN, clean_text


def shown_name(name: str, shown: Shown) -> str:
    """A store tells customers by their names; on the phone a name is covered before the caller is verified."""
    return covered_name(name) if shown is Shown.COVERED else clean_text(name, NAME_SHOWN)


def covered_name(name: str) -> str:
    """The first letter of each word, as in M••• N•••."""
    return " ".join(f"{word[:1]}•••" for word in clean_text(name, NAME_SHOWN).split()[:3])


def covered_phone(digits: str) -> str:
    """The last three digits behind dots."""
    return f"•••{digits[-3:]}" if len(digits) > 3 else ""


def covered_email(email: str) -> str:
    """The first letter and the domain, as in m•••@example.se; empty where there is no such address."""
    local, at, domain = clean_text(email, NAME_SHOWN).partition("@")
    return f"{local[:1]}•••@{domain}" if local and at and domain else ""
