"""Document numbers go on where a lost database had stopped, and never back."""

from pathlib import Path

from storedesk.desk.paper_numbers import PaperNumbers
from storedesk.storage.desk_database import make_empty_desk_database
from storedesk.storage.engine import new_database_key


def take(folder: Path, database: str, times: int) -> list[int]:
    engine = make_empty_desk_database(folder / database, new_database_key())
    numbers = PaperNumbers(folder / "papers.reserved")
    with engine.begin() as connection:
        taken = [numbers.take(connection) for _ in range(times)]
    engine.dispose()
    return taken


def test_numbers_count_from_one_without_a_gap(tmp_path: Path) -> None:
    assert take(tmp_path, "one.db", 250) == list(range(1, 251))


def test_a_new_database_gives_no_number_of_the_lost_one_again(tmp_path: Path) -> None:
    before = take(tmp_path, "one.db", 7)
    after = take(tmp_path, "two.db", 300)
    assert min(after) > max(before)
    assert len(set(before + after)) == 307


def test_a_damaged_reservation_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "papers.reserved").write_bytes(b"\xff\x00")
    assert take(tmp_path, "one.db", 1) == [1]
