"""Whatever can go wrong has one sentence on screen, in every language, and no hole in it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

import storedesk.desk.hub_failures as failures
from storedesk.desk.enrol_desk import REFUSALS as ENROL_REFUSALS
from storedesk.desk.hub_failures import HubFailure
from storedesk.desk.round_problems import WIRE_PROBLEMS
from storedesk.devices.printer_port import UnavailableReason
from storedesk.domain.reasons import Reason
from storedesk.protocol.desk_link import Performed
from storedesk.ui.screens.first_run_state import Fault
from storedesk.ui.screens.first_run_words import fault_words
from storedesk.ui.texts.language import LANGUAGES, install_language
from storedesk.ui.window import trouble_texts
from storedesk.ui.window.first_run_control import FAULTS
from storedesk.ui.window.refusal_texts import REFUSALS, TROUBLES, refusal_text
from tests.architecture.product import ROOT

HOLE = re.compile(r"\{(\w+)\}")
HUB_FAILURES = {
    kind.key for kind in vars(failures).values() if isinstance(kind, type) and issubclass(kind, HubFailure)
}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    yield install_language(request.param)
    install_language("en")


def texts_given(name: str, folder: str = "storedesk/desk") -> set[str]:
    """Every literal that the desk's code gives to a parameter or sets as a key of this name."""
    found = set()
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(Path(path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == name and isinstance(node.value, ast.Constant):
                found.add(str(node.value.value))
    return found - {""}


def test_every_refusal_has_a_sentence_whose_holes_are_filled(language: str) -> None:
    assert set(REFUSALS) == set(Reason.kinds)
    for kind, reason in Reason.kinds.items():
        facts: dict[str, int | str] = {field.name: 7 for field in fields(reason)}
        said = refusal_text(Performed(request=1, outcome="rejected", why=kind, facts=facts))
        assert said.endswith(".") and not HOLE.search(said), (kind, said)
        assert (said == REFUSALS[kind]) == (language == "en" and not HOLE.search(REFUSALS[kind]))


def test_every_reason_not_to_save_has_a_sentence(language: str) -> None:
    assert texts_given("why") | {"disk_full", "database"} <= set(TROUBLES)
    for why in TROUBLES:
        said = refusal_text(Performed(request=1, outcome="unavailable", why=why))
        assert said.endswith((".", "D-12.")) and (language == "en" or said != TROUBLES[why])


def test_every_trouble_with_the_line_has_a_sentence(language: str) -> None:
    problems = HUB_FAILURES | set(WIRE_PROBLEMS.values()) | {"revoked", "own_disk"}
    assert problems <= set(trouble_texts.LINE)
    for key, source in trouble_texts.LINE.items():
        said = trouble_texts.line_problem(key)
        assert said.endswith(".") and (language == "en" or said != source), key
    assert trouble_texts.line_problem("") == ""
    assert trouble_texts.line_problem("of a later version")


def test_every_trouble_of_a_printer_has_words(language: str) -> None:
    assert {reason.value for reason in UnavailableReason} | {"no_printer"} <= set(trouble_texts.PRINTER)
    for key, source in trouble_texts.PRINTER.items():
        assert language == "en" or trouble_texts.printer_problem(key) != source


def test_every_answer_that_something_was_not_done_has_a_sentence(language: str) -> None:
    enrolling = {"own_disk", *ENROL_REFUSALS.values()}
    elsewhere = {"reply_lost", "no_printer", *enrolling}
    assert texts_given("problem") - elsewhere <= set(trouble_texts.ANSWERS)
    for key, source in trouble_texts.ANSWERS.items():
        said = trouble_texts.answer_problem(key)
        assert said.endswith(".") and (language == "en" or said != source)


def test_every_trouble_of_the_first_run_has_words(language: str) -> None:
    enrolling = {"wrong_address", "own_disk", *ENROL_REFUSALS.values(), *HUB_FAILURES}
    assert enrolling - {"refused"} <= set(FAULTS)
    for fault in set(Fault) - {Fault.NONE}:
        what, what_to_do = fault_words(fault, "")
        assert what.endswith(".") and what_to_do.endswith(".")
