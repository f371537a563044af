"""The log of exports: files with single records are written down, files of sums are not."""

from datetime import UTC, datetime

import pytest

from dashboard.components.rewards.paper import written
from dashboard.exports import handed, pages
from dashboard.provenance.reads import Provenance
from dashboard.wording import exports as words
from metrics.rewards.paper.paper import Paper
from metrics.rewards.paper.sheet import Column, Kind, Sheet
from metrics.store import EVERYTHING, Scope
from metrics.store.export_log import Exported, exports_so_far, record_export
from metrics.text import Text
from tests.dashboard.conftest import load, write_workspace
from tests.dashboard.told import texts
from tests.dashboard.visiting import visit_to

FCR = "first_contact_resolution"


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Return the tiny workspace, loaded, to be written into."""
    folder = write_workspace(tmp_path_factory.mktemp("own") / "workspace")
    done = load(folder)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr)
    return folder


def test_who_takes_rows_out_is_written_down_with_the_view_and_their_number(own):
    visit = visit_to(own, "evidence", kpi=FCR, month="2025-05", status="hit")
    handed.xlsx(visit, pages.evidence(visit, visit.measured(visit.kpi)))
    newest = exports_so_far(visit.source.store, EVERYTHING).row(0, named=True)
    assert (newest["who"], newest["kind"], newest["rows"], newest["load"]) == ("local", "xlsx", 28, 1)
    assert newest["address"] == f"/evidence?month=2025-05&kpi={FCR}&status=hit"
    assert newest["at"] <= datetime.now(UTC)


def test_a_file_of_sums_alone_is_not_written_down(own):
    visit = visit_to(own, "overview", month="2025-05")
    before = exports_so_far(visit.source.store, EVERYTHING).height
    handed.xlsx(visit, pages.overview(visit))
    handed.csv(visit, pages.overview(visit)[words.TILES])
    assert exports_so_far(visit.source.store, EVERYTHING).height == before


def test_a_paper_counts_the_records_of_its_appendix(own):
    visit = visit_to(own, "rewards", month="2025-05", unit="S1")
    said = Text("单", "Form")
    forms = Sheet("forms", said, (Column("form", said, Kind.TEXT),), (("F1",), ("F2",), ("F3",)))
    paper = Paper(said, said, (), (), (), (forms,), said, "Asia/Shanghai", None)
    written(visit, lambda: paper, "xlsx")
    newest = exports_so_far(visit.source.store, EVERYTHING).row(0, named=True)
    assert (newest["address"], newest["rows"]) == ("/rewards?month=2025-05&unit=S1", 3)


def test_the_data_page_lists_them_newest_first_and_what_was_written_down_as_text(own, open_app):
    store = visit_to(own, "data").source.store
    taken = Exported("<b>me</b>", datetime(2025, 6, 20, 1, tzinfo=UTC), "/kpi?unit=N1", "csv", 1_204, 1)
    record_export(store, EVERYTHING, taken)
    first = texts(open_app("data", folder=own, part="exports"), "exports")[0]
    assert first == ["2025-06-20 09:00", "<b>me</b>", "/kpi?unit=N1", "CSV", "1,204", "#1"]


def test_who_sees_some_units_only_sees_nothing_of_the_log(own):
    visit = visit_to(own, "data", scope=Scope(frozenset({"N1"})))
    assert Provenance(visit.source).exports.is_empty()


def test_a_log_without_an_entry_is_a_sentence(tiny, open_app):
    app = open_app("data", folder=tiny, part="exports")
    assert not app.exception
    assert app.info[0].value == "Nobody has taken single records out yet."
