"""What a file that should be text is instead: told by its first bytes."""

from typing import Final

_BEGINS: Final = {
    b"PK\x03\x04": "a workbook or another zip archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an old Excel, or another Office file",
    b"\x1f\x8b": "compressed by gzip, which the ending .gz would tell",
    b"PAR1": "a Parquet file",
    b"SQLite format 3\0": "a SQLite database",
    b"%PDF": "a PDF",
}
_PAGES: Final = (b"<!doctype html", b"<html")


def told_by(first: bytes) -> str | None:
    """Return why a file that begins with these bytes holds no rows of text; None where nothing speaks against it."""
    plain = first.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if plain.startswith(_PAGES):
        return "it is a web page. Did the system ask for a login instead of giving the export?"
    kind = next((kind for start, kind in _BEGINS.items() if first.startswith(start)), None)
    return kind and f"it is not text but {kind}."
