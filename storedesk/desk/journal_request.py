"""Answers whether the journal is whole, on a thread and a connection of its own: nobody waits for it."""

from contextlib import closing

from storedesk.desk.desk_clock import DeskClock
from storedesk.desk.key_store import Secrets
from storedesk.desk.profile import Profile
from storedesk.protocol.desk_link import CheckJournal, JournalChecked
from storedesk.storage.database_work import DatabaseTrouble, naming_trouble
from storedesk.storage.encrypted_file import DatabaseDamaged, connect_sqlite
from storedesk.storage.journal_check import read_journal


def check_journal(
    message: CheckJournal, profile: Profile, known: Secrets, clock: DeskClock
) -> JournalChecked:
    """Blocks for as long as the reading takes."""
    database, key = profile.database(known), known.databases[known.current]
    began = clock.monotonic()
    try:
        with naming_trouble(), closing(connect_sqlite(database, key, readonly=True)) as connection:
            read = read_journal(connection)
    except (DatabaseTrouble, DatabaseDamaged):
        return JournalChecked(request=message.request, problem="database")
    took = clock.monotonic() - began
    return JournalChecked(
        request=message.request, entries=read.entries, broken=read.broken, took=took, at=clock.now()
    )
