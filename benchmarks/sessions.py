"""Many viewers at once: sessions that click through the pages for minutes, and what the server takes for each click.

`python -m benchmarks.sessions WORKSPACE [--sessions 50] [--seconds 300]`; the workspace must be loaded. A click is
timed from the request to the end of its script, waiting for a turn included. It stops by itself.
"""

import argparse
import asyncio
import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.measured import ROOT, peak_of
from benchmarks.served import Served, served
from metrics.store import EVERYTHING, Store, open_store

_PAGES = ("overview", "kpi", "evidence", "funnel", "complaints", "rewards", "signals", "data")
_KPIS = ("first_contact_resolution", "resolution_on_time", "satisfaction_score")
_THINKING = (2.0, 8.0)
_OF_ONE_UNIT = 0.5


@dataclass
class Seen:
    """What the sessions saw: milliseconds of each click by page, and what went wrong."""

    clicks: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Choices:
    """What there is to click on."""

    months: tuple[str, ...]
    units: tuple[str, ...]

    def click(self, chance: random.Random) -> tuple[str, dict[str, str]]:
        """Return a page and the filters of its address."""
        page = chance.choice(_PAGES)
        filters = {"lang": chance.choice(("zh", "en")), "month": chance.choice(self.months)}
        if chance.random() < _OF_ONE_UNIT:
            filters["unit"] = chance.choice(self.units)
        if page in {"kpi", "evidence"}:
            filters["kpi"] = chance.choice(_KPIS)
        return page, filters


async def _clicked(connection: ClientConnection, page: str, filters: dict[str, str], seen: Seen) -> None:
    """Ask for a page and wait until its script has ended."""
    asked = BackMsg()
    asked.rerun_script.query_string = urlencode(filters)
    # The pages are functions, known by the hash of their address; the first one has none.
    asked.rerun_script.page_script_hash = "" if page == "overview" else calc_hash(page)
    started = perf_counter()
    await connection.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(bytes(await connection.recv(decode=False)))
        if told.delta.new_element.WhichOneof("type") == "exception":
            seen.errors.append(f"{page} {filters}: {told.delta.new_element.exception.message}")
        if told.WhichOneof("type") == "script_finished":
            break
    seen.clicks.setdefault(page, []).append((perf_counter() - started) * 1000)


async def _session(server: Served, choices: Choices, seed: int, until: float, seen: Seen) -> None:
    chance = random.Random(seed)  # noqa: S311 clicks, not secrets
    address = f"ws://{urlsplit(server.address).netloc}/_stcore/stream"
    await asyncio.sleep(chance.uniform(0, _THINKING[1]))
    async with connect(address, subprotocols=["streamlit"], origin=server.address, max_size=None) as connection:  # type: ignore[list-item, arg-type]
        while perf_counter() < until:
            await _clicked(connection, *choices.click(chance), seen)
            await asyncio.sleep(chance.uniform(*_THINKING))


async def _all(server: Served, choices: Choices, sessions: int, seconds: float) -> Seen:
    seen, until = Seen(), perf_counter() + seconds
    waiting = (_session(server, choices, seed, until, seen) for seed in range(sessions))
    ended = await asyncio.gather(*waiting, return_exceptions=True)
    seen.errors += [repr(each) for each in ended if isinstance(each, BaseException)]
    return seen


def _choices(store: Store) -> Choices:
    months = store.months(EVERYTHING)[-12:]
    return Choices(tuple(months), tuple(store.units(EVERYTHING)["unit"]))


def measure(workspace: Path, sessions: int, seconds: float) -> dict[str, object]:
    """Return what so many sessions saw in so many seconds, and the server's memory at its peak."""
    choices = _choices(open_store(workspace))
    with served(ROOT / "streamlit_app.py", workspace) as server:
        seen = asyncio.run(_all(server, choices, sessions, seconds))
        peak = peak_of(server.process_id)
    return {
        "sessions": sessions,
        "errors": seen.errors,
        "peak_mib": round(peak),
        "all": _said([taken for clicks in seen.clicks.values() for taken in clicks]),
        **{page: _said(clicks) for page, clicks in sorted(seen.clicks.items())},
    }


def _said(clicks: list[float]) -> dict[str, int]:
    cuts = quantiles(clicks, n=20) if len(clicks) > 1 else clicks * 19
    return {"clicks": len(clicks), "p50_ms": round(cuts[9]), "p95_ms": round(cuts[18]), "max_ms": round(max(clicks))}


def main() -> None:
    """Print a line per page, then the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=300)
    asked = parser.parse_args()
    found = measure(asked.workspace.resolve(), asked.sessions, asked.seconds)
    for name, value in found.items():
        print(f"{name:12} {value}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
