"""A streamlit script served on a free loopback port for as long as it is measured."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks.measured import ROOT

_PATIENCE = 60


@dataclass(frozen=True)
class Served:
    """A running server: where it is, and its process."""

    address: str
    process_id: int


@contextmanager
def served(script: Path, workspace: Path) -> Iterator[Served]:
    """Serve a script over a workspace and yield where."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address", "127.0.0.1"]
    environment = os.environ | {"PLUMBLINE_WORKSPACE": str(workspace)}
    process = subprocess.Popen(  # noqa: S603 our own script
        [*command, "--server.port", str(port)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield Served(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        connection = HTTPConnection("127.0.0.1", port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().read() == b"ok":
                return
        except (OSError, HTTPException):
            time.sleep(0.2)
        finally:
            connection.close()
    message = f"streamlit did not answer on port {port} within {_PATIENCE} s."
    raise TimeoutError(message)
