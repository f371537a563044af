from metrics.store import EVERYTHING, Scope, open_store
from metrics.store.accounts import accounts, balance, checks, files, loads_so_far
from metrics.store.linking import linked_share, links
from metrics.store.quarantined import Chosen, reasons, waiting
from metrics.store.restated import restated

NORTH = Scope(frozenset({"N1"}))


def test_every_row_that_was_read_is_accounted_for(broken):
    found = accounts(open_store(broken), EVERYTHING)
    assert found["holds"].all()
    assert balance(found).holds
    assert balance(found.clear()).read == 0


def test_a_refused_source_keeps_the_reach_of_its_earlier_load(broken):
    forms = accounts(open_store(broken), EVERYTHING).filter(source="forms").row(0, named=True)
    assert (forms["outcome"], forms["load"]) == ("refused", 2)
    assert forms["behind"].days == 38


def test_the_rules_that_were_kept_are_counted(broken):
    store = open_store(broken)
    found = checks(store, EVERYTHING).filter(source="calls")
    account = accounts(store, EVERYTHING).filter(source="calls").row(0, named=True)
    assert account["rules"] == found.height
    assert account["rules"] - account["rules_passed"] == found.filter(found["failed"] > 0).height


def test_a_row_held_back_again_is_listed_once_not_for_every_load(broken):
    found = waiting(open_store(broken), EVERYTHING, Chosen("calls"))
    assert found.total == found.rows.height == reasons(open_store(broken), EVERYTHING)["rows"].sum()
    assert set(found.rows["load"]) == {2}


def test_pages_of_the_list_follow_one_another(broken):
    store = open_store(broken)
    every = waiting(store, EVERYTHING).rows
    assert waiting(store, EVERYTHING, Chosen(), 1, 2).rows.equals(every.slice(1, 2))


def test_who_may_not_see_personal_data_sees_no_raw_row_and_no_value(broken):
    found = waiting(open_store(broken), Scope(personal=False))
    assert found.masked
    assert found.rows["raw"].null_count() == found.rows["detail"].null_count() == found.rows.height > 0


def test_who_sees_some_units_only_sees_how_many_rows_wait_and_none_of_them(broken):
    found = waiting(open_store(broken), NORTH)
    assert (found.withheld, found.rows.height, found.total > 0) == (True, 0, True)


def test_links_are_counted_within_the_units_a_viewer_sees(broken):
    found = links(open_store(broken), NORTH)
    assert found.filter(table="contacts").select("method", "rows", "of").rows() == [
        ("id", 1, 2),
        ("customer_time", 1, 2),
    ]
    assert linked_share(found)["contacts"] == 1.0


def test_every_unit_named_one_by_one_gives_the_links_of_all(broken):
    store = open_store(broken)
    assert links(store, Scope(frozenset({"N1", "S1"}))).equals(links(store, EVERYTHING))


def test_restatements_are_counted_and_paged_within_the_units_a_viewer_sees(broken):
    store = open_store(broken)
    every = restated(store, EVERYTHING)
    assert every.total == every.rows.height == 2
    assert restated(store, EVERYTHING, 1, 1).rows.equals(every.rows.slice(1, 1))
    assert restated(store, NORTH).total == 1
    assert restated(store, NORTH).rows["unit"].to_list() == ["N1"]


def test_loads_come_newest_first_with_what_they_took(broken):
    found = loads_so_far(open_store(broken), EVERYTHING)
    assert found["id"].to_list() == [2, 1]
    assert found["took"].min().total_seconds() > 0
    assert loads_so_far(open_store(broken), EVERYTHING, 1).height == 1


def test_the_files_of_a_refused_export_are_not_among_those_of_the_figures(broken):
    assert files(open_store(broken), EVERYTHING).filter(source="forms")["file"].to_list() == ["exports/forms.csv"]
