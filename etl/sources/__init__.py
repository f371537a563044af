"""Reading exports as they are: bytes and cells in, text and row numbers out, nothing guessed."""

from etl.sources.extract import Extract, Fingerprint
from etl.sources.reading import SourceFile, extracts, files, fingerprint, found_files

__all__ = ["Extract", "Fingerprint", "SourceFile", "extracts", "files", "fingerprint", "found_files"]
