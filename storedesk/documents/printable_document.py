"""A document as a printer takes it: its PDF or its raw bytes, made when first asked for."""

from __future__ import annotations

from functools import cached_property

from storedesk.documents.document_model import Document
from storedesk.documents.escpos_rendering import render_escpos
from storedesk.documents.pdf_rendering import render_pdf


class PrintableDocument:
    """Renders one document on demand; the same document gives the same bytes each time."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def pdf(self) -> bytes:
        """The PDF."""
        return render_pdf(self.document)

    @cached_property
    def escpos(self) -> bytes:
        """The bytes for a raw ESC/POS printer."""
        return render_escpos(self.document)
