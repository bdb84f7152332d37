"""Feeds the Routing screen: keeps what is changed as the draft, puts it in use, and has central try it out."""

from PySide6.QtCore import QObject

from storedesk.actions.routing_args import DropRoutingDraft, KeepRoutingDraft, UseRouting
from storedesk.desk.routing_views import RoutingView, SetView, derive_routing
from storedesk.domain.routing_rules import RoutingWrong, Rule, RuleSet, rules_from
from storedesk.domain.routing_sets import mark_of
from storedesk.domain.routing_text import rules_text
from storedesk.storage.desk_routing_reads import routing_record
from storedesk.storage.row_reader import Driver
from storedesk.ui.event_loop import Background
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.screens.routing.routing_words import wrong_text
from storedesk.ui.screens.routing.rule_sheet import RuleSheet
from storedesk.ui.screens.routing.sets_sheet import SetsSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.widgets.toast import ToastKind
from storedesk.ui.window.desk_session import DeskSession
from storedesk.ui.window.performing import Performing, is_saved
from storedesk.ui.window.routing_trials import RoutingTrials

RIGHT = "channel.repair"
_TABLES = frozenset({"routing_set", "setting", "place", "channel"})


class RoutingControl(QObject):
    """One change is kept at a time; what comes meanwhile is kept as one change after it."""

    def __init__(
        self, session: DeskSession, shell: AppShell, background: Background, screen: RoutingScreen
    ) -> None:
        super().__init__(shell)
        self._session, self._shell, self._background, self.screen = session, shell, background, screen
        self._performing = Performing(session, shell)
        self.trials = RoutingTrials(session, background, screen)
        self._pending: RuleSet | None = None
        self._is_busy = False
        self.rule_sheet: RuleSheet | None = None
        self.sets_sheet: SetsSheet | None = None
        rules = screen.rules
        rules.moved.connect(self._move)
        rules.toggled.connect(self._toggle)
        rules.taken_out.connect(self._take_out)
        rules.opened.connect(self._open)
        rules.add.clicked.connect(lambda: self._open(-1))
        rules.add.refused.connect(screen.refused)
        screen.use_wanted.connect(lambda draft: background.start(self._use(draft)))
        screen.drop_wanted.connect(lambda draft: background.start(self._drop(draft)))
        screen.history_wanted.connect(self._show_history)
        session.rows_changed.connect(lambda tables: self.refresh() if tables & _TABLES else None)
        session.sync_changed.connect(lambda sync: self._show_rights())

    def refresh(self) -> None:
        if self._session.is_ready and self._shell.current is self.screen:
            self._show_rights()
            self._background.start(self._load())

    async def _load(self) -> None:
        look = self._session.look()

        def read(connection: Driver) -> RoutingView:
            return derive_routing(routing_record(connection), look)

        view = await self._session.read(read)
        if not self._is_busy:
            self.screen.show_routing(view)

    def _show_rights(self) -> None:
        sync = self._session.sync
        offline = sync is not None and not sync.online and sync.offline_since is not None
        no_line = self.tr("No line to central. It alone can try rules out.") if offline else ""
        self.screen.set_blocked("", no_line)

    def _rules(self) -> RuleSet | None:
        """What a change starts from: a draft that is being kept, the draft, else the set in use."""
        view = self.screen.view
        if view is None or self.screen.blocked:
            return None
        if view.draft is not None and not self.screen.is_draft:
            words = self.tr("This is the set in use. Change the draft instead.")
            self._shell.say(words, ToastKind.WARN)
            return None
        shown = view.draft or view.used
        return self._pending or shown.rules

    def _move(self, place: int, to: int) -> None:
        rules = self._rules()
        if rules is not None and max(place, to) < len(rules.rules):
            order = list(rules.rules)
            order.insert(to, order.pop(place))
            if self._keep(rules._replace(rules=tuple(order))):
                self.screen.rules.list.choose(str(to + 1), tell=False)

    def _toggle(self, place: int) -> None:
        rules = self._rules()
        if rules is not None and place < len(rules.rules):
            self._put(rules, place, rules.rules[place]._replace(on=not rules.rules[place].on))

    def _take_out(self, place: int) -> None:
        rules = self._rules()
        if rules is not None and place < len(rules.rules):
            self._keep(rules._replace(rules=(*rules.rules[:place], *rules.rules[place + 1 :])))

    def _open(self, place: int) -> None:
        """A rule in its sheet; -1 for a new one, which comes last."""
        rules, view = self._rules(), self.screen.view
        if rules is None or view is None or place >= len(rules.rules):
            return
        rule = rules.rules[place] if place >= 0 else None
        self.rule_sheet = RuleSheet(rule, view.places, view.channels, self._shell)
        self.rule_sheet.confirmed.connect(lambda kind, made: self._put_rule(place, made))
        self.rule_sheet.open()

    def _put_rule(self, place: int, rule: Rule) -> None:
        rules = self._rules()
        if rules is None:
            return
        if place >= 0:
            self._put(rules, place, rule)
        elif self._keep(rules._replace(rules=(*rules.rules, rule))):
            self.screen.rules.list.choose(str(len(rules.rules) + 1), tell=False)

    def _put(self, rules: RuleSet, place: int, rule: Rule) -> None:
        self._keep(rules._replace(rules=(*rules.rules[:place], rule, *rules.rules[place + 1 :])))

    def _keep(self, rules: RuleSet) -> bool:
        """Shows the rules at once and has them kept; False where they cannot be used, which is said."""
        view = self.screen.view
        if view is None:
            return False
        try:
            rules_from(rules_text(rules))
        except RoutingWrong as error:
            self._shell.say(wrong_text(error), ToastKind.WARN)
            return False
        self._pending = rules
        self.screen.show_draft()
        self.screen.show_routing(view, rules)
        if not self._is_busy:
            self._background.start(self._keep_all(view.draft_mark))
        return True

    async def _keep_all(self, seen: str) -> None:
        self._is_busy = True
        try:
            while (rules := self._pending) is not None:
                text = rules_text(rules)
                done = await self._performing.do("KeepRoutingDraft", KeepRoutingDraft(text, seen))
                if not is_saved(done) or self._pending is rules:
                    self._pending = None
                seen = mark_of(text)
        finally:
            self._is_busy = False
        await self._load()
        self.trials.forget()

    async def _use(self, wanted: SetView) -> None:
        if self._is_busy:
            return
        words = self.tr("Set {number} is in use from the next order on.").format(number=wanted.number)
        await self._performing.do("UseRouting", UseRouting(wanted.number, wanted.mark), words)
        await self._load()
        self.trials.forget()

    async def _drop(self, draft: SetView) -> None:
        if self._is_busy:
            return
        words = self.tr("Draft {number} is thrown away. The set in use goes on.").format(number=draft.number)
        await self._performing.do("DropRoutingDraft", DropRoutingDraft(draft.mark), words)
        await self._load()
        self.trials.forget()

    def _show_history(self) -> None:
        view = self.screen.view
        if view is None:
            return
        self.sets_sheet = SetsSheet(view.past, self.screen.blocked, self._shell)
        self.sets_sheet.back_wanted.connect(lambda wanted: self._background.start(self._use(wanted)))
        self.sets_sheet.open()
