"""A company of any size, loaded month by month, and what the server takes for its pages.

`python -m benchmarks.scale FOLDER [--cases 10_000_000] [--months 24]` writes the company into FOLDER and loads one
month after the other, as such a company would; months that are loaded already stay so. Then the pages are measured.
Ten million cases are about a hundred million rows and need some 15 GB of disk.
"""

import argparse
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.measured import ROOT, Cost, cost_of
from metrics.store import EVERYTHING, open_store
from sample_data.bulk import write_bulk
from sample_data.span import MONTHS

_CASES = 10_000_000
_SEED = 20240101
_FCR = "first_contact_resolution"
_PAGES = ("overview", "kpi", "funnel", "complaints", "rewards", "signals", "data")
_ROUNDS = 20
_BARS = tuple(f"{stage}:{state}" for stage in ("referral", "contact") for state in ("entered", "lost"))


def load(folder: Path, cases: int, most: int) -> Iterator[tuple[str, Cost]]:
    """Write a company unless it is written, and load the first `most` months one by one; yield each load's cost."""
    aside = folder / "aside"
    if not (folder / "workspace.toml").exists():
        for month, _ in write_bulk(folder, cases, _SEED):
            _move(folder, aside, month)
    for month in sorted({file.stem for file in aside.glob("exports/*/*.parquet")})[:most]:
        _move(aside, folder, month)
        yield month, cost_of(["-m", "etl", "run", str(folder)])


def _move(here: Path, there: Path, month: str) -> None:
    """Move a month's exports from one folder to another."""
    for file in sorted(here.glob(f"exports/*/{month}.parquet")):
        moved = there / file.relative_to(here)
        moved.parent.mkdir(parents=True, exist_ok=True)
        file.rename(moved)


def pages(folder: Path) -> Iterator[tuple[str, list[float]]]:
    """Yield steps with the milliseconds that the server took for each time they were done."""
    os.environ["PLUMBLINE_WORKSPACE"] = str(folder)
    store = open_store(folder)
    months, units = store.months(EVERYTHING)[-_ROUNDS:], store.units(EVERYTHING)["unit"].to_list()
    for name in _PAGES:
        app = _opened(name, {"kpi": _FCR} if name == "kpi" else {})
        yield f"{name}, warm", [_run(app) for _ in range(_ROUNDS)]
        yield f"{name}, another month", [_run(app, month=month) for month in months]
        yield f"{name}, another unit", [_run(app, unit=unit) for unit in units]
    funnel = _opened("funnel", {})
    yield "funnel, list behind another bar", [_run(funnel, bar=bar) for bar in _BARS]
    drill = _opened("evidence", {"kpi": _FCR, "status": "counted"})
    yield "drill list, first page", [_run(drill, month=month) for month in months]
    yield "drill list, first page of a unit", [_run(drill, unit=unit) for unit in units]


def _opened(name: str, filters: dict[str, str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=600)
    app._page_hash = "" if name == "overview" else calc_hash(name)  # noqa: SLF001 our pages are functions, known by a hash
    for key, value in filters.items():
        app.query_params[key] = value
    app.run()
    return app


def _run(app: AppTest, **filters: str) -> float:
    for key, value in filters.items():
        app.query_params[key] = value
    started = time.perf_counter()
    app.run()
    if app.exception:
        raise AssertionError(app.exception[0].value)
    return (time.perf_counter() - started) * 1000


def _p95(taken: list[float]) -> int:
    return round(quantiles(taken, n=20)[18])


def main() -> None:
    """Print what each load and each step cost, then the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=_CASES)
    parser.add_argument("--months", type=int, default=len(MONTHS), help="load so many more months at most")
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    for month, cost in load(folder, asked.cases, asked.months):
        print(f"load of {month:32}{cost.seconds:8.1f} s{cost.mib:8.0f} MiB", flush=True)
    found = {name: _p95(taken) for name, taken in pages(folder)}
    for name, milliseconds in found.items():
        print(f"{name:40}{milliseconds:8} ms (p95)")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
