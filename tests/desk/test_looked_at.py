"""What a company looked at, read from a desk's rows: summed by article, with those below and those merged into it."""

from pathlib import Path

from storedesk.desk.looked_at import derive_looked_at
from storedesk.desk.moments import Look
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import BuyerView, Company, CompanyContact
from storedesk.storage.engine import driver_of
from tests.small_shop import ALVA, NOW, RASK, WEEK
from tests.world import make_world

DAY_MS = 86_400_000
HOURS = OpeningHours.from_text("Europe/Stockholm", WEEK, "{}")


def company(number: int, parent: int | None = None, merged_into: int | None = None) -> Company:
    name = f"Company {number}"
    return Company(
        number, str(number), name, name.lower(), "SE", "", parent, "SEK", 0, 0, merged_into=merged_into
    )


def contact(number: int, company_id: int, name: str) -> CompanyContact:
    return CompanyContact(number, company_id, "buyer", name, name.lower(), "", "", "", 0, "sv", 1)


def view(
    name: str, company_id: int, person: int | None, article: int, back: int, times: int = 1
) -> BuyerView:
    at = NOW - back * DAY_MS
    return BuyerView(name, company_id, person, 1, article, HOURS.local_day(at), at, times, at - DAY_MS)


def test_looks_are_summed_by_article_over_the_company_its_sites_and_what_was_merged_into_it(
    tmp_path: Path,
) -> None:
    hub, (desk, _) = make_world(tmp_path)
    hub.write([
        company(1), company(2, parent=1), company(3, merged_into=1), company(4),
        contact(11, 1, "Anna"), contact(12, 2, "Tomas"),
        view("a", 1, 11, ALVA, 0, 2), view("b", 2, 12, ALVA, 3), view("c", 3, None, RASK, 20),
        view("d", 4, None, RASK, 0, 9), view("e", 1, 11, RASK, 95, 7), view("f", 1, 11, 999_999, 0),
    ])  # fmt: skip
    assert desk.sync().kind == "done"
    with desk.store.begin() as connection:
        found = derive_looked_at(driver_of(connection), 1, Look(NOW, HOURS))
        below = derive_looked_at(driver_of(connection), 2, Look(NOW, HOURS))
        nothing = derive_looked_at(driver_of(connection), 77, Look(NOW, HOURS))
    assert [(row.variant_id, row.times, row.who) for row in found.rows] == [
        (ALVA, 3, ("Anna", "Tomas")), (RASK, 1, ()),
    ]  # fmt: skip
    assert found.rows[0].days == (0,) * 10 + (1, 0, 0, 2)
    assert sum(found.rows[1].days) == 0
    assert found.channels == ("Shopify",)
    assert [name for name, _ in found.agreed] == ["Anna", "Tomas"]
    assert found.oldest is not None
    assert found.oldest.days_away == -20
    assert [row.who for row in below.rows] == [("Tomas",)]
    assert (nothing.rows, nothing.oldest) == ((), None)
