"""Keeps the search index of the last snapshot, since catalogues change seldom and words take longest."""

from pathlib import Path
from typing import Any, NamedTuple

from storedesk.storage.variant_search import copy_search, create_tables, fill_search

NAME = "kept_search"


class SearchStore(NamedTuple):
    """A file of one process, encrypted, made anew with each start; one snapshot at a time may use it."""

    path: Path
    key: str

    def attach(self, target: Any) -> None:
        """Opens the store beside the snapshot that is being built; not within a transaction."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = not self.path.exists()
        target.execute(
            f"ATTACH ? AS {NAME} KEY ?", (f"{self.path.absolute().as_uri()}?mode=rwc", f"x'{self.key}'")
        )
        target.execute(f"PRAGMA {NAME}.journal_mode = OFF")
        target.execute(f"PRAGMA {NAME}.synchronous = OFF")
        if fresh:
            create_tables(target.execute, NAME)
            target.execute(f"CREATE TABLE {NAME}.of_catalogue (total INTEGER NOT NULL)")

    def forget(self) -> None:
        """After a snapshot that failed: written without a journal, the store may be half done."""
        self.path.unlink(missing_ok=True)

    def fill(self, target: Any, catalogue_sum: int) -> None:
        """Fills the snapshot's empty index: copied if it is the index of this very catalogue, else made and kept."""
        kept = target.execute(f"SELECT total FROM {NAME}.of_catalogue").fetchone()
        if kept == (catalogue_sum,):
            copy_search(target.execute, NAME, "main")
            return
        fill_search(target)
        target.execute(f"DELETE FROM {NAME}.of_catalogue")
        copy_search(target.execute, "main", NAME)
        target.execute(f"INSERT INTO {NAME}.of_catalogue VALUES (?)", (catalogue_sum,))
