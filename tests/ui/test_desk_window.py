"""The whole window by keys and scans, with the real worker and a real hub behind it."""

import sys

from PySide6.QtWidgets import QApplication, QDialog

from storedesk.domain.codes import BinCode, qr_text
from storedesk.protocol.desk_link import Answered, Changed, Enrol
from storedesk.storage.desk_detail_reads import pickup_detail
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.window.desk_session import DeskSession
from tests.processes.shop_floor import DeskProcess, new_action_id
from tests.ui.shop_window import ShopWindow


def outbox(desk: ShopWindow) -> list[tuple[str, str, str | None]]:
    return list(desk.read(desk_outbox))


def ready_order(desk: ShopWindow, number: str) -> None:
    """Opens the handover of a ready order by the customer's QR."""
    desk.hands.scan(desk.customer_code(desk.code_of(number)))
    desk.until(lambda: desk.window.handover.sheet is not None, "the handover did not open")
    sheet = desk.window.handover.sheet
    assert sheet is not None
    sheet.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is sheet, "the handover is not active")


def test_a_person_signs_in_by_number_and_pin(shop: ShopWindow) -> None:
    if shop.session.user is not None:
        shop.shell.do("lock")
    shop.until(lambda: shop.window.lock.is_locked)
    shop.hands.type("1" + "9999")
    shop.until(lambda: "4 tries left" in shop.readable(), "a wrong PIN was not counted")
    shop.hands.type(shop.demo.pin_of("Elin L.")[1])
    shop.until(lambda: shop.session.user is not None)
    assert shop.session.user is not None
    assert shop.session.user.name == "Elin L."
    assert shop.shell.current is shop.screen


def test_an_order_goes_from_its_pick_list_to_ready_by_scans(desk: ShopWindow) -> None:
    record = desk.open("48213")
    desk.hands.press("main")
    desk.until(lambda: desk.state() == "claimed")
    for line in record.lines:
        for number in range(line.line.ordered):
            picked = desk.screen.detail.view
            assert picked is not None
            before = sum(one.picked for one in picked.lines)
            desk.hands.scan(line.codes[0])
            desk.until(
                lambda before=before: sum(one.picked for one in desk.screen.detail.view.lines) > before,  # type: ignore[misc,union-attr]
                f"scan {number + 1} of {line.codes[0]} was not picked",
            )
    desk.hands.scan(qr_text(BinCode("GBG", "H2")))
    desk.until(lambda: desk.state() == "staged", "the bin did not take it")
    desk.hands.press("second")
    desk.until(lambda: desk.state() == "ready", "F8 did not make it ready")
    assert [kind for kind, _, _ in outbox(desk)][-2:] == ["StageParcels", "MarkReady"]


def test_a_second_f9_hands_nothing_over_again(desk: ShopWindow) -> None:
    ready_order(desk, "48043")
    done = len(outbox(desk))
    desk.hands.press("main")
    sheet = desk.window.handover.sheet
    if sheet is not None:
        sheet.do("main")
    desk.until(lambda: desk.window.handover.sheet is None, "the handover was not saved")
    desk.until(lambda: desk.state() == "collected")
    desk.hands.press("main")
    desk.until(lambda: "PDF" in desk.toast, "nobody said where the slip went")
    assert [kind for kind, _, _ in outbox(desk)][done:] == ["HandOver"]


def test_somebody_else_collects_under_the_own_name(desk: ShopWindow) -> None:
    ready_order(desk, "48044")
    sheet = desk.window.handover.sheet
    assert sheet is not None
    sheet.do("someone_else")
    desk.hands.type("Bo Ek")
    desk.until(lambda: sheet.who.collector == "Bo Ek", "the name was not taken")
    desk.hands.press("main")
    desk.until(lambda: desk.window.handover.sheet is None, "the handover was not saved")
    assert outbox(desk)[-1][0] == "HandOver"


def test_an_unknown_barcode_says_so_and_changes_nothing(desk: ShopWindow) -> None:
    before, shown = len(outbox(desk)), desk.screen.open_id
    desk.hands.scan("4099999999997")
    desk.until(lambda: "Nobody here knows the code 4099999999997" in desk.toast, "nothing was said")
    assert (len(outbox(desk)), desk.screen.open_id) == (before, shown)


def test_the_code_of_another_store_says_which_one(desk: ShopWindow) -> None:
    shown = desk.screen.open_id
    codes = desk.demo.hub.manifest["codes"]
    desk.hands.scan(
        desk.customer_code(next(c for c in codes if c["place_id"] == 3 and c["state"] == "ready"))
    )
    desk.until(lambda: "This is for Malmö" in desk.toast, "the other store was not named")
    assert desk.window.handover.sheet is None
    assert desk.screen.open_id == shown


