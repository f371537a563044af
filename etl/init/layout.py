"""How a file nobody has seen is laid out: its encoding and delimiter, or its sheet and range."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.sources.decoding import likely_encoding
from etl.sources.places import Place, places
from etl.workspace import Source, Workspace
from etl.workspace.source import format_of

_SAMPLE = 1 << 16
_DELIMITERS = ",;\t|"
DATABASES = {".db", ".sqlite", ".sqlite3"}


@dataclass(frozen=True)
class Layout:
    """The settings by which a source reads a file, a name for it, and what is to be asked."""

    settings: dict[str, Any]
    name: str
    questions: tuple[str, ...] = ()


def layouts(path: Path, folder: Path) -> Iterator[Layout]:
    """Yield the layout of the file; a SQLite database has one for each table."""
    shown = path.relative_to(folder).as_posix()
    kind = format_of(path.name)
    if kind is None and path.suffix.lower() != ".zip":
        yield from _tables(path, shown)
    elif kind == "xlsx":
        from etl.init.sheets import sheet_layout

        yield sheet_layout(path, shown)
    elif kind in {None, "csv"}:
        yield _delimited(path, shown, folder)
    else:
        yield Layout({"path": shown}, path.stem)


def _delimited(path: Path, shown: str, folder: Path) -> Layout:
    source = Source.model_construct(name="init", table="", path=shown, columns={})
    workspace = Workspace.model_construct(folder=folder, name="init", zone="UTC")
    sample = _sample(places(source, workspace)[0])
    encoding = _encoding(sample)
    text = sample.decode(encoding, errors="ignore").lstrip("\ufeff\r\n ")
    settings = {"path": shown}
    if encoding != "utf-8":
        settings["encoding"] = encoding
    if (delimiter := _delimiter(text)) != ("\t" if shown.lower().endswith((".tsv", ".tab")) else ","):
        settings["delimiter"] = delimiter
    return Layout(settings, path.name.partition(".")[0])


def _sample(place: Place) -> bytes:
    with place.opened() as stream:
        return stream.read(_SAMPLE)


def _encoding(sample: bytes) -> str:
    try:
        # The sample may end inside a letter.
        sample[: max(len(sample) - 4, 1)].decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = error.start >= len(sample) - 8
        return "utf-8" if is_cut else likely_encoding(sample) or "utf-8"
    return "utf-16" if sample.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:1]
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader(lines, delimiter=mark), [])))


def _tables(path: Path, shown: str) -> Iterator[Layout]:
    import sqlalchemy as sa

    engine = sa.create_engine(f"sqlite:///{path}")
    try:
        names = sa.inspect(engine).get_table_names()
    finally:
        engine.dispose()
    for name in names:
        yield Layout({"url": f"sqlite:///{shown}", "db_table": name}, name)
