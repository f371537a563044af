"""Text that came with the data, made harmless where streamlit would read markdown."""

import re

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~:$&]|^[+\-=]|^\d+(?=[.)](?:\s|$)))")
# Addresses become links after the markdown is read, whatever was escaped in it; an invisible joiner keeps them text.
_ADDRESS = re.compile(r"(?i)(https?:|www)(?=/|\.)")
# Marks that turn the line around would turn the sentence around in which a name or a value stands.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Return `text` so that markdown shows it letter by letter: no links, no images, no formulas, no turned line."""
    return _ACTIVE.sub(_escaped, _ADDRESS.sub("\\1\u2060", " ".join(_TURNING.sub("", text).split())))


def _escaped(found: re.Match[str]) -> str:
    # A number that would begin a list is kept from it by escaping what follows it.
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"


def drawn(text: str) -> str:
    """Return `text` so that a figure shows it letter by letter: plotly reads some HTML in names and labels."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
