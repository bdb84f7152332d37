"""Every text on screen has its Swedish, and the built files are those of the sources."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from storedesk.ui.resources import resource_dir
from storedesk.ui.texts.counter_formats import items_text
from storedesk.ui.texts.language import install_language

UI = Path(__file__).resolve().parents[2] / "storedesk" / "ui"
Texts = dict[tuple[str, str], tuple[str, ...]]


def finished(path: Path) -> Texts:
    """Context and source of each finished text, with its forms."""
    found: Texts = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            found[name, message.findtext("source") or ""] = forms or (translation.text or "",)
    return found


@pytest.fixture(scope="module")
def in_source(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str, bool]]:
    """Context, source and whether it counts, of every text in the source as it is now."""
    target = tmp_path_factory.mktemp("texts") / "now.ts"
    sources = sorted(str(path) for path in UI.rglob("*.py"))
    tool = str(Path(sys.executable).with_name("pyside6-lupdate"))
    subprocess.run([tool, "-silent", *sources, "-ts", str(target)], check=True, capture_output=True)
    root = ET.parse(target).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or "", message.get("numerus") == "yes")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_text_has_its_swedish(in_source: set[tuple[str, str, bool]]) -> None:
    swedish = finished(UI / "texts" / "storedesk_sv.ts")
    missing = [(c, s) for c, s, _ in in_source if not all(swedish.get((c, s), ("",)))]
    assert len(in_source) > 150
    assert missing == []


def test_every_count_has_its_english_forms(in_source: set[tuple[str, str, bool]]) -> None:
    english = finished(UI / "texts" / "storedesk_en.ts")
    missing = [(c, s) for c, s, counts in in_source if counts and not all(english.get((c, s), ("",)))]
    assert missing == []


@pytest.mark.parametrize("language", ["en", "sv"])
def test_placeholders_survive_translation(language: str) -> None:
    for (_, source), forms in finished(UI / "texts" / f"storedesk_{language}.ts").items():
        names = {part.split("}")[0] for part in source.split("{")[1:]}
        for form in forms:
            assert {part.split("}")[0] for part in form.split("{")[1:]} == names
            assert ("%n" in form) == ("%n" in source)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_built_files_hold_the_texts_of_the_sources(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resource_dir() / "translations" / f"storedesk_{language}.qm"))
    for (context, source), forms in finished(UI / "texts" / f"storedesk_{language}.ts").items():
        number = 1 if "%n" in source else -1
        assert translator.translate(context, source, None, number) == forms[0]


def test_staff_screens_never_say_hub(in_source: set[tuple[str, str, bool]]) -> None:
    swedish = finished(UI / "texts" / "storedesk_sv.ts")
    words = {source for _, source, _ in in_source} | {form for forms in swedish.values() for form in forms}
    assert [text for text in words if "hub" in text.lower().split()] == []


def test_an_unknown_language_means_english_and_a_region_its_language(qapp: QApplication) -> None:
    assert install_language("sv_SE") == "sv"
    assert install_language("xx") == "en"


def test_every_text_belongs_to_a_context_that_exists(in_source: set[tuple[str, str, bool]]) -> None:
    assert [context for context, _, _ in in_source if not context.isidentifier()] == []


def test_counts_are_spoken_in_singular_and_plural(qapp: QApplication) -> None:
    assert install_language("en") == "en"
    assert (items_text(1), items_text(2)) == ("1 item", "2 items")
    assert install_language("sv") == "sv"
    assert (items_text(1), items_text(2)) == ("1 vara", "2 varor")
    install_language("en")
