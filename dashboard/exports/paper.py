"""The overview on paper: a paged PDF with the texts of the screen, in an embedded font. Same page, same bytes."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

from dashboard import overview_parts as parts
from dashboard.cards import Card
from dashboard.components.foot import foot_line
from dashboard.components.linked_table import Cell, Table
from dashboard.components.open_signals import MOST
from dashboard.figures.sparkline import Shape
from dashboard.visit import Visit
from dashboard.wording import frame, overview, say

_LAYOUT: Final = Path(__file__).parent / "overview.typ"


def overview_pdf(visit: Visit) -> bytes:
    """Return the overview as PDF; where this machine has no Chinese font, a page that says so."""
    # What prints is imported when somebody prints.
    import typst

    from metrics.store.printing.fonts import NoFontError, family, installed

    try:
        told = json.dumps({"font": family(), **_told(visit)}, ensure_ascii=False, sort_keys=True)
    except NoFontError as problem:
        return typst.compile(b"#sys.inputs.told", format="pdf", sys_inputs={"told": str(problem)})
    return typst.compile(_LAYOUT, format="pdf", font_paths=installed(), sys_inputs={"told": told})


def _told(visit: Visit) -> dict[str, Any]:
    language, headline = visit.language, visit.leading[0]
    place = visit.source.places.name(visit.place, language)
    return {
        "language": language,
        "of": f"{frame.PRODUCT.to(language)} · {visit.source.store.settings.name} · {place}",
        "title": parts.message(visit),
        "warning": parts.unfinished(visit),
        "tiles": [_tile(card) for card in parts.tiles(visit)],
        "board": _board(parts.places_table(visit, parts.measures(visit))),
        "moved": {"title": say(overview.WHAT_MOVED, language, kpi=headline.name.to(language)), **_moved(visit)},
        "signals": _signals(visit),
        "foot": foot_line(visit.source, language),
    }


def _tile(card: Card) -> dict[str, str]:
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


def _board(table: Table) -> dict[str, Any]:
    rows = [{"kind": row.kind, "cells": [_cell(cell) for cell in row.cells]} for row in table.rows]
    return {"title": table.name, "heads": [column.text for column in table.columns], "rows": rows}


def _cell(cell: Cell) -> dict[str, str]:
    return {name: getattr(cell, name) for name in ("text", "note", "symbol", "tone", "note_tone")}


def _moved(visit: Visit) -> dict[str, Any]:
    found = parts.cause(visit, visit.leading[0])
    if found is None:
        return {"says": "", "steps": []}
    steps = parts.steps(visit, visit.leading[0], found)
    told = [{"name": step.name, "text": step.text, "tone": step.tone} for step in steps]
    return {"says": found.says.to(visit.language), "steps": told}


def _signals(visit: Visit) -> dict[str, Any]:
    found = parts.signals(visit)
    about = "" if found else overview.NO_SIGNALS.to(visit.language)
    items = [asdict(item) for item in found[:MOST]]
    return {"title": overview.SIGNALS.to(visit.language), "about": about, "items": items}
