"""A paper as a paged PDF: real text in an embedded font, page x of y, and no clock in it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typst

from metrics.rewards.paper.breadth import breadths, breakable, longest_words
from metrics.rewards.paper.paper import Paper, Signature, Working
from metrics.rewards.paper.sheet import FIGURES, Kind, Sheet
from metrics.rewards.paper.written import written
from metrics.store.printing.fonts import family, installed
from metrics.text import Language, Text

_LAYOUT: Final = Path(__file__).parent / "paper.typ"
_PAGE = Text("第 {} 页,共 {} 页", "Page {} of {}")
_SIGN, _DATE = Text("签字", "Signature"), Text("日期", "Date")


def pdf_of(paper: Paper, language: Language) -> bytes:
    """Return a paper as PDF, the same bytes for the same paper and font; NoFontError without a Chinese font."""
    told = json.dumps(_told(paper, language), ensure_ascii=False, sort_keys=True)
    return typst.compile(_LAYOUT, format="pdf", font_paths=installed(), sys_inputs={"paper": told})


def _told(paper: Paper, language: Language) -> dict[str, Any]:
    zone = paper.zone
    return {
        "font": family(),
        "language": language,
        "title": paper.title.to(language),
        "state": paper.state.to(language),
        "made": _day(paper.made),
        "foot": paper.foot.to(language),
        "page": _PAGE.to(language).split("{}"),
        "is_wide": paper.is_wide,
        "facts": [[fact.what.to(language), written(fact.value, fact.kind, language, zone)] for fact in paper.facts],
        "blocks": [_block(block, language, zone) for block in paper.blocks],
        "signatures": [_signature(each, language, zone) for each in paper.signatures],
        "appendix": [_block(sheet, language, zone) for sheet in paper.appendix],
    }


def _day(made: datetime | None) -> list[int] | None:
    return None if made is None else [made.year, made.month, made.day]


def _block(block: Working | Sheet, language: Language, zone: str) -> dict[str, Any]:
    if isinstance(block, Working):
        lines = [[line.what.to(language), line.how.to(language)] for line in block.lines]
        notes = [note.to(language) for note in block.notes]
        return {"kind": "working", "title": block.title.to(language), "lines": lines, "notes": notes}
    kinds = [column.kind for column in block.columns]
    heads = [column.head.to(language) for column in block.columns]
    rows = [
        [_kept(written(value, kind, language, zone)) for value, kind in zip(row, kinds, strict=True)]
        for row in block.rows
    ]
    return {
        "kind": "table",
        "title": block.title.to(language),
        "about": block.about.to(language) if block.about else "",
        "heads": heads,
        "breadths": breadths(heads, rows),
        "words": longest_words(heads, rows),
        "right": [kind in FIGURES for kind in kinds],
        "rows": rows,
    }


def _kept(text: str) -> str:
    """Return a text whose percent sign stays beside its number, and of which no word leaves its column."""
    return breakable(text.replace(" %", "\u00a0%"))


def _signature(signature: Signature, language: Language, zone: str) -> list[str]:
    at = "" if signature.at is None else written(signature.at, Kind.MOMENT, language, zone)
    return [signature.role.to(language), signature.name or "", at, _SIGN.to(language), _DATE.to(language)]
