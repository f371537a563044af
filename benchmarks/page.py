"""What the pages cost in Chromium beside a bare page with as many tiles and charts, and the server's share of it.

`python -m benchmarks.page WORKSPACE [ROUNDS]` measures both in one run, turn by turn; the workspace must be loaded.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from benchmarks.measured import ROOT
from benchmarks.served import served
from benchmarks.visiting import chromium, visit

_ROUNDS = 7
_BARE = Path(__file__).parent / "bare_page.py"


def measure(workspace: Path, rounds: int) -> Iterator[dict[str, object]]:
    """Yield each step's median milliseconds on both pages and their ratio."""
    script = ROOT / "streamlit_app.py"
    with served(script, workspace) as ours, served(_BARE, workspace) as bare, chromium() as browser:
        cold = {"ours": visit(browser, ours.address), "bare": visit(browser, bare.address)}
        pairs = [(visit(browser, ours.address), visit(browser, bare.address)) for _ in range(rounds)]
    yield _compared("first visit to a server just started", cold["ours"]["first visit"], cold["bare"]["first visit"])
    for step in pairs[0][0]:
        yield _compared(step, *(median(pair[side][step] for pair in pairs) for side in (0, 1)))


def _compared(step: str, ours: float, bare: float) -> dict[str, object]:
    return {"step": step, "ours_ms": round(ours), "bare_ms": round(bare), "ratio": round(ours / bare, 2)}


def server_time(workspace: Path, rounds: int) -> dict[str, int]:
    """Return the median milliseconds that the server takes for a page that it has shown before."""
    os.environ["PLUMBLINE_WORKSPACE"] = str(workspace)
    taken = {}
    for name in ("overview", "kpi", "evidence"):
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        # AppTest switches to pages that are files; ours are functions, known by the hash of their address.
        app._page_hash = "" if name == "overview" else calc_hash(name)  # noqa: SLF001
        app.run()
        taken[name] = round(median(_run(app) for _ in range(rounds)))
    return taken


def _run(app: AppTest) -> float:
    started = time.perf_counter()
    app.run()
    return (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the table, then the same as JSON."""
    workspace = Path(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else _ROUNDS  # noqa: PLR2004 the second argument
    steps = list(measure(workspace, rounds))
    server = server_time(workspace, rounds)
    print(f"{'step':40}{'ours':>9}{'bare':>9}{'ratio':>7}")
    for row in steps:
        print(f"{row['step']:40}{row['ours_ms']:>6} ms{row['bare_ms']:>6} ms{row['ratio']:>7}")
    for name, milliseconds in server.items():
        print(f"{'server, ' + name + ', warm':40}{milliseconds:>6} ms")
    print(json.dumps({"steps": steps, "server_ms": server}))


if __name__ == "__main__":
    main()
