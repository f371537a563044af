"""A vertical line of moments: plain HTML, its texts shown as text only, long ones cut with a way to see the rest."""

from collections.abc import Sequence
from dataclasses import asdict

from dashboard.components.mounting import component
from dashboard.moment_entries import Entry
from dashboard.wording import frame
from metrics.text import Language


def show_timeline(name: str, entries: Sequence[Entry], language: Language) -> None:
    """Show moments from the earliest to the latest."""
    told = [asdict(entry) for entry in entries]
    _mount(key="timeline", data={"name": name, "entries": told, "whole": frame.WHOLE_TEXT.to(language)})


_mount = component("timeline", '<div class="plumbline-timeline"></div>')
