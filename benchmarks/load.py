"""What loads cost as whole processes: the sample workspace, the same again, and the 119,998-row incident log."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measured import ROOT, Cost, cost_of

_REAL = ROOT.parent / "shared" / "data"
_INCIDENTS = ROOT / "tests" / "real_data" / "uci_incidents" / "workspace.toml"


def measure() -> Iterator[tuple[str, Cost]]:
    """Yield the name and the cost of each load."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "sample"
        shutil.copytree(ROOT / "sample_data" / "workspace", sample, ignore=shutil.ignore_patterns("var"))
        yield "sample workspace, first load", cost_of(["-m", "etl", "run", str(sample)])
        yield "sample workspace, unchanged", cost_of(["-m", "etl", "run", str(sample)])
        yield (
            "one reading by month and unit",
            cost_of(["-m", "metrics", "show", str(sample), "first_contact_resolution", "--by", "month,unit"]),
        )
        if _REAL.exists():
            incidents = Path(folder) / "incidents"
            incidents.mkdir()
            settings = _INCIDENTS.read_text(encoding="utf-8").replace("../../../../shared/data", str(_REAL))
            (incidents / "workspace.toml").write_text(settings, encoding="utf-8")
            yield "incident log, 119,998 rows", cost_of(["-m", "etl", "run", str(incidents)])


def main() -> None:
    """Print the cost of each load."""
    for name, cost in measure():
        print(f"{name:36} {cost.seconds:6.1f} s {cost.mib:8.0f} MiB")


if __name__ == "__main__":
    main()
