"""Asking central why this store: never without a line, and each refusal in words of its own."""

import pytest

from storedesk.desk.central_look_up import NO_LINE
from storedesk.desk.central_why import ask_routing
from storedesk.protocol.routing_link import AskWhatIf, AskWhy, WhatIfAnswered, WhyTold

pytestmark = pytest.mark.asyncio


async def test_without_a_line_nobody_is_asked() -> None:
    told = await ask_routing(AskWhy(request=4, order_id="o-1", staff_id=1), None, False)
    assert told == WhyTold(request=4, problem=NO_LINE)


async def test_nor_is_anybody_asked_what_if_while_working_offline() -> None:
    asked = AskWhatIf(request=5, run="r-1", days=30, staff_id=1, rules="{}")
    assert await ask_routing(asked, None, True) == WhatIfAnswered(request=5, problem=NO_LINE)
