"""The font of printed papers: the first of some families with simplified Chinese that this machine has."""

from collections.abc import Sequence
from functools import cache
from typing import Final

import typst

from metrics.store.errors import ExportError

# Sans-serif families of Linux, Windows and macOS in the order in which they are tried.
FAMILIES: Final = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "SimHei", "SimSun",
)  # fmt: skip


class NoFontError(ExportError):
    """No font on this machine has Chinese letters, so that a PDF would show boxes in their place."""

    def __init__(self) -> None:
        """Say which families were tried and how one is had."""
        super().__init__(
            f"A PDF needs a font with simplified Chinese, which is then embedded; tried: {', '.join(FAMILIES)}. "
            f"Install one of them (Debian, Ubuntu: apt install fonts-noto-cjk), or write .xlsx."
        )


@cache
def installed() -> typst.Fonts:
    """Return the fonts of this machine, looked for once."""
    return typst.Fonts()


def family(known: Sequence[str] | None = None) -> str:
    """Return the family that papers are set in, of the families `known` (None: this machine's); NoFontError if none."""
    there = {*(installed().families() if known is None else known)}
    found = next((name for name in FAMILIES if name in there), None)
    if found is None:
        raise NoFontError
    return found
