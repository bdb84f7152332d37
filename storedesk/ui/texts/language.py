"""Puts the texts of a language on the application."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from storedesk.ui.resources import resource_dir

LANGUAGES = ("en", "sv")
"""The languages that are complete."""
_LOCALES = {"en": "en_GB", "sv": "sv_SE"}
_installed: list[QTranslator] = []


class TextsMissing(RuntimeError):
    """The texts of a language are missing or damaged: the installation is."""


def install_language(code: str) -> str:
    """Use a language from now on; windows made before keep their texts. Returns the one in use.

    A code that is not known means English; regional codes (`sv_SE`) mean their language.
    """
    short = code.replace("-", "_").split("_")[0].lower()
    language = short if short in LANGUAGES else "en"
    translator = QTranslator()
    path = resource_dir() / "translations" / f"storedesk_{language}.qm"
    if not translator.load(str(path)):
        raise TextsMissing(f"The texts for {language} are missing. Install StoreDesk again.")
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(_LOCALES[language]))
    _installed.append(translator)
    return language
