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
    holder = place / "load.holder.json"
    try:
        with FileLock(place / "load.lock", timeout=wait):
            holder.write_text(json.dumps(_myself()), encoding="utf-8")
            try:
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        raise AnotherLoadError(folder, _described(holder)) from None


def _myself() -> dict[str, object]:
    return {"pid": os.getpid(), "host": socket.gethostname(), "since": datetime.now(UTC).isoformat(timespec="seconds")}


def _described(holder: Path) -> str:
    try:
        found = json.loads(holder.read_text(encoding="utf-8"))
        return f": process {found['pid']} on {found['host']} since {found['since']}"
    except (OSError, ValueError, KeyError):
        return ""
