"""Text that is UTF-8 though it is said to be of another encoding, by which it would be read without a complaint."""

import codecs

# So many letters do not fit UTF-8 by chance: in a text of GB18030 one of seven does.
_ENOUGH = 12
_MARK = codecs.BOM_UTF8


class Utf8InDisguise:
    """Looks at the bytes of a text as they pass by, and knows when they can only be UTF-8."""

    def __init__(self, encoding: str) -> None:
        """Take the encoding that is stated; one that is UTF-8 itself is no disguise."""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._possible = codecs.lookup(encoding).name not in {"utf-8", "utf-8-sig"}
        self._letters = 0

    def is_found_in(self, chunk: bytes) -> bool:
        """Return whether the text, as far as it is known with this chunk, must be UTF-8."""
        if not self._possible:
            return False
        if chunk.startswith(_MARK) and not self._letters:
            return True
        try:
            text = self._decoder.decode(chunk)
        except UnicodeDecodeError:
            self._possible = False
            return False
        self._letters += len(text) - len(text.encode("ascii", "ignore"))
        return self._letters >= _ENOUGH
