"""Samples of the Routing screen: a draft beside the set in use, its dry run, and each state of what if."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from storedesk.desk.moments import Moment
from storedesk.desk.routing_views import RoutingView, SetView
from storedesk.domain.routing_rules import COLLECTED, SENT, Batch, Filter, Rule, RuleSet, Run
from storedesk.domain.routing_text import rules_text
from storedesk.protocol.routing_wire import WhatIfPlace, WhatIfSet, WhatIfTold
from storedesk.ui.screens.routing.routing_screen import RoutingScreen
from storedesk.ui.screens.routing.rule_sheet import RuleSheet
from storedesk.ui.screens.routing.sets_sheet import SetsSheet
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place, ShellState
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE, Shot, in_shell
from storedesk.ui.shot_samples.why_samples import WHY, why_clock

_SENT = Filter(deliveries=(SENT,))
_RUNS = (Run("Every 5 min", _SENT, 5), Run("Every hour", Filter(("norce",)), 60))
_BATCHES = (Batch("Business", Filter(groups=("business",))), Batch("All other", Filter()))
_RULES = (
    Rule("One parcel, store within 25 km", _SENT, places=("store",), km=25),
    Rule("One parcel, central warehouse", _SENT, places=("warehouse",), capacity=False),
    Rule("One parcel, any store", _SENT, places=("store",), km=300, safety=False),
    Rule("Split in three, any place", _SENT, most_parcels=3, partial=True),
    Rule("Collected where the buyer chose", Filter(deliveries=(COLLECTED,)), on=False, from_elsewhere=True),
)
_DAILY = {"GBG": 40, "CWH": 2000}


def _set(
    number: int, rules: tuple[Rule, ...], day: str, clock: str, away: int, parts: bool = True
) -> SetView:
    made = RuleSet(rules, _RUNS if parts else (), _BATCHES if parts else (), _DAILY)
    return SetView(number, rules_text(made), made, Moment(0, clock, day, away))


USED = _set(6, (_RULES[1], *_RULES[3:]), "2026-11-02", "09:12", -21)
DRAFT = replace(_set(7, _RULES, "2026-11-23", "13:50", 0), since=None)
PAST = (
    _set(5, _RULES[1:], "2026-10-12", "08:30", -42),
    _set(4, _RULES[:2], "2026-09-28", "08:30", -56),
    SetView(1, "", RuleSet(_RULES[:3]), None),
)
VIEW = RoutingView(
    USED, DRAFT, PAST, 7, {"GBG": "Göteborg Centrum", "CWH": "Central warehouse"},
    {"shopify": "Shopify SE", "norce": "Norce B2B"},
)  # fmt: skip
TOLD = WhatIfTold(
    now=0, run="r", done=4812, total=4812, left_out=212,
    used=WhatIfSet(orders=4812, whole=4417, split=311, unplaced=84, km=74, over_limit=6),
    draft=WhatIfSet(orders=4812, whole=4553, split=198, unplaced=61, km=38, over_limit=15),
    places=[
        WhatIfPlace(place_id=number, name=name, used=used, draft=draft)
        for number, (name, used, draft) in enumerate(
            (
                ("Central warehouse", 2610, 1702), ("Göteborg Centrum", 702, 988), ("Mölndal", 514, 801),
                ("Malmö", 498, 590), ("Kungsbacka", 301, 449), ("Borås", 187, 282), ("Varberg", 90, 60),
                ("Alingsås", 20, 11), ("Trollhättan", 8, 2),
            )
        )
    ],
)  # fmt: skip
_DAYS, _NO_LINE = "24 Oct – 22 Nov", "No line to central. It alone can try rules out."


def _routing(view: RoutingView = VIEW, state: ShellState = ONLINE, full: bool = True) -> AppShell:
    screen = RoutingScreen()
    shell = in_shell(Place.ROUTING, screen, state)
    screen.show_routing(view)
    if full:
        screen.why.number.setText(WHY.number)
        screen.why.show_why(WHY, why_clock)
        screen.what_if.show_result(TOLD, _DAYS, "in use, 6", "draft 7")
    return shell


def _of(shell: AppShell) -> RoutingScreen:
    screen = shell.current
    assert isinstance(screen, RoutingScreen)
    return screen


def _running() -> AppShell:
    shell = _routing(full=False)
    _of(shell).what_if.show_running(2140, 4812)
    return shell


def _wrong() -> AppShell:
    shell = _routing()
    trouble = "Rule 3 can never be reached: rule 2 takes all it would."
    _of(shell).show_routing(VIEW, DRAFT.rules, trouble)
    return shell


def _offline() -> AppShell:
    shell = _routing(state=OFFLINE, full=False)
    _of(shell).set_blocked("", _NO_LINE)
    return shell


def _usual() -> AppShell:
    rules = RuleSet(_RULES[:4])
    return _routing(RoutingView(SetView(1, "", rules, None), None, (), 2, {}, {}), full=False)


def _what_if_tab(window: QWidget) -> None:
    assert isinstance(window, AppShell)
    _of(window).show_tab("what_if")


def _rule_sheet(window: QWidget) -> None:
    RuleSheet(_RULES[0], VIEW.places, VIEW.channels, window).open()


def _sets_sheet(window: QWidget) -> None:
    SetsSheet(PAST, "", window).open()


SHOTS = (
    Shot("routing", _routing),
    Shot("routing-what-if", _routing, _what_if_tab),
    Shot("routing-running", _running, _what_if_tab),
    Shot("routing-wrong", _wrong),
    Shot("routing-offline", _offline),
    Shot("routing-usual", _usual),
    Shot("routing-loading", lambda: in_shell(Place.ROUTING, RoutingScreen())),
    Shot("routing-rule", _routing, _rule_sheet),
    Shot("routing-history", _routing, _sets_sheet),
)
