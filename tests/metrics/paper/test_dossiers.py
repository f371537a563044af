"""A unit's month is opened by what it stands on: the newest load while it is draft, its own once it was checked."""

import pytest

from metrics.rewards.dossier import written_out
from metrics.store.errors import QueryError
from tests.rewarded import forms, load, write_export


def told(found):
    """Return the lines of both parts in English, as {what: how}."""
    parts = ((found.row.satisfaction, found.forms), (found.row.complaints, found.complaints))
    return {line.what.en: line.how.en for part in parts for line in written_out(*part)}


def test_the_documents_example_comes_out_of_real_forms_to_the_cent(may_of_north):
    said = told(may_of_north)
    assert said["Difference"] == "4.00 − 3.50 = +0.50 > 0"
    assert [each["amount_minor"] for each in may_of_north.row.documents] == [100_000, -5_000]
    assert (may_of_north.row.total, may_of_north.row.currency) == (95_000, "CNY")


def test_forms_whose_customer_complained_stand_first_and_every_form_has_its_reason(may_of_north):
    rows = may_of_north.forms.select("form_id", "status", "complaint", "source_file", "source_row").rows()
    assert {row[0] for row in rows[:2]} <= {"FN050", "BN050", "FN053"}
    assert all(row[2] for row in rows[:3])
    statuses = dict(row[:2] for row in rows)
    assert (statuses["FN05U"], statuses["FN05X"], statuses["BN050"]) == ("unverified", "not_returned", "callback")


def test_call_backs_say_what_they_would_make_of_the_month(may_of_north):
    calls = may_of_north.calls
    assert (calls.discrepancy.called, calls.discrepancy.contradicted) == (1, 1)
    assert (str(calls.corrected.average), str(calls.corrected.delta)) == ("3", "-1/2")


def test_a_closed_month_is_opened_as_it_was_closed_whatever_is_loaded_later(centres):
    centres.close("2025-05")
    before = centres.dossier("S")
    write_export(centres.folder, "forms", forms(["AAA"] * 6))
    load(centres.folder)
    after, june = centres.dossier("S"), centres.dossier("S", "2025-06")
    assert (after.digest, told(after)) == (before.digest, told(before))
    assert after.forms.rows() == before.forms.rows()
    assert [(paid.key[0], paid.amount) for paid in june.row.adjustments] == [("2025-05", 200_000)]


def test_a_month_that_waits_for_its_close_stays_as_it_was_checked(centres):
    centres.step("check", "2025-05", "Ann")
    write_export(centres.folder, "forms", forms(["AAA"] * 6))
    load(centres.folder)
    found = centres.dossier("S")
    assert (found.account.basis["load"], told(found)["Average"]) == (1, "15 / 6 = 2.50 (6 forms used)")


def test_a_unit_without_a_statement_is_named_with_those_that_have_one(drafts):
    with pytest.raises(QueryError, match=r"2025-05 has no statement of unit 'X'. Known: N, S"):
        drafts.dossier("X")


def test_the_digest_changes_with_what_is_paid(may_of_north, drafts):
    assert may_of_north.digest == drafts.dossier().digest
    assert may_of_north.digest != drafts.dossier("S").digest
