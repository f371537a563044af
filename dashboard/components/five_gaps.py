"""The five-gap picture on the screen: five boxes, the customer's gap first in line with what leads to it."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard.survey.picture import Box
from metrics.text import Language

_HERE = Path(__file__).parent


def show_five_gaps(boxes: Sequence[Box], name: str, language: Language) -> None:
    """Show the boxes; they are a list that a screen reader calls by `name`."""
    data = {"boxes": [asdict(box) for box in boxes], "name": name, "language": language}
    _mount(key="five_gaps", data=data)


_mount = st.components.v2.component(
    "plumbline.five_gaps",
    html='<ol class="plumbline-gaps"></ol>',
    css=(_HERE / "five_gaps.css").read_text(encoding="utf-8"),
    js="".join((_HERE / name).read_text(encoding="utf-8") for name in ("following.js", "five_gaps.js")),
    isolate_styles=False,
)
