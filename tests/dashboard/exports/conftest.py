"""A visit to a page without a browser, and what a spreadsheet reads of an export."""

import io
from functools import partial

import pytest

from tests.dashboard.visiting import sheets_in, visit_to


@pytest.fixture
def visit(tiny):
    """Return what makes a visit to a page of the tiny workspace, in English unless told."""
    return partial(visit_to, tiny)


@pytest.fixture
def opened():
    """Return what reads the sheets of a workbook as a spreadsheet does, by name."""

    return sheets_in


@pytest.fixture
def unzipped():
    """Return what reads the parts of a workbook as text, by name."""
    import zipfile

    def read(content: bytes) -> dict[str, str]:
        archive = zipfile.ZipFile(io.BytesIO(content))
        return {name: archive.read(name).decode() for name in archive.namelist()}

    return read
