"""Settings are saved as they are changed, what can be taken back is, and once only."""

import msgspec
from PySide6.QtWidgets import QApplication

from storedesk.desk.profile import Settings, choice_of
from storedesk.domain.scanner_check import TEST_CODE
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import Mode
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def saved(desk: ShopWindow) -> Settings:
    return msgspec.json.decode((desk.demo.profile / "settings.json").read_bytes(), type=Settings)


def own_size(settings: Settings, desk: ShopWindow) -> int:
    """The text size of whoever is signed in."""
    assert desk.session.user is not None
    return choice_of(settings, desk.session.user.staff_id)[1]


def kinds(desk: ShopWindow) -> list[str]:
    return [str(one[0]) for one in desk.read(desk_outbox)]


def test_a_theme_is_put_on_and_saved_at_once_and_taken_back_by_ctrl_z(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    keys.press("Ctrl+,")
    desk.until(lambda: desk.shell.current is desk.window.settings.screen, "settings did not open")
    desk.window.settings.screen.theme_choice.choose("dark")
    desk.until(lambda: theme().mode is Mode.DARK, "the theme did not change")
    assert saved(desk).theme == "dark"
    desk.until(lambda: "Setting saved" in desk.toast)
    keys.press("Ctrl+Z")
    desk.until(lambda: theme().mode is Mode.LIGHT, "Ctrl+Z did not take it back")
    assert saved(desk).theme == "light"
    desk.until(lambda: not desk.window.undo.offers)


def test_text_grows_by_keys_and_stops_at_the_largest(desk: ShopWindow) -> None:
    keys, said = CountedKeys(desk), list[str]()
    desk.shell.toast.shown.connect(said.append)
    for size in (115, 130):
        keys.press("Ctrl++")
        desk.until(lambda size=size: own_size(saved(desk), desk) == size, f"{size} was not saved")  # type: ignore[misc]
        desk.until(lambda size=size: own_size(desk.session.settings, desk) == size)  # type: ignore[misc]
    keys.press("Ctrl++")
    desk.until(lambda: any("already at 130 %" in text for text in said))
    for _ in range(2):
        before = own_size(desk.session.settings, desk)
        keys.press("Ctrl+-")
        desk.until(lambda before=before: own_size(desk.session.settings, desk) < before)  # type: ignore[misc]
    assert own_size(saved(desk), desk) == 100
    assert saved(desk).text_size == 100


def test_every_printer_prints_its_test_page(desk: ShopWindow) -> None:
    desk.shell.go(Place.SETTINGS)
    desk.window.settings.show()
    CountedKeys(desk).press("F9")
    desk.until(lambda: "Every test page is out" in desk.toast, "no test page came out")
    assert len(list(desk.demo.papers.glob("TEST*.pdf"))) == 4


def test_working_offline_on_purpose_holds_over_a_restart_of_the_worker(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    keys.press("Ctrl+Shift+O")
    desk.until(
        lambda: desk.session.sync is not None and desk.session.sync.on_purpose, "it did not go offline"
    )
    desk.session.sync = None
    desk.session.link._process.kill()
    desk.until(
        lambda: desk.session.sync is not None and desk.session.sync.on_purpose, "the new worker forgot it"
    )
    keys.press("Ctrl+Shift+O")
    desk.until(
        lambda: desk.session.sync is not None and not desk.session.sync.on_purpose, "it stayed offline"
    )
    assert desk.session.settings.work_offline == saved(desk).work_offline


def test_a_claim_is_taken_back_once_and_stands_in_the_history(desk: ShopWindow) -> None:
    desk.window.undo.forget()
    desk.open("48213")
    desk.hands.press("main")
    desk.until(lambda: desk.state() == "claimed")
    desk.until(lambda: desk.window.undo.offers, "no undo was offered")
    CountedKeys(desk).press("Ctrl+Z")
    desk.until(lambda: desk.state() == "new", "the claim was not taken back")
    assert kinds(desk)[-2:] == ["ClaimPickup", "ReleasePickup"]
    desk.until(lambda: "Taken back" in desk.toast)
    CountedKeys(desk).press("Ctrl+Z")
    desk.until(lambda: "nothing to take back" in desk.toast)
    assert kinds(desk)[-2:] == ["ClaimPickup", "ReleasePickup"]
    desk.shell.do("history")
    desk.until(lambda: desk.window.undo._sheet is not None)
    sheet = desk.window.undo._sheet
    assert sheet is not None
    assert "Taken back" in " ".join(row.spoken for row in sheet._list.rows.rows)
    sheet.reject()


def test_the_scanner_is_tested_by_scanning_and_scans_lead_nowhere_meanwhile(desk: ShopWindow) -> None:
    desk.shell.do("go_settings")
    screen = desk.window.settings.screen
    desk.until(screen.isVisible)
    assert "not tried yet" in desk.readable()
    screen.scanner.press()
    sheet = desk.window.scanner.sheet
    assert sheet is not None
    sheet.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is sheet, "the test is not active")
    CountedKeys(desk).scan(TEST_CODE.replace("-", "+"))
    desk.until(lambda: saved(desk).scanner is not None)
    assert "- as +" in desk.readable()
    assert not saved(desk).scanner.same  # type: ignore[union-attr]
    CountedKeys(desk).scan(TEST_CODE)
    desk.until(lambda: saved(desk).scanner.same)  # type: ignore[union-attr]
    assert desk.shell.current is screen
    sheet.reject()
    desk.until(lambda: "works, gaps of" in desk.readable())


def test_nobody_takes_back_what_another_person_did(desk: ShopWindow) -> None:
    desk.open("48214")
    desk.hands.press("main")
    desk.until(lambda: desk.window.undo.offers)
    desk.shell.do("lock")
    desk.until(lambda: desk.window.lock.is_locked)
    assert not desk.window.undo.offers


def test_a_badge_of_another_person_ends_what_could_be_taken_back(desk: ShopWindow) -> None:
    badges = {pin["name"]: pin["badge"] for pin in desk.demo.hub.manifest["pins"]}
    desk.window.undo.offer("Something of Elin's", "own", nothing_to_do)
    assert desk.window.undo.offers
    for name in ("Oskar S.", "Elin L."):
        CountedKeys(desk).scan(badges[name])
        desk.until(lambda name=name: desk.session.user is not None and desk.session.user.name == name)
        assert not desk.window.undo.offers


async def nothing_to_do() -> str:
    return ""
