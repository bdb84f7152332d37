"""Reads the text back from our PDFs: pages, strings, embedded fonts."""

import io

from pypdf import PdfReader


def pages_text(pdf: bytes) -> list[str]:
    """The text of each page, white space as single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf), strict=True).pages]


def page_sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in whole millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf), strict=True).pages]
    return [(round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) for box in boxes]


def font_names(pdf: bytes) -> set[str]:
    """The names of all fonts the pages use; embedded subsets have a tag before a plus sign."""
    pages = PdfReader(io.BytesIO(pdf), strict=True).pages
    fonts = [page["/Resources"]["/Font"].get_object() for page in pages]
    return {str(font[key].get_object()["/BaseFont"]) for font in fonts for key in font}
