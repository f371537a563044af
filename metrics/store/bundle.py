"""A figure to take away: its rows, what was shown, and a script with which a stranger computes it anew, offline."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from metrics.model import Kpi, Mean, Quantile, Rate, Share
from metrics.registry import kpi
from metrics.store.exports import csv_of
from metrics.store.origin import Origin
from metrics.store.query import Query
from metrics.store.scope import Scope
from metrics.store.store import Store

_SCRIPT = Path(__file__).parent / "recompute.py"
_ROWS = "rows.csv"
_SHOWN = ("value", "low", "high", "n", "numerator", "denominator", "immature", "excluded", "method")
# One second in a zip file is the least there is; a fixed time makes the same bundle the same bytes.
_STAMP = (1980, 1, 1, 0, 0, 0)


def bundle(store: Store, scope: Scope, query: Query) -> bytes:
    """Return a zip with rows.csv, manifest.json and recompute.py for the one reading that a question asks for."""
    held = store.pinned(scope)
    rows, reading = held.contributions(scope, query), held.readings(scope, query).row(0, named=True)
    table = csv_of(rows)
    manifest = _manifest(held, scope, query, reading)
    manifest["counts"] = dict(rows.group_by("status").len().sort("status").iter_rows())
    manifest["rows"] = {"file": _ROWS, "rows": rows.height, "sha256": hashlib.sha256(table).hexdigest()}
    said = json.dumps(manifest, ensure_ascii=False, indent=1, default=_text)
    files = {_ROWS: table, "manifest.json": said.encode(), _SCRIPT.name: _SCRIPT.read_bytes()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _manifest(store: Store, scope: Scope, query: Query, reading: Mapping[str, Any]) -> dict[str, Any]:
    load, about = store.published(scope), kpi(query.kpi)
    return {
        "kpi": _meaning(about),
        "measure": measure_of(about),
        "filters": {"first": query.first, "last": query.last, **dict(query.where)},
        "reading": {name: reading[name] for name in _SHOWN},
        "reasons": {reason: {"zh": text.zh, "en": text.en} for reason, text in about.reasons.items()},
        "business_zone": store.settings.calendar.zone,
        "judged_as_of": reading["as_of"],
        "load": {"id": load.id, "finished_at": load.finished_at, "table_versions": load.versions},
        **_origin(store.origin(scope, about.key)),
    }


def _meaning(about: Kpi) -> dict[str, str]:
    texts = {name: getattr(about, name) for name in ("name", "question", "formula", "caveat")}
    said = {f"{name}_{language}": text.to(language) for name, text in texts.items() for language in ("zh", "en")}
    return {"key": about.key, "unit_of_measure": about.unit.value, "direction": about.direction.value, **said}


def measure_of(about: Kpi) -> dict[str, Any]:
    """Return how the rows' contributions make the value, in the words of recompute.py."""
    match about.measure:
        case Share():
            return {"kind": "share"}
        case Mean():
            return {"kind": "mean"}
        case Rate(per=per):
            return {"kind": "rate", "per": per}
        case Quantile(q=q):
            return {"kind": "percentile", "q": q}


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "definitions": origin.definitions,
        "policy": origin.policy,
        "files": origin.files.to_dicts(),
        "checks": origin.checks.to_dicts(),
    }


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    message = f"{type(value).__name__} has no place in a manifest."
    raise TypeError(message)
