"""What every test stands on: a fixed zone, silent libraries, and the sample workspace loaded once."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["TZ"] = "UTC"
time.tzset()
os.environ["GX_ANALYTICS_ENABLED"] = "false"

# A slow machine is not a failing test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).parents[1]


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
