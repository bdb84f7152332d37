"""The pickups screen: queue and detail; turns keys, scans and presses into the actions of a pickup."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from storedesk.actions.pickup_args import (
    ClaimPickup,
    LineQuantity,
    MarkReady,
    ReleasePickup,
    StagedParcel,
    StageParcels,
)
from storedesk.actions.pickup_moves import MOVABLE
from storedesk.actions.pickup_shelf_args import ReceiveInbound
from storedesk.desk.pickup_views import PickupView, QueueView, Tab
from storedesk.domain.pickup_state import INBOUND
from storedesk.ui.screens.pickups.correct_sheet import CorrectSheet
from storedesk.ui.screens.pickups.detail_pane import DetailPane
from storedesk.ui.screens.pickups.late_pane import LatePane
from storedesk.ui.screens.pickups.pick_deeds import PickDeeds
from storedesk.ui.screens.pickups.pickup_words import block_text, state_words
from storedesk.ui.screens.pickups.problem_card import ProblemCard
from storedesk.ui.screens.pickups.queue_pane import QueuePane
from storedesk.ui.screens.pickups.ready_sheet import ReadySheet
from storedesk.ui.screens.pickups.split_sheet import SplitSheet
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import theme
from storedesk.ui.theme.tokens import QUEUE_WIDTH, QUEUE_WIDTH_COMPACT
from storedesk.ui.widgets.layouts import row
from storedesk.ui.widgets.screen import Screen


class PickupsScreen(Screen):
    """Shows a ``QueueView`` and a ``PickupView``; whoever listens reads, performs and shows the result."""

    context = Context.PICKUPS
    perform = Signal(str, object)
    """A kind of action and its arguments."""
    supervised = Signal(str, object)
    """The same, to be performed once a supervisor has given the PIN (``checked_by``)."""
    pickup_wanted = Signal(str)
    """The pickup with this id was chosen: show it."""
    pickup_shown = Signal()
    move_wanted = Signal(str)
    collector_wanted = Signal(str)
    handover_wanted = Signal(str)
    print_wanted = Signal(str, str)
    """What to print (pick_list, label, slip) and the fulfilment's id."""
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.queue = QueuePane()
        self.detail = DetailPane()
        self.late = LatePane()
        self._card: ProblemCard | None = None
        self._changed = ""
        self._sheet: CorrectSheet | ReadySheet | SplitSheet | None = None
        self._deeds = PickDeeds(self.detail)
        self._deeds.perform.connect(self.perform)
        self._deeds.refused.connect(self.refused)
        self._layout = row(self.queue, spacing=16, margins=(20, 16, 20, 20))
        self._faces = QStackedWidget()
        for face in (self.detail, self.late):
            self._faces.addWidget(face)
        self._layout.addWidget(self._faces, 1)
        self.setLayout(self._layout)
        self._bind()
        self.set_compact(False)

    @property
    def open_id(self) -> str:
        """The fulfilment that is shown, empty when none is."""
        return self.detail.view.row.fulfilment_id if self.detail.view else ""

    def show_queue(self, view: QueueView) -> None:
        self.queue.show_queue(view)

    def show_pickup(self, view: PickupView | None, changed_by: str = "") -> None:
        """``changed_by`` names the desk that changed it while it was open here; that stays to be read
        until something else happens to the pickup."""
        if view is None:
            self.detail.show_nothing()
            return
        before = self.detail.view
        same = before is not None and before.row.fulfilment_id == view.row.fulfilment_id
        self._card = self._card if same else None
        if changed_by:
            self._changed = self._change_words(before, view, changed_by)
        elif before is None or not same or before.row.version != view.row.version:
            self._changed = ""
        self.detail.show_pickup(view, self._changed)
        self._show_menu(view)
        key = view.row.fulfilment_id
        if not (same and self.shows_late and self.queue.has_left(key)):
            self.queue.choose(key)
        self.pickup_shown.emit()

    def scan_article(self, variant_id: int, quantity: int = 1) -> bool:
        """One more on the open pick, or what was found instead; False when the open pickup does not want it."""
        if self.shows_late and self.late.scan_article(variant_id, quantity):
            return True
        if self._card is not None and self._card.scan_found(variant_id):
            return True
        return self._deeds.scan_article(variant_id, quantity)

    def scan_bin(self, code: str) -> bool:
        """Everything picked goes into this bin; False when no open pickup waits for one."""
        view = self.detail.view
        if self._sheet is not None:
            self._sheet.scan_bin(code)
            return True
        if view is None or not view.unstaged:
            return False
        if "stage" in view.blocks:
            self.refused.emit(block_text(view.blocks["stage"]))
            return True
        parts = tuple(LineQuantity(line.line, line.picked - line.staged) for line in view.unstaged)
        parcel = StagedParcel(code, parts)
        self.perform.emit("StageParcels", StageParcels(view.row.fulfilment_id, (parcel,)))
        return True

    def panes(self) -> tuple[QWidget, ...]:
        if self.shows_late:
            return (self.queue.list, self.late.answers.cards, self.late.shelf)
        return (self.queue.list, self.detail.lines, self.detail.side)

    @property
    def shows_late(self) -> bool:
        """Whether the list of whom to call is shown, with its own answers."""
        return self._faces.currentWidget() is self.late

    def current_context(self) -> Context:
        return Context.NOT_COLLECTED if self.shows_late else Context.PICKUPS

    def _show_face(self, tab: str) -> None:
        self._faces.setCurrentWidget(self.late if tab == Tab.NOT_COLLECTED else self.detail)
        self.context_changed.emit()

    def set_compact(self, compact: bool) -> None:
        self.queue.setFixedWidth(theme().px(QUEUE_WIDTH_COMPACT if compact else QUEUE_WIDTH))
        self.detail.set_compact(compact)
        self.late.set_compact(compact)
        side = 14 if compact else 20
        self._layout.setContentsMargins(side, 12 if compact else 16, side, side)
        self._layout.setSpacing(12 if compact else 16)

    def _bind(self) -> None:
        queue, detail = self.queue, self.detail
        queue.picked.connect(self.pickup_wanted)
        queue.tabs.chosen.connect(self._show_face)
        self.late.refused.connect(self.refused)
        queue.opened.connect(self._opened)
        queue.retry_asked.connect(self.retry_wanted)
        detail.lines.more.connect(self._deeds.take_one)
        detail.lines.less.connect(self._deeds.put_back)
        detail.take_over_asked.connect(lambda: self._claim(take_over=True))
        detail.side.correct_asked.connect(self._correct)
        detail.side.opened.connect(self.pickup_wanted)
        detail.head.more_chosen.connect(self._more)
        detail.head.print.clicked.connect(lambda: self._print())
        detail.start.clicked.connect(lambda: self._start())
        detail.release.clicked.connect(lambda: self._release())
        detail.problem.clicked.connect(lambda: self._problem())
        detail.ready.clicked.connect(lambda: self._ready())
        detail.hand_over.clicked.connect(lambda: self.handover_wanted.emit(self.open_id))
        for action in ("problem", "second", "main"):
            self.bind(action, partial(self._key, action))
        for button in (detail.problem, detail.ready, detail.hand_over):
            button.refused.connect(self.refused)
        self.bind("take_all", self._deeds.take_all)
        self.bind("print", self._print)
        for key in ("move", "collector"):
            self.bind(f"pickup_{key}", partial(self._more, key))
        self.bind("back", self._back)
        for number in range(1, 6):
            self.bind(f"tab_{number}", partial(queue.choose_tab, number))

    def _opened(self, fulfilment_id: str) -> None:
        """Enter on a queue row: start it if it is new, else go to its lines."""
        if fulfilment_id != self.open_id:
            self.pickup_wanted.emit(fulfilment_id)
        elif self.shows_late:
            self.late.do("problem")
        elif self.detail.start.isVisibleTo(self):
            self._start()
            self.detail.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.detail.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key(self, action: str) -> None:
        """F7, F8 and F9 press what they stand for on the face that is shown."""
        detail = self.detail
        if self.shows_late:
            self.late.do(action)
            return
        buttons = {"problem": (detail.problem,), "second": (detail.ready,)}
        for button in buttons.get(action, (detail.start, detail.hand_over)):
            if button.isVisibleTo(self):
                button.press()
                return

    def _start(self) -> None:
        """Begins the work; of goods on their way that is receiving them."""
        view = self.detail.view
        if view is not None and view.row.state == INBOUND:
            self.perform.emit("ReceiveInbound", ReceiveInbound(view.row.fulfilment_id))
        else:
            self._claim()

    def _claim(self, take_over: bool = False) -> None:
        if self.open_id:
            self.perform.emit("ClaimPickup", ClaimPickup(self.open_id, take_over))

    def _release(self) -> None:
        self.perform.emit("ReleasePickup", ReleasePickup(self.open_id))

    def _ready(self) -> None:
        view = self.detail.view
        if view is not None and view.ready_needs_bin:
            self._open_sheet(ReadySheet(view, self), "ReadyUnchecked")
        else:
            self.perform.emit("MarkReady", MarkReady(self.open_id))

    def _problem(self) -> None:
        view, table = self.detail.view, self.detail.lines
        if view is None:
            return
        line = next((line for line in view.lines if line.line == table.selected and line.open), None)
        line = line or next((line for line in view.lines if line.open), None)
        if line is None:
            return
        table.select(line.line)
        self._card = ProblemCard(view.row.fulfilment_id, line, view.swaps.get(line.line, ()))
        self._card.swapped.connect(self._swap)
        self._card.reported.connect(self._report)
        table.open_card(self._card)
        self._card.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _report(self, short: object) -> None:
        self._close_card()
        self.perform.emit("ReportShort", short)

    def _swap(self, swap: object) -> None:
        self._close_card()
        self.perform.emit("SwapLine", swap)

    def _close_card(self) -> bool:
        self._card = None
        closed = self.detail.lines.close_card()
        if closed:
            self.detail.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        return closed

    def _back(self) -> None:
        if not self._close_card():
            self.queue.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        if self.open_id:
            self.print_wanted.emit(self.detail.document, self.open_id)

    def _show_menu(self, view: PickupView) -> None:
        entries = []
        if "stage" not in view.blocks:
            entries.append(("split", self.tr("Several parcels …")))
        if "release" not in view.blocks:
            entries.append(("release", self.tr("Release")))
        if view.row.state in MOVABLE:
            entries.append(("move", self.tr("To another store …")))
        if view.row.tab is not Tab.CLOSED:
            entries.append(("collector", self.tr("Somebody else collects …")))
        self.detail.head.show_menu(tuple(entries))

    def _more(self, key: str) -> None:
        if key == "release":
            self._release()
        elif key == "move" and self.open_id:
            self.move_wanted.emit(self.open_id)
        elif key == "collector" and self.open_id:
            self.collector_wanted.emit(self.open_id)
        elif key == "split" and self.detail.view is not None:
            self._open_sheet(SplitSheet(self.detail.view, self), "StageParcels")

    def _correct(self, handover_id: str) -> None:
        view = self.detail.view
        fact = next((f for f in view.handovers if f.handover_id == handover_id), None) if view else None
        if view is not None and fact is not None:
            bins = tuple(place.code for place in view.shelf)
            sheet = CorrectSheet(fact, view.row.order_number, bins, self)
            self._open_sheet(sheet, "CorrectHandover", is_supervised=not fact.correctable_alone)

    def _open_sheet(
        self, sheet: CorrectSheet | ReadySheet | SplitSheet, kind: str, is_supervised: bool = False
    ) -> None:
        self._sheet = sheet
        confirmed = self.supervised if is_supervised else self.perform
        sheet.confirmed.connect(lambda args: confirmed.emit(kind, args))
        sheet.finished.connect(self._sheet_closed)
        sheet.open()

    def _sheet_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.deleteLater()

    def _change_words(self, before: PickupView | None, now: PickupView, who: str) -> str:
        """What somebody else changed, in one line; empty when nothing that is shown has."""
        if before is None or before.row.fulfilment_id != now.row.fulfilment_id:
            return ""
        old, new = before.row, now.row
        if old.bins != new.bins and old.bins and new.bins:
            text = self.tr("Changed by {who}: bin {old} → {new}")
            return text.format(who=who, old=", ".join(old.bins), new=", ".join(new.bins))
        words = state_words(old)[0], state_words(new)[0]
        if words[0] != words[1]:
            return self.tr("Changed by {who}: {old} → {new}").format(who=who, old=words[0], new=words[1])
        return self.tr("Changed by {who}").format(who=who) if old.version != new.version else ""
