"""`make bench`: the loads, the pages, the clock and the statements, one after the other, on a copy of the sample.

What takes longer is asked for by name: `python -m benchmarks.sessions` and `python -m benchmarks.scale`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measured import ROOT


def _run(*arguments: str) -> None:
    print(f"\n$ python {' '.join(arguments)}", flush=True)
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True)  # noqa: S603 our own commands


def main() -> None:
    """Measure everything that is done in minutes."""
    _run("-m", "benchmarks.load")
    _run("-m", "benchmarks.worktime")
    _run("-m", "benchmarks.statements")
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        shutil.copytree(ROOT / "sample_data" / "workspace", workspace, ignore=shutil.ignore_patterns("var"))
        _run("-m", "etl", "run", str(workspace))
        _run("-m", "benchmarks.page", str(workspace))


if __name__ == "__main__":
    main()
