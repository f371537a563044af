"""Pages on paper: what all of them share. The texts of the screen in an embedded font; same page, same bytes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from dashboard.cards import Card
from dashboard.components.foot import foot_line
from dashboard.components.linked_table import Cell, Row
from dashboard.figures.sparkline import Shape
from dashboard.visit import Visit
from dashboard.wording import frame


def printed(layout: str, told: Mapping[str, Any]) -> bytes:
    """Return what a layout makes of what it is told, as PDF; without a Chinese font, a page that says so."""
    # What prints is imported when somebody prints.
    import typst

    from metrics.store.printing.fonts import NoFontError, family, installed

    try:
        written = json.dumps({"font": family(), **told}, ensure_ascii=False, sort_keys=True)
    except NoFontError as problem:
        return typst.compile(b"#sys.inputs.told", format="pdf", sys_inputs={"told": str(problem)})
    file = Path(__file__).parent / layout
    return typst.compile(file, format="pdf", font_paths=installed(), sys_inputs={"told": written})


def framed(visit: Visit, title: str) -> dict[str, Any]:
    """Return what stands around every page: of what it is, its title, and the line at the foot."""
    place = visit.source.places.name(visit.place, visit.language)
    return {
        "language": visit.language,
        "of": f"{frame.PRODUCT.to(visit.language)} · {visit.source.store.settings.name} · {place}",
        "title": title,
        "foot": foot_line(visit.source, visit.language),
    }


def tile(card: Card) -> dict[str, str]:
    """Return what is told of a tile."""
    return {
        "label": card.label,
        "value": card.value,
        "moved": f"{card.arrow} {card.moved}".strip(),
        "tone": card.tone,
        "against": card.against,
        "shape": drawing(card.shape),
        "target": card.target,
        "target_tone": card.target_tone,
        "basis": " · ".join(filter(None, (card.basis, card.immature))),
    }


def drawing(shape: Shape) -> str:
    """Return a sparkline as SVG; nothing where there is none."""
    if not shape.lines and not shape.end:
        return ""
    size = f"0 0 {shape.width} {shape.height}"
    picture = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": size})
    for points in shape.lines:
        ET.SubElement(picture, "polyline", {"points": points, "fill": "none", "stroke": "#555", "stroke-width": "1.5"})
    if shape.end:
        ET.SubElement(picture, "circle", {"cx": str(shape.end[0]), "cy": str(shape.end[1]), "r": "3"})
    return ET.tostring(picture, encoding="unicode")


def row(shown: Row) -> dict[str, Any]:
    """Return what is told of a row of a table."""
    return {"kind": shown.kind, "cells": [_cell(cell) for cell in shown.cells]}


def _cell(cell: Cell) -> dict[str, str]:
    return {name: getattr(cell, name) for name in ("text", "note", "symbol", "tone", "note_tone")}
