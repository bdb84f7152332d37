"""Marks a text for translation where it stands in a table; it is translated when it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; `context` names the group it is translated in."""
    return text
