"""Two accounts that may be one stand side by side, with what tells it; both answers are actions."""

from pathlib import Path

import msgspec

from storedesk.desk.moments import Look
from storedesk.desk.task_views import derive_task
from storedesk.domain.ids import derived_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Company, CompanyContact, Task
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.engine import driver_of
from tests.small_shop import GBG, MAJA, NOW, WEEK
from tests.world import DeskInProcess, HubInProcess, make_world

OLD = Company(1, "20417", "Brännö Varv AB", "branno varv ab", "SE", "556677-8899", None, "SEK", 100, 30)
NEW = Company(2, "N2", "Brannö Varv", "branno varv", "SE", "", None, "SEK", 0, 0, credit_used=7)
SITE = Company(3, "410", "Varvet", "varvet", "SE", "", 2, "SEK", 0, 0, "site")
ANNA = CompanyContact(5, 2, "buyer", "Anna", "anna", "", "", "", 0, "sv", 1)
FACTS = {"channel": "web", "company": 2, "other": 1, "signs": ["name", "contact"]}
OFFER = derived_id("merge offer", "1", "2")
LOOK = Look(NOW, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"))


def with_offer(folder: Path) -> tuple[HubInProcess, DeskInProcess]:
    hub, (desk, _) = make_world(folder)
    task = Task(OFFER, GBG, "company_duplicate", "", "", "", NOW, "open", msgspec.json.encode(FACTS).decode(), "",
                None, None)  # fmt: skip
    hub.write([OLD, NEW, SITE, ANNA, task])
    assert desk.sync().kind == "done"
    return hub, desk


def answer(desk: DeskInProcess, choice: str) -> None:
    assert desk.perform("AnswerTask", MAJA, task_id=OFFER, choice=choice) is None
    assert desk.sync().kind == "done"


def test_both_accounts_are_said_with_what_tells_that_they_may_be_one(tmp_path: Path) -> None:
    _, desk = with_offer(tmp_path)
    with desk.store.begin() as connection:
        (record,) = [one for one in open_tasks(driver_of(connection), GBG) if one.task.id == OFFER]
    view = derive_task(record, LOOK)
    assert [line.text for line in view.this_desk.lines] == ["Brannö Varv", "N2", "SE"]
    assert [line.text for line in view.central.lines] == [
        "Brännö Varv AB", "20417", "556677-8899", "SE", "sign.name", "sign.contact",
    ]  # fmt: skip
    assert view.central.what == "central_company_duplicate_perhaps"
    assert [choice.key for choice in view.choices] == ["same_company", "two_companies"]


def test_one_company_takes_people_sites_and_used_credit_along(tmp_path: Path) -> None:
    hub, desk = with_offer(tmp_path)
    answer(desk, "same_company")
    companies = {row.id: row for row in hub.rows("company")}
    assert companies[2].merged_into == 1
    assert (companies[3].parent_id, companies[1].credit_used) == (1, 7)
    assert [row.company_id for row in hub.rows("company_contact")] == [1]


def test_two_companies_stay_two(tmp_path: Path) -> None:
    hub, desk = with_offer(tmp_path)
    answer(desk, "two_companies")
    assert {row.id: row.merged_into for row in hub.rows("company")} == {1: None, 2: None, 3: None}
