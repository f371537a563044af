"""The five-gap picture on the screen: five boxes, the customer's gap first in line with what leads to it."""

from collections.abc import Sequence
from dataclasses import asdict

from dashboard.components.mounting import component
from dashboard.survey.picture import Box
from metrics.text import Language


def show_five_gaps(boxes: Sequence[Box], name: str, language: Language) -> None:
    """Show the boxes; they are a list that a screen reader calls by `name`."""
    data = {"boxes": [asdict(box) for box in boxes], "name": name, "language": language}
    _mount(key="five_gaps", data=data)


_mount = component("five_gaps", '<ol class="plumbline-gaps"></ol>')
