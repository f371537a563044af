"""A real Chromium in front of the real dashboard, on loopback only."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 60  # seconds until a starting dashboard must answer


def pytest_collection_modifyitems(items):
    """Mark the tests of this folder, and let them run last: the quick ones speak first."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Launch the machine's Chromium; without one, skip, except where CI promises to have it."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        message = f"No Chromium on this machine (looked for {', '.join(NAMES)}): browser tests need one."
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reader(browser) -> Iterator[Callable[[str], BrowserContext]]:
    """Return a laptop's browser by the language that its reader reads; what it has fetched once it keeps."""
    readers: dict[str, BrowserContext] = {}

    def of(locale: str) -> BrowserContext:
        if locale not in readers:
            readers[locale] = browser.new_context(viewport={"width": 1440, "height": 1000}, locale=locale)
        return readers[locale]

    yield of
    for context in readers.values():
        context.close()


@pytest.fixture
def window(reader) -> Iterator[Callable[[str], Page]]:
    """Return what opens an empty page of a reader of a language, for one test."""
    opened: list[Page] = []

    def of(locale: str) -> Page:
        opened.append(reader(locale).new_page())
        return opened[-1]

    yield of
    for each in opened:
        each.close()


@pytest.fixture
def page(window) -> Page:
    """Open an empty page whose reader reads Chinese."""
    return window("zh-CN")


@pytest.fixture(scope="session")
def served_app(loaded_sample, tmp_path_factory) -> Iterator[str]:
    """Serve the dashboard over the loaded sample workspace, and return its address."""
    log = tmp_path_factory.mktemp("served") / "streamlit.log"
    with serving(ROOT / "streamlit_app.py", loaded_sample, log) as address:
        yield address


@pytest.fixture(scope="session")
def serve():
    """Return what serves a script over a workspace, for tests that write into one of their own."""
    return serving


@contextmanager
def serving(script: Path, workspace: Path, log: Path, port: int | None = None) -> Iterator[str]:
    """Run `script` under streamlit on a loopback port, a free one unless it is named, until the block ends."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    environment = os.environ | {"PLUMBLINE_WORKSPACE": str(workspace)}
    with log.open("w") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as app:
        try:
            wait_until_healthy(app, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            app.terminate()
            try:
                app.wait(timeout=10)
            except subprocess.TimeoutExpired:
                app.kill()


def free_port() -> int:
    """Return a loopback port that nobody uses at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def wait_until_healthy(app: subprocess.Popen, port: int, log: Path) -> None:
    """Return as soon as streamlit answers; fail with its log when it ends or stays silent."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and app.poll() is None:
        if healthy(port):
            return
        time.sleep(0.2)
    pytest.fail(f"The dashboard did not start on port {port}:\n{log.read_text()}")


def healthy(port: int) -> bool:
    """Return whether streamlit says on this port that it is well."""
    connection = HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().read() == b"ok"
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