def test_a_part_of_a_phone_number_shows_hits_and_opens_none_by_itself(desk: ShopWindow) -> None:
    shown = desk.screen.open_id
    popup = desk.shell.find_field.popup
    desk.hands.type("740610")
    desk.until(popup.isVisible, "no hits were shown")
    assert desk.screen.open_id == shown
    desk.shell.do("back")
    assert not popup.isVisible()


def test_an_article_that_no_pick_wants_opens_stock(desk: ShopWindow) -> None:
    wanted = desk.code_of("48207")["fulfilment_id"]
    record = desk.read(lambda connection: pickup_detail(connection, wanted))
    desk.open("48196")
    own = {code for line in desk.screen.detail.view.lines for code in line.codes}  # type: ignore[union-attr]
    code = next(code for line in record.lines for code in line.codes if code not in own)
    desk.hands.scan(code)
    desk.until(lambda: desk.shell.current is desk.window.stock.screen, "stock did not open")
    assert desk.state() == "new"


def test_a_task_is_answered_by_1_and_f9(desk: ShopWindow) -> None:
    desk.shell.do("go_attention")
    screen = desk.window.attention.screen
    desk.until(screen.detail.isVisible, "no task is shown")
    screen.detail.cards.setFocus()
    desk.hands.type("1")
    desk.until(lambda: screen.detail.cards.current_number == 1)
    desk.hands.press("main")
    desk.until(lambda: outbox(desk)[-1][0] == "AnswerTask", "the answer was not saved")
    assert desk.shell.current is screen


def test_a_lock_leaves_nothing_of_a_customer_readable(desk: ShopWindow) -> None:
    ready_order(desk, "48045")
    name = desk.screen.detail.view.row.name  # type: ignore[union-attr]
    assert name in desk.readable()
    desk.shell.find_field.editor.setText(name)
    desk.shell.say(f"Handed over to {name}.")
    desk.window.lock.lock()
    desk.until(lambda: desk.window.lock.is_locked)
    assert name not in desk.readable()
    assert [one for one in desk.shell.findChildren(QDialog) if one.isVisible()] == []
    desk.hands.scan(desk.customer_code(desk.code_of("48045")))
    desk.sign_in()
    assert desk.window.handover.sheet is None
    assert desk.shell.find_field.editor.text() == ""


def test_a_desk_that_nobody_touches_locks_itself(desk: ShopWindow) -> None:
    idle = desk.window.lock.idle
    desk.shell.do("go_stock")
    desk.hands.type("1")
    desk.until(lambda: desk.shell.find_field.editor.text() == "1")
    assert idle.isActive()
    assert idle.interval() == 900_000
    idle.start(1)
    desk.until(lambda: desk.window.lock.is_locked, "the desk stayed open")
    assert desk.session.user is None


def test_what_can_be_chosen_can_be_done(desk: ShopWindow) -> None:
    for place, absent in ((Place.PICKUPS, ()), (Place.STOCK, ("ship",)), (Place.ATTENTION, ("print",))):
        desk.shell.go(place)
        desk.shell.do("palette")
        offered = {row.key for row in desk.shell.palette_list.commands}
        desk.shell.do("back")
        assert {"find", "lock", "help", "sync_now", "go_stock", "go_attention", "go_quotes"} <= offered
        assert "go_customers" in offered
        assert "new_quote" in offered
        assert "go_channels" in offered
        assert not offered & {*absent}


def test_a_change_from_another_desk_says_who_made_it(desk: ShopWindow, shop: ShopWindow) -> None:
    desk.open("48219")
    with DeskProcess(desk.demo.profile.parent / "other") as other:
        asked = Enrol(
            request=other.link.next_request(), hub_url=desk.demo.hub.address,
            code=desk.demo.hub.enrol_code("GBG"), device_name="other",
        )  # fmt: skip
        answer: Answered = other.ask(asked)
        assert not answer.problem
        started = other.wait_ready()
        message = other.perform_message(
            "ClaimPickup", 102, new_action_id(), {"fulfilment_id": desk.screen.open_id}
        )
        assert other.ask(message).outcome == "saved"
        other.wait_until_sent()
        desk.shell.do("sync_now")
        desk.until(lambda: f"Changed by {started.desk}" in desk.readable(), "the other desk is not named")


def test_a_closed_session_says_nothing_more(qapp: QApplication) -> None:
    session = DeskSession([sys.executable, "-c", "import sys; sys.stdin.read()"])
    heard: list[object] = []
    session.rows_changed.connect(heard.append)
    session._arrived.emit(Changed(tables=("orders",)))
    qapp.processEvents()
    session._arrived.emit(Changed(tables=("orders",)))
    session.close()
    qapp.processEvents()
    assert heard == [frozenset({"orders"})]
