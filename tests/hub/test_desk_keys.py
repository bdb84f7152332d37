"""The keys that desks get with their rows, and what they are good for: customers' codes and one-time words."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storedesk.desk.label_signature import is_genuine
from storedesk.desk.one_time_words import words_to_read_out
from storedesk.domain.codes import SignedPickupCode, parse_qr
from storedesk.domain.one_time_word import words_match
from storedesk.domain.records import Place
from storedesk.domain.signed_code import SIGNING_KEY
from storedesk.hub.customer_code import customer_code
from storedesk.hub.desk_keys import desk_keys
from storedesk.storage.engine import driver_of
from storedesk.storage.handover_reads import setting_of, word_key_of
from tests.actions.handover_days import DAY
from tests.small_shop import GBG, MAL, NOW, WEEK, fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

SERVICE = 8
SECRET = "5a" * 32
PLACE_KEYS = {GBG: "01" * 32, MAL: "02" * 32}
PICKUP = fulfilment_id(48201)


@pytest.fixture
def world(tmp_path: Path) -> tuple[HubInProcess, DeskInProcess, DeskInProcess]:
    """A hub that has given its keys, a desk of a store, and one of customer service."""
    hub, (store,) = make_world(tmp_path, desks=1)
    service = Place(
        SERVICE, "KUND", "Kundservice", "customer_service", "nordic", "SE", "SEK", "Europe/Stockholm", WEEK,
        "{}", "", "",
    )  # fmt: skip
    hub.write([service, *desk_keys(PLACE_KEYS, bytes.fromhex(SECRET))])
    caller = DeskInProcess(tmp_path, hub, 1, place_id=SERVICE)
    assert [desk.sync().kind for desk in (store, caller)] == ["done", "done"]
    return hub, store, caller


def code_of(hub: HubInProcess) -> SignedPickupCode:
    with hub.engine.begin() as connection:
        code = parse_qr(customer_code(connection, PICKUP, "K7P429", SECRET))
    assert isinstance(code, SignedPickupCode)
    return code


def test_a_desk_trusts_the_code_that_its_hub_put_into_the_message(
    world: tuple[HubInProcess, DeskInProcess, DeskInProcess],
) -> None:
    hub, store, _ = world
    with store.engine.begin() as connection:
        public = setting_of(driver_of(connection), 0, SIGNING_KEY) or ""
    code = code_of(hub)
    assert (code.place_code, code.order_number, code.not_after, code.parcels) == (
        "GBG",
        "48201",
        "2026-11-30",
        1,
    )
    assert is_genuine(code, public)
    assert not is_genuine(code, Ed25519PrivateKey.generate().public_key().public_bytes_raw().hex())


def test_the_secret_key_stays_at_the_hub(world: tuple[HubInProcess, DeskInProcess, DeskInProcess]) -> None:
    _, store, caller = world
    for desk in (store, caller):
        assert SECRET not in {row[0] for row in desk.rows("SELECT value FROM setting")}


def test_a_store_holds_its_own_key_of_words_and_customer_service_those_of_all(
    world: tuple[HubInProcess, DeskInProcess, DeskInProcess],
) -> None:
    _, store, caller = world
    assert [row[0] for row in store.rows("SELECT place_id FROM word_key")] == [GBG]
    assert [row[0] for row in caller.rows("SELECT place_id FROM word_key ORDER BY place_id")] == [GBG, MAL]


def test_what_customer_service_reads_out_is_taken_at_the_store(
    world: tuple[HubInProcess, DeskInProcess, DeskInProcess],
) -> None:
    _, store, caller = world
    with caller.engine.begin() as connection:
        spoken = words_to_read_out(driver_of(connection), PICKUP, NOW)
        assert words_to_read_out(driver_of(connection), fulfilment_id(1), NOW) == ""
    with store.engine.begin() as connection:
        key = word_key_of(driver_of(connection), GBG)
    assert key is not None
    assert words_match(key, "48201", DAY, spoken)
    silent = NOW - 5 * 3_600_000
    store.perform(
        "Pick", fulfilment_id=PICKUP, lines=[{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
    )
    bins = [{"bin": "H1", "lines": [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]}]
    store.perform("StageParcels", fulfilment_id=PICKUP, parcels=bins)
    (parcel,) = [row[0] for row in store.rows("SELECT id FROM parcel")]
    wanted = {"fulfilment_id": PICKUP, "parcels": [parcel], "proof": "code", "last_contact": silent}
    assert store.perform("HandOver", **wanted) is not None
    assert store.perform("HandOver", **wanted, word=spoken) is None


def test_words_of_a_desk_that_has_no_key_are_empty(tmp_path: Path) -> None:
    _, (desk,) = make_world(tmp_path, desks=1)
    desk.sync()
    with desk.engine.begin() as connection:
        assert words_to_read_out(driver_of(connection), PICKUP, NOW) == ""
