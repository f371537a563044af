"""A list whose items are links inside the dashboard: a mark, what it is about, and a sentence."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from dashboard.tone import Tone
from metrics.text import Language

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Item:
    """One item; its texts are shown as text only."""

    mark: str
    tone: Tone
    title: str
    text: str
    href: str


def show_list(name: str, items: Sequence[Item], language: Language, key: str) -> None:
    """Show a list; `name` is what it is called for those who cannot see it."""
    _mount(key=key, data={"name": name, "items": [asdict(item) for item in items], "language": language})


_mount = st.components.v2.component(
    "plumbline.linked_list",
    html='<ul class="plumbline-list"></ul>',
    css=(_HERE / "linked_list.css").read_text(encoding="utf-8"),
    js="".join((_HERE / name).read_text(encoding="utf-8") for name in ("following.js", "linked_list.js")),
    isolate_styles=False,
)
