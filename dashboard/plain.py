"""Text that came with the data, made harmless where streamlit would read markdown."""

import re

_ACTIVE = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&@/])")
# Addresses become links after the markdown is read, whatever was escaped in it; an invisible joiner keeps them text.
_ADDRESS = re.compile(r"(?i)(https?:|www)(?=/|\.)")


def plain(text: str) -> str:
    """Return `text` so that markdown shows it letter by letter: no links, no images, no formulas."""
    return _ACTIVE.sub(r"\\\1", _ADDRESS.sub("\\1\u2060", " ".join(text.split())))
