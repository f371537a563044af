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
def rewarded(tmp_path_factory) -> Path:
    """Return the company of two centres whose April and May can be judged by hand, loaded. Copy it to write in it."""
    folder = write_company(tmp_path_factory.mktemp("rewarded") / "workspace")
    load(folder)
    return folder


@pytest.fixture(scope="session")
def loaded_sample(tmp_path_factory) -> Path:
    """Copy the sample workspace, load the copy as a user would, and return its folder. Read it only."""
    folder = tmp_path_factory.mktemp("sample") / "workspace"
    shutil.copytree(ROOT / "sample_data" / "workspace", folder, ignore=shutil.ignore_patterns("var"))
    load = subprocess.run(
        [sys.executable, "-m", "etl", "run", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if load.returncode != 0:
        pytest.fail(f"Loading the sample workspace ended with {load.returncode}:\n{load.stdout}\n{load.stderr}")
    return folder
