"""A paper as a file of the kind that its name says."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from metrics.rewards.paper.paper import Paper
from metrics.store.errors import ExportError
from metrics.store.printing.pdf import pdf_of
from metrics.store.printing.workbook import workbook_of
from metrics.text import Language

WRITERS: Final[Mapping[str, Callable[[Paper, Language], bytes]]] = {".pdf": pdf_of, ".xlsx": workbook_of}


def write_paper(paper: Paper, file: Path, language: Language) -> None:
    """Write a paper as PDF or XLSX, as the file's name says; ExportError where it says neither."""
    if file.suffix.lower() not in WRITERS:
        message = f"{file.name}: a paper is written as {' or '.join(WRITERS)}."
        raise ExportError(message)
    file.write_bytes(WRITERS[file.suffix.lower()](paper, language))
