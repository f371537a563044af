"""Real exports: each test file loads the workspace of its own name once, from a copy that writes beside nothing."""

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from metrics.__main__ import main

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def workspace(request, tmp_path_factory) -> Path:
    """Load the workspace that the test file is about, and return its folder; skip where the export is absent."""
    name = request.path.stem.removeprefix("test_")
    if not (DATA / name).is_dir():
        pytest.skip(f"The export is not here: {DATA / name} holds data of others, which is not part of the project.")
    folder = tmp_path_factory.mktemp(name)
    for settings in (HERE / name).glob("*.toml"):
        text = settings.read_text(encoding="utf-8").replace("../../../../shared/data", str(DATA))
        (folder / settings.name).write_text(text, encoding="utf-8")
    load = run("etl", "run", str(folder))
    assert load.returncode == 0, f"{load.stdout}\n{load.stderr}"
    return folder


@pytest.fixture
def show(workspace, capsys):
    """Return a function that gives the readings which the command line prints."""

    def ask(kpi, *more):
        assert main(["show", str(workspace), kpi, *more, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return ask


@pytest.fixture
def evidence(workspace, capsys):
    """Return a function that gives the rows behind a reading, and how many there are of each status."""

    def ask(kpi, *more):
        assert main(["evidence", str(workspace), kpi, *more, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        return pl.DataFrame(found["rows"], infer_schema_length=None), found["counts"]

    return ask


@pytest.fixture
def loaded(workspace):
    """Return a function that reads a loaded table."""
    return lambda table: pl.read_delta(str(workspace / "var" / "warehouse" / table))


@pytest.fixture
def account(workspace):
    """Return what became of the rows of each source."""
    status = json.loads(run("etl", "status", str(workspace), "--json").stdout)
    return {source["source"]: source for source in status["sources"]}


def run(*command):
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
