"""The menu of pages: links that keep the language, the month and the place; on a narrow screen behind one button."""

from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from dashboard.address import address
from dashboard.filters import Filters
from dashboard.pages import ENTRIES
from dashboard.wording import frame
from metrics.text import Language

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Link:
    """One page of the menu."""

    title: str
    href: str
    is_here: bool


def menu(here: str, filters: Filters, language: Language) -> None:
    """Show the menu; `here` is the page that is looked at."""
    pages = [asdict(link) for link in links(here, filters, language)]
    words = {"name": frame.MENU.to(language), "language": language}
    _mount(key="menu", data={"pages": pages, **words}, width="stretch")


def links(here: str, filters: Filters, language: Language) -> list[Link]:
    """Return the pages that the menu lists, with their addresses."""
    kept = Filters(lang=filters.lang, month=filters.month, unit=filters.unit, region=filters.region)
    listed = {name: entry for name, entry in ENTRIES.items() if entry.in_menu}
    return [Link(entry.title.to(language), address(name, kept), name == here) for name, entry in listed.items()]


_mount = st.components.v2.component(
    "plumbline.menu",
    html='<nav class="plumbline-menu"></nav>',
    css=(_HERE / "menu.css").read_text(encoding="utf-8"),
    js="".join((_HERE / name).read_text(encoding="utf-8") for name in ("following.js", "menu.js")),
    isolate_styles=False,
)
