"""One load at a time per workspace: a second one waits, or says who is running."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from etl.errors import EtlError

_HOLDER = "load.holder.json"


class AnotherLoadError(EtlError):
    """Another load of this workspace is running."""

    def __init__(self, folder: Path, holder: str) -> None:
        """Say which workspace and who is loading it."""
        super().__init__(f"Another load of {folder} is running{holder}. Wait for it, or pass --wait SECONDS.")


@contextmanager
def one_at_a_time(folder: Path, wait: float) -> Iterator[None]:
    """Hold the workspace's lock; AnotherLoadError after `wait` seconds. The system frees it when a process dies."""
    place = folder / "var"
    place.mkdir(parents=True, exist_ok=True)
    holder = place / _HOLDER
    try:
        with FileLock(place / "load.lock", timeout=wait):
            holder.write_text(json.dumps(_myself()), encoding="utf-8")
            try:
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        raise AnotherLoadError(folder, _described(holder)) from None


def is_running(folder: Path) -> bool:
    """Return whether a load of the workspace is running, as far as can be told without asking for its lock."""
    try:
        found = json.loads((folder / "var" / _HOLDER).read_text(encoding="utf-8"))
        if found["host"] != socket.gethostname():
            return True
        os.kill(found["pid"], 0)  # which does nothing but ask whether there is such a process
    except PermissionError:
        return True
    except (OSError, ValueError, KeyError):
        return False
    return True


def _myself() -> dict[str, object]:
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat(timespec="seconds")}


def _described(holder: Path) -> str:
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        return f": process {found['pid']} on {found['host']} since {found['since']}"
    except (OSError, ValueError, KeyError):
        return ""
