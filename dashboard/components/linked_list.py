"""A list whose items are links inside the dashboard: a mark, what it is about, and a sentence."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from dashboard.components.mounting import component
from dashboard.tone import Tone
from metrics.text import Language


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


_mount = component("linked_list", '<ul class="plumbline-list"></ul>')
