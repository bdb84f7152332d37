"""The one error of an import: a sentence that says what is wrong, where, and what to do."""


class ImportRefused(Exception):
    """The input or its mapping cannot be used as it is; nothing of it was lost or half written."""
