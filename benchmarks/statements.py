"""What statements cost: every unit's month of two years and the evidence of each, from three million forms."""

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

from benchmarks.many_forms import MONTHS, TABLES, UNITS, write
from benchmarks.measured import cost_of
from metrics.calendar import BusinessCalendar
from metrics.model import Moment
from metrics.rewards.dated import Dated
from metrics.rewards.period import Asked
from metrics.rewards.policy import SatisfactionPolicy
from metrics.store import EVERYTHING
from metrics.store.form_counts import Source
from metrics.store.reward_policies import RewardPolicies
from metrics.store.statement_evidence import complaints_by_case, evidence_of_months
from metrics.store.statements import judged, read_all
from metrics.store.warehouse import Warehouse

_FORMS = 3_000_000
_POLICIES = RewardPolicies((Dated(SatisfactionPolicy()),), ())


def source_of(root: Path) -> Source:
    """Return the warehouse as a load at the end of its last month has it."""
    warehouse = Warehouse(str(root), dict.fromkeys(TABLES, len(MONTHS) - 1))
    moment = Moment(datetime(2026, 6, 30, 15, 59, tzinfo=UTC))
    return Source(warehouse, BusinessCalendar("Asia/Shanghai"), moment, EVERYTHING, 1)


def compute(root: Path) -> dict[str, Any]:
    """Return how many statements and rows of evidence there are; evidence that does not fit a statement is an error."""
    source, counted = source_of(root), list[pl.DataFrame]()
    complained = complaints_by_case(source)

    def open_rows(forms: pl.DataFrame) -> None:
        rows = evidence_of_months(forms, _POLICIES.satisfaction, source, complained)
        counted.append(rows.group_by("unit", "month").agg(pl.len(), used=(pl.col("status") == "counted").sum()))

    started = time.monotonic()
    statements = judged(read_all(source, open_rows), _POLICIES, Asked(MONTHS[0], MONTHS[-1]))
    seconds = time.monotonic() - started
    opened = pl.concat(counted).group_by("unit", "month").agg(pl.col("len", "used").sum())
    used = {(unit, month): n for unit, month, _, n in opened.iter_rows()}
    wrong = [each for each in statements if each.figures.month.used.n != used.get((each.unit, each.month), 0)]  # type: ignore[union-attr]
    if wrong or len(statements) != UNITS * len(MONTHS):
        message = f"{len(wrong)} of {len(statements)} statements have other evidence than they say"
        raise AssertionError(message)
    return {"statements": len(statements), "rows": int(opened["len"].sum()), "seconds": round(seconds, 2)}


def main() -> None:
    """Write the forms, then measure a process that computes all statements with their evidence."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forms", type=int, default=_FORMS)
    parser.add_argument("--compute", type=Path, help="only compute, on a warehouse that is there")
    asked = parser.parse_args()
    if asked.compute:
        print(json.dumps(compute(asked.compute)), file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), asked.forms)
        cost = cost_of(["-m", "benchmarks.statements", "--compute", folder])
    busy = f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    print(f"statements and evidence of {asked.forms:,} forms {cost.seconds:6.1f} s {cost.mib:8.0f} MiB   ({busy})")


if __name__ == "__main__":
    main()
