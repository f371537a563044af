"""What init makes of real exports of other people, which lie beside the repository on some machines only."""

import shutil
from pathlib import Path

import pytest

from etl.init import write_first_workspace
from etl.mapping import map_rows
from etl.sources import extracts
from etl.workspace import read_workspace
from metrics.contract import table

DATA = Path(__file__).parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real exports in ../shared/data are not here")

EXPECTED = {
    "call_centre": {"contacts": 5000, "feedback_forms": 5000},
    "helpdesk_events": {"cases": 4580, "case_events": 21348},
    "nyc_311": {"cases": 1000},
    "receipt_deadlines": {"cases": 1434, "case_events": 8577},
    "servqual_survey": {"servqual_responses": 207 * 24},
    "uci_incidents": {"cases": 20769},
}


@pytest.mark.parametrize("folder", EXPECTED)
def test_the_first_workspace_reads_every_row_and_cell_of_a_real_export(folder, tmp_path):
    shutil.copytree(DATA / folder, tmp_path, dirs_exist_ok=True)
    tmp_path.chmod(0o755)
    write_first_workspace(tmp_path)
    workspace = read_workspace(tmp_path)
    rows, unreadable = {}, 0
    for source in workspace.sources:
        [found] = extracts(source, workspace)
        mapped = map_rows(found.frame, source, table(source.table), workspace.zone, found.file)
        rows[source.table] = mapped.frame.height
        unreadable += mapped.frame["unreadable"].count()
    assert (rows, unreadable) == (EXPECTED[folder], 0)
