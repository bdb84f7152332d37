"""After the day no invented person and nothing like a personal number lies anywhere in clear."""

import asyncio
import base64
import zipfile
from pathlib import Path

import pytest
import structlog
from PySide6.QtCore import QCoreApplication

from storedesk.desk.commands import _say_without_data
from storedesk.desk.desk_log import set_up_log
from storedesk.domain.error_trace import where_it_broke
from storedesk.protocol.desk_link import Performed
from storedesk.ui.texts.language import LANGUAGES, install_language
from storedesk.ui.window.refusal_texts import refusal_text
from tests.day.canaries import PERSONAL_NUMBERS, canary
from tests.day.scan_for_canaries import leaks, leaks_in
from tests.day.typed_texts import all_free_texts
from tests.day.whole_day import DayAfterwards
from tests.hub.running_hub import hello_request, running_hub

PLANTED = (canary(3).name, canary(3).phone, canary(3).phone_digits, canary(3).email, canary(3).street)
WRAPPED = {
    "utf-8": str.encode,
    "utf-16": lambda text: text.encode("utf-16-le"),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 in the middle": lambda text: base64.urlsafe_b64encode(f"{{'x': '{text}'}}".encode()),
}
UNTYPED: dict[tuple[str, str], str] = {
    ("KeepRoutingDraft", "rules"): "nobody at these stores writes rules; tests/actions/test_free_texts has it"
}
"""Free texts that nobody could type on this day, with the reason."""


def test_a_personal_number_is_refused_in_every_free_text_of_every_kind(day: DayAfterwards) -> None:
    assert all_free_texts() - set(day.typed) == set(UNTYPED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_refusal_says_why(language: str, qapp: QCoreApplication) -> None:
    install_language(language)
    said = refusal_text(
        Performed(request=1, outcome="rejected", why="PersonalNumberInText", facts={"field": "note"})
    )
    install_language("en")
    assert "person" in said.lower()


def test_no_file_holds_a_canary_while_the_desks_work(day: DayAfterwards) -> None:
    assert day.leaks_at_work == []


def test_no_file_holds_a_canary_when_all_is_closed(day: DayAfterwards) -> None:
    files = {path.name for path in day.folder.rglob("*") if path.is_file()}
    assert {"hub.log", "hub.db", "keys.json", "outbox.sealed", "bundle.zip", "unsent.sealed"} <= files
    assert (day.folder / "hub" / "hub.log").stat().st_size > 10_000
    assert leaks_in(day.folder) == []


@pytest.mark.parametrize("wrapped", WRAPPED.values(), ids=WRAPPED)
@pytest.mark.parametrize("text", [*PLANTED, *(f"born {number}, tall" for number in PERSONAL_NUMBERS)])
def test_a_planted_leak_is_found(text: str, wrapped: object, tmp_path: Path) -> None:
    data = b'\x00\xff{"at":1795439100000} ' + wrapped(text) + b" \xfe"  # type: ignore[operator]
    assert leaks(data)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "some.log").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("inside.json", data)
    found = leaks_in(tmp_path)
    assert {one.split(":")[0] for one in found} == {"deep/some.log", "bundle.zip!inside.json"}


def test_times_numbers_of_papers_and_hashes_are_no_leak() -> None:
    harmless = (
        b'{"at":1795439100000,"number":"GBG-07-00041-K7","hash":"' + b"0a1b2c3d4e5f" * 5 + b'","ms":12.5}'
    )
    assert leaks(harmless) == []


class Wrong:
    """A handler with a mistake, whose error says whom it was about."""

    def handle(self, connection: object, device_id: str, request: object, now: int) -> object:
        raise ZeroDivisionError(f"{PLANTED[0]} {PERSONAL_NUMBERS[0]}")


def test_a_mistake_of_the_hub_leaves_no_name_in_its_log(tmp_path: Path) -> None:
    async def ask() -> None:
        async with running_hub(tmp_path, Wrong(), lines=lines) as hub:
            await (await hub.desk()).call(hello_request())

    with (tmp_path / "hub.log").open("w", encoding="utf-8") as lines:
        asyncio.run(ask())
    assert "ZeroDivisionError" in (tmp_path / "hub.log").read_text(encoding="utf-8")
    assert leaks_in(tmp_path) == []


def test_a_mistake_of_a_desk_leaves_no_name_on_its_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_log(tmp_path / "worker.log", lambda: 0)
    try:
        Wrong().handle(None, "", None, 0)
    except ZeroDivisionError as error:
        structlog.get_logger().error("worker task failed", trace=where_it_broke(error))
        _say_without_data(type(error), error, error.__traceback__)  # type: ignore[arg-type]
    finally:
        structlog.reset_defaults()
    said = capsys.readouterr().err.encode() + (tmp_path / "worker.log").read_bytes()
    assert said.count(b"ZeroDivisionError") == 2
    assert leaks(said) == []
