"""Runs an import from mapping and files into a store; the one entry point of file imports."""

from collections.abc import Sequence
from pathlib import Path

from storedesk.connectors.chunks import CHUNK_ROWS, ChunkWriter
from storedesk.connectors.import_port import ImportStore
from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.import_report import ImportReport
from storedesk.connectors.input_rows import Inputs, Progress, input_key
from storedesk.connectors.mapping_file import Mapping, OrderMapping, parse_mapping
from storedesk.connectors.order_import import import_orders
from storedesk.connectors.product_import import import_products


def run_import(
    mapping_path: Path,
    paths: Sequence[Path],
    store: ImportStore,
    progress: Progress,
    chunk_rows: int = CHUNK_ROWS,
) -> ImportReport:
    """Brings all files in, or goes on where a killed run stopped; raises ImportRefused with one sentence.

    A run that was finished before writes nothing and gives its report again, with ``repeated`` set.
    """
    try:
        content = mapping_path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            f"The mapping file {mapping_path.name} cannot be read: {error.strerror}."
        ) from error
    mapping = parse_mapping(content, mapping_path.name)
    label = f"{mapping.source} ({mapping_path.name})"
    return import_tables(mapping, label, input_key(content, paths), paths, store, progress, chunk_rows)


def import_tables(
    mapping: Mapping,
    label: str,
    key: str,
    paths: Sequence[Path],
    store: ImportStore,
    progress: Progress,
    chunk_rows: int = CHUNK_ROWS,
) -> ImportReport:
    """The same with a mapping that is read already; ``key`` names this import in the store."""
    chunks = ChunkWriter(store, key, label, chunk_rows)
    if chunks.finished:
        chunks.report.repeated = True
        return chunks.report
    inputs = Inputs(paths, mapping.table, progress)
    chunks.report.files = {
        path.name: table.described() for path, table in zip(paths, inputs.tables, strict=True)
    }
    if isinstance(mapping, OrderMapping):
        import_orders(mapping, inputs, chunks)
    else:
        import_products(mapping, inputs, chunks)
    return chunks.finish()
