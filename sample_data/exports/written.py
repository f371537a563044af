"""Writing text files: the same rows always become the same bytes."""

import csv
import io
import json
from pathlib import Path

import polars as pl


def write_csv(path: Path, frame: pl.DataFrame, encoding: str = "utf-8") -> None:
    """Write a frame of text as comma-separated values with the line ends of Windows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(frame.columns)
    writer.writerows(frame.iter_rows())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))


def write_json_lines(path: Path, frame: pl.DataFrame) -> None:
    """Write one JSON object per line, without the fields that are empty."""
    lines = [
        _json({name: cell for name, cell in row.items() if cell is not None}) for row in frame.iter_rows(named=True)
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join(lines) + "\n").encode())


def write_json(path: Path, frame: pl.DataFrame) -> None:
    """Write one JSON array of objects, an object a line."""
    lines = ",\n".join(_json(row) for row in frame.iter_rows(named=True))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"[\n{lines}\n]\n".encode())


def _json(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
