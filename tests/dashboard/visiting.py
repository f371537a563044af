"""A visit to a page without a browser, and what its files say."""

import io
import re

import fastexcel
import polars as pl
from pypdf import PdfReader

from dashboard.data import Published
from dashboard.filters import Filters
from dashboard.visit import Visit
from metrics.store import EVERYTHING, open_store


def visit_to(folder, page, language="en", scope=EVERYTHING, **chosen):
    """Return a visit to a page of a loaded workspace."""
    store = open_store(folder)
    return Visit(page, Published(store, scope, store.published(scope)), Filters(**chosen), language)


def sheets_in(content: bytes) -> dict[str, pl.DataFrame]:
    """Return the sheets of a workbook as a spreadsheet reads them, by name."""
    book = fastexcel.read_excel(content)
    return {name: book.load_sheet(name, header_row=None).to_polars() for name in book.sheet_names}


def printed(content):
    """Return the words of a PDF without regard to spaces."""
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def squeezed(text):
    """Return a text without its spaces: a line on paper may end anywhere."""
    return re.sub(r"[\s\u00a0\u200b]+", "", text)
