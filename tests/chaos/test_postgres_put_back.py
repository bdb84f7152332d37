"""A PostgreSQL hub whose database is put back from yesterday: desks offer what it forgot, and all fits."""

import asyncio
from contextlib import ExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner
from sqlalchemy.ext.asyncio import create_async_engine

from storedesk.hub.verify_command import verify_command
from tests.chaos.picking_desk import PickingDesk
from tests.chaos.postgres_hub import PostgresHub, PostgresServer
from tests.processes.killing import check_effects, check_journal, shop_to_kill_in

YESTERDAY, TODAY, UNSENT = 7, 30, 5


def copy_database(server: PostgresServer, source: str, target: str) -> None:
    """As an administrator does it while no hub is connected; what was in the target is gone."""
    asyncio.run(_copy(sa.make_url(server.url).set(database="template1"), source, target))


async def _copy(url: sa.URL, source: str, target: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        await connection.exec_driver_sql(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
    await engine.dispose()


@pytest.mark.postgresql
def test_what_a_hub_on_postgresql_forgot_is_offered_again(tmp_path: Path) -> None:
    with ExitStack() as stack:
        server = stack.enter_context(PostgresServer())
        name = sa.make_url(server.url).database
        assert name is not None
        hub = PostgresHub(tmp_path / "hub", server, shop_to_kill_in(2))
        hub.start()
        stack.callback(hub.stop)
        desks = [
            stack.enter_context(PickingDesk(tmp_path / f"desk{number}", hub, number)) for number in (1, 2)
        ]
        for desk in desks:
            desk.pick(YESTERDAY)
            desk.desk.wait_until_sent()
        hub.stop()
        copy_database(server, name, "yesterday")
        hub.start()
        for desk in desks:
            desk.pick(TODAY)
            desk.desk.wait_until_sent()
        hub.kill()
        for desk in desks:
            desk.pick(UNSENT)
        copy_database(server, "yesterday", name)
        hub.start()
        for desk in desks:
            state = desk.desk.wait_until_sent()
            assert state.restored_at > 0, "nobody was told that the hub was put back"
            check_journal(desk.desk)
            check_effects(hub, desk.number, desk.asked)
            desk.shows_what_it_did()
            assert desk.desk.downs == []
        hub.stop()
        said = CliRunner().invoke(verify_command, ["--data", str(hub.folder), "--postgres", server.url])
        assert (said.exit_code, said.output[:6]) == (0, "Whole:"), said.output
