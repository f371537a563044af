"""What is refused stays out whole, what was loaded before stays in, and everything else goes on."""

import pytest

from etl.__main__ import main
from metrics.store import EVERYTHING

CASES = "id,opened,solved,due,unit,customer,reason"
FORMS = "id,back,case,time,repair,tone"
GOOD_FORM = "F1,2025-05-20 10:00:00,C1,A,A,A"


@pytest.fixture
def loaded(company):
    company.export("cases_1.csv", CASES, "C1,2025-05-02 10:00:00,,,N,K1,")
    company.export("forms_1.csv", FORMS, GOOD_FORM)
    company.load()
    return company


def outcome(report, source):
    [found] = [each for each in report.sources if each.source == source]
    return (found.outcome, found.rows_read, found.rows_loaded, found.rows_quarantined)


def test_one_file_is_refused_and_the_other_files_of_its_source_load(loaded):
    loaded.export("forms_2.csv", "nr,back,case,time,repair,tone", "F2,2025-05-21 10:00:00,,A,A,A")
    loaded.export("forms_3.csv", FORMS, "F3,2025-05-22 10:00:00,,A,A,A")
    report = loaded.load()
    assert (report.state, outcome(report, "forms")) == ("published", ("refused", 1, 1, 0))
    [error] = report.errors
    assert error.startswith("exports/forms_2.csv: Column 'id' is missing. ")
    assert loaded.table("feedback_forms", "form_id") == [("F1",), ("F3",)]


def test_a_file_refused_once_is_refused_again_until_it_is_mended(loaded):
    bad = loaded.export("forms_2.csv", "nr,back,case,time,repair,tone", "F2,2025-05-21 10:00:00,,A,A,A")
    assert [loaded.load().state, loaded.load().state] == ["refused", "refused"]
    assert loaded.store.last_attempt(EVERYTHING).state == "refused"
    assert loaded.store.sources(EVERYTHING).filter(source="forms")["outcome"].to_list() == ["refused"]
    bad.write_text(bad.read_text().replace("nr,", "id,"))
    assert outcome(loaded.load(), "forms") == ("loaded", 1, 1, 0)
    assert loaded.store.sources(EVERYTHING)["outcome"].to_list() == ["loaded", "loaded"]


def test_a_loaded_file_that_is_overwritten_by_a_bad_one_stands_as_it_was(loaded):
    good = (loaded.folder / "exports/forms_1.csv").read_text()
    loaded.export("forms_1.csv", "nr,back,case,time,repair,tone", "F1,2025-05-20 10:00:00,C1,E,E,E")
    assert [loaded.load().state, loaded.load().state] == ["refused", "refused"]
    assert loaded.table("feedback_forms", "form_id", "timeliness") == [("F1", "A")]
    (loaded.folder / "exports/forms_1.csv").write_text(good)
    assert loaded.load().state == "unchanged"


def test_a_source_beyond_its_tolerance_loads_nothing_and_others_are_published(loaded):
    loaded.source("forms", "feedback_forms", loaded.sources["forms"]["columns"], tolerance=0.3)
    loaded.load()
    loaded.export("forms_2.csv", FORMS, "F2,2025-05-21 10:00:00,,Z,A,A", "F3,2025-05-22 10:00:00,,A,A,A")
    loaded.export("cases_2.csv", CASES, "C2,2025-05-03 10:00:00,,,N,K1,")
    report = loaded.load()
    assert (report.state, outcome(report, "cases")) == ("published", ("loaded", 1, 1, 0))
    assert outcome(report, "forms") == ("refused", 2, 0, 2)
    [forms] = [each for each in report.sources if each.source == "forms"]
    assert forms.quarantine == {"value_not_allowed": 1, "source_refused": 1}
    [error] = report.errors
    assert error == (
        "Source 'forms': 1 of 2 rows break the rules of 'feedback_forms', more than the tolerated 30.0%; nothing of it "
        "is loaded. First: exports/forms_2.csv row 2, timeliness = Z (value_not_allowed: 'Timeliness' must be one of: "
        "A, B, C, D, E). Mend the export, or raise the source's tolerance; 'python -m etl quarantine' lists all the "
        "rows."
    )
    assert loaded.table("feedback_forms", "form_id") == [("F1",)]


def test_a_source_whose_files_are_gone_is_refused_and_its_data_stays(loaded):
    loaded.declare()
    (loaded.folder / "exports/forms_1.csv").unlink()
    assert main(["run", str(loaded.folder)]) == 1
    assert loaded.table("feedback_forms", "form_id") == [("F1",)]
    loaded.export("forms_1.csv", FORMS, GOOD_FORM)
    assert loaded.load().state == "unchanged"


def test_a_first_load_of_which_everything_is_refused_publishes_nothing(company):
    company.export("forms_1.csv", "a,b", "1,2")
    assert company.load().state == "refused"
    assert company.store.load(EVERYTHING) is None
    company.export("forms_1.csv", FORMS, GOOD_FORM)
    assert company.load().state == "published"


def test_a_file_whose_column_holds_something_else_is_refused_among_many_good_ones(loaded):
    times = [f"2025-05-{day:02} 10:00:00" for day in range(1, 29)]
    loaded.export("forms_2.csv", FORMS, *(f"G{n},{time},,A,A,A" for n, time in enumerate(times)))
    loaded.export("forms_3.csv", FORMS, *(f"H{n},soon,,A,A,A" for n, _ in enumerate(times)))
    report = loaded.load()
    assert outcome(report, "forms") == ("refused", 28, 28, 0)
    assert report.errors[0].startswith(
        "exports/forms_3.csv: none of the 28 cells of column 'back' can be read as received_at (datetime); the first:"
    )
