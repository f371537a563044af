"""How a viewer wants figures shown: large numbers, and the colour of arrows; each choice is an address."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import streamlit as st

from dashboard.address import address
from dashboard.components.mounting import component
from dashboard.figures.palette import arrows, palette
from dashboard.filters import Filters
from dashboard.wording import frame
from metrics.text import Language, Text

_NUMBERS: Mapping[str | None, Text] = {None: frame.IN_THOUSANDS, "myriads": frame.IN_MYRIADS}
_ARROWS: Mapping[str | None, Text] = {
    None: frame.ARROWS_BY_NEWS,
    "red_up": frame.ARROWS_RED_UP,
    "green_up": frame.ARROWS_GREEN_UP,
}


@dataclass(frozen=True)
class Option:
    """One way to show something, and the address of this page shown so."""

    text: str
    href: str
    is_chosen: bool


def display(here: str, filters: Filters, language: Language) -> None:
    """Show the choices behind a button, and colour every arrow of the page as chosen."""
    up, down = arrows(filters.arrows, palette(st.context.theme.type))
    groups = [
        {"name": name, "options": [asdict(option) for option in options]}
        for name, options in choices(here, filters, language).items()
    ]
    data = {"name": frame.DISPLAY.to(language), "groups": groups, "up": up, "down": down, "language": language}
    _mount(key="display", data=data, width="content")


def choices(here: str, filters: Filters, language: Language) -> dict[str, list[Option]]:
    """Return what can be chosen, by what it is about; only Chinese has signs for groups of four digits."""
    asked = {"numbers": (frame.LARGE_NUMBERS, _NUMBERS)} if language == "zh" else {}
    asked |= {"arrows": (frame.ARROWS, _ARROWS)}
    return {
        name.to(language): [
            Option(
                text=text.to(language),
                href=address(here, filters.choose(**{about: value}, page=filters.page)),
                is_chosen=getattr(filters, about) == value,
            )
            for value, text in ways.items()
        ]
        for about, (name, ways) in asked.items()
    }


_mount = component("display", '<details class="plumbline-display"></details>')
