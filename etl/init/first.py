"""The first workspace: every export looked at, drafted, and written down with what is to be asked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from etl.init.drafts import Draft, drafts
from etl.init.errors import NoExportsError, WorkspaceThereError
from etl.init.exports import Export
from etl.init.folder import exports
from etl.init.writing import workspace_text

_SHOWN = 8
_SCRIPTS = {"Asia/Shanghai": r"[\u4e00-\u9fff]", "Asia/Seoul": r"[\uac00-\ud7af]", "Asia/Tokyo": r"[\u3040-\u30ff]"}


def first_workspace(folder: Path) -> tuple[str, list[str]]:
    """Return the text of a first workspace.toml for the exports in `folder`, and the questions in it."""
    found, problems = exports(folder)
    if not found and not problems:
        raise NoExportsError(folder)
    drafted = [(export, drafts(export)) for export in found]
    written = _named([draft for _, several in drafted for draft in several])
    zone = _zone(found)
    questions = [
        f"In which time zone does the company work? {zone} is assumed, for times without a zone too.",
        *problems,
        *(_unknown(export) for export, several in drafted if not several),
    ]
    text = workspace_text(folder.resolve().name, zone, written, questions)
    return text, [*questions, *(f"{draft.export.name}: {asked}" for draft in written for asked in draft.questions)]


def write_first_workspace(folder: Path) -> tuple[Path, list[str]]:
    """Write workspace.toml into `folder` unless one is there; return its path and the questions in it."""
    path = folder / "workspace.toml"
    if path.exists():
        raise WorkspaceThereError(path)
    text, questions = first_workspace(folder)
    path.write_text(text, encoding="utf-8")
    return path, questions


def _zone(found: Sequence[Export]) -> str:
    """Return the zone that the script of the column names suggests; UTC where it suggests none."""
    letters = " ".join(name for export in found for name in export.columns)
    counts = {zone: len(re.findall(script, letters)) for zone, script in _SCRIPTS.items()}
    likeliest = max(counts, key=lambda zone: counts[zone])
    return likeliest if counts[likeliest] else "UTC"


def _unknown(export: Export) -> str:
    shown = ", ".join(export.columns[:_SHOWN]) + (" …" if len(export.columns) > _SHOWN else "")
    place = export.settings.get("path") or f"{export.settings.get('url')} {export.settings.get('db_table')}"
    return f"What is {place}? Its columns fit no table: {shown}."


def _named(written: list[Draft]) -> list[Draft]:
    """Return the drafts with names of their own."""
    seen: Counter[str] = Counter()
    named = []
    for draft in written:
        seen[draft.export.name] += 1
        suffix = f" {seen[draft.export.name]}" if seen[draft.export.name] > 1 else ""
        named.append(replace(draft, export=replace(draft.export, name=draft.export.name + suffix)))
    return named
