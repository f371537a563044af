"""What every test stands on: a fixed zone, silent libraries, and the sample workspace loaded once."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from filelock import FileLock
from hypothesis import settings
from sqlalchemy import NullPool, create_engine, text

from tests.rewarded import load, write_company

os.environ["TZ"] = "UTC"
time.tzset()
os.environ["GX_ANALYTICS_ENABLED"] = "false"

# A slow machine is not a failing test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Return a function that makes an empty database on a real PostgreSQL, and returns its address."""
    pgserver = pytest.importorskip("pgserver", reason="PostgreSQL comes as a wheel, which this platform has none of")
    # Not below pytest's own folder: that is closed to others whenever a run begins, and the server is another user.
    with TemporaryDirectory(prefix="plumbline-") as folder:
        server = pgserver.get_server(folder)
        address = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        numbers = count()

        def run(*statements: str) -> None:
            with engine.connect() as connection:
                for statement in statements:
                    connection.execute(text(statement))

        def make() -> str:
            name = f"database_{next(numbers)}"
            run(f"CREATE DATABASE {name}")
            return address.replace("/postgres?", f"/{name}?")

        # No test pulls the plug of the machine.
        run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")

        yield make
        server.cleanup()


@pytest.fixture(scope="session")
def once(tmp_path_factory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return what makes a folder by name, once for all processes that run tests side by side."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def made(name: str, make: Callable[[Path], None]) -> Path:
        place, folder = shared / f"once_{name}", shared / f"once_{name}" / "workspace"
        place.mkdir(exist_ok=True)
        with FileLock(place / "lock"):
            if not (place / "made").exists():
                make(folder)
                (place / "made").touch()
        return folder

    return made


@pytest.fixture(scope="session")
def rewarded(once) -> Path:
    """Return the company of two centres whose April and May can be judged by hand, loaded. Copy it to write in it."""
    return once("rewarded", lambda folder: load(write_company(folder)))


@pytest.fixture(scope="session")
def loaded_sample(once) -> Path:
    """Return a copy of the sample workspace, loaded as a user would. Read it only: others read it as well."""
    return once("sample", _load_sample)


def _load_sample(folder: Path) -> None:
    shutil.copytree(ROOT / "sample_data" / "workspace", folder, ignore=shutil.ignore_patterns("var"))
    load = subprocess.run(
        [sys.executable, "-m", "etl", "run", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if load.returncode != 0:
        pytest.fail(f"Loading the sample workspace ended with {load.returncode}:\n{load.stdout}\n{load.stderr}")
