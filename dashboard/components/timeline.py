"""A vertical line of moments: plain HTML, its texts shown as text only, long ones cut with a way to see the rest."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard.moment_entries import Entry
from dashboard.wording import frame
from metrics.text import Language

_HERE = Path(__file__).parent


def show_timeline(name: str, entries: Sequence[Entry], language: Language) -> None:
    """Show moments from the earliest to the latest."""
    told = [asdict(entry) for entry in entries]
    _mount(key="timeline", data={"name": name, "entries": told, "whole": frame.WHOLE_TEXT.to(language)})


# Components are built from strings; the files are ours and fixed.
_mount = st.components.v2.component(
    "plumbline.timeline",
    html='<div class="plumbline-timeline"></div>',
    css=(_HERE / "timeline.css").read_text(encoding="utf-8"),
    js=(_HERE / "timeline.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)
