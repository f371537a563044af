"""Papers as files: a paged PDF with its fonts in it, and a workbook of typed cells. Same paper, same bytes."""

from metrics.store.printing.files import WRITERS, write_paper
from metrics.store.printing.fonts import FAMILIES, NoFontError
from metrics.store.printing.pdf import pdf_of
from metrics.store.printing.workbook import workbook_of

__all__ = ["FAMILIES", "WRITERS", "NoFontError", "pdf_of", "workbook_of", "write_paper"]
