"""The sample company, made once for all tests that look at it."""

import json
from pathlib import Path

import pytest

from sample_data.exports.company import export
from sample_data.world import world

WORKSPACE = Path(__file__).parents[2] / "sample_data" / "workspace"
SEED, CASES = 20240101, 12_000


@pytest.fixture(scope="session")
def company():
    return world(CASES, SEED)


@pytest.fixture(scope="session")
def again(company, tmp_path_factory):
    """The exports made once more, with their accounts."""
    folder = tmp_path_factory.mktemp("exports")
    return folder, export(folder, company, SEED)


@pytest.fixture(scope="session")
def committed():
    return WORKSPACE / "exports"


@pytest.fixture(scope="session")
def truth():
    return json.loads((WORKSPACE / "truth.json").read_text(encoding="utf-8"))
