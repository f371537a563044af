"""Measuring whole processes: wall time and peak memory, imports included."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
_KIB_PER_MIB = 1024


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the wall and MiB of memory at its peak."""

    seconds: float
    mib: float


def peak_of(process_id: int) -> float:
    """Return the most memory that a running process has held so far, in MiB, as Linux accounts for it."""
    status = Path(f"/proc/{process_id}/status").read_text(encoding="ascii")
    [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peak) / _KIB_PER_MIB


def cost_of(arguments: Sequence[str]) -> Cost:
    """Run `python` with the arguments and return what it cost; a failure is raised."""
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 our own commands
    _, status, usage = os.wait4(process.pid, 0)
    # wait4 has already collected the process; tell Popen so.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Cost(time.monotonic() - started, usage.ru_maxrss / _KIB_PER_MIB)
