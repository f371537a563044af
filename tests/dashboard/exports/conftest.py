"""A visit to a page without a browser, and what a spreadsheet reads of an export."""

import io

import fastexcel
import polars as pl
import pytest

from dashboard.data import Published
from dashboard.filters import Filters
from dashboard.visit import Visit
from metrics.store import EVERYTHING, open_store


@pytest.fixture
def visit(tiny):
    """Return what makes a visit to a page of the tiny workspace, in English unless told."""

    def made(page: str, language: str = "en", **chosen) -> Visit:
        store = open_store(tiny)
        return Visit(page, Published(store, EVERYTHING, store.published(EVERYTHING)), Filters(**chosen), language)

    return made


@pytest.fixture
def opened():
    """Return what reads the sheets of a workbook as a spreadsheet does, by name."""

    def read(content: bytes) -> dict[str, pl.DataFrame]:
        book = fastexcel.read_excel(content)
        return {name: book.load_sheet(name, header_row=None).to_polars() for name in book.sheet_names}

    return read


@pytest.fixture
def unzipped():
    """Return what reads the parts of a workbook as text, by name."""
    import zipfile

    def read(content: bytes) -> dict[str, str]:
        archive = zipfile.ZipFile(io.BytesIO(content))
        return {name: archive.read(name).decode() for name in archive.namelist()}

    return read
