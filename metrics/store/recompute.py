"""Compute a figure anew from the rows that lie beside this file, and compare it with what was shown.

Run it where it lies: python3 recompute.py. It needs Python 3.9 or later and nothing else: no network, no product.
manifest.json says what the figure is and what was shown; rows.csv holds every row with whether it counts and why not.
"""

import csv
import hashlib
import io
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Rows = list[dict[str, str]]


def percentile(rows: Rows, q: float) -> float:
    """Type 7 (Hyndman & Fan 1996) where every wait is over; else Kaplan-Meier: the first wait with S(t) <= 1 - q."""
    waits = sorted((float(row["value"]), float(row["exposure"]) > 0) for row in rows if row["value"])
    if all(is_over for _, is_over in waits):
        at = q * (len(waits) - 1)
        low, high = waits[math.floor(at)][0], waits[math.ceil(at)][0]
        return low + (high - low) * (at - math.floor(at))
    at_risk, survival, tally = len(waits), 1.0, Counter(waits)
    for wait in sorted({wait for wait, _ in waits}):
        survival *= 1 - tally[wait, True] / at_risk
        if survival <= 1 - q + 1e-9:
            return wait
        at_risk -= tally[wait, True] + tally[wait, False]
    return math.nan


def value_of(measure: dict[str, Any], rows: Rows) -> float:
    """Sum first, divide last; where nothing counts there is no value."""
    if measure["kind"] == "percentile":
        return percentile(rows, measure["q"]) if rows else math.nan
    total, exposure = (math.fsum(float(row[name] or 0) for row in rows) for name in ("value", "exposure"))
    below = exposure if measure["kind"] == "rate" else len(rows)
    return total / below * measure.get("per", 1) if below else math.nan


def main() -> int:
    """Say what was computed and whether it agrees; return 0 where all of it does."""
    manifest = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))
    raw = (HERE / manifest["rows"]["file"]).read_bytes()
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    counts = dict(Counter(row["status"] for row in rows))
    value = value_of(manifest["measure"], [row for row in rows if row["status"] == "counted"])
    shown = math.nan if manifest["reading"]["value"] is None else manifest["reading"]["value"]
    checks = {
        "rows.csv is unchanged": hashlib.sha256(raw).hexdigest() == manifest["rows"]["sha256"],
        "the rows of each status are as many": counts == manifest["counts"],
        "the value agrees": math.isclose(value, shown, rel_tol=1e-9) or (math.isnan(value) and math.isnan(shown)),
    }
    said = [f"{manifest['kpi']['name_en']} {manifest['filters']}", f"rows by status: {counts}"]
    said += [f"shown: {shown}, computed anew: {value}"]
    said += [f"{'yes' if holds else 'NO'}: {claim}" for claim, holds in checks.items()]
    sys.stdout.write("\n".join([*said, ""]))
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
