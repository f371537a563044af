"""Bytes to UTF-8, strictly: a byte that does not fit the stated encoding is an error that says where it is."""

import codecs
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO

from etl.errors import SourceError
from etl.sources.disguise import Utf8InDisguise
from etl.sources.errors import CutOffError, EmptyFileError, NullCharacterError, UnreadableFileError, WrongEncodingError
from etl.sources.signatures import told_by

_CHUNK = 1 << 20
_IN_MEMORY = 1 << 23
_SAMPLE = 1 << 14
_SHOWN = 12
_MANY = 0.3
_ASCII = 127

# What the exports of the countries that this product meets are saved in.
PLAUSIBLE = ["utf_8", "gb18030", "big5", "cp949", "cp932", "cp1252", "cp1251", "utf_16"]


@contextmanager
def as_utf8(stream: BinaryIO, file: str, encoding: str | None) -> Iterator[IO[bytes]]:
    """Yield a file at its start that holds the text of `stream` in UTF-8 without a byte-order mark."""
    decoder = _Decoder(file, encoding or "utf-8")
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        while chunk := stream.read(_CHUNK):
            if not copy.tell() and (reason := told_by(chunk)):
                raise UnreadableFileError(file, reason)
            copy.write(decoder.decode(chunk).encode())
        copy.write(decoder.decode(b"", final=True).encode())
        if not copy.tell():
            raise EmptyFileError(file)
        copy.seek(0)
        yield copy


class _Decoder:
    """Decodes chunk by chunk and knows how far it has come."""

    def __init__(self, file: str, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
        self._disguise = Utf8InDisguise(encoding)
        self._read = 0
        self._line = 1
        self._starts = True

    def decode(self, chunk: bytes, *, final: bool = False) -> str:
        self._read += len(chunk)
        if self._disguise.is_found_in(chunk):
            raise self._wrong(chunk, next((at for at, byte in enumerate(chunk) if byte > _ASCII), 0), "utf-8")
        try:
            text = self._decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            if final:
                raise CutOffError(self._file, self._encoding, self._line) from None
            raise self._wrong(error.object, error.start) from None
        if "\0" in text:
            raise self._null(chunk, text)
        self._line += text.count("\n")
        if self._starts and text:
            self._starts = False
            text = text.removeprefix("\ufeff")
        return text

    def _wrong(self, data: bytes, start: int, likely: str | None = None) -> WrongEncodingError:
        offset = self._read - len(data) + start
        line = self._line + data.count(b"\n", 0, start)
        likely = likely or likely_encoding(data[max(0, start - _SAMPLE) : start + _SAMPLE])
        return WrongEncodingError(self._file, self._encoding, offset=offset, line=line, likely=likely)

    def _null(self, chunk: bytes, text: str) -> SourceError:
        # Text of two bytes per letter passes as UTF-8: every other byte of it is null.
        odd, even = chunk[1::2].count(0), chunk[::2].count(0)
        if max(odd, even) > _MANY * len(chunk) / 2:
            return self._wrong(chunk, chunk.find(0), "utf-16-le" if odd > even else "utf-16-be")
        at = text.find("\0")
        around = text[max(0, at - _SHOWN) : at + _SHOWN]
        return NullCharacterError(self._file, self._line + text.count("\n", 0, at), around)


def likely_encoding(sample: bytes) -> str | None:
    """Return the encoding that the sample is most likely saved in, as Python calls it; None where nothing fits."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if sample.startswith(mark):
            return name
    from charset_normalizer import from_bytes  # slow to import, and only needed where something is wrong

    best = from_bytes(_whole_lines(sample), cp_isolation=PLAUSIBLE).best()
    return best.encoding.replace("_", "-") if best else None


def _whole_lines(sample: bytes) -> bytes:
    # A sample cut inside a letter fits no encoding.
    lines = sample.split(b"\n")
    return b"\n".join(lines[1:-1]) if len(lines) > 2 else sample  # noqa: PLR2004 - something must be left
