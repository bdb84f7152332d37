"""Language and text size are each person's own and come with the PIN."""

import asyncio
from types import SimpleNamespace

from storedesk.desk.profile import OwnChoice, Settings, choice_of, people_with
from storedesk.ui.window.window_app import Anew
from tests.ui.shop_window import ShopWindow

ELIN, OSKAR = 1, 2
DESK = Settings(language="en", text_size=100, people={"2": OwnChoice(language="sv", text_size=130)})


def test_who_has_chosen_nothing_has_what_the_desk_has() -> None:
    assert choice_of(DESK, ELIN) == ("en", 100)
    assert choice_of(DESK, OSKAR) == ("sv", 130)
    assert choice_of(DESK, 0) == ("en", 100)


def test_one_choice_leaves_the_other_and_other_people_alone() -> None:
    people = people_with(DESK, ELIN, text_size=115)
    assert people == {"1": OwnChoice(text_size=115), "2": OwnChoice(language="sv", text_size=130)}
    assert choice_of(Settings(language="en", people=people), ELIN) == ("en", 115)


def test_the_window_is_built_anew_only_for_somebody_with_another_choice() -> None:
    done = asyncio.Event()
    session = SimpleNamespace(settings=DESK, user=SimpleNamespace(staff_id=ELIN))
    anew = Anew(session, ("en", 100), done)  # type: ignore[arg-type]
    anew.look()
    assert not done.is_set()
    session.user = SimpleNamespace(staff_id=OSKAR)
    anew.look()
    assert (done.is_set(), anew.is_wanted, anew.person) == (True, True, OSKAR)
    back = Anew(session, ("sv", 130), asyncio.Event())  # type: ignore[arg-type]
    back.look()
    assert not back.is_wanted


def test_what_is_chosen_in_the_settings_is_kept_for_who_is_signed_in(desk: ShopWindow) -> None:
    user = desk.session.user
    assert user is not None
    desk.shell.do("go_settings")
    desk.window.settings.screen.text_size.choose("115")
    desk.until(lambda: choice_of(desk.session.settings, user.staff_id)[1] == 115, "it was not saved")
    assert desk.session.settings.text_size == 100
    assert choice_of(desk.session.settings, user.staff_id + 1)[1] == 100
    desk.until(lambda: "Saved for you" in desk.toast)
    desk.window.undo.undo()
    desk.until(lambda: choice_of(desk.session.settings, user.staff_id)[1] == 100, "it was not taken back")


def test_who_has_just_signed_in_need_not_do_it_again_in_the_new_window(desk: ShopWindow) -> None:
    user = desk.session.user
    assert user is not None
    desk.window.lock.comes_in = user.staff_id
    desk.window.lock.lock()
    desk.until(lambda: desk.session.user is not None and not desk.window.lock.is_locked, "it stayed locked")
    assert desk.session.user == user
    assert desk.window.lock.comes_in == 0
