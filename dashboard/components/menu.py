"""The menu of pages: links that keep the language, the month and the place; on a narrow screen behind one button."""

from dataclasses import asdict, dataclass

from dashboard.address import address
from dashboard.components.mounting import component
from dashboard.filters import Filters
from dashboard.pages import ENTRIES
from dashboard.wording import frame
from metrics.text import Language


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
    kept = filters.between_pages(month=filters.month, unit=filters.unit, region=filters.region)
    listed = {name: entry for name, entry in ENTRIES.items() if entry.in_menu}
    return [Link(entry.title.to(language), address(name, kept), name == here) for name, entry in listed.items()]


_mount = component("menu", '<nav class="plumbline-menu"></nav>')
