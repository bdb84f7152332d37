"""Samples of customer service's board: a busy morning, and one on which nobody waits."""

from dataclasses import replace

from storedesk.desk.service_today import ServiceRow, ServiceToday
from storedesk.ui.screens.today.service_screen import ServiceScreen
from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.shell_state import Place, UserShown
from storedesk.ui.shot_samples.pickup_samples import clock
from storedesk.ui.shot_samples.shot import ONLINE, Shot, in_shell

_GBG, _MAL = "Göteborg Centrum", "Malmö"
BOARD = ServiceToday(
    "2026-11-23",
    (
        ServiceRow("c1", "o1", "48190", "M••• N•••", "", "where_is_my_order", clock("09:40")),
        ServiceRow("c2", "", "", "", "", "stock", clock("10:15")),
    ),
    (
        ServiceRow("f1", "o2", "48211", "P••• L•••", _GBG, "customer_decision", clock("11:02")),
        ServiceRow("f2", "o3", "48224", "T••• V•••", _GBG, "rejected", clock("11:30")),
    ),
    (
        ServiceRow("f3", "o4", "51302", "K••• Ö•••", _MAL, "picking", clock("12:00")),
        ServiceRow("f4", "o5", "48196", "K••• Ö•••", _GBG, "new", clock("13:52")),
    ),
    14,
)


def _board(view: ServiceToday) -> AppShell:
    screen = ServiceScreen()
    screen.show_today(view)
    user = UserShown("Camilla E.", "Customer service", 2)
    state = replace(ONLINE, store="Customer service", desk="KSV-1", user=user)
    shell = in_shell(Place.TODAY, screen, state)
    shell.leave_out((Place.PICKUPS, Place.STOCK))
    return shell


SHOTS = (
    Shot("service-today", lambda: _board(BOARD)),
    Shot("service-today-calm", lambda: _board(ServiceToday("2026-11-23", (), (), (), 0))),
)
