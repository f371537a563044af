"""Looking into a folder: which files may be exports, what they hold, and which belong together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from etl.errors import SourceError
from etl.init.exports import Export
from etl.init.layout import DATABASES, layouts
from etl.mapping.cells import as_text, trimmed
from etl.sources import extracts
from etl.sources.header import ROW
from etl.workspace import Source, Workspace
from etl.workspace.source import format_of

_OWN = {"var"}
_MARKERS = ("?", "-", "--", "N/A", "n/a", "null", "NULL", "None", "nan", "NaN", "#N/A", "无", "未知")
_LAYOUT = ("sheet", "range", "encoding", "delimiter", "db_table")


def exports(folder: Path) -> tuple[list[Export], list[str]]:
    """Return the exports in `folder`, files of one layout taken together, and what could not be read."""
    found: dict[tuple[Any, ...], list[Export]] = {}
    problems = []
    for path in _files(folder):
        try:
            for export in _looked_at(path, folder):
                layout = tuple(str(export.settings.get(key)) for key in _LAYOUT)
                found.setdefault((path.parent, path.suffix, *export.columns, *layout), []).append(export)
        except SourceError as error:
            problems.append(f"What is wrong with this file? {error}")
    return [_together(group) for group in found.values()], problems


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        if path.is_file() and not is_hidden and inside.parts[0] not in _OWN and _may_be_export(path):
            yield path


def _may_be_export(path: Path) -> bool:
    return format_of(path.name) is not None or path.suffix.lower() in {".zip", *DATABASES}


def _looked_at(path: Path, folder: Path) -> Iterator[Export]:
    workspace = Workspace.model_construct(folder=folder, name="init", zone="UTC")
    for layout in layouts(path, folder):
        source = Source.model_construct(name="init", table="", columns={}, **layout.settings)
        frames = [_as_text(extract.frame) for extract in extracts(source, workspace)]
        yield _without_missing(
            Export(layout.settings, pl.concat(frames, how="diagonal"), layout.name, layout.questions)
        )


def _as_text(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(*(trimmed(as_text(frame, name)).alias(name) for name in frame.columns if name != ROW), ROW)


def _without_missing(export: Export) -> Export:
    texts = export.rows.drop(ROW)
    missing = [marker for marker in _MARKERS if any((texts[name] == marker).any() for name in texts.columns)]
    cell = pl.col(pl.String)
    rows = export.rows.with_columns(pl.when(~cell.is_in(["", *missing])).then(cell).name.keep())
    return replace(export, rows=rows, settings=export.settings | ({"missing": missing} if missing else {}))


def _together(group: list[Export]) -> Export:
    first = group[0]
    if len(group) == 1 or "path" not in first.settings:
        return first
    missing = sorted({marker for export in group for marker in export.settings.get("missing", [])})
    settings = first.settings | {"path": _pattern([export.settings["path"] for export in group])}
    rows = pl.concat([export.rows for export in group])
    name = re.sub(r"[\d\W_]+$", "", first.name) or first.name
    return replace(first, name=name, rows=rows, settings=settings | ({"missing": missing} if missing else {}))


def _pattern(paths: list[str]) -> str:
    """Return a glob that matches the paths: what all begin and end with, less the digits there, and a star between."""
    start, end = _shared(paths), _shared([path[::-1] for path in paths])[::-1]
    # What January and February share of 2025-01 and 2025-02 would fix the year.
    return re.sub(r"[\d_.-]*$", "", start) + "*" + re.sub(r"^[^.]*", "", end)


def _shared(texts: list[str]) -> str:
    shortest = min(texts, key=len)
    length = next((i for i, letter in enumerate(shortest) if any(text[i] != letter for text in texts)), len(shortest))
    return shortest[:length]
